#include "graph/algo/neighbourhood.h"
#include "graph/algo/roles.h"
#include "http/api/answers.h"
#include "http/api/describe.h"
#include "http/api/forms.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostCounted = 20'000;

Status WritePosts(Exchange& exchange, EntityId official) {
  CHIDO_ASSIGN(const RoleList roles, RolesOf(*exchange.snapshot, official));
  exchange.json.Key("roles");
  WriteRoles(exchange.json, roles, exchange.language);
  return {};
}

Status WriteCounts(Exchange& exchange, EntityId entity) {
  CHIDO_ASSIGN(const EdgeCounts counted, CountEdges(*exchange.snapshot, entity));
  JsonWriter& json = exchange.json;
  json.Key("counts").BeginArray();
  for (const EdgeCount& count : counted.counts) {
    json.BeginObject().Field("predicate", RowOf(count.predicate).name);
    json.Field("direction", count.direction == Direction::kOut ? "out" : "in");
    json.Field("label", LabelOf(count.predicate, count.direction, exchange.language));
    json.Field("count", count.count).EndObject();
  }
  json.EndArray().Field("counts_truncated", counted.truncated);
  return {};
}

}  // namespace

Result<EdgeCounts> CountEdges(const Snapshot& snapshot, EntityId entity) {
  EdgeCounts counted;
  const std::unique_ptr<EdgeCursor> cursor = snapshot.NewEdgeCursor();
  std::size_t seen = 0;
  for (const Direction direction : {Direction::kOut, Direction::kIn}) {
    std::vector<EdgeCount>& counts = counted.counts;
    cursor->Seek(entity, direction);
    for (EdgeRow row; cursor->Next(row);) {
      if (++seen > kMostCounted) {
        counted.truncated = true;
        break;
      }
      // Rows come by predicate, so equal ones stand together.
      const bool same = !counts.empty() && counts.back().predicate == row.predicate &&
                        counts.back().direction == direction;
      if (!same) counts.push_back({row.predicate, direction, 0});
      ++counts.back().count;
    }
  }
  CHIDO_TRY(cursor->status());
  return counted;
}

Status WriteEntityDetail(Exchange& exchange, const Entity& entity) {
  JsonWriter& json = exchange.json;
  CHIDO_ASSIGN(const std::string description, Describe(*exchange.snapshot, entity));
  json.BeginObject();
  WriteEntityFields(json, entity);
  json.Field("type_label", LabelOf(entity.type, exchange.language));
  json.TextOrNull("description", description);
  if (entity.type == EntityType::kOfficial) CHIDO_TRY(WritePosts(exchange, entity.id));
  CHIDO_TRY(WriteCounts(exchange, entity.id));
  json.EndObject();
  return {};
}

Status GetEntity(Exchange& exchange) { return WriteEntityDetail(exchange, exchange.entity); }

Status GetNeighbourhood(Exchange& exchange) {
  const Params& params = exchange.params;
  CHIDO_ASSIGN(const std::size_t hops, params.Count("hops", 1, 4));
  CHIDO_ASSIGN(const std::size_t limit, params.Count("limit", 50, 500));
  CHIDO_ASSIGN(const EdgeFilter filter, params.Filter(EdgeFilter::Facts()));
  CHIDO_ASSIGN(const Subgraph found,
               Neighbourhood(*exchange.snapshot, exchange.entity.id,
                             static_cast<std::uint32_t>(hops), filter, limit, RequestBudget()));
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("start", ToString(exchange.entity.id)).Key("nodes").BeginArray();
  for (const NodeView& node : found.nodes) {
    json.BeginObject().Key("entity");
    WriteRef(json, node.entity);
    json.Field("distance", node.distance).EndObject();
  }
  json.EndArray().Key("edges").BeginArray();
  for (const Statement& edge : found.edges) {
    json.BeginObject().Field("statement", ToString(edge.id));
    json.Field("subject", ToString(edge.subject)).Field("object", ToString(edge.object));
    json.Field("predicate", RowOf(edge.predicate).name);
    json.Field("label", LabelOf(edge.predicate, Direction::kOut, exchange.language));
    WriteStatementFields(json, edge, exchange.language);
    json.EndObject();
  }
  json.EndArray().Field("truncated", found.truncated).EndObject();
  return {};
}

}  // namespace chido::api
