#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chido {

/// Byte offset of the first byte that is not part of valid UTF-8, or npos. Overlong forms and
/// surrogates are invalid. Linear. Thread-safe.
std::size_t FindInvalidUtf8(std::string_view bytes);

/// `bytes` with each maximal damaged part as one U+FFFD.
std::string ReplaceInvalidUtf8(std::string_view bytes);

/// The code point at `at`, which is moved past it. `text` is valid UTF-8 and `at` a code point's
/// first byte.
inline char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const auto more = [&] { return static_cast<unsigned char>(text[at++]) & 0x3FU; };
  if (lead < 0xE0) return (lead & 0x1FU) << 6 | more();
  if (lead < 0xF0) {
    const char32_t high = (lead & 0x0FU) << 12 | more() << 6;
    return high | more();
  }
  char32_t value = (lead & 0x07U) << 18 | more() << 12;
  value |= more() << 6;
  return value | more();
}

/// The code point that ends before `at`, which is moved to its first byte. `at` is above 0.
inline char32_t PreviousCodePoint(std::string_view text, std::size_t& at) {
  do {
    --at;
  } while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  std::size_t copy = at;
  return NextCodePoint(text, copy);
}

/// Bytes that `c` takes, 1 to 4.
inline std::size_t Utf8Size(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// Appends `c`, a valid code point.
void AppendUtf8(char32_t c, std::string& out);

}  // namespace chido
