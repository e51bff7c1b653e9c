#include "graph/algo/trace.h"

#include <algorithm>
#include <map>
#include <set>

namespace chido {
namespace {

/// Where in which document.
using Place = std::pair<DocumentId, Span>;

class Tracer {
 public:
  Tracer(const Snapshot& snapshot, CitationTrace& trace, const Budget& budget)
      : snapshot_(snapshot), trace_(trace), budget_(budget), quoter_(snapshot) {}

  Status CollectCitations(std::size_t max_citations);
  Status CollectLinks();

 private:
  Status AddEdge(const EdgeRow& row);
  Result<Citation*> CitationAt(const Evidence& piece);
  Status AddLink(const Step& step, std::set<StatementId>& seen);

  const Snapshot& snapshot_;
  CitationTrace& trace_;
  const Budget& budget_;
  Quoter quoter_;
  std::map<Place, Citation> found_;
};

Result<Citation*> Tracer::CitationAt(const Evidence& piece) {
  const auto [at, fresh] = found_.try_emplace(Place(piece.document, piece.sentence));
  if (fresh) {
    CHIDO_ASSIGN(at->second.quote, quoter_.Make(piece));
  }
  return &at->second;
}

Status Tracer::AddEdge(const EdgeRow& row) {
  CHIDO_ASSIGN(const std::optional<Statement> statement, snapshot_.GetStatement(row.statement));
  CHIDO_ASSIGN(std::optional<Entity> subject, snapshot_.GetEntity(row.other));
  if (!statement || !subject || subject->type == EntityType::kDirective) return {};
  CHIDO_ASSIGN(const Page<Evidence> page, snapshot_.EvidenceOf(row.statement, budget_.max_degree));
  if (!page.next.empty()) trace_.truncated = true;
  for (const Evidence& piece : page.items) {
    CHIDO_ASSIGN(Citation * citation, CitationAt(piece));
    if (citation->function.empty())
      citation->function = std::string(statement->Qualifier("function"));
    if (subject->type == EntityType::kMeeting) {
      citation->meeting = *subject;
      citation->meeting_date = subject->Attribute("date");
    } else if (subject->type == EntityType::kOfficial) {
      citation->speaker = *subject;
    }
  }
  return {};
}

Status Tracer::CollectCitations(std::size_t max_citations) {
  for (const Predicate predicate : {Predicate::kCites, Predicate::kCitedBySpeaker}) {
    const std::unique_ptr<EdgeCursor> cursor = snapshot_.NewEdgeCursor();
    cursor->Seek(trace_.directive.id, Direction::kIn, predicate);
    for (EdgeRow row; cursor->Next(row);) {
      if (found_.size() >= budget_.max_edges || budget_.deadline.Passed()) {
        trace_.truncated = true;
        break;
      }
      CHIDO_TRY(AddEdge(row));
    }
    CHIDO_TRY(cursor->status());
  }
  std::set<DocumentId> documents;
  for (auto& [place, citation] : found_) {
    documents.insert(place.first);
    trace_.citations.push_back(std::move(citation));
  }
  trace_.citing_documents = documents.size();
  const auto when = [](const Citation& c) {
    return std::tuple(c.quote.published.empty(), c.quote.published, c.quote.document,
                      c.quote.sentence);
  };
  std::ranges::sort(trace_.citations, {}, when);
  if (trace_.citations.size() > max_citations) {
    trace_.citations.resize(max_citations);
    trace_.truncated = true;
  }
  return {};
}

Status Tracer::AddLink(const Step& step, std::set<StatementId>& seen) {
  if (!seen.insert(step.row.statement).second) return {};
  const bool forward = step.direction == Direction::kOut;
  CHIDO_ASSIGN(std::optional<Entity> from, snapshot_.GetEntity(forward ? step.from : step.to));
  CHIDO_ASSIGN(std::optional<Entity> to, snapshot_.GetEntity(forward ? step.to : step.from));
  CHIDO_ASSIGN(const std::optional<Statement> statement,
               snapshot_.GetStatement(step.row.statement));
  if (!from || !to || !statement) return {};
  DirectiveLink link{
      std::move(*from), std::move(*to), std::string(statement->Qualifier("function")), {}};
  CHIDO_ASSIGN(link.quotes, quoter_.Of(step.row.statement, 3));
  trace_.links.push_back(std::move(link));
  return {};
}

/// Follows directive → directive alone: documents and meetings that cite are ends, not hops.
Status Tracer::CollectLinks() {
  const StoreGraph graph(snapshot_, EdgeFilter::Only(Predicate::kCites), StoreGraph::Walk::kBoth,
                         budget_);
  std::set<EntityId> visited{trace_.directive.id};
  std::set<StatementId> seen;
  std::vector<EntityId> frontier{trace_.directive.id};
  while (!frontier.empty()) {
    std::vector<EntityId> next;
    for (const EntityId at : frontier) {
      const StoreGraph::Steps steps = graph.Out(at);
      for (const Step& step : *steps) {
        CHIDO_ASSIGN(const std::optional<Entity> other, snapshot_.GetEntity(step.to));
        if (!other || other->type != EntityType::kDirective) continue;
        CHIDO_TRY(AddLink(step, seen));
        if (visited.insert(step.to).second) next.push_back(step.to);
      }
    }
    CHIDO_TRY(graph.status());
    frontier = std::move(next);
  }
  trace_.truncated = trace_.truncated || graph.truncated();
  return {};
}

}  // namespace

Result<CitationTrace> TraceDirective(const Snapshot& snapshot, EntityId directive,
                                     std::size_t max_citations, const Budget& budget) {
  CitationTrace trace;
  CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(directive));
  if (!entity || entity->type != EntityType::kDirective) {
    return Fail(Code::kNotFound, "there is no directive " + ToString(directive));
  }
  trace.directive = std::move(*entity);
  CHIDO_ASSIGN(
      const Page<EdgeRow> issued,
      snapshot.Edges(directive, Direction::kIn, {.predicate = Predicate::kIssued, .limit = 20}));
  for (const EdgeRow& row : issued.items) {
    CHIDO_ASSIGN(std::optional<Entity> issuer, snapshot.GetEntity(row.other));
    if (issuer) trace.issuers.push_back(std::move(*issuer));
  }
  CHIDO_ASSIGN(const std::optional<PendingCitation> pending, snapshot.PendingOf(directive));
  trace.open = pending.has_value();
  for (const EntityId id : pending ? pending->candidates : std::vector<EntityId>{}) {
    CHIDO_ASSIGN(std::optional<Entity> candidate, snapshot.GetEntity(id));
    if (candidate) trace.candidates.push_back(std::move(*candidate));
  }
  Tracer tracer(snapshot, trace, budget);
  CHIDO_TRY(tracer.CollectCitations(max_citations));
  CHIDO_TRY(tracer.CollectLinks());
  return trace;
}

}  // namespace chido
