#include "http/server/serve.h"

#include <pthread.h>

#include <csignal>
#include <thread>

namespace chido {

EndSignals::EndSignals() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void EndSignals::Wait() const {
  int signal = 0;
  sigwait(&signals_, &signal);
}

Status ServeUntilSignal(const EndSignals& signals, GuardedServer::Handler handler,
                        const std::string& host, int port, const EdgeOptions& options,
                        const std::function<void(const std::string& url)>& started) {
  GuardedServer server(std::move(handler), options);
  if (!server.Bind(host, port)) {
    return Fail(Code::kConflict, "cannot listen on " + host + ":" + std::to_string(port) +
                                     ": the port is in use or the address is not this machine's; "
                                     "choose another with --port or --host");
  }
  started("http://" + host + ":" + std::to_string(server.port()) + "/");
  std::thread waiter([&signals, &server] {
    signals.Wait();
    server.Stop();
  });
  const bool clean = server.Serve();
  if (!clean) pthread_kill(waiter.native_handle(), SIGTERM);
  waiter.join();
  if (!clean) return Fail(Code::kIo, "the listening socket failed");
  return {};
}

}  // namespace chido
