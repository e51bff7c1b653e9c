#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/resolve/contribution.h"

namespace chido {

/// What the gazetteer itself says of a place, body or directive in the graph: names and lifetimes,
/// what it is part of, where it lies, what succeeded or replaced it; its source row is the
/// evidence.
class Gazetteer {
 public:
  explicit Gazetteer(const Lexicon& lexicon);

  /// Facts with `entity` as subject, the entity's own record, and records of the entities that the
  /// facts lead to. Empty for what the gazetteer does not know. Thread-safe.
  Contribution FactsOf(const Entity& entity) const;

 private:
  void AddPlace(std::uint32_t unit, Contribution& facts) const;
  /// A body whose template is its name. Templates with a free part but no unit (*Công ty {tên}*)
  /// name no body, so the table states nothing of them.
  void AddNamedBody(std::uint32_t row, Contribution& facts) const;
  void AddUnitBody(std::uint32_t row, std::uint32_t unit, EntityId id, Contribution& facts) const;
  /// What the body is part of.
  void AddOwner(const BodyRow& body, const UnitRow* unit, EntityId id, Contribution& facts) const;
  EntityId PutPlace(std::uint32_t unit, Contribution& facts) const;
  EntityId PutBody(std::uint32_t row, std::string_view place_uid, Contribution& facts) const;
  /// The one unit that a place was merged into; empty if there is none or several.
  std::string_view SuccessorPlace(std::string_view place_uid) const;
  void AddSuccessor(const BodyRow& body, std::string_view place_uid, EntityId id,
                    Contribution& facts) const;

  void AddDirective(std::uint32_t row, Contribution& facts) const;
  EntityId PutDirective(std::uint32_t row, Contribution& facts) const;

  const Lexicon& lexicon_;
  std::unordered_map<EntityId, std::uint32_t> directives_;  ///< known ones, to their rows
  std::unordered_map<EntityId, std::uint32_t> named_;       ///< bodies that their template names
  std::unordered_map<std::string_view, std::uint32_t> directive_ids_;
};

}  // namespace chido
