#pragma once

#include <vector>

#include "graph/view/store_graph.h"

namespace chido {

/// An entity in a drawing or answer.
struct NodeView {
  Entity entity;
  std::uint32_t distance = 0;  ///< hops from the start
};

/// A part of the graph: nodes by distance, edges between them, each once.
struct Subgraph {
  std::vector<NodeView> nodes;
  std::vector<Statement> edges;
  bool truncated = false;  ///< a budget ran out: there may be more
};

/// Everything within `hops` (1..4) of `start`, over edges that `filter` admits, in both directions.
/// At most `max_nodes` nodes, nearest first. Errors: kNotFound if `start` is not an entity, those
/// of the store.
Result<Subgraph> Neighbourhood(const Snapshot& snapshot, EntityId start, std::uint32_t hops,
                               const EdgeFilter& filter, std::size_t max_nodes,
                               const Budget& budget);

/// Loads the statements between `nodes` that `filter` admits, each once, by id.
Result<std::vector<Statement>> EdgesAmong(const Snapshot& snapshot,
                                          const std::vector<NodeView>& nodes,
                                          const EdgeFilter& filter, const Budget& budget);

}  // namespace chido
