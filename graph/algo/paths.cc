#include "graph/algo/paths.h"

#include <algorithm>

#include "graph/algo/walk.h"

namespace chido {
namespace {

/// Unrolls the ways back from the goal, depth first, until `limit`.
class Unroller {
 public:
  Unroller(WalkResult& walk, EntityId from, std::size_t limit)
      : walk_(walk), from_(from), limit_(limit) {
    for (auto& [vertex, steps] : walk_.back) {
      std::ranges::sort(steps, {},
                        [](const Step& s) { return std::pair(s.from, s.row.statement); });
    }
  }

  /// One path per sequence of entities: parallel statements between two entities are one way.
  void Unroll(EntityId at, PathAnswer& answer) {
    if (at == from_) {
      Path path;
      path.steps.assign(trail_.rbegin(), trail_.rend());
      answer.paths.push_back(std::move(path));
      return;
    }
    EntityId last;
    for (const Step& step : walk_.back.at(at)) {
      if (step.from == last) continue;
      last = step.from;
      if (answer.paths.size() >= limit_) {
        answer.truncated = true;
        return;
      }
      trail_.push_back(step);
      Unroll(step.from, answer);
      trail_.pop_back();
    }
  }

 private:
  WalkResult& walk_;
  EntityId from_;
  std::size_t limit_;
  std::vector<Step> trail_;
};

}  // namespace

Result<PathAnswer> ShortestPaths(const Snapshot& snapshot, EntityId from, EntityId to,
                                 std::uint32_t max_hops, const EdgeFilter& filter,
                                 std::size_t limit, const Budget& budget) {
  const StoreGraph graph(snapshot, filter, StoreGraph::Walk::kBoth, budget);
  CHIDO_ASSIGN(WalkResult walk, WalkFrom(graph, from, max_hops, to));
  PathAnswer answer;
  answer.truncated = walk.truncated;
  if (from == to || !walk.distance.contains(to)) return answer;
  Unroller(walk, from, limit).Unroll(to, answer);
  return answer;
}

}  // namespace chido
