#pragma once

#include <string_view>

namespace chido::api {

/// The description of the API, `http/api/openapi.json` as it was when this binary was built.
std::string_view OpenApiText();

}  // namespace chido::api
