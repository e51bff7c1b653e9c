#include "graph/view/store_graph.h"

namespace chido {

StoreGraph::StoreGraph(const Snapshot& snapshot, const EdgeFilter& filter, Walk walk,
                       const Budget& budget)
    : filter_(filter), walk_(walk), budget_(budget), cursor_(snapshot.NewEdgeCursor()) {}

bool StoreGraph::Spent() const {
  if (nodes_ < budget_.max_nodes && edges_ < budget_.max_edges && !budget_.deadline.Passed()) {
    return false;
  }
  truncated_ = true;
  return true;
}

void StoreGraph::Read(EntityId vertex, Direction direction, std::vector<Step>& steps) const {
  cursor_->Seek(vertex, direction);
  std::size_t degree = 0;
  for (EdgeRow row; cursor_->Next(row);) {
    if (++degree > budget_.max_degree || ++edges_ > budget_.max_edges) {
      truncated_ = true;
      return;
    }
    if (filter_.Admits(row)) steps.push_back({vertex, row.other, row, direction});
  }
}

StoreGraph::Steps StoreGraph::Out(EntityId vertex) const {
  auto steps = std::make_shared<std::vector<Step>>();
  if (Spent()) return steps;
  ++nodes_;
  Read(vertex, Direction::kOut, *steps);
  if (walk_ == Walk::kBoth) Read(vertex, Direction::kIn, *steps);
  return steps;
}

StoreGraph::Steps StoreGraph::In(EntityId vertex) const {
  auto steps = std::make_shared<std::vector<Step>>();
  if (Spent()) return steps;
  ++nodes_;
  Read(vertex, Direction::kIn, *steps);
  for (Step& step : *steps) std::swap(step.from, step.to);
  return steps;
}

}  // namespace chido
