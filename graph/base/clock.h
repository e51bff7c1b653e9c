#pragma once

#include <chrono>
#include <cstdint>

namespace chido {

/// Seconds since 1970 in UTC, for "recorded at" alone; no reading or linking depends on it.
std::int64_t NowSeconds();

/// A point in time after which work should stop. Copyable, cheap to ask.
class Deadline {
 public:
  /// Never passes.
  Deadline() : at_(std::chrono::steady_clock::time_point::max()) {}
  explicit Deadline(std::chrono::milliseconds from_now)
      : at_(std::chrono::steady_clock::now() + from_now) {}
  bool Passed() const { return std::chrono::steady_clock::now() >= at_; }

 private:
  std::chrono::steady_clock::time_point at_;
};

}  // namespace chido
