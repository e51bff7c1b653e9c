#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "graph/view/store_graph.h"

namespace chido {

/// What a breadth-first walk has found. Vertices in the order of their distance.
struct WalkResult {
  std::vector<EntityId> order;
  std::unordered_map<EntityId, std::uint32_t> distance;
  bool truncated = false;
};

/// Walks from `start` up to `max_hops`, breadth first. Errors: those of the store.
Result<WalkResult> WalkFrom(const StoreGraph& graph, EntityId start, std::uint32_t max_hops);

}  // namespace chido
