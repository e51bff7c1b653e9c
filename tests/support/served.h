#pragma once

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/program.h"

namespace chido::testing {

/// `chido serve` on a free port, ended with the object.
class Served {
 public:
  /// `arguments` without `serve` and `--port`. Waits until it listens.
  explicit Served(const std::vector<std::string>& arguments) : program_(Line(arguments)) {
    constexpr int kMostLooks = 300;
    constexpr std::chrono::milliseconds kLook(100);
    for (int look = 0; look < kMostLooks && port_ == 0; ++look) {
      // "chido serves http://127.0.0.1:PORT/"
      const std::string said = program_.OutSoFar();
      const std::size_t at = said.rfind(':');
      if (at != std::string::npos && said.ends_with("/\n")) port_ = std::stoi(said.substr(at + 1));
      if (port_ == 0) std::this_thread::sleep_for(kLook);
    }
  }
  /// 0 if it never came to listen.
  int port() const { return port_; }
  Program& program() { return program_; }

 private:
  static std::vector<std::string> Line(const std::vector<std::string>& arguments) {
    std::vector<std::string> line{ChidoPath(), "serve", "--port", "0"};
    line.insert(line.end(), arguments.begin(), arguments.end());
    return line;
  }
  Program program_;
  int port_ = 0;
};

}  // namespace chido::testing
