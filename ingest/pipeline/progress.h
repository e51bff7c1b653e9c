#pragma once

#include <chrono>
#include <string>

#include "graph/base/command.h"
#include "ingest/pipeline/pipeline.h"

namespace chido {

/// Shows how a run gets on: a bar that is drawn over on a terminal, else a plain line every two
/// seconds; both on the error stream. Not thread-safe.
class Progress {
 public:
  explicit Progress(Terminal& terminal) : terminal_(terminal) {}
  /// Takes the bar off the terminal.
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Show(const PipelineReport& report);
  void Clear();

 private:
  Terminal& terminal_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  bool drawn_ = false;
};

/// "1,234,567".
std::string Grouped(std::uint64_t value);

/// From construction to destruction an interrupt (Ctrl-C) or a request to end sets `flag()` instead
/// of ending the process; a second one ends it at once. One at a time per process.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  const std::atomic<bool>* flag() const;

 private:
  using Handler = void (*)(int);
  Handler old_interrupt_;
  Handler old_terminate_;
};

}  // namespace chido
