#include "graph/algo/search.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace chido {
namespace {

/// Names looked at per question; ranking is among these.
constexpr std::size_t kMostNames = 300;
constexpr std::size_t kMostDirectives = 100;
constexpr std::size_t kMostDocuments = 1000;
constexpr float kLikeEnough = 0.5F;

auto RankOf(const SearchHit& hit) {
  // More documents first; the rest ascending.
  return std::tuple(hit.fit, -hit.similarity, ~hit.documents, hit.entity.label, hit.entity.id);
}

/// Collects hits, each entity once, in the order of how well they fit.
class Collector {
 public:
  Collector(const Snapshot& snapshot, const NameQuestion& question)
      : snapshot_(snapshot), question_(question) {}

  Status Add(const std::vector<NameHit>& names, NameFit fit, float least = 0) {
    for (const NameHit& name : names) {
      if (name.similarity < least || !seen_.insert(name.entity).second) continue;
      CHIDO_ASSIGN(std::optional<Entity> entity, snapshot_.GetEntity(name.entity));
      if (!entity) continue;
      SearchHit hit{std::move(*entity), fit, name.similarity, 0};
      CHIDO_ASSIGN(hit.documents, CountMentioning(snapshot_, name.entity, kMostDocuments));
      if (fit == NameFit::kExact && BearsTones(hit.entity)) hit.fit = NameFit::kToneExact;
      hits_.push_back(std::move(hit));
    }
    return {};
  }

  std::vector<SearchHit> Best(std::size_t limit) {
    std::ranges::sort(hits_, {}, RankOf);
    if (hits_.size() > limit) hits_.resize(limit);
    return std::move(hits_);
  }

  std::size_t size() const { return hits_.size(); }

 private:
  bool BearsTones(const Entity& entity) const {
    if (!question_.fold) return false;
    const auto same = [this](std::string_view name) {
      return question_.fold(name) == question_.tones;
    };
    return same(entity.label) || std::ranges::any_of(entity.names, same) ||
           same(entity.Attribute("number")) || same(entity.Attribute("title"));
  }

  const Snapshot& snapshot_;
  const NameQuestion& question_;
  std::unordered_set<EntityId> seen_;
  std::vector<SearchHit> hits_;
};

}  // namespace

std::string_view NameOf(NameFit fit) {
  switch (fit) {
    case NameFit::kToneExact:
      return "tone-exact";
    case NameFit::kExact:
      return "exact";
    case NameFit::kPrefix:
      return "prefix";
    case NameFit::kSimilar:
      return "similar";
  }
  return "";
}

Result<std::uint64_t> CountMentioning(const Snapshot& snapshot, EntityId entity, std::size_t most) {
  const std::unique_ptr<EdgeCursor> cursor = snapshot.NewEdgeCursor();
  cursor->Seek(entity, Direction::kIn, Predicate::kMentions);
  std::uint64_t count = 0;
  for (EdgeRow row; count < most && cursor->Next(row);) ++count;
  CHIDO_TRY(cursor->status());
  return count;
}

Result<SearchAnswer> SearchNames(const Snapshot& snapshot, const NameQuestion& question,
                                 std::size_t limit) {
  SearchAnswer answer;
  if (question.key.empty()) return answer;
  const NameQuery query{question.type, kMostNames};
  Collector collector(snapshot, question);
  CHIDO_ASSIGN(const std::vector<NameHit> exact, snapshot.EntitiesByName(question.key, query));
  CHIDO_TRY(collector.Add(exact, NameFit::kExact));
  CHIDO_ASSIGN(const std::vector<NameHit> prefix,
               snapshot.EntitiesByNamePrefix(question.key, query));
  CHIDO_TRY(collector.Add(prefix, NameFit::kPrefix));
  if (collector.size() == 0) {
    CHIDO_ASSIGN(const std::vector<NameHit> similar,
                 snapshot.EntitiesBySimilarName(
                     question.key, {question.type, std::min<std::size_t>(limit, kMostNames)}));
    CHIDO_TRY(collector.Add(similar, NameFit::kSimilar, kLikeEnough));
  }
  answer.truncated = prefix.size() >= kMostNames || collector.size() > limit;
  answer.hits = collector.Best(limit);
  return answer;
}

Result<std::vector<SearchHit>> EntitiesNamed(const Snapshot& snapshot, const NameQuestion& question,
                                             std::size_t limit) {
  Collector collector(snapshot, question);
  if (!question.key.empty()) {
    CHIDO_ASSIGN(const std::vector<NameHit> exact,
                 snapshot.EntitiesByName(question.key, {question.type, kMostNames}));
    CHIDO_TRY(collector.Add(exact, NameFit::kExact));
  }
  std::vector<SearchHit> hits = collector.Best(kMostNames);
  const auto other = std::ranges::find_if(
      hits, [](const SearchHit& hit) { return hit.fit != NameFit::kToneExact; });
  if (other != hits.begin()) hits.erase(other, hits.end());
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

Result<std::vector<SearchHit>> NamesLike(const Snapshot& snapshot, const NameQuestion& question,
                                         std::size_t limit) {
  Collector collector(snapshot, question);
  if (question.key.empty()) return collector.Best(0);
  const NameQuery query{question.type, limit};
  CHIDO_ASSIGN(const std::vector<NameHit> prefix,
               snapshot.EntitiesByNamePrefix(question.key, query));
  CHIDO_TRY(collector.Add(prefix, NameFit::kPrefix));
  CHIDO_ASSIGN(const std::vector<NameHit> similar,
               snapshot.EntitiesBySimilarName(question.key, query));
  CHIDO_TRY(collector.Add(similar, NameFit::kSimilar));
  return collector.Best(limit);
}

Result<std::vector<Entity>> DirectivesNumbered(const Snapshot& snapshot,
                                               std::span<const std::string> keys) {
  std::vector<Entity> found;
  std::unordered_set<EntityId> seen;
  for (const std::string& key : keys) {
    if (key.empty()) continue;
    CHIDO_ASSIGN(const std::vector<NameHit> hits,
                 snapshot.EntitiesByName(key, {EntityType::kDirective, kMostDirectives}));
    for (const NameHit& hit : hits) {
      if (found.size() >= kMostDirectives || !seen.insert(hit.entity).second) continue;
      CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(hit.entity));
      if (entity) found.push_back(std::move(*entity));
    }
  }
  std::ranges::sort(found, {}, [](const Entity& directive) {
    return std::tuple(directive.Attribute("type"), directive.Attribute("date"),
                      directive.Attribute("issuer"), directive.id);
  });
  return found;
}

}  // namespace chido
