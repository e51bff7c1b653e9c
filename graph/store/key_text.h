#pragma once

#include <string>
#include <string_view>

#include "graph/store/families.h"

namespace chido {

/// A row's key as people read it: ids in hexadecimal, parts separated by spaces, other bytes
/// escaped. For reports only.
std::string KeyText(Family family, std::string_view key);

}  // namespace chido
