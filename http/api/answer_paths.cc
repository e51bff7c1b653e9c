#include "graph/algo/paths.h"
#include "http/api/forms.h"
#include "http/api/naming.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostNamesakes = 20;

/// One end of a path: the best entity of the name, and its namesakes.
Result<std::vector<Entity>> EndOf(Exchange& exchange, std::string_view parameter) {
  CHIDO_ASSIGN(const std::string_view text, exchange.params.Required(parameter));
  CHIDO_ASSIGN(Named named, FindNamed(*exchange.snapshot, text, std::nullopt, kMostNamesakes));
  if (named.entities.empty()) {
    return exchange.NotNamed(text, std::nullopt, std::move(named.suggestions));
  }
  return std::move(named.entities);
}

void WriteEnd(JsonWriter& json, std::string_view key, std::vector<Entity> found) {
  json.Key(key).BeginObject().Key("entity");
  WriteRef(json, found.front());
  found.erase(found.begin());
  WriteRefs(json, "namesakes", found);
  json.EndObject();
}

Status WriteStep(Exchange& exchange, const Step& step) {
  CHIDO_ASSIGN(const Entity* from, exchange.Load(step.from));
  CHIDO_ASSIGN(const Entity* to, exchange.Load(step.to));
  CHIDO_ASSIGN(const std::optional<Statement> statement,
               exchange.snapshot->GetStatement(step.row.statement));
  if (!statement) {
    return Fail(Code::kCorruption, "statement " + ToString(step.row.statement) +
                                       " is listed but missing; run `chido check --repair`");
  }
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("from");
  WriteRef(json, *from);
  json.Field("statement", ToString(statement->id));
  json.Field("predicate", RowOf(statement->predicate).name);
  json.Field("direction", step.direction == Direction::kOut ? "out" : "in");
  json.Field("label", LabelOf(statement->predicate, step.direction, exchange.language)).Key("to");
  WriteRef(json, *to);
  WriteStatementFields(json, *statement, exchange.language);
  json.EndObject();
  return {};
}

}  // namespace

Status FindPaths(Exchange& exchange) {
  const Params& params = exchange.params;
  CHIDO_ASSIGN(const std::vector<Entity> from, EndOf(exchange, "from"));
  CHIDO_ASSIGN(const std::vector<Entity> to, EndOf(exchange, "to"));
  CHIDO_ASSIGN(const std::size_t max_hops, params.Count("max_hops", 6, 8));
  CHIDO_ASSIGN(const std::size_t limit, params.Count("limit", 5, 50));
  CHIDO_ASSIGN(const EdgeFilter filter, params.Filter(EdgeFilter::Facts()));
  CHIDO_ASSIGN(const PathAnswer answer,
               ShortestPaths(*exchange.snapshot, from.front().id, to.front().id,
                             static_cast<std::uint32_t>(max_hops), filter, limit, RequestBudget()));
  JsonWriter& json = exchange.json;
  json.BeginObject();
  WriteEnd(json, "from", from);
  WriteEnd(json, "to", to);
  json.Key("paths").BeginArray();
  for (const Path& path : answer.paths) {
    json.BeginObject().Field("length", path.steps.size()).Key("steps").BeginArray();
    for (const Step& step : path.steps) CHIDO_TRY(WriteStep(exchange, step));
    json.EndArray().EndObject();
  }
  json.EndArray().Field("truncated", answer.truncated).EndObject();
  return {};
}

}  // namespace chido::api
