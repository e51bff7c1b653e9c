#pragma once

#include <vector>

#include "graph/view/store_graph.h"

namespace chido {

/// One way between two entities: `steps[i].to == steps[i + 1].from`.
struct Path {
  std::vector<Step> steps;
};

struct PathAnswer {
  std::vector<Path> paths;  ///< all of the least length, at most `limit`, in a stable order
  bool truncated = false;   ///< a budget ran out, or there are more than `limit`
};

/// All shortest ways from one entity to another over edges that `filter` admits, in either
/// direction. No way within `max_hops` (1..8) is an empty answer, not an error. Errors: those of
/// the store.
Result<PathAnswer> ShortestPaths(const Snapshot& snapshot, EntityId from, EntityId to,
                                 std::uint32_t max_hops, const EdgeFilter& filter,
                                 std::size_t limit, const Budget& budget);

}  // namespace chido
