#pragma once

// Makes StoreGraph and CsrGraph models of Boost.Graph's concepts. Heavy: include it in
// graph/algo/*.cc and tests alone.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <cstdint>
#include <utility>

#include "graph/view/csr_graph.h"
#include "graph/view/store_graph.h"

namespace chido {

/// Iterates over the edges of one vertex. Copies share the edges, so an algorithm may keep as many
/// as it likes.
class StepIterator
    : public boost::iterator_facade<StepIterator, const Step, boost::random_access_traversal_tag> {
 public:
  StepIterator() = default;
  StepIterator(StoreGraph::Steps steps, std::ptrdiff_t at) : steps_(std::move(steps)), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  const Step& dereference() const { return (*steps_)[static_cast<std::size_t>(at_)]; }
  bool equal(const StepIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t count) { at_ += count; }
  std::ptrdiff_t distance_to(const StepIterator& other) const { return other.at_ - at_; }

  StoreGraph::Steps steps_;
  std::ptrdiff_t at_ = 0;
};

inline std::pair<StepIterator, StepIterator> RangeOf(StoreGraph::Steps steps) {
  const auto size = static_cast<std::ptrdiff_t>(steps->size());
  return {StepIterator(steps, 0), StepIterator(steps, size)};
}

// Free functions live in namespace chido so that argument-dependent look-up finds them.
inline std::pair<StepIterator, StepIterator> out_edges(EntityId v, const StoreGraph& g) {
  return RangeOf(g.Out(v));
}
inline std::pair<StepIterator, StepIterator> in_edges(EntityId v, const StoreGraph& g) {
  return RangeOf(g.In(v));
}
inline std::size_t out_degree(EntityId v, const StoreGraph& g) { return g.Out(v)->size(); }
inline std::size_t in_degree(EntityId v, const StoreGraph& g) { return g.In(v)->size(); }
inline std::size_t degree(EntityId v, const StoreGraph& g) {
  return out_degree(v, g) + in_degree(v, g);
}
inline EntityId source(const Step& step, const StoreGraph&) { return step.from; }
inline EntityId target(const Step& step, const StoreGraph&) { return step.to; }

using ArcIterator = const Arc*;

/// Targets of a vertex's arcs.
class TargetIterator : public boost::iterator_facade<TargetIterator, const std::uint32_t,
                                                     boost::random_access_traversal_tag> {
 public:
  TargetIterator() = default;
  explicit TargetIterator(const Arc* arc) : arc_(arc) {}

 private:
  friend class boost::iterator_core_access;
  const std::uint32_t& dereference() const { return arc_->target; }
  bool equal(const TargetIterator& other) const { return arc_ == other.arc_; }
  void increment() { ++arc_; }
  void decrement() { --arc_; }
  void advance(std::ptrdiff_t count) { arc_ += count; }
  std::ptrdiff_t distance_to(const TargetIterator& other) const { return other.arc_ - arc_; }

  const Arc* arc_ = nullptr;
};

inline std::pair<ArcIterator, ArcIterator> out_edges(std::uint32_t v, const CsrGraph& g) {
  const auto arcs = g.Out(v);
  return {arcs.data(), arcs.data() + arcs.size()};
}
inline std::size_t out_degree(std::uint32_t v, const CsrGraph& g) { return g.Out(v).size(); }
inline std::pair<TargetIterator, TargetIterator> adjacent_vertices(std::uint32_t v,
                                                                   const CsrGraph& g) {
  const auto [first, last] = out_edges(v, g);
  return {TargetIterator(first), TargetIterator(last)};
}
inline std::pair<boost::counting_iterator<std::uint32_t>, boost::counting_iterator<std::uint32_t>>
vertices(const CsrGraph& g) {
  return {boost::counting_iterator<std::uint32_t>(0),
          boost::counting_iterator<std::uint32_t>(g.vertex_count())};
}
inline std::uint32_t num_vertices(const CsrGraph& g) { return g.vertex_count(); }
inline std::uint32_t source(const Arc& arc, const CsrGraph&) { return arc.source; }
inline std::uint32_t target(const Arc& arc, const CsrGraph&) { return arc.target; }

struct StoreTraversal : virtual boost::bidirectional_graph_tag {};
struct CsrTraversal : virtual boost::incidence_graph_tag,
                      virtual boost::adjacency_graph_tag,
                      virtual boost::vertex_list_graph_tag {};

}  // namespace chido

template <>
struct boost::graph_traits<chido::StoreGraph> {
  using vertex_descriptor = chido::EntityId;
  using edge_descriptor = chido::Step;
  using out_edge_iterator = chido::StepIterator;
  using in_edge_iterator = chido::StepIterator;
  using degree_size_type = std::size_t;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = chido::StoreTraversal;
  // A store-backed graph never lists its vertices; filtered_graph still names these.
  using vertex_iterator = void;
  using edge_iterator = void;
  using adjacency_iterator = void;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return {}; }
};

template <>
struct boost::graph_traits<chido::CsrGraph> {
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = chido::Arc;
  using out_edge_iterator = chido::ArcIterator;
  using adjacency_iterator = chido::TargetIterator;
  using vertex_iterator = boost::counting_iterator<std::uint32_t>;
  using degree_size_type = std::size_t;
  using vertices_size_type = std::uint32_t;
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = chido::CsrTraversal;
  using in_edge_iterator = void;
  using edge_iterator = void;
  using edges_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return ~std::uint32_t{0}; }
};
