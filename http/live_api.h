#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "http/api/api.h"

namespace chido {

/// The API over the newest state of a store that another process may be writing to: looks at its
/// files now and then, and opens a new view when they changed. A request is answered by one view
/// from beginning to end. Thread-safe.
class LiveApi {
 public:
  /// `refresh` is the time between two looks; zero keeps the first view for good. Errors: those of
  /// `Store::Open`.
  static Result<std::unique_ptr<LiveApi>> Open(std::filesystem::path folder,
                                               std::chrono::seconds refresh);
  ~LiveApi();
  LiveApi(const LiveApi&) = delete;
  LiveApi& operator=(const LiveApi&) = delete;

  api::Response Answer(const api::Request& request) const noexcept;
  /// Looks now: what was written before the call is seen by all requests after it. A view that
  /// cannot be opened is logged, and the one before stays. One look at a time.
  void Refresh();

 private:
  struct View;
  explicit LiveApi(std::filesystem::path folder) : folder_(std::move(folder)) {}
  Status OpenView();
  void RefreshEvery(std::chrono::seconds refresh);

  const std::filesystem::path folder_;
  std::mutex looking_;        ///< held through a look, so that no older view comes last
  mutable std::mutex mutex_;  ///< of what follows
  std::shared_ptr<const View> view_;
  bool ended_ = false;
  std::condition_variable end_;
  std::thread refresher_;
};

}  // namespace chido
