#pragma once

#include <optional>
#include <unordered_map>
#include <utility>

#include "graph/base/result.h"
#include "graph/store/batch.h"
#include "graph/store/change.h"
#include "graph/store/counter_key.h"
#include "graph/store/derived.h"

namespace chido {

/// Turns one change into the rows of a batch: what it says, and what follows from that in the
/// derived families. Used once, by the one writer.
class ChangeStage {
 public:
  explicit ChangeStage(Batch& batch) : batch_(batch) {}

  /// Fills the batch. Errors: those of `Store::Apply`; then the batch must be thrown away.
  Status Run(const Change& change);

 private:
  Status RunDeletes(const Change& change);
  Status RunPuts(const Change& change);
  Status DeleteDocument(DocumentId id);
  Status DeleteReadings(DocumentId id);
  Status DeleteEntity(EntityId id);
  Status DeleteStatement(StatementId id);
  Status DeleteEvidence(std::string_view prefix);
  Status PutArticle(const Article& article);
  Status PutReading(const StoredReading& reading);
  Status PutEntity(const EntityRecord& record);
  Status PutStatement(const Statement& statement);
  Status PutEvidence(const Evidence& evidence);
  Status PutRedirect(EntityId from, EntityId to);
  Status PutNames(const EntityRecord& before, const EntityRecord& after);
  Status DeleteName(const Entity& entity, std::string_view name_key);
  Status CheckFit(const Statement& statement);
  Result<std::optional<EntityType>> TypeOf(EntityId id);
  Status WriteCounters();
  void Put(const DerivedRow& row) { batch_.Put(row.family, row.key, row.value); }
  void Delete(const DerivedRow& row) { batch_.Delete(row.family, row.key); }

  Batch& batch_;
  Counters difference_;
  std::unordered_map<EntityId, std::optional<EntityType>> types_;
};

}  // namespace chido
