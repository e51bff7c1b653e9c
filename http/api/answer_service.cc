#include "http/api/openapi.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

void WriteTypes(JsonWriter& json, std::string_view key, std::span<const EntityType> types) {
  json.Key(key).BeginArray();
  for (const EntityType type : types) json.Value(NameOf(type));
  json.EndArray();
}

}  // namespace

Status ListPredicates(Exchange& exchange) {
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("items").BeginArray();
  for (const PredicateRow& row : PredicateTable()) {
    json.BeginObject().Field("name", row.name).Field("inverse", row.inverse);
    WriteTypes(json, "domain", row.domain);
    WriteTypes(json, "range", row.range);
    json.Field("label", LabelOf(row.predicate, Direction::kOut, exchange.language));
    json.Field("inverse_label", LabelOf(row.predicate, Direction::kIn, exchange.language));
    json.EndObject();
  }
  json.EndArray().EndObject();
  exchange.unchanging = true;
  return {};
}

Status GetStats(Exchange& exchange) {
  CHIDO_ASSIGN(const StoreStats stats, exchange.store.Stats());
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("format_version", stats.format_version);
  json.Field("documents", stats.documents).Key("entities").BeginObject();
  json.Field("total", stats.EntityTotal());
  for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
    json.Field(NameOf(kEntityTypes.at(i)), stats.entities.at(i));
  }
  json.EndObject().Key("statements").BeginObject().Field("total", stats.StatementTotal());
  for (std::size_t i = 0; i < PredicateTable().size(); ++i) {
    json.Field(PredicateTable()[i].name, stats.statements.at(i));
  }
  json.EndObject().Field("evidence", stats.evidence).Field("disk_bytes", stats.disk_bytes);
  json.EndObject();
  return {};
}

Status GetHealth(Exchange& exchange) {
  exchange.json.BeginObject().Field("status", "ok").EndObject();
  return {};
}

Status GetReadiness(Exchange& exchange) {
  // A read that must reach the store's own files.
  CHIDO_ASSIGN(const Page<Entity> page, exchange.snapshot->ScanEntities(std::nullopt, 1));
  exchange.json.BeginObject().Field("status", "ready").Field("empty", page.items.empty());
  exchange.json.Field("format_version", kFormatVersion).EndObject();
  return {};
}

Status GetDescription(Exchange& exchange) {
  exchange.json.Raw(OpenApiText());
  exchange.unchanging = true;
  return {};
}

}  // namespace chido::api
