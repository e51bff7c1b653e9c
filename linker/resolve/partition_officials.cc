#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "graph/base/hash.h"
#include "linker/resolve/clusters.h"
#include "linker/resolve/model.h"
#include "linker/resolve/official_model.h"
#include "linker/resolve/partition.h"

namespace chido {
namespace {

using Roots = std::vector<std::size_t>;

/// Solves the officials of one block. Every step goes through its groups by age of their oldest
/// mention, so that the outcome is a function of the set of mentions.
class Solver {
 public:
  Solver(std::span<const Mention> mentions, const Constraints& judged, const OfficialModel& model);

  void JoinAlike();
  void JoinBySharedPosts();
  void JoinByScore();
  void JoinBare();
  std::vector<EntityId> Name() { return NameClusters("official", mentions_, clusters_); }

 private:
  using RootsByKey = std::map<std::pair<std::string_view, std::uint64_t>, Roots>;

  /// False if a judgement keeps them apart. Both are roots; the profile of the joined is at its.
  bool TryJoin(std::size_t a, std::size_t b);
  double Score(std::size_t a, std::size_t b) const {
    return model_.Compare(profiles_[a], profiles_[b]).Total();
  }
  /// The groups that tell `kind`, by name and key, oldest first.
  RootsByKey ByKey(FactKind kind, bool bare);
  Roots RootsNow(const Roots& roots);
  void JoinInTurn(const Roots& roots);
  void Agglomerate(Roots roots);
  void AttachBare(const Roots& bare, const Roots& people);
  std::optional<std::size_t> PersonOf(std::size_t bare, const Roots& people) const;
  /// By name: groups that tell who they are, and bare ones; oldest first.
  std::map<std::string_view, Roots> ByName(bool bare);

  std::span<const Mention> mentions_;
  const OfficialModel& model_;
  JudgedClusters clusters_;
  std::vector<OfficialProfile> profiles_;  ///< of each root
  Roots by_age_;                           ///< all mentions, the oldest first
};

Solver::Solver(std::span<const Mention> mentions, const Constraints& judged,
               const OfficialModel& model)
    : mentions_(mentions), model_(model), clusters_(mentions, judged), by_age_(mentions.size()) {
  std::iota(by_age_.begin(), by_age_.end(), std::size_t{0});
  std::ranges::sort(by_age_, [&mentions](std::size_t a, std::size_t b) {
    return Older(mentions[a], mentions[b]);
  });
  profiles_.resize(mentions.size());
  for (std::size_t rank = 0; rank < by_age_.size(); ++rank) {
    const std::size_t i = by_age_[rank];
    OfficialProfile own = model.Profile(mentions[i], rank);
    OfficialProfile& all = profiles_[clusters_.Find(i)];
    if (all.names.empty()) {
      all = std::move(own);
    } else {
      all.Join(own);
    }
  }
}

bool Solver::TryJoin(std::size_t a, std::size_t b) {
  if (a == b) return true;
  if (!clusters_.TryJoin(a, b)) return false;
  const std::size_t root = clusters_.Find(a);
  profiles_[root].Join(profiles_[root == a ? b : a]);
  return true;
}

Roots Solver::RootsNow(const Roots& roots) {
  Roots now;
  for (const std::size_t root : roots) now.push_back(clusters_.Find(root));
  std::ranges::sort(now, {}, [this](std::size_t root) { return profiles_[root].oldest; });
  now.erase(std::unique(now.begin(), now.end()), now.end());
  return now;
}

/// Mentions that tell the very same of posts are one without a comparison: how often an official is
/// told of must not make solving slower.
void Solver::JoinAlike() {
  std::map<std::pair<std::string_view, std::uint64_t>, std::size_t> first;
  for (const std::size_t i : by_age_) {
    std::uint64_t core = 0;
    bool post = false;
    for (const std::string& key : mentions_[i].keys) {
      if (key.starts_with("m:") || key.starts_with("g:")) continue;
      post = post || key.starts_with("t:") || key.starts_with("r:");
      core = Hash64(key, core);
    }
    if (!post) continue;
    const auto [at, added] = first.try_emplace({mentions_[i].identity, core}, i);
    const std::size_t one = clusters_.Find(i);
    const std::size_t other = clusters_.Find(at->second);
    if (added || one == other || Score(one, other) < model::kMatch) continue;
    TryJoin(one, other);
  }
}

Solver::RootsByKey Solver::ByKey(FactKind kind, bool bare) {
  RootsByKey by_key;
  for (const auto& [name, roots] : ByName(bare)) {
    for (const std::size_t root : roots) {
      const OfficialProfile& profile = profiles_[root];
      for (auto at = profile.Begin(kind); at != profile.facts.end() && at->kind == kind; ++at) {
        by_key[{name, at->key}].push_back(root);
      }
    }
  }
  return by_key;
}

std::map<std::string_view, Roots> Solver::ByName(bool bare) {
  std::map<std::string_view, Roots> by_name;
  for (const std::size_t i : by_age_) {
    const OfficialProfile& profile = profiles_[clusters_.Find(i)];
    if (by_age_[profile.oldest] != i || profile.IsBare() != bare) continue;
    for (const std::string_view name : profile.names) {
      by_name[name].push_back(clusters_.Find(i));
    }
  }
  return by_name;
}

/// Each group joins the best of the older ones, if one is good enough. Only so many of these are
/// looked at; two people of one name and body are rare, more are not worth the time.
void Solver::JoinInTurn(const Roots& roots) {
  Roots kept;
  for (const std::size_t root : RootsNow(roots)) {
    std::size_t best = root;
    double highest = model::kMatch;
    for (const std::size_t other : kept) {
      const double score = Score(other, root);
      if (score < highest || (score == highest && best != root)) continue;
      highest = score;
      best = other;
    }
    if (best == root || !TryJoin(best, root)) {
      if (kept.size() < model::kMostCompared) kept.push_back(root);
    } else {
      for (std::size_t& other : kept) other = clusters_.Find(other);
    }
  }
}

void Solver::JoinBySharedPosts() {
  for (const FactKind kind : {FactKind::kPost, FactKind::kBody}) {
    for (const auto& [key, roots] : ByKey(kind, false)) {
      if (roots.size() > 1) JoinInTurn(roots);
    }
  }
}

/// Joins the best pair again and again, until none is good enough.
void Solver::Agglomerate(Roots roots) {
  roots = RootsNow(roots);
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const std::size_t size = roots.size();
  std::vector<double> scores(size * size, kNever);
  const auto compare = [&](std::size_t i, std::size_t j) {
    scores[std::min(i, j) * size + std::max(i, j)] = Score(roots[i], roots[j]);
  };
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = i + 1; j < size; ++j) compare(i, j);
  }
  while (size > 1) {
    const auto best = std::ranges::max_element(scores);
    if (*best < model::kMatch) return;
    const auto at = static_cast<std::size_t>(best - scores.begin());
    const std::size_t i = at / size;
    const std::size_t j = at % size;
    if (!TryJoin(roots[i], roots[j])) {
      *best = kNever;
      continue;
    }
    roots[i] = clusters_.Find(roots[i]);
    for (std::size_t k = 0; k < size; ++k) {
      double& gone = scores[std::min(j, k) * size + std::max(j, k)];
      gone = kNever;
    }
    for (std::size_t k = 0; k < size; ++k) {
      const double was = scores[std::min(i, k) * size + std::max(i, k)];
      if (k != i && k != j && was != kNever) compare(i, k);
    }
  }
}

