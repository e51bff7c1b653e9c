#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace chido {

/// A 64-bit id that cannot be mixed up with another kind of id. Zero means "none".
template <typename Tag>
struct StrongId {
  std::uint64_t value = 0;

  constexpr StrongId() = default;
  constexpr explicit StrongId(std::uint64_t v) : value(v) {}
  constexpr explicit operator bool() const { return value != 0; }
  friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;
};

using EntityId = StrongId<struct EntityTag>;
using StatementId = StrongId<struct StatementTag>;
/// Content hash of an article: the same text is the same document.
using DocumentId = StrongId<struct DocumentTag>;

/// Sixteen lower-case hexadecimal digits, the form in URLs, exports and the command line.
std::string ToHex(std::uint64_t value);
/// Reads what `ToHex` writes; nothing else.
std::optional<std::uint64_t> FromHex(std::string_view text);

template <typename Tag>
std::string ToString(StrongId<Tag> id) {
  return ToHex(id.value);
}

}  // namespace chido

template <typename Tag>
struct std::hash<chido::StrongId<Tag>> {
  std::size_t operator()(const chido::StrongId<Tag>& id) const noexcept {
    return static_cast<std::size_t>(id.value);
  }
};
