#include "http/api/api.h"

#include <fmt/format.h>

#include <array>
#include <exception>

#include "graph/base/hash.h"
#include "graph/base/log.h"
#include "http/api/problem.h"
#include "http/api/routes.h"
#include "linker/resolve/judgement.h"

namespace chido::api {
namespace {

std::string_view HeaderOf(const Request& request, std::string_view name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string_view() : std::string_view(found->second);
}

bool IsEntity(PathId kind) {
  return kind == PathId::kEntity || kind == PathId::kOfficial || kind == PathId::kDirective;
}

/// The judgement of sameness by which the entity of an old id went to another; none if what
/// articles tell did.
Result<std::optional<Judgement>> JudgedAway(const Snapshot& snapshot, EntityId old_id) {
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(snapshot));
  for (const auto& [key, judgement] : judgements.all()) {
    if (judgement.verdict != Verdict::kSame) continue;
    for (const JudgedMention* mention : {&judgement.a, &judgement.b}) {
      CHIDO_ASSIGN(const std::optional<EntityId> anchored, AnchorOf(snapshot, *mention));
      if (anchored == old_id) return judgement;
    }
  }
  return std::nullopt;
}

/// The same request with the id of the entity that took the asked one's place, and why it did.
Result<Response> Moved(const Exchange& exchange, std::string_view old_id, EntityId id) {
  Request there = exchange.request;
  there.path.replace(there.path.find(old_id), old_id.size(), ToString(id));
  CHIDO_ASSIGN(const std::optional<Judgement> judged,
               JudgedAway(*exchange.snapshot, EntityId{*FromHex(old_id)}));
  Response response;
  response.status = 308;
  response.headers.emplace_back("Location", TargetOf(there));
  response.headers.emplace_back("Cache-Control", "no-cache");
  JsonWriter json;
  json.BeginObject().Field("id", ToString(id)).Field("location", TargetOf(there));
  json.Field("reason", judged ? "judged" : "linked");
  json.TextOrNull("judgement", judged ? judged->Key() : "").EndObject();
  response.body = json.Take();
  return response;
}

Status CheckType(const Entity& entity, PathId kind) {
  const bool official = kind == PathId::kOfficial && entity.type != EntityType::kOfficial;
  const bool directive = kind == PathId::kDirective && entity.type != EntityType::kDirective;
  if (!official && !directive) return {};
  return Fail(Code::kNotFound,
              fmt::format("{} is a {}, not {}", ToString(entity.id), NameOf(entity.type),
                          official ? "an official" : "a directive"));
}

/// Puts what the id of the path names into the exchange. Gives a response if it lives elsewhere.
Result<std::optional<Response>> TakeId(Exchange& exchange, const RouteMatch& match) {
  if (match.route->path_id == PathId::kNone) return std::nullopt;
  const std::optional<std::uint64_t> id = FromHex(match.id);
  if (!id) {
    return Fail(Code::kInvalidArgument,
                fmt::format("'{}' is not an id: ids are 16 lower-case hexadecimal digits; find one "
                            "with /v1/search?q=",
                            match.id));
  }
  exchange.statement = StatementId{*id};
  exchange.document = DocumentId{*id};
  exchange.judgement = match.id;
  if (!IsEntity(match.route->path_id)) return std::nullopt;
  CHIDO_ASSIGN(const std::optional<ResolvedId> resolved,
               exchange.snapshot->ResolveId(EntityId{*id}));
  if (!resolved) return Fail(Code::kNotFound, fmt::format("there is no entity {}", match.id));
  if (resolved->redirected) {
    CHIDO_ASSIGN(Response moved, Moved(exchange, match.id, resolved->id));
    return moved;
  }
  CHIDO_ASSIGN(std::optional<Entity> entity, exchange.snapshot->GetEntity(resolved->id));
  if (!entity) return Fail(Code::kNotFound, fmt::format("there is no entity {}", match.id));
  CHIDO_TRY(CheckType(*entity, match.route->path_id));
  exchange.entity = std::move(*entity);
  return std::nullopt;
}

Response Finished(Exchange& exchange) {
  Response response;
  response.body = exchange.json.Take();
  const std::string tag = fmt::format("\"{}\"", ToHex(Hash64(response.body)));
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control",
                                exchange.unchanging ? "public, max-age=3600" : "no-cache");
  response.headers.emplace_back("Content-Language", CodeOf(exchange.language));
  response.headers.emplace_back("Vary", "Accept-Language");
  if (HeaderOf(exchange.request, "if-none-match").find(tag) != std::string_view::npos) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

Response Handle(const Store& store, const Request& request) {
  const RouteMatch match = MatchRoute(request.path);
  if (match.route == nullptr) {
    return Problem(
        {Code::kNotFound, fmt::format("there is no resource at '{}'; /openapi.json lists "
                                      "them all",
                                      request.path)});
  }
  if (request.method != "GET" && request.method != "HEAD") {
    Response refused = Problem(
        {Code::kInvalidArgument, fmt::format("'{}' answers GET and HEAD alone", request.path)},
        405);
    refused.headers.emplace_back("Allow", "GET, HEAD");
    return refused;
  }
  const Result<Params> params = Params::Check(request.query, match.route->parameters);
  if (!params) return Problem(params.error());
  constexpr std::array<std::string_view, 2> kLanguages{"vi", "en"};
  const Result<std::string_view> lang = params->Choice("lang", kLanguages);
  if (!lang) return Problem(lang.error());
  Exchange exchange(store, request, *params,
                    ChooseLanguage(*lang, HeaderOf(request, "accept-language")));
  Result<std::optional<Response>> elsewhere = TakeId(exchange, match);
  if (!elsewhere) return Problem(elsewhere.error());
  if (*elsewhere) return std::move(**elsewhere);
  const Status done = match.route->handler(exchange);
  return done ? Finished(exchange) : Problem(done.error(), 0, exchange.suggestions);
}

}  // namespace

Response Api::Answer(const Request& request) const noexcept {
  try {
    return Handle(store_, request);
  } catch (const std::exception& error) {
    // Out of memory, or a fault of ours: the detail is for the log, not for the asker.
    Log(LogLevel::kError, fmt::format("{}: {}", request.path, error.what()));
    return Problem({Code::kInternal, "the request failed by a fault of the program; see its log"});
  }
}

}  // namespace chido::api
