#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "http/api/answers.h"
#include "http/api/judging.h"
#include "http/api/problem.h"
#include "http/api/routes.h"
#include "http/api/writing.h"
#include "linker/resolve/resolver.h"

namespace chido::api {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostAuthor = 200;
constexpr std::size_t kMostNote = 4'000;

std::string_view HeaderOf(const Request& request, std::string_view name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string_view() : std::string_view(found->second);
}

Result<Language> LanguageOf(const Request& request) {
  constexpr std::array<std::string_view, 1> kKnown{"lang"};
  constexpr std::array<std::string_view, 2> kLanguages{"vi", "en"};
  CHIDO_ASSIGN(const Params params, Params::Check(request.query, kKnown));
  CHIDO_ASSIGN(const std::string_view lang, params.Choice("lang", kLanguages));
  return ChooseLanguage(lang, HeaderOf(request, "accept-language"));
}

/// A field of text; empty if it is not there or null.
Status TakeText(const Json& body, const char* name, std::size_t most, std::string& to) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return {};
  if (!found->is_string()) {
    return Fail(Code::kInvalidArgument, fmt::format("'{}' is not a text", name));
  }
  to = found->get<std::string>();
  if (to.size() <= most) return {};
  return Fail(Code::kInvalidArgument, fmt::format("'{}' is longer than {} bytes", name, most));
}

Status TakeDocuments(const Json& body, std::vector<std::string>& to) {
  const auto found = body.find("documents");
  if (found == body.end() || found->is_null()) return {};
  bool fits = found->is_array() && found->size() == 2;
  for (const Json& id : fits ? *found : Json::array()) {
    fits = fits && id.is_string();
    if (fits) to.push_back(id.get<std::string>());
  }
  if (fits) return {};
  return Fail(Code::kInvalidArgument, "'documents' is not an array of two ids");
}

Status TakeVerdict(const Json& body, Verdict& to) {
  std::string verdict;
  CHIDO_TRY(TakeText(body, "verdict", kMostText, verdict));
  for (const Verdict known : {Verdict::kSame, Verdict::kDifferent}) {
    if (verdict != NameOf(known)) continue;
    to = known;
    return {};
  }
  return Fail(Code::kInvalidArgument, "'verdict' must be \"same\" or \"different\"");
}

Status TakeFields(const Json& body, Order& order) {
  constexpr std::array<std::string_view, 6> kKnown{"verdict",   "a",      "b",
                                                   "documents", "author", "note"};
  for (const auto& [name, value] : body.items()) {
    if (std::ranges::find(kKnown, name) != kKnown.end()) continue;
    return Fail(Code::kInvalidArgument, fmt::format("'{}' is not a field of a judgement; known: {}",
                                                    name, fmt::join(kKnown, ", ")));
  }
  CHIDO_TRY(TakeVerdict(body, order.verdict));
  CHIDO_TRY(TakeText(body, "a", kMostText, order.a));
  CHIDO_TRY(TakeText(body, "b", kMostText, order.b));
  CHIDO_TRY(TakeDocuments(body, order.documents));
  CHIDO_TRY(TakeText(body, "author", kMostAuthor, order.author));
  CHIDO_TRY(TakeText(body, "note", kMostNote, order.note));
  if (order.a.empty()) return Fail(Code::kInvalidArgument, "'a' is missing: the id to judge");
  if (order.b.empty() == order.documents.empty()) {
    return Fail(Code::kInvalidArgument,
                "give either 'b', the other id, or 'documents', two that tell of 'a'");
  }
  if (order.documents.empty() || order.verdict == Verdict::kDifferent) return {};
  return Fail(Code::kInvalidArgument, "'documents' part one entity: 'verdict' must be different");
}

/// The living entity of an id.
Result<Entity> Living(const Snapshot& snapshot, const std::string& text) {
  const auto id = FromHex(text);
  if (!id) {
    return Fail(Code::kInvalidArgument,
                fmt::format("'{}' is not an id: ids are 16 lower-case hexadecimal digits; find one "
                            "with /v1/search?q= or /v1/review",
                            text));
  }
  CHIDO_ASSIGN(const auto resolved, snapshot.ResolveId(EntityId{*id}));
  if (!resolved) return Fail(Code::kNotFound, fmt::format("there is no entity {}", text));
  CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(resolved->id));
  if (!entity) return Fail(Code::kNotFound, fmt::format("there is no entity {}", text));
  return std::move(*entity);
}

