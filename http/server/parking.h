#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "http/server/connection.h"

namespace chido {

/// Watches the connections that have nothing to say, so that they cost a descriptor and no worker.
/// When one sends, it is handed to `wake`; when it is silent for too long, it is closed.
/// Thread-safe.
class Parking {
 public:
  using Wake = std::function<void(std::shared_ptr<Connection>)>;
  /// At most `capacity` connections wait; one more is closed at once.
  Parking(Wake wake, std::chrono::milliseconds idle_time, std::size_t capacity);
  ~Parking();
  Parking(const Parking&) = delete;
  Parking& operator=(const Parking&) = delete;

  void Park(std::shared_ptr<Connection> connection);
  /// Closes all and ends the watcher; returns at once. What is parked from now on is closed.
  void Stop();
  std::size_t size() const;

 private:
  struct Place {
    std::shared_ptr<Connection> connection;
    std::chrono::steady_clock::time_point until;
  };
  void Watch();
  void CloseSilent();

  Wake wake_;
  std::chrono::milliseconds idle_time_;
  std::size_t capacity_;
  int epoll_ = -1;
  int stop_event_ = -1;
  mutable std::mutex mutex_;
  bool stopped_ = false;
  std::unordered_map<int, Place> places_;
  std::thread watcher_;
};

}  // namespace chido
