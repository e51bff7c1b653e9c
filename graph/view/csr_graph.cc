#include "graph/view/csr_graph.h"

#include <algorithm>

namespace chido {
namespace {

constexpr std::size_t kPage = 10'000;

/// Numbers entities in the order in which they are met.
class Numbering {
 public:
  std::uint32_t Of(EntityId entity) {
    const auto [at, inserted] = index_.try_emplace(entity, static_cast<std::uint32_t>(all_.size()));
    if (inserted) all_.push_back(entity);
    return at->second;
  }
  std::vector<EntityId> Take() { return std::move(all_); }

 private:
  std::unordered_map<EntityId, std::uint32_t> index_;
  std::vector<EntityId> all_;
};

}  // namespace

CsrGraph::CsrGraph(std::vector<EntityId> vertices, std::vector<Arc> arcs)
    : vertices_(std::move(vertices)), first_(vertices_.size() + 1, 0), arcs_(std::move(arcs)) {
  std::ranges::sort(arcs_, {}, [](const Arc& arc) { return std::pair(arc.source, arc.target); });
  for (const Arc& arc : arcs_) ++first_[arc.source + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  index_.reserve(vertices_.size());
  for (std::uint32_t i = 0; i < vertices_.size(); ++i) index_.emplace(vertices_[i], i);
}

std::optional<std::uint32_t> CsrGraph::VertexOf(EntityId entity) const {
  const auto found = index_.find(entity);
  return found == index_.end() ? std::nullopt : std::optional(found->second);
}

Result<CsrGraph> CsrGraph::Copy(const Snapshot& snapshot, const EdgeFilter& filter,
                                std::size_t max_arcs) {
  Numbering numbers;
  std::vector<Arc> arcs;
  std::string cursor;
  do {
    CHIDO_ASSIGN(Page<Statement> page, snapshot.ScanStatements(kPage, cursor));
    for (const Statement& statement : page.items) {
      EdgeRow row;
      row.predicate = statement.predicate;
      row.confidence = statement.confidence;
      row.valid_from = statement.valid.FirstDay();
      row.valid_to = statement.valid.LastDay();
      if (!filter.Admits(row)) continue;
      arcs.push_back({numbers.Of(statement.subject), numbers.Of(statement.object), 1});
    }
    if (arcs.size() > max_arcs) {
      return Fail(Code::kTooLarge, "the graph has more than " + std::to_string(max_arcs) +
                                       " edges of the asked kinds; narrow the filter");
    }
    cursor = std::move(page.next);
  } while (!cursor.empty());
  return CsrGraph(numbers.Take(), std::move(arcs));
}

}  // namespace chido
