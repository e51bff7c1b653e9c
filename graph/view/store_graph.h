#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "graph/base/clock.h"
#include "graph/base/result.h"
#include "graph/store/edge.h"
#include "graph/store/snapshot.h"
#include "graph/view/filter.h"

namespace chido {

/// What a walk may cost. When a budget runs out the walk stops and says `truncated`; it never fails
/// for it.
struct Budget {
  std::size_t max_nodes = 10'000;   ///< vertices expanded
  std::size_t max_degree = 5'000;   ///< edges read of one vertex (hubs)
  std::size_t max_edges = 500'000;  ///< edges read in all
  Deadline deadline;                ///< wall time
};

/// One edge as it is walked: `to` is the far end, whichever side is the subject.
struct Step {
  EntityId from;
  EntityId to;
  EdgeRow row;
  Direction direction = Direction::kOut;  ///< kOut: `from` is the subject

  friend bool operator==(const Step& a, const Step& b) {
    return a.from == b.from && a.to == b.to && a.row.statement == b.row.statement;
  }
};

/// A snapshot as a lazy graph: edges are read from the store when a vertex is expanded, filtered,
/// and never more than the budget allows. Models Boost.Graph's IncidenceGraph and
/// BidirectionalGraph (see boost_graph.h). One per walk; not thread-safe. The snapshot must outlive
/// it.
class StoreGraph {
 public:
  /// Whether the out-edges of a vertex are those with it as subject, or all that touch it.
  enum class Walk { kForward, kBoth };
  using Steps = std::shared_ptr<const std::vector<Step>>;

  StoreGraph(const Snapshot& snapshot, const EdgeFilter& filter, Walk walk, const Budget& budget);

  /// Edges to leave `vertex` by; empty once the budget is spent. Order: out before in, then as
  /// stored. Bind the result to a name before looping over it: `for (… : *graph.Out(v))` would
  /// loop over freed memory.
  Steps Out(EntityId vertex) const;
  /// Edges that have `vertex` as object.
  Steps In(EntityId vertex) const;
  /// A budget ran out somewhere.
  bool truncated() const { return truncated_; }
  std::size_t edges_read() const { return edges_; }
  /// First error of the store; algorithms cannot see it, so ask after each walk.
  Status status() const { return cursor_->status(); }

 private:
  bool Spent() const;
  void Read(EntityId vertex, Direction direction, std::vector<Step>& steps) const;

  EdgeFilter filter_;
  Walk walk_;
  Budget budget_;
  std::unique_ptr<EdgeCursor> cursor_;
  mutable std::size_t nodes_ = 0;
  mutable std::size_t edges_ = 0;
  mutable bool truncated_ = false;
};

}  // namespace chido