/// All groups of a name with each other; of a name with too many, those of each province.
void Solver::JoinByScore() {
  for (const auto& [name, roots] : ByName(false)) {
    if (roots.size() <= model::kMostSolved) Agglomerate(roots);
  }
  std::map<std::string_view, Roots> names = ByName(false);
  std::erase_if(names, [](const auto& item) { return item.second.size() <= model::kMostSolved; });
  if (names.empty()) return;
  for (const FactKind kind : {FactKind::kUnit, FactKind::kProvince}) {
    for (const auto& [key, roots] : ByKey(kind, false)) {
      if (!names.contains(key.first) || roots.size() < 2) continue;
      if (roots.size() <= model::kMostSolved) Agglomerate(roots);
    }
  }
}

/// The one of `people` whom a bare name means: each is as likely as often they are told of, and as
/// what is told fits; that it is somebody else is as likely as the name is frequent.
std::optional<std::size_t> Solver::PersonOf(std::size_t bare, const Roots& people) const {
  const OfficialProfile& own = profiles_[bare];
  double all = std::ranges::max(own.namesakes) * model::kBareNamesakes;
  double best = 0;
  std::optional<std::size_t> person;
  for (const std::size_t other : people) {
    const OfficialProfile& profile = profiles_[other];
    const double weight =
        static_cast<double>(profile.mentions) * std::exp2(model_.Compare(profile, own).Evidence());
    all += weight;
    if (weight <= best) continue;
    best = weight;
    person = other;
  }
  return best >= model::kBareMatch * all ? person : std::nullopt;
}

void Solver::AttachBare(const Roots& bare, const Roots& people) {
  std::vector<std::pair<std::size_t, std::size_t>> joins;
  for (const std::size_t root : bare) {
    if (const auto person = PersonOf(root, people)) joins.emplace_back(root, *person);
  }
  // After all were decided: who joins first must not change what is told of a person.
  for (const auto& [root, person] : joins) {
    TryJoin(clusters_.Find(root), clusters_.Find(person));
  }
}

void Solver::JoinBare() {
  std::map<std::string_view, Roots> people = ByName(false);
  for (const auto& [name, bare] : ByName(true)) {
    Roots candidates = RootsNow(people[name]);
    std::ranges::stable_sort(candidates, std::ranges::greater(),
                             [this](std::size_t root) { return profiles_[root].mentions; });
    candidates.resize(std::min(candidates.size(), model::kMostCompared));
    AttachBare(RootsNow(bare), candidates);
  }
  for (const auto& [key, roots] : ByKey(FactKind::kArticle, true)) JoinInTurn(roots);
  for (const auto& [name, roots] : ByName(true)) JoinInTurn(roots);
}

}  // namespace

std::vector<EntityId> PartitionOfficials(std::span<const Mention> mentions,
                                         const OfficialModel& model, const Constraints& judged) {
  Solver solver(mentions, judged, model);
  solver.JoinAlike();
  solver.JoinBySharedPosts();
  solver.JoinByScore();
  solver.JoinBare();
  return solver.Name();
}

}  // namespace chido
