#include "graph/algo/paths.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace chido {
namespace {

/// One end of the search, grown level by level.
class Side {
 public:
  explicit Side(EntityId start) : frontier_{start} { depth_of_.emplace(start, 0); }

  /// Reaches everything one hop farther, by all edges that lead there.
  void Grow(const StoreGraph& graph) {
    ++depth_;
    std::vector<EntityId> next;
    for (const EntityId vertex : frontier_) {
      const StoreGraph::Steps steps = graph.Out(vertex);
      for (const Step& step : *steps) {
        const auto [at, fresh] = depth_of_.try_emplace(step.to, depth_);
        if (fresh) next.push_back(step.to);
        if (at->second == depth_) back_[step.to].push_back(step);
      }
    }
    frontier_ = std::move(next);
  }

  const std::vector<EntityId>& frontier() const { return frontier_; }
  std::uint32_t depth() const { return depth_; }
  bool InFrontier(EntityId vertex) const {
    const auto found = depth_of_.find(vertex);
    return found != depth_of_.end() && found->second == depth_;
  }

  /// Ways from the start to `vertex`, at most `limit`, in a stable order. Parallel statements
  /// between two entities are one way.
  std::vector<std::vector<Step>> WaysTo(EntityId vertex, std::size_t limit) const {
    const auto found = back_.find(vertex);
    if (found == back_.end()) return {{}};
    std::vector<Step> steps = found->second;
    std::ranges::sort(steps, {},
                      [](const Step& step) { return std::pair(step.from, step.row.statement); });
    std::vector<std::vector<Step>> ways;
    EntityId last;
    for (const Step& step : steps) {
      if (step.from == last || ways.size() >= limit) continue;
      last = step.from;
      for (std::vector<Step>& way : WaysTo(step.from, limit - ways.size())) {
        way.push_back(step);
        ways.push_back(std::move(way));
      }
    }
    return ways;
  }

 private:
  std::vector<EntityId> frontier_;
  std::uint32_t depth_ = 0;
  std::unordered_map<EntityId, std::uint32_t> depth_of_;
  std::unordered_map<EntityId, std::vector<Step>> back_;
};

Step Turned(const Step& step) {
  Step turned = step;
  std::swap(turned.from, turned.to);
  std::swap(turned.row.entity, turned.row.other);
  turned.direction = step.direction == Direction::kOut ? Direction::kIn : Direction::kOut;
  return turned;
}

/// Joins the ways of both sides at the vertices where they meet.
void JoinAt(EntityId meet, const Side& start, const Side& goal, std::size_t limit,
            PathAnswer& answer) {
  const std::vector<std::vector<Step>> firsts = start.WaysTo(meet, limit + 1);
  const std::vector<std::vector<Step>> seconds = goal.WaysTo(meet, limit + 1);
  for (const std::vector<Step>& first : firsts) {
    for (const std::vector<Step>& second : seconds) {
      if (answer.paths.size() >= limit) {
        answer.truncated = true;
        return;
      }
      Path path{first};
      for (auto step = second.rbegin(); step != second.rend(); ++step) {
        path.steps.push_back(Turned(*step));
      }
      answer.paths.push_back(std::move(path));
    }
  }
}

}  // namespace

Result<PathAnswer> ShortestPaths(const Snapshot& snapshot, EntityId from, EntityId to,
                                 std::uint32_t max_hops, const EdgeFilter& filter,
                                 std::size_t limit, const Budget& budget) {
  PathAnswer answer;
  if (from == to) return answer;
  const StoreGraph graph(snapshot, filter, StoreGraph::Walk::kBoth, budget);
  Side start(from);
  Side goal(to);
  // The sides had not met before the last level grew, so every shortest way runs through a vertex
  // that is in the frontier of both.
  while (answer.paths.empty() && start.depth() + goal.depth() < max_hops) {
    Side& smaller = start.frontier().size() <= goal.frontier().size() ? start : goal;
    if (smaller.frontier().empty()) break;
    smaller.Grow(graph);
    std::vector<EntityId> meets;
    std::ranges::copy_if(smaller.frontier(), std::back_inserter(meets), [&](EntityId vertex) {
      return start.InFrontier(vertex) && goal.InFrontier(vertex);
    });
    std::ranges::sort(meets);
    for (const EntityId meet : meets) JoinAt(meet, start, goal, limit, answer);
  }
  CHIDO_TRY(graph.status());
  answer.truncated = answer.truncated || graph.truncated();
  return answer;
}

}  // namespace chido
