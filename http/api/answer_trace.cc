#include "graph/algo/trace.h"
#include "http/api/forms.h"
#include "http/api/naming.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostDirectives = 20;

/// The trace of one directive as one value.
Status WriteTraceOf(Exchange& exchange, EntityId directive, bool links) {
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 100, 1000));
  CHIDO_ASSIGN(const CitationTrace trace,
               TraceDirective(*exchange.snapshot, directive, limit, RequestBudget()));
  WriteTrace(exchange.json, trace, links, exchange.language);
  return {};
}

/// The traces of all directives of a number.
Status WriteTracesOf(Exchange& exchange, bool links) {
  CHIDO_ASSIGN(const std::string_view number, exchange.params.Required("number"));
  CHIDO_ASSIGN(Named named,
               FindNamed(*exchange.snapshot, number, EntityType::kDirective, kMostDirectives));
  if (named.entities.empty()) {
    return exchange.NotNamed(number, EntityType::kDirective, std::move(named.suggestions));
  }
  exchange.json.BeginObject().Field("query", number).Key("items").BeginArray();
  for (const Entity& directive : named.entities) {
    CHIDO_TRY(WriteTraceOf(exchange, directive.id, links));
  }
  exchange.json.EndArray().EndObject();
  return {};
}

}  // namespace

Status TraceDirectiveById(Exchange& exchange) {
  return WriteTraceOf(exchange, exchange.entity.id, true);
}

Status WhereCited(Exchange& exchange) { return WriteTracesOf(exchange, false); }

Status TraceNumber(Exchange& exchange) { return WriteTracesOf(exchange, true); }

}  // namespace chido::api
