// An entity over HTTP, beside the bare server's own ceiling in the same run; one client with
// keep-alive.

#include <benchmark/benchmark.h>
#include <httplib.h>

#include <memory>
#include <string>
#include <thread>

#include "graph/base/error.h"
#include "http/api/api.h"
#include "http/server/guarded_server.h"
#include "tests/support/sample_store.h"

namespace {

/// A server on a free port for as long as this lives.
class Running {
 public:
  explicit Running(chido::GuardedServer::Handler handler) : server_(std::move(handler), {}) {
    if (!server_.Bind("127.0.0.1", 0)) chido::Abort("no free port for the benchmark");
    thread_ = std::thread([this] { server_.Serve(); });
  }
  ~Running() {
    server_.Stop();
    thread_.join();
  }
  int port() const { return server_.port(); }

 private:
  chido::GuardedServer server_;
  std::thread thread_;
};

void Ask(benchmark::State& state, int port, const std::string& path) {
  httplib::Client client("127.0.0.1", port);
  client.set_keep_alive(true);
  client.set_tcp_nodelay(true);
  for (auto _ : state) {
    const auto answer = client.Get(path);
    if (!answer || answer->status != 200) return state.SkipWithError("no answer");
  }
  state.SetItemsProcessed(state.iterations());
}

void BM_BareServer(benchmark::State& state) {
  Running server([](const chido::api::Request&) {
    chido::api::Response response;
    response.body = "{\"ok\":true}";
    return response;
  });
  Ask(state, server.port(), "/");
}
BENCHMARK(BM_BareServer)->UseRealTime();

void BM_EntityOverHttp(benchmark::State& state) {
  chido::testing::SampleStore sample;
  const chido::api::Api api(sample.store());
  Running server([&api](const chido::api::Request& request) { return api.Answer(request); });
  Ask(state, server.port(),
      "/v1/entities/" + ToString(sample.Find(chido::EntityType::kOfficial, "H'Wên Êban")));
}
BENCHMARK(BM_EntityOverHttp)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
