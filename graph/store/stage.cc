#include "graph/store/stage.h"

#include <fmt/format.h>

#include <algorithm>

#include "graph/store/block_key.h"
#include "graph/store/doc_statement_key.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"
#include "graph/store/name_key.h"
#include "graph/store/reading_key.h"
#include "graph/store/validate.h"
#include "graph/store/values.h"

namespace chido {

Status ChangeStage::Run(const Change& change) {
  CHIDO_TRY(ValidateChange(change));
  CHIDO_TRY(RunDeletes(change));
  CHIDO_TRY(RunPuts(change));
  return WriteCounters();
}

Status ChangeStage::RunDeletes(const Change& change) {
  for (const DocumentId id : change.delete_documents) CHIDO_TRY(DeleteDocument(id));
  for (const EntityId id : change.delete_entities) CHIDO_TRY(DeleteEntity(id));
  for (const StatementId id : change.delete_statements) CHIDO_TRY(DeleteStatement(id));
  for (const auto& [statement, document] : change.delete_evidence) {
    CHIDO_TRY(DeleteEvidence(EvidenceKeyPrefix(statement, document)));
  }
  for (const BlockRow& row : change.delete_block_rows) {
    batch_.Delete(Family::kBlock, EncodeBlockKey(row.block, row.document, row.mention));
  }
  for (const EntityId id : change.delete_pending) {
    batch_.Delete(Family::kPending, EncodeIdKey(id));
  }
  for (const EntityId id : change.delete_redirects) {
    batch_.Delete(Family::kRedirect, EncodeIdKey(id));
  }
  for (const std::string& key : change.delete_judgements) batch_.Delete(Family::kJudgement, key);
  return {};
}

Status ChangeStage::RunPuts(const Change& change) {
  for (const Article& article : change.put_articles) CHIDO_TRY(PutArticle(article));
  for (const StoredReading& reading : change.put_readings) CHIDO_TRY(PutReading(reading));
  for (const EntityRecord& record : change.put_entities) CHIDO_TRY(PutEntity(record));
  for (const Statement& statement : change.put_statements) CHIDO_TRY(PutStatement(statement));
  for (const Evidence& evidence : change.put_evidence) CHIDO_TRY(PutEvidence(evidence));
  for (const BlockRow& row : change.put_block_rows) {
    batch_.Put(Family::kBlock, EncodeBlockKey(row.block, row.document, row.mention), row.bytes);
  }
  for (const auto& [from, to] : change.put_redirects) CHIDO_TRY(PutRedirect(from, to));
  for (const auto& [key, value] : change.put_judgements) {
    batch_.Put(Family::kJudgement, key, value);
  }
  for (const PendingCitation& pending : change.put_pending) {
    batch_.Put(Family::kPending, EncodeIdKey(pending.directive), EncodeIds(pending.candidates));
  }
  for (const auto& [key, value] : change.put_meta) batch_.Put(Family::kMeta, key, value);
  return {};
}

Status ChangeStage::DeleteDocument(DocumentId id) {
  CHIDO_TRY(DeleteReadings(id));
  const std::string key = EncodeIdKey(id);
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kArticle, key));
  if (!old) return {};
  CHIDO_ASSIGN(const Article article, DecodeArticle(*old));
  for (const DerivedRow& row : UrlRowsOf(article)) Delete(row);
  batch_.Delete(Family::kArticle, key);
  difference_.AddDocument(-1);
  return {};
}

Status ChangeStage::DeleteReadings(DocumentId id) {
  CHIDO_ASSIGN(const std::vector<std::string> keys, batch_.Keys(Family::kReading, EncodeIdKey(id)));
  for (const std::string& key : keys) batch_.Delete(Family::kReading, key);
  return {};
}

Status ChangeStage::DeleteEntity(EntityId id) {
  const std::string key = EncodeIdKey(id);
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kEntity, key));
  if (!old) return {};
  CHIDO_ASSIGN(const EntityRecord record, DecodeEntity(id, *old));
  for (const std::string& name : record.name_keys) CHIDO_TRY(DeleteName(record.entity, name));
  batch_.Delete(Family::kEntity, key);
  difference_.AddEntity(record.entity.type, -1);
  return {};
}

Status ChangeStage::DeleteStatement(StatementId id) {
  CHIDO_TRY(DeleteEvidence(EvidenceKeyPrefix(id)));
  const std::string key = EncodeIdKey(id);
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kStatement, key));
  if (!old) return {};
  CHIDO_ASSIGN(const Statement statement, DecodeStatement(id, *old));
  for (const DerivedRow& row : EdgeRowsOf(statement)) Delete(row);
  batch_.Delete(Family::kStatement, key);
  difference_.AddStatement(statement.predicate, -1);
  return {};
}

Status ChangeStage::DeleteEvidence(std::string_view prefix) {
  CHIDO_ASSIGN(const std::vector<std::string> keys, batch_.Keys(Family::kEvidence, prefix));
  for (const std::string& bytes : keys) {
    CHIDO_ASSIGN(const EvidenceKey key, DecodeEvidenceKey(bytes));
    batch_.Delete(Family::kEvidence, bytes);
    // The prefix takes all pieces of each document it meets, so none is left to state it.
    batch_.Delete(Family::kDocStatement, EncodeDocStatementKey({key.document, key.statement}));
    difference_.AddEvidence(-1);
  }
  return {};
}

