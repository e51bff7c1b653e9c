// Any bytes as a request's target: it is split and decoded without fault, and what was decoded can
// be asked again.

#include <cstdint>
#include <string_view>

#include "graph/base/error.h"
#include "http/api/api.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view target(reinterpret_cast<const char*>(data), size);
  const chido::api::Request request = chido::api::RequestOf(target);
  const chido::api::Request again = chido::api::RequestOf(chido::api::TargetOf(request));
  if (again.path != request.path || again.query != request.query) {
    chido::Abort("a request does not survive its target");
  }
  return 0;
}
