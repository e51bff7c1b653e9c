#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/statement.h"
#include "graph/store/change.h"
#include "graph/store/edge.h"

namespace chido {

class Database;
class SnapshotPin;

/// Some rows in key order, and where to go on. `next` is empty at the end; else pass it as `cursor`
/// for the rows after these. A cursor is printable ASCII without spaces and holds across snapshots:
/// rows put or deleted meanwhile never repeat or hide others.
template <typename T>
struct Page {
  std::vector<T> items;
  std::string next;
};

/// What an id stands for now.
struct ResolvedId {
  EntityId id;              ///< the entity that lives under the asked id or at the redirect's end
  bool redirected = false;  ///< the asked id was merged into `id`
};

/// One name that matched.
struct NameHit {
  EntityId entity;
  EntityType type = EntityType::kOfficial;
  std::string key;       ///< the folded key that matched
  float similarity = 1;  ///< in [0, 1]; 1 for exact and prefix matches
};

/// Which names are wanted.
struct NameQuery {
  std::optional<EntityType> type;  ///< none: all types
  std::size_t limit = 20;          ///< most hits to return
};

/// A consistent view of a store at one moment. All methods are thread-safe; what is applied later
/// is not seen. May outlive its `Store`. Holds back the removal of old rows: keep it for a request
/// or a job, not for a process's life. An absent row is not an error: the optional is empty.
/// Errors of all methods: kCorruption for damaged rows, kIo if reading fails, and
/// kInvalidArgument for a cursor that did not come from the same question.
class Snapshot {
 public:
  explicit Snapshot(std::shared_ptr<Database> database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  Result<std::optional<Article>> GetArticle(DocumentId id) const;
  /// Whether the article is stored, without reading its text.
  Result<bool> HasArticle(DocumentId id) const;
  Result<std::optional<StoredReading>> GetReading(DocumentId id) const;
  /// The entity under exactly this id; see `ResolveId` for merged ones.
  Result<std::optional<Entity>> GetEntity(EntityId id) const;
  Result<std::optional<EntityRecord>> GetEntityRecord(EntityId id) const;
  /// Follows redirects to a living entity; empty if there is none.
  Result<std::optional<ResolvedId>> ResolveId(EntityId id) const;
  Result<std::optional<Statement>> GetStatement(StatementId id) const;

  /// Evidence of a statement, by document and place in the text.
  Result<Page<Evidence>> EvidenceOf(StatementId id, std::size_t limit,
                                    std::string_view cursor = {}) const;
  /// All statements that have evidence in the document, by id.
  Result<std::vector<StatementId>> StatementsOf(DocumentId id) const;

  /// Edges of an entity by predicate, first day, other entity; dateless ones first.
  Result<Page<EdgeRow>> Edges(EntityId entity, Direction direction, const EdgeQuery& query) const;
  /// A cursor for many hops; it must not outlive this snapshot.
  std::unique_ptr<EdgeCursor> NewEdgeCursor() const;

  /// Entities with exactly this folded key, by id.
  Result<std::vector<NameHit>> EntitiesByName(std::string_view key, const NameQuery& query) const;
  /// Entities with a folded key that starts so, by key, each entity once: for suggestions while
  /// typing. Of a prefix that fits very many names of other types, the first 100,000 are looked at.
  Result<std::vector<NameHit>> EntitiesByNamePrefix(std::string_view prefix,
                                                    const NameQuery& query) const;
  /// Entities with a folded key like this one, best first (Dice coefficient of byte trigrams, at
  /// least 0.3), each entity once. Keys over 64 bytes are not indexed for this. Work is bounded: of
  /// very many like names, those sharing the rarest trigrams are considered.
  Result<std::vector<NameHit>> EntitiesBySimilarName(std::string_view key,
                                                     const NameQuery& query) const;
  /// Documents whose article has exactly this address: its versions, by id.
  Result<std::vector<DocumentId>> DocumentsByUrl(std::string_view url) const;

  /// Entities by id; `type` none for all.
  Result<Page<Entity>> ScanEntities(std::optional<EntityType> type, std::size_t limit,
                                    std::string_view cursor = {}) const;
  /// Statements by id, for exports.
  Result<Page<Statement>> ScanStatements(std::size_t limit, std::string_view cursor = {}) const;
  /// Stored articles by id.
  Result<Page<DocumentId>> ScanDocuments(std::size_t limit, std::string_view cursor = {}) const;
  /// All rows of a resolution block, by document and mention.
  Result<std::vector<BlockRow>> ScanBlock(std::string_view block) const;

  using KeyValue = std::pair<std::string, std::string>;
  /// What a directive may be that is cited without telling which; none if it is told.
  Result<std::optional<PendingCitation>> PendingOf(EntityId directive) const;
  /// All such directives, by id.
  Result<Page<PendingCitation>> ScanPending(std::size_t limit, std::string_view cursor = {}) const;
  /// All judgements, by key.
  Result<std::vector<KeyValue>> Judgements() const;
  /// All redirects from → to, by id.
  Result<std::vector<std::pair<EntityId, EntityId>>> Redirects() const;
  Result<std::optional<std::string>> Meta(std::string_view key) const;

 private:
  std::shared_ptr<Database> database_;
  std::unique_ptr<SnapshotPin> pin_;
};

}  // namespace chido
