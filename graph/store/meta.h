#pragma once

#include <string_view>

namespace chido {

/// Keys of `meta` that start so belong to the store itself; all others to the layers above.
inline constexpr std::string_view kReservedMetaPrefix = "store/";
/// The format version, a decimal number.
inline constexpr std::string_view kFormatKey = "store/format";

}  // namespace chido
