#include "graph/store/snapshot.h"

#include <fmt/format.h>

#include "graph/store/block_key.h"
#include "graph/store/database.h"
#include "graph/store/doc_statement_key.h"
#include "graph/store/edge_key.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"
#include "graph/store/page.h"
#include "graph/store/reading_key.h"
#include "graph/store/values.h"

namespace chido {
namespace {

/// Longer chains of merges than any that grew honestly; only a cycle gets there.
constexpr int kMaxRedirects = 1000;

using KeyValue = Snapshot::KeyValue;

/// Calls `take(key, value)` for each row with a prefix until it fails.
template <typename Take>
Status ForEachRow(const Database& database, Family family, std::string_view prefix,
                  const SnapshotPin* pin, const Take& take) {
  const auto rows = database.Rows(family, prefix, pin);
  for (; rows->Valid(); rows->Next()) CHIDO_TRY(take(rows->key(), rows->value()));
  return rows->status();
}

Result<std::vector<KeyValue>> KeyValues(const Database& database, Family family,
                                        std::string_view prefix, const SnapshotPin* pin) {
  std::vector<KeyValue> all;
  CHIDO_TRY(ForEachRow(database, family, prefix, pin,
                       [&](std::string_view key, std::string_view value) -> Status {
                         all.emplace_back(key, value);
                         return {};
                       }));
  return all;
}

}  // namespace

Snapshot::Snapshot(std::shared_ptr<Database> database)
    : database_(std::move(database)), pin_(std::make_unique<SnapshotPin>(*database_)) {}

Snapshot::~Snapshot() = default;

Result<std::optional<Article>> Snapshot::GetArticle(DocumentId id) const {
  CHIDO_ASSIGN(const auto bytes, database_->Get(Family::kArticle, EncodeIdKey(id), pin_.get()));
  if (!bytes) return std::optional<Article>();
  return DecodeArticle(*bytes);
}

Result<bool> Snapshot::HasArticle(DocumentId id) const {
  const std::string key = EncodeIdKey(id);
  const auto rows = database_->Rows(Family::kArticle, key, pin_.get());
  CHIDO_TRY(rows->status());
  return rows->Valid();
}

Result<std::optional<StoredReading>> Snapshot::GetReading(DocumentId id) const {
  std::optional<StoredReading> reading;
  CHIDO_TRY(ForEachRow(*database_, Family::kReading, EncodeIdKey(id), pin_.get(),
                       [&](std::string_view bytes, std::string_view value) -> Status {
                         CHIDO_ASSIGN(const ReadingKey key, DecodeReadingKey(bytes));
                         reading = StoredReading{key.document, key.version, std::string(value)};
                         return {};
                       }));
  return reading;
}

Result<std::optional<Entity>> Snapshot::GetEntity(EntityId id) const {
  CHIDO_ASSIGN(std::optional<EntityRecord> record, GetEntityRecord(id));
  if (!record) return std::optional<Entity>();
  return std::move(record->entity);
}

Result<std::optional<EntityRecord>> Snapshot::GetEntityRecord(EntityId id) const {
  CHIDO_ASSIGN(const auto bytes, database_->Get(Family::kEntity, EncodeIdKey(id), pin_.get()));
  if (!bytes) return std::optional<EntityRecord>();
  return DecodeEntity(id, *bytes);
}

Result<std::optional<ResolvedId>> Snapshot::ResolveId(EntityId id) const {
  ResolvedId resolved{id, false};
  for (int hop = 0; hop < kMaxRedirects; ++hop) {
    const std::string key = EncodeIdKey(resolved.id);
    CHIDO_ASSIGN(const auto entity, database_->Get(Family::kEntity, key, pin_.get()));
    if (entity) return std::optional(resolved);
    CHIDO_ASSIGN(const auto target, database_->Get(Family::kRedirect, key, pin_.get()));
    if (!target) return std::optional<ResolvedId>();
    CHIDO_ASSIGN(resolved.id, DecodeIdKey<EntityId>(*target));
    resolved.redirected = true;
  }
  return Fail(
      Code::kCorruption,
      fmt::format("the redirects of entity {} run in a circle: run `chido check`", ToString(id)));
}

Result<std::optional<Statement>> Snapshot::GetStatement(StatementId id) const {
  CHIDO_ASSIGN(const auto bytes, database_->Get(Family::kStatement, EncodeIdKey(id), pin_.get()));
  if (!bytes) return std::optional<Statement>();
  return DecodeStatement(id, *bytes);
}

Result<Page<Evidence>> Snapshot::EvidenceOf(StatementId id, std::size_t limit,
                                            std::string_view cursor) const {
  const std::string prefix = EvidenceKeyPrefix(id);
  const auto rows = database_->Rows(Family::kEvidence, prefix, pin_.get());
  return ReadPage<Evidence>(
      *rows, prefix, limit, cursor,
      [](std::string_view key, std::string_view value, Evidence& item) -> Result<bool> {
        CHIDO_ASSIGN(item, DecodeEvidence(key, value));
        return true;
      });
}

Result<std::vector<StatementId>> Snapshot::StatementsOf(DocumentId id) const {
  std::vector<StatementId> statements;
  CHIDO_TRY(ForEachRow(*database_, Family::kDocStatement, EncodeIdKey(id), pin_.get(),
                       [&](std::string_view bytes, std::string_view) -> Status {
                         CHIDO_ASSIGN(const DocStatementKey key, DecodeDocStatementKey(bytes));
                         statements.push_back(key.statement);
                         return {};
                       }));
  return statements;
}

Result<Page<EdgeRow>> Snapshot::Edges(EntityId entity, Direction direction,
                                      const EdgeQuery& query) const {
  const Family family = direction == Direction::kOut ? Family::kOut : Family::kIn;
  const std::string prefix = EdgeKeyPrefix(entity, query.predicate);
  const auto rows = database_->Rows(family, prefix, pin_.get());
  return ReadPage<EdgeRow>(
      *rows, prefix, query.limit, query.cursor,
      [&](std::string_view key, std::string_view value, EdgeRow& item) -> Result<bool> {
        CHIDO_TRY(DecodeEdgeRow(key, value, item));
        return !query.valid_on ||
               (item.valid_from <= *query.valid_on && *query.valid_on <= item.valid_to);
      });
}

std::unique_ptr<EdgeCursor> Snapshot::NewEdgeCursor() const {
  return std::make_unique<EdgeCursor>(*database_, *pin_);
}

Result<Page<Entity>> Snapshot::ScanEntities(std::optional<EntityType> type, std::size_t limit,
                                            std::string_view cursor) const {
  const auto rows = database_->Rows(Family::kEntity, pin_.get());
  return ReadPage<Entity>(
      *rows, "", limit, cursor,
      [&](std::string_view key, std::string_view value, Entity& item) -> Result<bool> {
        CHIDO_ASSIGN(const EntityType found, EntityTypeOf(value));
        if (type && *type != found) return false;
        CHIDO_ASSIGN(const EntityId id, DecodeIdKey<EntityId>(key));
        CHIDO_ASSIGN(EntityRecord record, DecodeEntity(id, value));
        item = std::move(record.entity);
        return true;
      });
}

Result<Page<Statement>> Snapshot::ScanStatements(std::size_t limit, std::string_view cursor) const {
  const auto rows = database_->Rows(Family::kStatement, pin_.get());
  return ReadPage<Statement>(
      *rows, "", limit, cursor,
      [](std::string_view key, std::string_view value, Statement& item) -> Result<bool> {
        CHIDO_ASSIGN(const StatementId id, DecodeIdKey<StatementId>(key));
        CHIDO_ASSIGN(item, DecodeStatement(id, value));
        return true;
      });
}

Result<Page<DocumentId>> Snapshot::ScanDocuments(std::size_t limit, std::string_view cursor) const {
  const auto rows = database_->Rows(Family::kArticle, pin_.get());
  return ReadPage<DocumentId>(
      *rows, "", limit, cursor,
      [](std::string_view key, std::string_view, DocumentId& item) -> Result<bool> {
        CHIDO_ASSIGN(item, DecodeIdKey<DocumentId>(key));
        return true;
      });
}

Result<std::vector<BlockRow>> Snapshot::ScanBlock(std::string_view block) const {
  std::vector<BlockRow> all;
  CHIDO_TRY(ForEachRow(*database_, Family::kBlock, BlockKeyPrefix(block), pin_.get(),
                       [&](std::string_view bytes, std::string_view value) -> Status {
                         CHIDO_ASSIGN(BlockKey key, DecodeBlockKey(bytes));
                         all.push_back(
                             {std::move(key.block), key.document, key.mention, std::string(value)});
                         return {};
                       }));
  return all;
}

Result<std::optional<PendingCitation>> Snapshot::PendingOf(EntityId directive) const {
  CHIDO_ASSIGN(const std::optional<std::string> bytes,
               database_->Get(Family::kPending, EncodeIdKey(directive), pin_.get()));
  if (!bytes) return std::nullopt;
  CHIDO_ASSIGN(std::vector<EntityId> candidates, DecodeIds(*bytes));
  return PendingCitation{directive, std::move(candidates)};
}

Result<Page<PendingCitation>> Snapshot::ScanPending(std::size_t limit,
                                                    std::string_view cursor) const {
  const auto rows = database_->Rows(Family::kPending, pin_.get());
  return ReadPage<PendingCitation>(
      *rows, "", limit, cursor,
      [](std::string_view key, std::string_view value, PendingCitation& item) -> Result<bool> {
        CHIDO_ASSIGN(item.directive, DecodeIdKey<EntityId>(key));
        CHIDO_ASSIGN(item.candidates, DecodeIds(value));
        return true;
      });
}

Result<std::vector<KeyValue>> Snapshot::Judgements() const {
  return KeyValues(*database_, Family::kJudgement, "", pin_.get());
}

Result<std::vector<std::pair<EntityId, EntityId>>> Snapshot::Redirects() const {
  std::vector<std::pair<EntityId, EntityId>> all;
  CHIDO_TRY(ForEachRow(*database_, Family::kRedirect, "", pin_.get(),
                       [&](std::string_view key, std::string_view value) -> Status {
                         CHIDO_ASSIGN(const EntityId from, DecodeIdKey<EntityId>(key));
                         CHIDO_ASSIGN(const EntityId to, DecodeIdKey<EntityId>(value));
                         all.emplace_back(from, to);
                         return {};
                       }));
  return all;
}

Result<std::optional<std::string>> Snapshot::Meta(std::string_view key) const {
  return database_->Get(Family::kMeta, key, pin_.get());
}

}  // namespace chido
