#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/entity.h"
#include "http/api/exchange.h"

namespace chido::api {

/// What the `{id}` of a path names. The router itself resolves entities: merged ones are redirected
/// and unknown ones refused before a handler runs.
enum class PathId : std::uint8_t {
  kNone,
  kEntity,
  kOfficial,
  kDirective,
  kStatement,
  kDocument,
  kJudgement
};

/// One resource that is read: it answers GET and HEAD. `WriteRoutes()` has those that change.
struct Route {
  std::string_view pattern;    ///< e.g. "/v1/entities/{id}/relations"
  std::string_view operation;  ///< operationId of openapi.json
  PathId path_id = PathId::kNone;
  std::vector<std::string_view> parameters;  ///< names of the query, `lang` included
  Status (*handler)(Exchange&);
};

/// All routes; no two fit one path.
std::span<const Route> Routes();

/// A route and the text in the place of its `{id}`.
struct RouteMatch {
  const Route* route = nullptr;
  std::string_view id;
};

/// The route of a path; `route` is null if there is none.
RouteMatch MatchRoute(std::string_view path);

// The handlers, by file. Each writes its answer to `exchange.json`.
// answer_names.cc
Status SearchEntities(Exchange& exchange);
Status SuggestNames(Exchange& exchange);
Status FindEntities(Exchange& exchange);
Status FindDirectives(Exchange& exchange);
// answer_entity.cc
Status GetEntity(Exchange& exchange);
Status GetNeighbourhood(Exchange& exchange);
// answer_relations.cc
Status ListRelations(Exchange& exchange);
// answer_meetings.cc
Status ListMeetings(Exchange& exchange);
Status ListCochairs(Exchange& exchange);
Status WhoChaired(Exchange& exchange);
// answer_trace.cc
Status TraceDirectiveById(Exchange& exchange);
Status WhereCited(Exchange& exchange);
Status TraceNumber(Exchange& exchange);
// answer_paths.cc
Status FindPaths(Exchange& exchange);
// answer_documents.cc
Status GetStatement(Exchange& exchange);
Status GetDocument(Exchange& exchange);
// answer_explanation.cc
Status GetExplanation(Exchange& exchange);
// answer_judgements.cc
Status ListJudgements(Exchange& exchange);
Status GetJudgement(Exchange& exchange);
Status ListReview(Exchange& exchange);
// answer_service.cc
Status ListPredicates(Exchange& exchange);
Status GetStats(Exchange& exchange);
Status GetHealth(Exchange& exchange);
Status GetReadiness(Exchange& exchange);
Status GetDescription(Exchange& exchange);

}  // namespace chido::api
