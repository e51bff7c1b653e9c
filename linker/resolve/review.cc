#include "linker/resolve/review.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "graph/algo/search.h"
#include "graph/base/hash.h"
#include "linker/resolve/judgement.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

constexpr std::size_t kPage = 1000;
constexpr std::size_t kMostNamesakes = 1000;
constexpr std::size_t kMostDocuments = 1000;

using IdPair = std::pair<EntityId, EntityId>;

IdPair Ordered(EntityId a, EntityId b) { return std::minmax(a, b); }

/// Which names fell into a bucket more than once: nearly all that several bear, in 2 MiB for any
/// number of names, so that only these need looking up.
class NamesSeen {
 public:
  void Add(std::string_view name) {
    const std::size_t at = Hash64(name) % kBuckets;
    if (once_[at]) several_[at] = true;
    once_[at] = true;
  }
  bool Several(std::string_view name) const { return several_[Hash64(name) % kBuckets]; }

 private:
  static constexpr std::size_t kBuckets = std::size_t{1} << 23;
  std::vector<bool> once_ = std::vector<bool>(kBuckets);
  std::vector<bool> several_ = std::vector<bool>(kBuckets);
};

/// A pair by its value; the best is the least.
struct Ranked {
  std::uint64_t fewer = 0;
  std::uint64_t more = 0;
  IdPair ids;
  EntityId first;  ///< of `more` documents

  friend bool operator<(const Ranked& a, const Ranked& b) {
    return std::tie(b.fewer, b.more, a.ids) < std::tie(a.fewer, a.more, b.ids);
  }
};

/// Looks for pairs, keeping the best alone.
class Search {
 public:
  Search(const Snapshot& snapshot, std::size_t limit, const Deadline& deadline)
      : snapshot_(snapshot), limit_(limit), deadline_(deadline) {}

  Status LoadJudged();
  /// Calls `visit` for every official until the time is over.
  template <typename Visit>
  Status EachOfficial(Visit visit);
  /// Ranks all officials of the name of `official`, if that is the first of them by id.
  Status RankNamesakesOf(const Entity& official);
  Result<ReviewList> Finish();

 private:
  struct Bearer {
    EntityId id;
    std::uint64_t documents = 0;
  };

  Result<std::map<std::string, std::vector<EntityId>>> BearersOf(const Entity& official);
  Status Rank(const std::vector<EntityId>& bearers);
  Result<Namesake> Tell(EntityId id, std::uint64_t documents) const;

  const Snapshot& snapshot_;
  const std::size_t limit_;
  const Deadline& deadline_;
  std::set<IdPair> different_;
  std::set<Ranked> best_;
  bool truncated_ = false;
};

Status Search::LoadJudged() {
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(snapshot_));
  for (const auto& [key, judgement] : judgements.all()) {
    if (judgement.verdict != Verdict::kDifferent) continue;
    CHIDO_ASSIGN(const std::optional<EntityId> a, EntityOf(snapshot_, judgement.a));
    CHIDO_ASSIGN(const std::optional<EntityId> b, EntityOf(snapshot_, judgement.b));
    if (a && b) different_.insert(Ordered(*a, *b));
  }
  return {};
}

template <typename Visit>
Status Search::EachOfficial(Visit visit) {
  std::string cursor;
  do {
    CHIDO_ASSIGN(const Page<Entity> page,
                 snapshot_.ScanEntities(EntityType::kOfficial, kPage, cursor));
    for (const Entity& official : page.items) {
      if (deadline_.Passed()) {
        truncated_ = true;
        return {};
      }
      CHIDO_TRY(visit(official));
    }
    cursor = page.next;
  } while (!cursor.empty());
  return {};
}

/// By name with its tones; nothing if another official stands for the name.
Result<std::map<std::string, std::vector<EntityId>>> Search::BearersOf(const Entity& official) {
  std::map<std::string, std::vector<EntityId>> bearers;
  const std::string key = SearchKey(official.label);
  CHIDO_ASSIGN(const std::vector<NameHit> hits,
               snapshot_.EntitiesByName(key, {EntityType::kOfficial, kMostNamesakes}));
  truncated_ = truncated_ || hits.size() >= kMostNamesakes;
  for (const NameHit& hit : hits) {
    CHIDO_ASSIGN(const std::optional<Entity> bearer, snapshot_.GetEntity(hit.entity));
    // One who bears it besides their label is not told under it.
    if (!bearer || SearchKey(bearer->label) != key) continue;
    if (bearers.empty() && bearer->id != official.id) return bearers;
    bearers[FoldKey(bearer->label)].push_back(bearer->id);
  }
  return bearers;
}

Status Search::Rank(const std::vector<EntityId>& ids) {
  std::vector<Bearer> bearers;
  for (const EntityId id : ids) {
    CHIDO_ASSIGN(const std::uint64_t documents, CountMentioning(snapshot_, id, kMostDocuments));
    bearers.push_back({id, documents});
  }
  std::ranges::sort(bearers, [](const Bearer& a, const Bearer& b) {
    return std::tie(b.documents, a.id) < std::tie(a.documents, b.id);
  });
  for (std::size_t j = 1; j < bearers.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const IdPair pair = Ordered(bearers[i].id, bearers[j].id);
      if (different_.contains(pair)) continue;
      best_.insert({bearers[j].documents, bearers[i].documents, pair, bearers[i].id});
      if (best_.size() <= limit_) continue;
      best_.erase(std::prev(best_.end()));
      truncated_ = true;
    }
  }
  return {};
}

Status Search::RankNamesakesOf(const Entity& official) {
  CHIDO_ASSIGN(const auto names, BearersOf(official));
  for (const auto& [name, bearers] : names) {
    if (bearers.size() > 1) CHIDO_TRY(Rank(bearers));
  }
  return {};
}

Result<Namesake> Search::Tell(EntityId id, std::uint64_t documents) const {
  CHIDO_ASSIGN(std::optional<Entity> official, snapshot_.GetEntity(id));
  if (!official) return Fail(Code::kCorruption, "official " + ToString(id) + " is missing");
  CHIDO_ASSIGN(RoleList roles, RolesOf(snapshot_, id));
  return Namesake{std::move(*official), documents, std::move(roles)};
}

Result<ReviewList> Search::Finish() {
  ReviewList list{.truncated = truncated_};
  for (const Ranked& ranked : best_) {
    const auto [a, b] = ranked.ids;
    CHIDO_ASSIGN(Namesake first, Tell(ranked.first, ranked.more));
    CHIDO_ASSIGN(Namesake second, Tell(ranked.first == a ? b : a, ranked.fewer));
    list.pairs.push_back({std::move(first), std::move(second)});
  }
  return list;
}

}  // namespace

Result<ReviewList> ReviewQueue(const Snapshot& snapshot, std::size_t limit,
                               const Deadline& deadline) {
  Search search(snapshot, limit, deadline);
  CHIDO_TRY(search.LoadJudged());
  NamesSeen seen;
  CHIDO_TRY(search.EachOfficial([&seen](const Entity& official) -> Status {
    seen.Add(SearchKey(official.label));
    return {};
  }));
  CHIDO_TRY(search.EachOfficial([&](const Entity& official) -> Status {
    if (!seen.Several(SearchKey(official.label))) return {};
    return search.RankNamesakesOf(official);
  }));
  return search.Finish();
}

}  // namespace chido
