#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/resolve/contribution.h"

namespace chido {

/// What the gazetteer itself says of a place or body that the graph holds: names and lifetimes,
/// what it is part of, where it lies, what succeeded it; each fact with its source row as evidence.
class Gazetteer {
 public:
  explicit Gazetteer(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Facts with `entity` as subject, the entity's own record, and records of the entities that the
  /// facts lead to. Empty for what the gazetteer does not know. Thread-safe.
  Contribution FactsOf(const Entity& entity) const;

 private:
  void AddPlace(std::uint32_t unit, Contribution& facts) const;
  void AddBody(std::uint32_t row, std::string_view place_uid, const Entity& entity,
               Contribution& facts) const;
  EntityId PutPlace(std::uint32_t unit, Contribution& facts) const;
  EntityId PutBody(std::uint32_t row, std::string_view place_uid, Contribution& facts) const;
  /// The one unit that a place was merged into; empty if there is none or several.
  std::string_view SuccessorPlace(std::string_view place_uid) const;
  void AddSuccessor(const BodyRow& body, std::string_view place_uid, EntityId id,
                    Contribution& facts) const;

  const Lexicon& lexicon_;
};

}  // namespace chido
