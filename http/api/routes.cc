#include "http/api/routes.h"

#include <algorithm>

namespace chido::api {
namespace {

const std::vector<Route>& Table() {
  static const std::vector<Route> kTable{
      {"/v1/search",
       "searchEntities",
       PathId::kNone,
       {"q", "type", "limit", "cursor", "lang"},
       SearchEntities},
      {"/v1/suggest", "suggestNames", PathId::kNone, {"q", "type", "limit", "lang"}, SuggestNames},
      {"/v1/entities",
       "findEntities",
       PathId::kNone,
       {"name", "type", "limit", "lang"},
       FindEntities},
      {"/v1/entities/{id}", "getEntity", PathId::kEntity, {"lang"}, GetEntity},
      {"/v1/entities/{id}/relations",
       "listRelations",
       PathId::kEntity,
       {"predicate", "direction", "at", "min_confidence", "limit", "cursor", "lang"},
       ListRelations},
      {"/v1/entities/{id}/neighbourhood",
       "getNeighbourhood",
       PathId::kEntity,
       {"hops", "at", "min_confidence", "limit", "lang"},
       GetNeighbourhood},
      {"/v1/officials/{id}/meetings",
       "listMeetings",
       PathId::kOfficial,
       {"part", "at", "min_confidence", "limit", "quotes", "lang"},
       ListMeetings},
      {"/v1/officials/{id}/cochairs",
       "listCochairs",
       PathId::kOfficial,
       {"at", "min_confidence", "limit", "lang"},
       ListCochairs},
      {"/v1/directives", "findDirectives", PathId::kNone, {"number", "lang"}, FindDirectives},
      {"/v1/directives/{id}/trace",
       "traceDirective",
       PathId::kDirective,
       {"limit", "lang"},
       TraceDirectiveById},
      {"/v1/chaired",
       "whoChaired",
       PathId::kNone,
       {"name", "at", "min_confidence", "limit", "quotes", "lang"},
       WhoChaired},
      {"/v1/cited", "whereCited", PathId::kNone, {"number", "limit", "lang"}, WhereCited},
      {"/v1/trace", "traceNumber", PathId::kNone, {"number", "limit", "lang"}, TraceNumber},
      {"/v1/paths",
       "findPaths",
       PathId::kNone,
       {"from", "to", "max_hops", "at", "min_confidence", "limit", "lang"},
       FindPaths},
      {"/v1/statements/{id}",
       "getStatement",
       PathId::kStatement,
       {"limit", "cursor", "lang"},
       GetStatement},
      {"/v1/documents/{id}", "getDocument", PathId::kDocument, {"lang"}, GetDocument},
      {"/v1/documents/{id}/explanation",
       "explainDocument",
       PathId::kDocument,
       {"lang"},
       GetExplanation},
      {"/v1/judgements",
       "listJudgements",
       PathId::kNone,
       {"limit", "cursor", "lang"},
       ListJudgements},
      {"/v1/judgements/{id}", "getJudgement", PathId::kJudgement, {"lang"}, GetJudgement},
      {"/v1/review", "listReview", PathId::kNone, {"limit", "lang"}, ListReview},
      {"/v1/predicates", "listPredicates", PathId::kNone, {"lang"}, ListPredicates},
      {"/v1/stats", "getStats", PathId::kNone, {"lang"}, GetStats},
      {"/healthz", "getHealth", PathId::kNone, {}, GetHealth},
      {"/readyz", "getReadiness", PathId::kNone, {}, GetReadiness},
      {"/openapi.json", "getDescription", PathId::kNone, {}, GetDescription},
  };
  return kTable;
}

/// Cuts the part before the next slash off the front.
std::string_view TakeSegment(std::string_view& rest) {
  const std::string_view segment = rest.substr(0, rest.find('/'));
  rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
  return segment;
}

}  // namespace

std::span<const Route> Routes() { return Table(); }

RouteMatch MatchRoute(std::string_view path) {
  for (const Route& route : Table()) {
    if (std::ranges::count(route.pattern, '/') != std::ranges::count(path, '/')) continue;
    std::string_view pattern = route.pattern;
    std::string_view rest = path;
    std::string_view id;
    bool fits = true;
    while (fits && !pattern.empty()) {
      const std::string_view wanted = TakeSegment(pattern);
      const std::string_view given = TakeSegment(rest);
      if (wanted == "{id}") {
        id = given;
      } else {
        fits = wanted == given;
      }
    }
    if (fits && rest.empty()) return {&route, id};
  }
  return {};
}

}  // namespace chido::api
