#include "http/api/openapi.h"

namespace chido::api {

std::string_view OpenApiText() {
  static constexpr std::string_view kText =
#include "openapi_text.inc"
      ;
  return kText;
}

}  // namespace chido::api
