#include "http/server/serve.h"

#include <pthread.h>

#include <csignal>
#include <thread>

namespace chido {
namespace {

/// Blocks the signals that end a server, for this thread and all that it starts.
sigset_t BlockEndSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

}  // namespace

Status ServeUntilSignal(GuardedServer::Handler handler, const std::string& host, int port,
                        const EdgeOptions& options,
                        const std::function<void(const std::string& url)>& started) {
  const sigset_t signals = BlockEndSignals();
  GuardedServer server(std::move(handler), options);
  if (!server.Bind(host, port)) {
    return Fail(Code::kConflict, "cannot listen on " + host + ":" + std::to_string(port) +
                                     ": the port is in use or the address is not this machine's; "
                                     "choose another with --port or --host");
  }
  started("http://" + host + ":" + std::to_string(server.port()) + "/");
  std::thread waiter([&signals, &server] {
    int signal = 0;
    sigwait(&signals, &signal);
    server.Stop();
  });
  const bool clean = server.Serve();
  if (!clean) pthread_kill(waiter.native_handle(), SIGTERM);
  waiter.join();
  if (!clean) return Fail(Code::kIo, "the listening socket failed");
  return {};
}

}  // namespace chido
