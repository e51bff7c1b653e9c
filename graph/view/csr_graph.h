#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/ids.h"
#include "graph/store/snapshot.h"
#include "graph/view/filter.h"

namespace chido {

/// An arc of a `CsrGraph`; the weight counts the statements that it stands for.
struct Arc {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 1;
  friend bool operator==(const Arc&, const Arc&) = default;
};

/// A copy of a graph or of a part of it in compressed rows: 12 bytes an arc, vertices 0..n-1. For
/// algorithms over the whole. Models Boost.Graph's VertexListGraph, IncidenceGraph and
/// AdjacencyGraph (see boost_graph.h). Immutable, thread-safe.
class CsrGraph {
 public:
  /// `arcs` in any order; sources and targets below `vertices.size()`.
  CsrGraph(std::vector<EntityId> vertices, std::vector<Arc> arcs);
  /// Copies all statements that `filter` admits. `max_arcs` bounds memory; error kTooLarge beyond
  /// it.
  static Result<CsrGraph> Copy(const Snapshot& snapshot, const EdgeFilter& filter,
                               std::size_t max_arcs = 50'000'000);

  std::uint32_t vertex_count() const { return static_cast<std::uint32_t>(vertices_.size()); }
  std::size_t arc_count() const { return arcs_.size(); }
  EntityId entity(std::uint32_t vertex) const { return vertices_[vertex]; }
  std::optional<std::uint32_t> VertexOf(EntityId entity) const;
  std::span<const Arc> Out(std::uint32_t vertex) const {
    return std::span(arcs_).subspan(first_[vertex], first_[vertex + 1] - first_[vertex]);
  }

 private:
  std::vector<EntityId> vertices_;
  std::unordered_map<EntityId, std::uint32_t> index_;
  std::vector<std::uint64_t> first_;
  std::vector<Arc> arcs_;
};

}  // namespace chido
