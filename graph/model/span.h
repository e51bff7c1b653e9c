#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace chido {

/// A half-open range of byte offsets into the exact stored text of an article.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  std::string_view In(std::string_view text) const { return text.substr(begin, size()); }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace chido
