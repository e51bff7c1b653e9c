#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "http/api/message.h"
#include "http/server/connection.h"
#include "http/server/metrics.h"
#include "http/server/parking.h"
#include "http/server/workers.h"

namespace chido {

struct EdgeOptions {
  std::size_t workers = 32;
  std::size_t most_waiting = 1'024;      ///< requests that wait for a worker; more are answered 503
  std::size_t most_connections = 8'192;  ///< silent connections kept
  std::chrono::milliseconds idle_time{30'000};
  ConnectionLimits limits;
};

/// httplib's server behind an edge of our own: every request has a byte budget and a deadline,
/// silent connections hold no worker, bodies without a plain length, ranges and unknown codings are
/// refused, and a connection with an unread body is closed. See README.md for each rule and its
/// test.
class GuardedServer : private httplib::Server {
 public:
  using Handler = std::function<api::Response(const api::Request&)>;
  GuardedServer(Handler handler, const EdgeOptions& options);
  ~GuardedServer() override;

  /// Binds; port 0 takes a free one. False if the address is taken or not ours.
  bool Bind(const std::string& host, int port);
  int port() const { return port_; }
  /// Serves until `Stop`. True after a clean stop.
  bool Serve();
  /// From any thread, at any time, also before `Serve`.
  void Stop();
  Metrics& metrics() { return metrics_; }

 private:
  bool process_and_close_socket(socket_t fd) override;
  void Wake(std::shared_ptr<Connection> connection);
  void ServeConnection(const std::shared_ptr<Connection>& connection);
  bool ServeOne(Connection& connection);
  void Answer(const httplib::Request& request, httplib::Response& response);
  void Restrain(httplib::Request& request, bool& close_after) const;

  Handler handler_;
  EdgeOptions options_;
  Metrics metrics_;
  Workers workers_;
  std::unique_ptr<Parking> parking_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> bound_{false};
  int port_ = 0;
  int listener_ = -1;
};

}  // namespace chido
