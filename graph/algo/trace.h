#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/algo/quote.h"
#include "graph/model/entity.h"
#include "graph/view/store_graph.h"

namespace chido {

/// One citing sentence of a directive.
struct Citation {
  Quote quote;
  std::string function;           ///< implements, reviews, …
  std::optional<Entity> meeting;  ///< where it was said
  std::string meeting_date;       ///< EDTF of that meeting
  std::optional<Entity> speaker;
};

/// One hop of the thread between directives: `from` replaces, amends, implements or is based on
/// `to`.
struct DirectiveLink {
  Entity from;
  Entity to;
  std::string function;
  std::vector<Quote> quotes;
};

/// Where a directive comes from, who cites it, and what it replaced or was replaced by.
struct CitationTrace {
  Entity directive;
  std::vector<Entity> issuers;
  bool open = false;                 ///< it is cited without telling which directive it is
  std::vector<Entity> candidates;    ///< directives that may be meant, if open
  std::vector<Citation> citations;   ///< by the article's date, then document and place in it
  std::size_t citing_documents = 0;  ///< different documents among all citations
  std::vector<DirectiveLink> links;  ///< every directive reachable both ways, nearest first
  bool truncated = false;
};

/// Errors: kNotFound if `directive` is not a directive; those of the store.
Result<CitationTrace> TraceDirective(const Snapshot& snapshot, EntityId directive,
                                     std::size_t max_citations, const Budget& budget);

}  // namespace chido
