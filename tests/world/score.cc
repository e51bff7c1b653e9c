#include "tests/world/score.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace chido::world {
namespace {

/// One side's whole and the parts into which the other side cuts it.
struct Cut {
  std::size_t begin = 0;  ///< in the order
  std::size_t end = 0;
  double lost = 0;  ///< size minus the sum of part² / size
};

struct Sorted {
  std::vector<std::size_t> order;
  std::vector<Cut> cuts;
};

/// Sorts mentions by `whole`, then `part`, and measures how each whole is cut.
Sorted CutBy(const std::vector<Placed>& mentions, std::uint64_t Placed::* whole,
             std::uint64_t Placed::* part) {
  Sorted sorted;
  sorted.order.resize(mentions.size());
  std::iota(sorted.order.begin(), sorted.order.end(), std::size_t{0});
  std::ranges::sort(sorted.order, {}, [&](std::size_t i) {
    return std::tuple(mentions[i].*whole, mentions[i].*part, i);
  });
  std::size_t begin = 0;
  while (begin < sorted.order.size()) {
    const std::uint64_t key = mentions[sorted.order[begin]].*whole;
    double squares = 0;
    std::size_t at = begin;
    while (at < sorted.order.size() && mentions[sorted.order[at]].*whole == key) {
      const std::size_t start = at;
      const std::uint64_t inner = mentions[sorted.order[at]].*part;
      while (at < sorted.order.size() && mentions[sorted.order[at]].*whole == key &&
             mentions[sorted.order[at]].*part == inner) {
        ++at;
      }
      squares += static_cast<double>(at - start) * static_cast<double>(at - start);
    }
    const auto size = static_cast<double>(at - begin);
    sorted.cuts.push_back({begin, at, size - squares / size});
    begin = at;
  }
  return sorted;
}

/// The mean over all mentions of the share of the whole that is theirs.
double Kept(const Sorted& sorted) {
  double lost = 0;
  for (const Cut& cut : sorted.cuts) lost += cut.lost;
  return 1 - lost / static_cast<double>(sorted.order.size());
}

std::vector<Mistake> Worst(const std::vector<Placed>& mentions, Sorted sorted,
                           std::uint64_t Placed::* whole, std::size_t count) {
  std::ranges::sort(sorted.cuts, {},
                    [](const Cut& cut) { return std::pair(-cut.lost, cut.begin); });
  std::vector<Mistake> worst;
  for (const Cut& cut : sorted.cuts) {
    if (worst.size() == count || cut.lost <= 1e-9) break;
    Mistake mistake;
    mistake.whole = mentions[sorted.order[cut.begin]].*whole;
    mistake.lost = cut.lost;
    for (std::size_t i = cut.begin; i < cut.end; ++i) mistake.mentions.push_back(sorted.order[i]);
    worst.push_back(std::move(mistake));
  }
  return worst;
}

}  // namespace

BCubed ScoreOf(const std::vector<Placed>& mentions) {
  BCubed score;
  if (mentions.empty()) return score;
  const Sorted by_cluster = CutBy(mentions, &Placed::cluster, &Placed::truth);
  const Sorted by_truth = CutBy(mentions, &Placed::truth, &Placed::cluster);
  score.precision = Kept(by_cluster);
  score.recall = Kept(by_truth);
  score.f1 = 2 * score.precision * score.recall / (score.precision + score.recall);
  score.mentions = mentions.size();
  score.truths = by_truth.cuts.size();
  score.clusters = by_cluster.cuts.size();
  return score;
}

std::vector<Mistake> WorstMerges(const std::vector<Placed>& mentions, std::size_t count) {
  return Worst(mentions, CutBy(mentions, &Placed::cluster, &Placed::truth), &Placed::cluster,
               count);
}

std::vector<Mistake> WorstSplits(const std::vector<Placed>& mentions, std::size_t count) {
  return Worst(mentions, CutBy(mentions, &Placed::truth, &Placed::cluster), &Placed::truth, count);
}

}  // namespace chido::world