Result<Judgement> JudgementOf(const Snapshot& snapshot, const Order& order) {
  CHIDO_ASSIGN(const Entity a, Living(snapshot, order.a));
  MentionPair pair;
  if (order.documents.empty()) {
    CHIDO_ASSIGN(const Entity b, Living(snapshot, order.b));
    CHIDO_ASSIGN(pair, MentionsOfBoth(snapshot, a, b));
  } else {
    CHIDO_ASSIGN(pair, MentionsInDocuments(snapshot, a, order.documents));
  }
  return JudgementNow(order.verdict, std::move(pair), order.author, order.note);
}

/// The judgement as JSON, with the entities that its mentions belong to now.
Result<std::string> Told(const Store& store, std::span<const Judgement> judgements,
                         Language language, bool list) {
  const Request request;
  CHIDO_ASSIGN(const Params params, Params::Check(request.query, {}));
  Exchange exchange(store, request, params, language);
  if (list) exchange.json.BeginArray();
  for (const Judgement& judgement : judgements) CHIDO_TRY(WriteJudgement(exchange, judgement));
  if (list) exchange.json.EndArray();
  return exchange.json.Take();
}

/// Who did what is done, whatever is told of it.
Response Answered(const Store& store, const Judgement& judgement, const Order& order, int status) {
  Result<std::string> told = Told(store, {&judgement, 1}, order.language, false);
  if (!told) return Problem(told.error());
  Response response;
  response.status = status;
  response.headers = {{"Cache-Control", "no-store"},
                      {"Content-Language", std::string(CodeOf(order.language))}};
  if (status == 201) response.headers.emplace_back("Location", "/v1/judgements/" + judgement.Key());
  response.body = std::move(*told);
  return response;
}

Response Judge(Store& store, const Judgements& all, const Order& order) {
  const Result<Judgement> judgement = JudgementOf(*store.Read(), order);
  if (!judgement) return Problem(judgement.error());
  Status done = Resolver(store, Lexicon::BuiltIn()).Judge(*judgement);
  if (done) done = store.Sync();
  if (!done) {
    const std::vector<Judgement> against = all.Against(*judgement);
    const Result<std::string> told = Told(store, against, order.language, true);
    return Problem(done.error(), 0, {}, told && !against.empty() ? *told : "");
  }
  return Answered(store, *judgement, order, all.all().contains(judgement->Key()) ? 200 : 201);
}

Response Retract(Store& store, const Judgements& all, const Order& order) {
  const auto found = all.all().find(order.retract);
  if (found == all.all().end()) {
    return Problem({Code::kNotFound, fmt::format("there is no judgement '{}'; /v1/judgements lists "
                                                 "them",
                                                 order.retract)});
  }
  Status done = Resolver(store, Lexicon::BuiltIn()).Retract(order.retract);
  if (done) done = store.Sync();
  return done ? Answered(store, found->second, order, 200) : Problem(done.error());
}

}  // namespace

std::span<const WriteRoute> WriteRoutes() {
  static constexpr std::array<WriteRoute, 2> kTable{
      {{"POST", "/v1/judgements", "judge"}, {"DELETE", "/v1/judgements/{id}", "retractJudgement"}}};
  return kTable;
}

WriteMatch MatchWrite(std::string_view method, std::string_view path) {
  for (const WriteRoute& route : WriteRoutes()) {
    if (route.method != method) continue;
    const std::size_t id = route.pattern.find("{id}");
    const std::string_view before = route.pattern.substr(0, id);
    if (id == std::string_view::npos ? path != before : !path.starts_with(before)) continue;
    return {&route, path.substr(before.size())};
  }
  return {};
}

Result<Order> OrderOf(const Request& request, std::string_view holder) {
  Order order;
  CHIDO_ASSIGN(order.language, LanguageOf(request));
  const WriteMatch match = MatchWrite(request.method, request.path);
  if (match.route->method == "DELETE") {
    order.retract = match.id;
    return order;
  }
  if (!HeaderOf(request, "content-type").starts_with("application/json")) {
    return Fail(Code::kInvalidArgument, "send the judgement with Content-Type: application/json");
  }
  const Json body = Json::parse(request.body, nullptr, /*allow_exceptions=*/false);
  if (!body.is_object()) return Fail(Code::kBadInput, "the body is not a JSON object in UTF-8");
  CHIDO_TRY(TakeFields(body, order));
  if (order.author.empty()) order.author = holder;
  return order;
}

Response CarryOut(Store& store, const Order& order) {
  const Result<Judgements> all = Judgements::Load(*store.Read());
  if (!all) return Problem(all.error());
  return order.retract.empty() ? Judge(store, *all, order) : Retract(store, *all, order);
}

}  // namespace chido::api
