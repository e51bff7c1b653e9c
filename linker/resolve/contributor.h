#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/resolve/contribution.h"

namespace chido {

/// Builds a document's contribution, one kind of item after the other. Used by `Contribute` alone.
class Contributor {
 public:
  Contributor(const Article& article, const Reading& reading, const Assignment& entities,
              const Lexicon& lexicon);
  void AddDocument();
  void AddPlaces();
  void AddBodies();
  void AddOfficials();
  void AddMeetings();
  void AddDirectives();
  Contribution Take();

 private:
  /// An entity of this document: seen on its day, mentioned by it at each of `grounds`.
  Entity& AddEntity(EntityId id, EntityType type, std::string label,
                    const std::vector<std::string>& names, std::span<const Ground> grounds);
  /// A unit that the gazetteer names, mentioned at `grounds`.
  EntityId AddUnit(std::string_view uid, std::span<const Ground> grounds);
  void AddLocation(const BodyItem& body, EntityId id);
  void AddParts(const MeetingItem& meeting, EntityId meeting_id, const std::vector<PartItem>& parts,
                Predicate predicate, const std::vector<EntityId>& who);
  void AddRole(const OfficialItem& official, EntityId id, const RoleItem& role);
  void AddCitations(const DirectiveItem& directive, EntityId id);
  void AddRelation(const DirectiveRelation& relation);
  void AddIssue(const DirectiveItem& directive, EntityId id);
  void AddBodyRelation(const BodyRelation& relation);
  Evidence Piece(const Ground& ground, const EdtfDate& valid, bool inferred) const;
  bool InCaption(const Ground& ground) const;
  /// Puts pieces in text order, each place once; of captions that stand alone one counts.
  static void Tidy(std::vector<Evidence>& pieces);

  const Article& article_;
  const Reading& reading_;
  const Assignment& entities_;
  const Lexicon& lexicon_;
  EntityId document_;
  std::string day_;
  Contribution made_;
};

}  // namespace chido
