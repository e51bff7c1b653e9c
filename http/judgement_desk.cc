#include "http/judgement_desk.h"

#include <fmt/format.h>

#include <chrono>
#include <exception>
#include <optional>

#include "graph/base/log.h"
#include "graph/store/store.h"
#include "http/api/api.h"
#include "http/api/problem.h"
#include "http/api/writing.h"

namespace chido {
namespace {

constexpr std::chrono::seconds kWait(2);
constexpr const char* kRetrySeconds = "5";
/// A change reads a few blocks; the views that answer have caches of their own.
constexpr std::uint64_t kCacheBytes = std::uint64_t{32} << 20U;

/// The key of "Authorization: Bearer KEY"; none if the header is missing or of another scheme.
std::optional<std::string_view> KeyOf(const api::Request& request) {
  constexpr std::string_view kScheme = "bearer ";
  const auto header = request.headers.find("authorization");
  if (header == request.headers.end()) return std::nullopt;
  std::string_view text = header->second;
  if (text.size() < kScheme.size()) return std::nullopt;
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    // Letters alone differ from their capitals by this bit.
    if ((text[i] | 0x20) != kScheme[i]) return std::nullopt;
  }
  text.remove_prefix(kScheme.size());
  return text;
}

api::Response NeedsKey() {
  api::Response response = api::Problem(
      {Code::kUnauthorised,
       "judging needs a key: send it as Authorization: Bearer KEY; the server's --keys file lists "
       "them"});
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"chido\"");
  return response;
}

api::Response Busy(std::string_view why) {
  api::Response response = api::Problem(
      {Code::kUnavailable, fmt::format("{}; try again in {} seconds", why, kRetrySeconds)});
  response.headers.emplace_back("Retry-After", kRetrySeconds);
  return response;
}

}  // namespace

JudgementDesk::JudgementDesk(std::filesystem::path store, KeyRing keys, LiveApi& live)
    : store_(std::move(store)), keys_(std::move(keys)), live_(live) {}

bool JudgementDesk::Takes(const api::Request& request) {
  return api::MatchWrite(request.method, request.path).route != nullptr;
}

api::Response JudgementDesk::Answer(const api::Request& request) noexcept {
  try {
    const std::optional<std::string_view> key = KeyOf(request);
    const std::optional<std::string_view> holder = key ? keys_.HolderOf(*key) : std::nullopt;
    api::Response response =
        !key ? NeedsKey()
        : !holder
            ? api::Problem({Code::kForbidden, "nobody holds this key; ask the server's owner"})
            : Decide(request, *holder);
    Log(response.status < 400 ? LogLevel::kInfo : LogLevel::kWarning,
        fmt::format("{} {} by {}: {}{}", request.method, api::TargetOf(request),
                    holder.value_or("(no key)"), response.status,
                    response.error ? ", " + response.error->message : ""));
    return response;
  } catch (const std::exception& error) {
    Log(LogLevel::kError,
        fmt::format("{} {}: {}", request.method, api::TargetOf(request), error.what()));
    return api::Problem(
        {Code::kInternal, "the request failed by a fault of the program; see its log"});
  }
}

api::Response JudgementDesk::Decide(const api::Request& request, std::string_view holder) {
  const Result<api::Order> order = api::OrderOf(request, holder);
  if (!order) return api::Problem(order.error());
  const std::unique_lock lock(writing_, kWait);
  if (!lock.owns_lock()) return Busy("others are judging");
  api::Response response;
  {
    const Result<std::unique_ptr<Store>> store = Store::Open(store_, {.cache_bytes = kCacheBytes});
    if (!store && store.error().code == Code::kConflict) {
      return Busy("articles are being taken into the store");
    }
    if (!store) return api::Problem(store.error());
    response = api::CarryOut(**store, *order);
  }
  // After the writer is gone: what it closes is seen at once.
  live_.Refresh();
  return response;
}

}  // namespace chido
