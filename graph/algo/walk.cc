#include "graph/algo/walk.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>

#include "graph/view/boost_graph.h"

namespace chido {
namespace {

/// Thrown by the visitor and caught below: the only way to stop a search of Boost.Graph early.
struct Enough {};

/// Colours only what the walk has touched: a search over a store must not initialise every vertex.
struct TouchedColours {
  using key_type = EntityId;
  using value_type = boost::default_color_type;
  using reference = value_type;
  using category = boost::read_write_property_map_tag;
  std::unordered_map<EntityId, boost::default_color_type>* colours;
};

boost::default_color_type get(const TouchedColours& map, EntityId vertex) {
  const auto found = map.colours->find(vertex);
  return found == map.colours->end() ? boost::white_color : found->second;
}

void put(const TouchedColours& map, EntityId vertex, boost::default_color_type colour) {
  (*map.colours)[vertex] = colour;
}

class Recorder : public boost::bfs_visitor<> {
 public:
  Recorder(WalkResult& result, std::uint32_t max_hops) : result_(&result), max_hops_(max_hops) {}

  void examine_vertex(EntityId vertex, const StoreGraph&) {
    if (result_->distance.at(vertex) >= max_hops_) throw Enough{};
  }
  void examine_edge(const Step& step, const StoreGraph&) {
    const std::uint32_t next = result_->distance.at(step.from) + 1;
    if (result_->distance.try_emplace(step.to, next).second) result_->order.push_back(step.to);
  }

 private:
  WalkResult* result_;
  std::uint32_t max_hops_;
};

}  // namespace

Result<WalkResult> WalkFrom(const StoreGraph& graph, EntityId start, std::uint32_t max_hops) {
  WalkResult result;
  result.order.push_back(start);
  result.distance.emplace(start, 0);
  std::unordered_map<EntityId, boost::default_color_type> colours;
  boost::queue<EntityId> queue;
  try {
    boost::breadth_first_visit(graph, start, queue, Recorder(result, max_hops),
                               TouchedColours{&colours});
  } catch (const Enough&) {
  }
  CHIDO_TRY(graph.status());
  result.truncated = graph.truncated();
  return result;
}

}  // namespace chido
