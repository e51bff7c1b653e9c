#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "graph/store/change.h"
#include "graph/store/snapshot.h"
#include "linker/resolve/contribution.h"
#include "linker/resolve/gazetteer.h"

namespace chido {

/// Gathers what documents stop saying and what they say from now on, and makes one change of it:
/// statements and entities that only gain are joined, those that lose are counted again from what
/// is left.
class Plan {
 public:
  /// Both must outlive the plan.
  Plan(const Snapshot& before, const Gazetteer& gazetteer);

  /// `document` said `old` so far and says `now` from now on; either may be empty.
  void Replace(DocumentId document, const Contribution& old, const Contribution& now);
  /// `contribution_of` gives what another stored document says now, for entities that must be
  /// counted again.
  using ContributionOf = std::function<Result<Contribution>(DocumentId)>;
  /// Adds puts and deletes to `change`. `moved` tells where the mentions of entities went that may
  /// be left empty.
  Status Finish(const std::map<EntityId, EntityId>& moved, const ContributionOf& contribution_of,
                Change& change);

 private:
  struct EntityDelta {
    std::set<DocumentId> documents;  ///< whose word on it changes
    bool loses = false;
    std::vector<EntityRecord> records;  ///< new words
  };
  struct StatementDelta {
    std::set<DocumentId> loses;
    Statement statement;
    std::vector<Evidence> gains;
  };

  Status FinishStatement(StatementId id, const StatementDelta& delta, Change& change);
  Status FinishEntity(EntityId id, const EntityDelta& delta, const ContributionOf& contribution_of,
                      Change& change);
  /// What is left of an entity, from the documents that still tell of it.
  Result<std::optional<EntityRecord>> Recount(EntityId id, const EntityDelta& delta,
                                              const ContributionOf& contribution_of) const;
  /// Evidence of a statement that stays.
  Result<std::vector<Evidence>> Remaining(StatementId id,
                                          const std::set<DocumentId>& without) const;
  void PutEntity(EntityRecord record, Change& change);
  /// Puts the gazetteer's facts of all that is new, and of those that they lead
  /// to.
  Status AddFacts(Change& change);
  /// Takes the facts back of what nothing leads to any more.
  Status DropFacts(Change& change);
  Result<bool> IsLedTo(EntityId id) const;
  /// Redirects old ids to where their mentions went, and ends redirects to what is gone for good.
  Status Redirect(const std::map<EntityId, EntityId>& moved, Change& change) const;

  const Snapshot& before_;
  const Gazetteer& gazetteer_;
  std::map<EntityId, EntityDelta> entities_;
  std::map<StatementId, StatementDelta> statements_;
  std::vector<Entity> born_;       ///< what the gazetteer may know of that was not there before
  std::vector<EntityId> orphans_;  ///< the same, of which no document tells any more
  std::set<EntityId> dead_;
};

}  // namespace chido
