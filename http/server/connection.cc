#include "http/server/connection.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace chido {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Numeric address and port of one end of a socket.
void Address(int fd, bool local, std::string& ip, int& port) {
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  if ((local ? getsockname(fd, plain, &size) : getpeername(fd, plain, &size)) != 0) return;
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (getnameinfo(plain, size, host.data(), host.size(), service.data(), service.size(),
                  NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = std::atoi(service.data());
}

}  // namespace

Connection::Connection(int fd, const ConnectionLimits& limits) : fd_(fd), limits_(limits) {
  Address(fd_, false, peer_, peer_port_);
  StartRequest();
}

Connection::~Connection() {
  ::shutdown(fd_, SHUT_RDWR);
  ::close(fd_);
}

void Connection::StartRequest() {
  ++requests_;
  left_ = limits_.request_bytes;
  over_budget_ = false;
  deadline_ = steady_clock::now() + limits_.request_time;
}

bool Connection::WaitFor(short events) const {
  for (;;) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd one{fd_, events, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(left.count()));
    if (ready > 0) return (one.revents & events) != 0;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool Connection::is_readable() const { return HasBuffered() || WaitFor(POLLIN); }

bool Connection::is_writable() const { return !answering_ || WaitFor(POLLOUT); }

ssize_t Connection::read(char* to, std::size_t size) {
  if (left_ == 0) {
    over_budget_ = true;
    return -1;
  }
  if (!HasBuffered()) {
    if (!WaitFor(POLLIN)) return -1;
    const ssize_t got = ::recv(fd_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return got;
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
  }
  const std::size_t taken = std::min({size, end_ - begin_, left_});
  std::memcpy(to, buffer_.data() + begin_, taken);
  answering_ = false;
  begin_ += taken;
  left_ -= taken;
  return static_cast<ssize_t>(taken);
}

ssize_t Connection::write(const char* from, std::size_t size) {
  // How long the answer took to make is not the client's fault.
  if (!answering_) deadline_ = steady_clock::now() + limits_.request_time;
  answering_ = true;
  if (!WaitFor(POLLOUT)) return -1;
  return ::send(fd_, from, size, MSG_NOSIGNAL);
}

void Connection::Say(std::string_view answer) const {
  ::send(fd_, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip = peer_;
  port = peer_port_;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  Address(fd_, true, ip, port);
}

}  // namespace chido
