#include <algorithm>
#include <unordered_set>

#include "graph/store/database.h"
#include "graph/store/name_key.h"
#include "graph/store/snapshot.h"

namespace chido {
namespace {

constexpr std::size_t kMaxPrefixRows = 100'000;
/// Trigram rows read for one question: about ten milliseconds.
constexpr std::size_t kMaxTrigramRows = 20'000;
constexpr float kMinSimilarity = 0.3F;

Result<NameHit> HitOf(const RowCursor& rows) {
  CHIDO_ASSIGN(NameKey key, DecodeNameKey(rows.key()));
  const auto type = rows.value().empty() ? 0 : rows.value().front();
  return NameHit{EntityId{key.id}, static_cast<EntityType>(type), std::move(key.text), 1};
}

/// Adds the entities of rows with a prefix until `query.limit` hits are there.
Status CollectNames(const Database& database, const SnapshotPin* pin, std::string_view prefix,
                    const NameQuery& query, std::unordered_set<EntityId>& seen,
                    std::vector<NameHit>& hits) {
  const auto rows = database.Rows(Family::kName, prefix, pin);
  for (std::size_t read = 0; rows->Valid() && read < kMaxPrefixRows; rows->Next(), ++read) {
    if (hits.size() >= query.limit) return {};
    CHIDO_ASSIGN(NameHit hit, HitOf(*rows));
    if (query.type && *query.type != hit.type) continue;
    if (seen.insert(hit.entity).second) hits.push_back(std::move(hit));
  }
  return rows->status();
}

/// A folded key and how like the asked one it is.
struct LikeKey {
  std::string key;
  float similarity = 0;
};

/// Keys that share trigrams with the asked one, the rarest trigrams first, best keys first.
Result<std::vector<LikeKey>> LikeKeys(const Database& database, const SnapshotPin* pin,
                                      const std::vector<Trigram>& trigrams) {
  std::vector<std::pair<std::uint64_t, std::string>> by_size;
  for (const Trigram trigram : trigrams) {
    std::string prefix = EncodeTrigramKey(trigram, "");
    by_size.emplace_back(database.ApproximateSize(Family::kName, prefix), std::move(prefix));
  }
  std::ranges::sort(by_size);
  std::unordered_set<std::string> seen;
  std::vector<LikeKey> like;
  std::size_t read = 0;
  for (const auto& [size, prefix] : by_size) {
    const auto rows = database.Rows(Family::kName, prefix, pin);
    for (; rows->Valid() && read < kMaxTrigramRows; rows->Next(), ++read) {
      CHIDO_ASSIGN(const std::string_view folded, FoldedOfTrigramKey(rows->key()));
      const auto [place, fresh] = seen.emplace(folded);
      if (!fresh) continue;
      const float similarity = TrigramSimilarity(trigrams, TrigramsOf(*place));
      if (similarity >= kMinSimilarity) like.push_back({*place, similarity});
    }
    CHIDO_TRY(rows->status());
  }
  std::ranges::sort(like, [](const LikeKey& a, const LikeKey& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.key < b.key;
  });
  return like;
}

}  // namespace

Result<std::vector<NameHit>> Snapshot::EntitiesByName(std::string_view key,
                                                      const NameQuery& query) const {
  std::vector<NameHit> hits;
  std::unordered_set<EntityId> seen;
  CHIDO_TRY(
      CollectNames(*database_, pin_.get(), ExactNamePrefix(kNameKind, key), query, seen, hits));
  return hits;
}

Result<std::vector<NameHit>> Snapshot::EntitiesByNamePrefix(std::string_view prefix,
                                                            const NameQuery& query) const {
  std::vector<NameHit> hits;
  std::unordered_set<EntityId> seen;
  std::string start(1, kNameKind);
  start += prefix;
  CHIDO_TRY(CollectNames(*database_, pin_.get(), start, query, seen, hits));
  return hits;
}

Result<std::vector<NameHit>> Snapshot::EntitiesBySimilarName(std::string_view key,
                                                             const NameQuery& query) const {
  CHIDO_ASSIGN(const std::vector<LikeKey> like, LikeKeys(*database_, pin_.get(), TrigramsOf(key)));
  std::vector<NameHit> hits;
  std::unordered_set<EntityId> seen;
  for (const LikeKey& one : like) {
    if (hits.size() >= query.limit) break;
    const std::size_t before = hits.size();
    CHIDO_TRY(CollectNames(*database_, pin_.get(), ExactNamePrefix(kNameKind, one.key), query, seen,
                           hits));
    for (std::size_t i = before; i < hits.size(); ++i) hits[i].similarity = one.similarity;
  }
  return hits;
}

Result<std::vector<DocumentId>> Snapshot::DocumentsByUrl(std::string_view url) const {
  std::vector<DocumentId> documents;
  const auto rows = database_->Rows(Family::kName, ExactNamePrefix(kUrlKind, url), pin_.get());
  for (; rows->Valid(); rows->Next()) {
    CHIDO_ASSIGN(const NameKey key, DecodeNameKey(rows->key()));
    documents.emplace_back(key.id);
  }
  CHIDO_TRY(rows->status());
  return documents;
}

}  // namespace chido
