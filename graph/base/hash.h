#pragma once

#include <cstdint>
#include <string_view>

namespace chido {

/// 64-bit XXH3 of `bytes`: the same on every machine and release; stored ids rest on it.
std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace chido
