#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"

namespace chido {

/// `bytes` in UTF-8 without a byte order mark. A UTF-8 or UTF-16 mark decides; else `charset` (a
/// name such as "windows-1258", empty for UTF-8) does. Errors, with `name` and the byte offset:
/// kBadInput if the bytes are not of that charset, kUnsupported if the charset is unknown.
Result<std::string> ToUtf8(std::string bytes, std::string_view charset, std::string_view name);

}  // namespace chido
