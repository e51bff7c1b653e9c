#include "graph/algo/neighbourhood.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "graph/algo/walk.h"

namespace chido {

Result<std::vector<Statement>> EdgesAmong(const Snapshot& snapshot,
                                          const std::vector<NodeView>& nodes,
                                          const EdgeFilter& filter, const Budget& budget) {
  std::unordered_set<EntityId> inside;
  for (const NodeView& node : nodes) inside.insert(node.entity.id);
  const StoreGraph graph(snapshot, filter, StoreGraph::Walk::kForward, budget);
  std::set<StatementId> ids;
  for (const NodeView& node : nodes) {
    const StoreGraph::Steps steps = graph.Out(node.entity.id);
    for (const Step& step : *steps) {
      if (inside.contains(step.to)) ids.insert(step.row.statement);
    }
  }
  CHIDO_TRY(graph.status());
  std::vector<Statement> edges;
  for (const StatementId id : ids) {
    CHIDO_ASSIGN(std::optional<Statement> statement, snapshot.GetStatement(id));
    if (statement) edges.push_back(std::move(*statement));
  }
  return edges;
}

Result<Subgraph> Neighbourhood(const Snapshot& snapshot, EntityId start, std::uint32_t hops,
                               const EdgeFilter& filter, std::size_t max_nodes,
                               const Budget& budget) {
  const StoreGraph graph(snapshot, filter, StoreGraph::Walk::kBoth, budget);
  CHIDO_ASSIGN(const WalkResult walk, WalkFrom(graph, start, hops));
  Subgraph found;
  found.truncated = walk.truncated || walk.order.size() > max_nodes;
  for (const EntityId id : walk.order) {
    if (found.nodes.size() >= max_nodes) break;
    CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(id));
    if (entity) found.nodes.push_back({std::move(*entity), walk.distance.at(id)});
  }
  if (found.nodes.empty()) {
    return Fail(Code::kNotFound, "there is no entity " + ToString(start));
  }
  CHIDO_ASSIGN(found.edges, EdgesAmong(snapshot, found.nodes, filter, budget));
  return found;
}

}  // namespace chido
