#include <algorithm>
#include <chrono>

#include "http/api/answers.h"
#include "http/api/forms.h"
#include "http/api/routes.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/review.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostJudgements = 1000;
constexpr std::size_t kDeepest = 1'000'000;
constexpr std::size_t kMostPairs = 100;
/// Looking for namesakes reads all officials.
constexpr std::chrono::milliseconds kReviewTime(5'000);

/// Schema JudgedMention: what was judged, and the entity that it belongs to now.
Status WriteMention(Exchange& exchange, const JudgedMention& mention) {
  CHIDO_ASSIGN(const std::optional<EntityId> id, EntityOf(*exchange.snapshot, mention));
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("label", mention.label);
  json.Field("document", ToString(mention.document)).Key("entity");
  if (id) {
    CHIDO_ASSIGN(const Entity* entity, exchange.Load(*id));
    WriteRef(json, *entity);
  } else {
    json.Null();
  }
  json.EndObject();
  return {};
}

/// Schema Namesake.
void WriteNamesake(JsonWriter& json, const Namesake& namesake, Language language) {
  json.BeginObject().Key("official");
  WriteRef(json, namesake.official);
  json.Field("documents", namesake.documents).Key("roles");
  WriteRoles(json, namesake.roles, language);
  json.EndObject();
}

}  // namespace

Status WriteJudgement(Exchange& exchange, const Judgement& judgement) {
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("key", judgement.Key());
  json.Field("verdict", NameOf(judgement.verdict));
  json.Field("verdict_label", LabelOf(judgement.verdict, exchange.language)).Key("a");
  CHIDO_TRY(WriteMention(exchange, judgement.a));
  json.Key("b");
  CHIDO_TRY(WriteMention(exchange, judgement.b));
  json.TextOrNull("author", judgement.author).TextOrNull("note", judgement.note);
  json.Field("time", judgement.time).EndObject();
  return {};
}

Status ListJudgements(Exchange& exchange) {
  CHIDO_ASSIGN(const std::size_t limit,
               exchange.params.Count("limit", kMostJudgements, kMostJudgements));
  CHIDO_ASSIGN(const std::size_t offset, exchange.params.Offset("cursor", kDeepest));
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*exchange.snapshot));
  const std::vector<Judgement> all = judgements.NewestFirst();
  const std::size_t begin = std::min(offset, all.size());
  const std::size_t end = std::min(begin + limit, all.size());
  exchange.json.BeginObject().Key("items").BeginArray();
  for (std::size_t i = begin; i < end; ++i) {
    CHIDO_TRY(WriteJudgement(exchange, all[i]));
  }
  exchange.json.EndArray();
  exchange.json.TextOrNull("next", end < all.size() ? std::to_string(end) : std::string());
  exchange.json.EndObject();
  return {};
}

Status GetJudgement(Exchange& exchange) {
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*exchange.snapshot));
  const std::string& key = exchange.judgement;
  const auto found = judgements.all().find(key);
  if (found == judgements.all().end()) {
    return Fail(Code::kNotFound, "there is no judgement " + key + "; it may have been taken back");
  }
  return WriteJudgement(exchange, found->second);
}

Status ListReview(Exchange& exchange) {
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 20, kMostPairs));
  CHIDO_ASSIGN(const ReviewList list,
               ReviewQueue(*exchange.snapshot, limit, Deadline(kReviewTime)));
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("items").BeginArray();
  for (const ReviewPair& pair : list.pairs) {
    json.BeginObject().Key("first");
    WriteNamesake(json, pair.first, exchange.language);
    json.Key("second");
    WriteNamesake(json, pair.second, exchange.language);
    json.EndObject();
  }
  json.EndArray().Field("truncated", list.truncated).EndObject();
  return {};
}

}  // namespace chido::api
