#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace chido {

/// What one request may cost the edge.
struct ConnectionLimits {
  std::size_t request_bytes = 64 << 10;  ///< request line, headers and body together
  std::chrono::milliseconds request_time{
      2'000};  ///< from its first byte to its last, and again from the answer's first to its last
  std::size_t requests = 1'000;  ///< on one connection
};

/// A client's socket as httplib's stream: with a byte budget and a deadline for each request, and a
/// buffer that keeps what a client sends ahead. Owns the socket. One thread at a time.
class Connection final : public httplib::Stream {
 public:
  Connection(int fd, const ConnectionLimits& limits);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Starts the budgets of the next request.
  void StartRequest();
  /// The byte budget of this request was used up.
  bool over_budget() const { return over_budget_; }
  /// Sends a few bytes without waiting; what does not fit is lost.
  void Say(std::string_view answer) const;
  /// Bytes of a next request are here already.
  bool HasBuffered() const { return begin_ < end_; }
  bool LastRequest() const { return requests_ >= limits_.requests; }
  const std::string& peer() const { return peer_; }
  int fd() const { return fd_; }

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return fd_; }

 private:
  bool WaitFor(short events) const;

  int fd_;
  ConnectionLimits limits_;
  std::string peer_;
  int peer_port_ = 0;
  std::size_t requests_ = 0;
  std::size_t left_ = 0;  ///< bytes that this request may still send
  bool over_budget_ = false;
  bool answering_ = false;  ///< bytes were sent since the last were read
  std::chrono::steady_clock::time_point deadline_;
  std::array<char, 8192> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace chido
