#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chido {

/// Appends an unsigned number, most significant byte first: bytes compare as numbers do.
template <typename Number>
void AppendBigEndian(std::string& key, Number value) {
  char bytes[sizeof(Number)];
  for (std::size_t i = sizeof(Number); i-- > 0;) {
    bytes[i] = static_cast<char>(value);
    if constexpr (sizeof(Number) > 1) value >>= 8;
  }
  key.append(bytes, sizeof(Number));
}

/// Reads what `AppendBigEndian` wrote at `offset`; the caller has checked the length.
template <typename Number>
Number BigEndianAt(std::string_view key, std::size_t offset) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    value = static_cast<Number>(static_cast<std::uint64_t>(value) << 8 |
                                static_cast<unsigned char>(key[offset + i]));
  }
  return value;
}

/// Least bytes that are greater than all keys with this prefix; empty if there are none.
inline std::string PrefixEnd(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xFF') end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(end.back() + 1);
  return end;
}

}  // namespace chido
