#include <functional>
#include <optional>
#include <ostream>

#include "graph/base/hash.h"
#include "graph/model/ids.h"
#include "http/api/api.h"
#include "http/commands_serve.h"
#include "http/judgement_desk.h"
#include "http/live_api.h"
#include "http/server/serve.h"
#include "http/ui/assets.h"

namespace chido {
namespace {

/// The page may load nothing from elsewhere; the graph library sets styles of its own.
constexpr const char* kPagePolicy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src "
    "'none'; base-uri 'none'";

api::Response PageResponse(const api::Request& request, const UiAsset& asset) {
  api::Response response;
  const std::string tag = '"' + ToHex(Hash64(asset.bytes)) + '"';
  response.headers = {{"ETag", tag},
                      {"Cache-Control", "no-cache"},
                      {"Content-Security-Policy", kPagePolicy},
                      {"X-Content-Type-Options", "nosniff"}};
  response.content_type = asset.content_type;
  const auto known = request.headers.find("if-none-match");
  if (known != request.headers.end() && known->second == tag) {
    response.status = 304;
  } else {
    response.body = asset.bytes;
  }
  return response;
}

Result<int> RunServe(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  const EndSignals signals;
  CHIDO_ASSIGN(const std::unique_ptr<LiveApi> live,
               LiveApi::Open(folder, std::chrono::seconds(arguments.Integer("refresh"))));
  std::optional<JudgementDesk> desk;
  if (const std::string keys = arguments.String("keys"); !keys.empty()) {
    CHIDO_ASSIGN(KeyRing ring, KeyRing::Load(keys));
    desk.emplace(folder, std::move(ring), *live);
  }
  const auto handler = [&live = *live, &desk](const api::Request& request) {
    if (desk && JudgementDesk::Takes(request)) return desk->Answer(request);
    const auto asset = request.method == "GET" || request.method == "HEAD"
                           ? FindUiAsset(request.path)
                           : std::nullopt;
    return asset ? PageResponse(request, *asset) : live.Answer(request);
  };
  EdgeOptions options;
  options.workers = static_cast<std::size_t>(arguments.Integer("workers"));
  CHIDO_TRY(ServeUntilSignal(signals, handler, arguments.String("host"),
                             static_cast<int>(arguments.Integer("port")), options,
                             [&terminal](const std::string& url) {
                               terminal.out << "chido serves " << url << std::endl;
                             }));
  return 0;
}

}  // namespace

Command ServeCommand() {
  using Kind = OptionSpec::Kind;
  return {
      "serve",
      "Answers questions over HTTP, with the web page at /",
      "chido serve --store kho --port 8080",
      {{.kind = Kind::kString,
        .name = "host",
        .help = "Address to listen on",
        .default_value = "127.0.0.1"},
       {.kind = Kind::kInteger,
        .name = "port",
        .help = "Port to listen on; 0 takes a free one",
        .default_value = "8080",
        .maximum = 65535},
       {.kind = Kind::kInteger,
        .name = "workers",
        .help = "Requests answered at once",
        .default_value = "32",
        .minimum = 1,
        .maximum = 1024},
       {.kind = Kind::kString,
        .name = "keys",
        .help = "File of those who may judge over HTTP, readable by its owner alone: one line NAME "
                "KEY for each; without it nothing is written"},
       {.kind = Kind::kInteger,
        .name = "refresh",
        .help = "Seconds between looks for newly ingested articles; 0 serves the store as it is",
        .default_value = "5",
        .maximum = 86400}},
      RunServe};
}

}  // namespace chido
