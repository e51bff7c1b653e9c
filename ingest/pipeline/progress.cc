#include "ingest/pipeline/progress.h"

#include <fmt/format.h>

#include <csignal>
#include <ostream>

namespace chido {
namespace {

constexpr int kBarWidth = 24;
constexpr auto kPlainEvery = std::chrono::seconds(2);

// Signal handlers can reach nothing but static storage.
std::atomic<bool> interrupted{false};

void OnInterrupt(int signal) {
  if (interrupted.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

std::string Bar(double fraction) {
  const int full = static_cast<int>(fraction * kBarWidth);
  std::string bar = "[";
  for (int i = 0; i < kBarWidth; ++i) bar += i < full ? "█" : "·";
  return bar + fmt::format("] {:3.0f} % ", fraction * 100);
}

std::string Line(const PipelineReport& report) {
  const std::uint64_t articles = report.added + report.known + report.failed;
  const double rate = report.seconds > 0 ? static_cast<double>(articles) / report.seconds : 0.0;
  std::string line = fmt::format("{} articles, {:.1f} MB, {:.0f}/s", Grouped(articles),
                                 static_cast<double>(report.source.bytes) / 1e6, rate);
  if (report.failed > 0) line += fmt::format(", {} failed", Grouped(report.failed));
  return line;
}

}  // namespace

void Progress::Show(const PipelineReport& report) {
  const auto now = std::chrono::steady_clock::now();
  if (terminal_.err_is_terminal) {
    const double fraction = report.source.fraction;
    terminal_.err << "\r\x1b[K" << (fraction > 0 ? Bar(fraction) : std::string()) << Line(report)
                  << std::flush;
    drawn_ = true;
  } else if (now - last_ >= kPlainEvery) {
    last_ = now;
    terminal_.err << "chido: " << Line(report) << std::endl;
  }
}

void Progress::Clear() {
  if (drawn_) terminal_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

std::string Grouped(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

InterruptGuard::InterruptGuard() {
  interrupted.store(false);
  old_interrupt_ = std::signal(SIGINT, OnInterrupt);
  old_terminate_ = std::signal(SIGTERM, OnInterrupt);
}

InterruptGuard::~InterruptGuard() {
  std::signal(SIGINT, old_interrupt_);
  std::signal(SIGTERM, old_terminate_);
}

const std::atomic<bool>* InterruptGuard::flag() const { return &interrupted; }

}  // namespace chido
