#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chido {

/// A fixed number of threads over a bounded queue. Thread-safe.
class Workers {
 public:
  Workers(std::size_t threads, std::size_t most_waiting);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False, and nothing is done, if the queue is full or the workers are stopping.
  bool TryRun(std::function<void()> job);
  /// Lets running jobs end, drops waiting ones, joins the threads.
  void Stop();

 private:
  void Work();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable ready_;
  bool stopping_ = false;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::thread> threads_;
};

}  // namespace chido
