#include <algorithm>

#include "http/api/answers.h"
#include "http/api/describe.h"
#include "http/api/forms.h"
#include "http/api/naming.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostHits = 100;
constexpr std::size_t kMostSuggested = 5;
/// Search ranks no deeper than this; a cursor is an offset below it.
constexpr std::size_t kDeepest = 300;

Status WriteHit(Exchange& exchange, const SearchHit& hit) {
  JsonWriter& json = exchange.json;
  CHIDO_ASSIGN(const std::string description, Describe(*exchange.snapshot, hit.entity));
  json.BeginObject().Field("id", ToString(hit.entity.id));
  json.Field("type", NameOf(hit.entity.type));
  json.Field("type_label", LabelOf(hit.entity.type, exchange.language));
  json.Field("label", hit.entity.label).TextOrNull("description", description);
  json.Field("fit", NameOf(hit.fit)).Field("similarity", hit.similarity);
  json.Field("documents", hit.documents).EndObject();
  return {};
}

Status WriteHits(Exchange& exchange, std::string_view key, std::span<const SearchHit> hits) {
  exchange.json.Key(key).BeginArray();
  for (const SearchHit& hit : hits) CHIDO_TRY(WriteHit(exchange, hit));
  exchange.json.EndArray();
  return {};
}

}  // namespace

Status SearchEntities(Exchange& exchange) {
  const Params& params = exchange.params;
  CHIDO_ASSIGN(const std::string_view text, params.Required("q"));
  CHIDO_ASSIGN(const std::optional<EntityType> type, params.Type());
  CHIDO_ASSIGN(const std::size_t limit, params.Count("limit", 20, kMostHits));
  CHIDO_ASSIGN(const std::size_t offset, params.Offset("cursor", kDeepest));
  const NameQuestion question = QuestionOf(text, type);
  const std::size_t end = std::min(offset + limit, kDeepest);
  CHIDO_ASSIGN(const SearchAnswer answer, SearchNames(*exchange.snapshot, question, end));
  const std::span<const SearchHit> all(answer.hits);
  exchange.json.BeginObject().Field("query", text);
  CHIDO_TRY(WriteHits(exchange, "items", all.subspan(std::min(offset, all.size()))));
  const bool more = answer.truncated && end < kDeepest && all.size() == end;
  exchange.json.TextOrNull("next", more ? std::to_string(end) : std::string());
  exchange.json.Field("truncated", answer.truncated);
  std::vector<SearchHit> like;
  if (all.empty()) {
    CHIDO_ASSIGN(like, NamesLike(*exchange.snapshot, question, kMostSuggested));
  }
  CHIDO_TRY(WriteHits(exchange, "suggestions", like));
  exchange.json.EndObject();
  return {};
}

Status SuggestNames(Exchange& exchange) {
  CHIDO_ASSIGN(const std::string_view text, exchange.params.Required("q"));
  CHIDO_ASSIGN(const std::optional<EntityType> type, exchange.params.Type());
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 8, 20));
  CHIDO_ASSIGN(const SearchAnswer answer,
               SearchNames(*exchange.snapshot, QuestionOf(text, type), limit));
  exchange.json.BeginObject().Field("query", text);
  CHIDO_TRY(WriteHits(exchange, "items", answer.hits));
  exchange.json.EndObject();
  return {};
}

Status FindEntities(Exchange& exchange) {
  CHIDO_ASSIGN(const std::string_view name, exchange.params.Required("name"));
  CHIDO_ASSIGN(const std::optional<EntityType> type, exchange.params.Type());
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 10, 20));
  CHIDO_ASSIGN(Named named, FindNamed(*exchange.snapshot, name, type, limit));
  if (named.entities.empty()) {
    return exchange.NotNamed(name, type, std::move(named.suggestions));
  }
  exchange.json.BeginObject().Field("query", name).Key("items").BeginArray();
  for (const Entity& entity : named.entities) CHIDO_TRY(WriteEntityDetail(exchange, entity));
  exchange.json.EndArray().EndObject();
  return {};
}

Status FindDirectives(Exchange& exchange) {
  CHIDO_ASSIGN(const std::string_view number, exchange.params.Required("number"));
  CHIDO_ASSIGN(Named named,
               FindNamed(*exchange.snapshot, number, EntityType::kDirective, kMostHits));
  if (named.entities.empty()) {
    return exchange.NotNamed(number, EntityType::kDirective, std::move(named.suggestions));
  }
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("query", number).Key("items").BeginArray();
  for (const Entity& directive : named.entities) {
    CHIDO_ASSIGN(const std::uint64_t documents,
                 CountMentioning(*exchange.snapshot, directive.id, 1000));
    json.BeginObject().Field("id", ToString(directive.id)).Field("label", directive.label);
    json.TextOrNull("kind", directive.Attribute("type"));
    json.TextOrNull("number", directive.Attribute("number"));
    json.TextOrNull("issuer", directive.Attribute("issuer"));
    json.TextOrNull("date", directive.Attribute("date"));
    json.TextOrNull("title", directive.Attribute("title"));
    json.Field("documents", documents).EndObject();
  }
  json.EndArray().EndObject();
  return {};
}

}  // namespace chido::api
