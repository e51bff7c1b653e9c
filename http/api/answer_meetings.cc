#include <array>

#include "graph/algo/cochair.h"
#include "graph/algo/meetings.h"
#include "http/api/forms.h"
#include "http/api/naming.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostMeetings = 1000;
constexpr std::size_t kMostNamesakes = 20;
constexpr std::array<std::string_view, 3> kParts{"chaired", "spoke_at", "attended"};

/// The meetings of one official by `part` (any, if empty), as one value.
Status WriteMeetings(Exchange& exchange, const Entity& official, std::string_view part) {
  EdgeFilter filter;
  if (const auto predicate = PredicateFromName(part)) filter = EdgeFilter::Only(*predicate);
  CHIDO_ASSIGN(filter, exchange.params.Filter(filter));
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 100, kMostMeetings));
  CHIDO_ASSIGN(const std::size_t quotes, exchange.params.Count("quotes", 3, 20));
  CHIDO_ASSIGN(const MeetingList list,
               MeetingsOf(*exchange.snapshot, official.id, filter, limit, quotes));
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("official");
  WriteRef(json, official);
  json.TextOrNull("part", part).Key("items").BeginArray();
  for (const MeetingPart& meeting : list.meetings) {
    WriteMeetingPart(json, meeting, official.id, exchange.language);
  }
  json.EndArray().Field("truncated", list.truncated).EndObject();
  return {};
}

}  // namespace

Status ListMeetings(Exchange& exchange) {
  CHIDO_ASSIGN(const std::string_view part, exchange.params.Choice("part", kParts));
  return WriteMeetings(exchange, exchange.entity, part);
}

Status WhoChaired(Exchange& exchange) {
  CHIDO_ASSIGN(const std::string_view name, exchange.params.Required("name"));
  CHIDO_ASSIGN(Named named,
               FindNamed(*exchange.snapshot, name, EntityType::kOfficial, kMostNamesakes));
  if (named.entities.empty()) {
    return exchange.NotNamed(name, EntityType::kOfficial, std::move(named.suggestions));
  }
  exchange.json.BeginObject().Field("query", name).Key("items").BeginArray();
  for (const Entity& official : named.entities) {
    CHIDO_TRY(WriteMeetings(exchange, official, "chaired"));
  }
  exchange.json.EndArray().EndObject();
  return {};
}

Status ListCochairs(Exchange& exchange) {
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 50, 500));
  CHIDO_ASSIGN(const EdgeFilter filter, exchange.params.Filter({}));
  CHIDO_ASSIGN(const CoChairAnswer answer,
               CoChairsOf(*exchange.snapshot, exchange.entity.id, filter, RequestBudget()));
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("official");
  WriteRef(json, exchange.entity);
  json.Key("items").BeginArray();
  for (std::size_t i = 0; i < answer.partners.size() && i < limit; ++i) {
    const CoChair& partner = answer.partners[i];
    json.BeginObject().Key("official");
    WriteRef(json, partner.official);
    json.Field("count", partner.meetings.size());
    WriteRefs(json, "meetings", partner.meetings);
    json.EndObject();
  }
  json.EndArray();
  json.Field("truncated", answer.truncated || answer.partners.size() > limit).EndObject();
  return {};
}

}  // namespace chido::api
