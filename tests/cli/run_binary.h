#pragma once

#include <string>
#include <vector>

namespace chido::testing {

/// What a finished run of the product left.
struct Outcome {
  int exit_code = -1;  ///< 128 and the signal's number if it was killed
  std::string out;
  std::string err;
};

/// Runs the real binary with `arguments` by posix_spawn and waits for it. Its standard output and
/// error are caught in files, so both may be of any size.
Outcome RunBinary(const std::vector<std::string>& arguments);

}  // namespace chido::testing