Status ChangeStage::PutArticle(const Article& article) {
  const std::string key = EncodeIdKey(article.id);
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kArticle, key));
  if (old) {
    CHIDO_ASSIGN(const Article before, DecodeArticle(*old));
    if (before.text != article.text || before.title != article.title) {
      return Fail(Code::kConflict,
                  fmt::format("document {} is stored with other content (from {}): its text and "
                              "that of {} share an id, so only one can be kept",
                              ToString(article.id), before.origin, article.origin));
    }
    for (const DerivedRow& row : UrlRowsOf(before)) Delete(row);
  } else {
    difference_.AddDocument(1);
  }
  batch_.Put(Family::kArticle, key, EncodeArticle(article));
  for (const DerivedRow& row : UrlRowsOf(article)) Put(row);
  return {};
}

Status ChangeStage::PutReading(const StoredReading& reading) {
  CHIDO_TRY(DeleteReadings(reading.document));
  batch_.Put(Family::kReading, EncodeReadingKey({reading.document, reading.version}),
             reading.bytes);
  return {};
}

Status ChangeStage::PutEntity(const EntityRecord& record) {
  const std::string key = EncodeIdKey(record.entity.id);
  const std::string value = EncodeEntity(record);
  types_[record.entity.id] = record.entity.type;
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kEntity, key));
  if (old == value) return {};
  EntityRecord before;
  if (old) {
    CHIDO_ASSIGN(before, DecodeEntity(record.entity.id, *old));
    difference_.AddEntity(before.entity.type, -1);
  } else {
    batch_.Delete(Family::kRedirect, key);
  }
  difference_.AddEntity(record.entity.type, 1);
  CHIDO_TRY(PutNames(before, record));
  batch_.Put(Family::kEntity, key, value);
  return {};
}

Status ChangeStage::PutNames(const EntityRecord& before, const EntityRecord& after) {
  const bool same_type = before.entity.type == after.entity.type;
  for (const std::string& name : before.name_keys) {
    if (std::ranges::binary_search(after.name_keys, name)) continue;
    CHIDO_TRY(DeleteName(before.entity, name));
  }
  for (const std::string& name : after.name_keys) {
    const bool there = std::ranges::binary_search(before.name_keys, name);
    if (there && same_type) continue;
    Put(NameRowOf(after.entity, name));
    if (there) continue;
    for (const DerivedRow& row : TrigramRowsOf(name)) Put(row);
  }
  return {};
}

Status ChangeStage::DeleteName(const Entity& entity, std::string_view name_key) {
  Delete(NameRowOf(entity, name_key));
  CHIDO_ASSIGN(const std::vector<std::string> others,
               batch_.Keys(Family::kName, ExactNamePrefix(kNameKind, name_key), 1));
  if (!others.empty()) return {};
  for (const DerivedRow& row : TrigramRowsOf(name_key)) Delete(row);
  return {};
}

Status ChangeStage::PutStatement(const Statement& statement) {
  CHIDO_TRY(CheckFit(statement));
  const std::string key = EncodeIdKey(statement.id);
  const std::string value = EncodeStatement(statement);
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kStatement, key));
  if (old == value) return {};
  if (old) {
    CHIDO_ASSIGN(const Statement before, DecodeStatement(statement.id, *old));
    for (const DerivedRow& row : EdgeRowsOf(before)) Delete(row);
  } else {
    difference_.AddStatement(statement.predicate, 1);
  }
  batch_.Put(Family::kStatement, key, value);
  for (const DerivedRow& row : EdgeRowsOf(statement)) Put(row);
  return {};
}

Status ChangeStage::PutEvidence(const Evidence& evidence) {
  const std::string key = EncodeEvidenceKey(EvidenceKeyOf(evidence));
  CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kEvidence, key));
  if (!old) difference_.AddEvidence(1);
  batch_.Put(Family::kEvidence, key, EncodeEvidence(evidence));
  for (const DerivedRow& row : DocStatementRowsOf(evidence)) Put(row);
  return {};
}

Status ChangeStage::PutRedirect(EntityId from, EntityId to) {
  CHIDO_ASSIGN(const std::optional<std::string> living,
               batch_.Get(Family::kEntity, EncodeIdKey(from)));
  if (living) {
    return Fail(Code::kInvalidArgument,
                fmt::format("entity {} is redirected to {} but still lives: delete it in the same "
                            "change",
                            ToString(from), ToString(to)));
  }
  batch_.Put(Family::kRedirect, EncodeIdKey(from), EncodeIdKey(to));
  return {};
}

Status ChangeStage::CheckFit(const Statement& statement) {
  CHIDO_ASSIGN(const std::optional<EntityType> subject, TypeOf(statement.subject));
  CHIDO_ASSIGN(const std::optional<EntityType> object, TypeOf(statement.object));
  if (!subject || !object) return {};
  return ValidateFit(statement, *subject, *object);
}

Result<std::optional<EntityType>> ChangeStage::TypeOf(EntityId id) {
  if (const auto known = types_.find(id); known != types_.end()) return known->second;
  CHIDO_ASSIGN(const std::optional<std::string> bytes,
               batch_.Get(Family::kEntity, EncodeIdKey(id)));
  std::optional<EntityType> type;
  if (bytes) {
    CHIDO_ASSIGN(type, EntityTypeOf(*bytes));
  }
  types_.emplace(id, type);
  return type;
}

Status ChangeStage::WriteCounters() {
  for (std::size_t place = 0; place < Counters::size(); ++place) {
    if (difference_.at(place) == 0) continue;
    const std::string key = Counters::KeyAt(place);
    CHIDO_ASSIGN(const std::optional<std::string> old, batch_.Get(Family::kCounter, key));
    std::int64_t count = 0;
    if (old) {
      CHIDO_ASSIGN(count, DecodeCounterValue(*old));
    }
    batch_.Put(Family::kCounter, key, EncodeCounterValue(count + difference_.at(place)));
  }
  return {};
}

}  // namespace chido
