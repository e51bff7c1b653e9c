#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace chido {

/// What `/metrics` tells, in Prometheus's text form. Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  /// One answered request; `method` and `route` are of bounded sets ("GET"; "/v1/search", "other").
  void Count(std::string_view method, std::string_view route, int status,
             std::chrono::nanoseconds took, std::size_t bytes);
  /// One connection or request turned away because the queue was full.
  void CountShed();
  std::string Text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chido
