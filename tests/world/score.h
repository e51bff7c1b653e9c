#pragma once

#include <cstdint>
#include <vector>

namespace chido::world {

/// A mention: what it truly is, and the cluster that it was put into.
struct Placed {
  std::uint64_t truth = 0;
  std::uint64_t cluster = 0;
};

/// B-cubed over mentions (Bagga and Baldwin, "Entity-based cross-document coreferencing using the
/// vector space model", COLING 1998), each mention weighing the same.
struct BCubed {
  double precision = 0;  ///< of a mention's cluster, the mean share that truly is what it is
  double recall = 0;     ///< of all mentions of what it truly is, the mean share in its cluster
  double f1 = 0;         ///< harmonic mean of the two
  std::uint64_t mentions = 0;
  std::uint64_t truths = 0;
  std::uint64_t clusters = 0;
};

/// All zero for no mentions. Linear in memory, n log n in time.
BCubed ScoreOf(const std::vector<Placed>& mentions);

/// A cluster of several truths, or a truth in several clusters, by what it costs.
struct Mistake {
  std::uint64_t whole = 0;            ///< the cluster, or the truth
  double lost = 0;                    ///< mentions' worth of precision or recall
  std::vector<std::size_t> mentions;  ///< indexes, by part
};

/// The worst wrong merges (by cluster) or wrong splits (by truth), at most `count`.
std::vector<Mistake> WorstMerges(const std::vector<Placed>& mentions, std::size_t count);
std::vector<Mistake> WorstSplits(const std::vector<Placed>& mentions, std::size_t count);

}  // namespace chido::world
