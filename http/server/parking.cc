#include "http/server/parking.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <vector>

#include "graph/base/error.h"

namespace chido {
namespace {

using std::chrono::steady_clock;

constexpr int kTickMilliseconds = 250;

}  // namespace

Parking::Parking(Wake wake, std::chrono::milliseconds idle_time, std::size_t capacity)
    : wake_(std::move(wake)),
      idle_time_(idle_time),
      capacity_(capacity),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      stop_event_(::eventfd(0, EFD_CLOEXEC)) {
  if (epoll_ < 0 || stop_event_ < 0) Abort("the system gives no epoll descriptor");
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = stop_event_;
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, stop_event_, &event);
  watcher_ = std::thread([this] { Watch(); });
}

Parking::~Parking() {
  Stop();
  watcher_.join();
  ::close(stop_event_);
  ::close(epoll_);
}

void Parking::Park(std::shared_ptr<Connection> connection) {
  const int fd = connection->fd();
  const std::lock_guard lock(mutex_);
  if (stopped_ || places_.size() >= capacity_) return;  // closed with its last owner
  places_.insert_or_assign(fd, Place{std::move(connection), steady_clock::now() + idle_time_});
  epoll_event event{};
  event.events = EPOLLIN | EPOLLRDHUP | EPOLLONESHOT;
  event.data.fd = fd;
  if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) != 0) {
    // Woken once before: it is still known.
    ::epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &event);
  }
}

void Parking::Stop() {
  std::unordered_map<int, Place> closing;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    closing.swap(places_);
  }
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(stop_event_, &one, sizeof(one));
}

std::size_t Parking::size() const {
  const std::lock_guard lock(mutex_);
  return places_.size();
}

void Parking::CloseSilent() {
  std::vector<Place> closing;  // closed after the lock is given back
  const std::lock_guard lock(mutex_);
  const auto now = steady_clock::now();
  for (auto it = places_.begin(); it != places_.end();) {
    if (it->second.until > now) {
      ++it;
      continue;
    }
    closing.push_back(std::move(it->second));
    it = places_.erase(it);
  }
}

void Parking::Watch() {
  std::array<epoll_event, 64> events{};
  for (;;) {
    const int count =
        ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), kTickMilliseconds);
    for (int i = 0; i < count; ++i) {
      std::shared_ptr<Connection> connection;
      {
        const std::lock_guard lock(mutex_);
        if (stopped_) return;
        const auto found = places_.find(events[static_cast<std::size_t>(i)].data.fd);
        if (found == places_.end()) continue;
        connection = std::move(found->second.connection);
        places_.erase(found);
      }
      wake_(std::move(connection));
    }
    CloseSilent();
    const std::lock_guard lock(mutex_);
    if (stopped_) return;
  }
}

}  // namespace chido
