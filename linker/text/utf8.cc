#include "linker/text/utf8.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace chido {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// How many bytes from `at` form one valid code point; 0 if none do. `wrong` is how many bytes the
/// damaged start takes.
std::size_t ValidSize(std::string_view bytes, std::size_t at, std::size_t& wrong) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  wrong = 1;
  if (lead < 0x80) return 1;
  std::size_t size = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high) return 0;
    ++wrong;
    low = 0x80;
    high = 0xBF;
  }
  return size;
}

/// The first byte from `at` on that is not ASCII and begins no code point of the kinds that
/// Vietnamese text is made of (two or three bytes, all forms of which are valid).
const unsigned char* PassCommon(const unsigned char* at, const unsigned char* end) {
  while (at != end) {
    if (end - at >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, 8);
      word &= 0x8080808080808080;
      at += word == 0 ? 8 : std::countr_zero(word) / 8;
      if (word == 0) continue;
    }
    const unsigned char lead = *at;
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (end - at < 3 || (at[1] & 0xC0U) != 0x80U) return at;
    if (lead >= 0xE1 && lead <= 0xEC && (at[2] & 0xC0U) == 0x80U) {
      at += 3;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
      at += 2;
    } else {
      return at;
    }
  }
  return at;
}

}  // namespace

std::size_t FindInvalidUtf8(std::string_view bytes) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t wrong = 0;
  for (std::size_t at = 0;;) {
    at = static_cast<std::size_t>(PassCommon(begin + at, begin + bytes.size()) - begin);
    if (at == bytes.size()) return std::string_view::npos;
    const std::size_t rare = ValidSize(bytes, at, wrong);
    if (rare == 0) return at;
    at += rare;
  }
}

std::string ReplaceInvalidUtf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (true) {
    const std::size_t bad = FindInvalidUtf8(bytes);
    out.append(bytes.substr(0, bad));
    if (bad == std::string_view::npos) return out;
    std::size_t wrong = 1;
    ValidSize(bytes, bad, wrong);
    AppendUtf8(kReplacement, out);
    bytes.remove_prefix(bad + wrong);
  }
}

void AppendUtf8(char32_t c, std::string& out) {
  const auto tail = [&](int shift) {
    out.push_back(static_cast<char>(0x80U | ((c >> shift) & 0x3FU)));
  };
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (c >> 6)));
    tail(0);
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (c >> 12)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | (c >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace chido
