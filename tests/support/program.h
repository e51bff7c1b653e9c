#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace chido::testing {

/// What a program that ended has left.
struct ProgramResult {
  int exit_code = -1;  ///< 128 + signal if it was killed
  std::string out;
  std::string err;
};

/// A program run with its output in files of a temporary folder. Started by posix_spawn: a fork
/// after a store was opened would hang.
class Program {
 public:
  /// Starts `arguments[0]`. Aborts if it cannot be started.
  explicit Program(const std::vector<std::string>& arguments);
  /// Kills it if it still runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void Signal(int signal) const;
  /// Waits for the end. Kills it after `most`.
  ProgramResult Wait(std::chrono::seconds most = std::chrono::seconds(120));
  /// What it has written so far.
  std::string OutSoFar() const;
  std::string ErrSoFar() const;

 private:
  pid_t pid_ = -1;
  bool ended_ = false;
  std::string folder_;
};

/// Runs the product's binary with these arguments and waits.
ProgramResult RunChido(std::vector<std::string> arguments);
/// The product's binary of this build.
std::string ChidoPath();

}  // namespace chido::testing
