#pragma once

#include <cstdint>
#include <string_view>

namespace chido {

/// A set of names of cue kinds, one bit in each of two words per name (a Bloom filter with two
/// hashes): "is such a cue here" is answered by two ANDs, rarely with a false yes.
struct CueBits {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  constexpr CueBits& operator|=(CueBits other) {
    low |= other.low;
    high |= other.high;
    return *this;
  }
  constexpr bool empty() const { return low == 0; }
  /// Whether a name of `other` may be in this set.
  constexpr bool MayHold(CueBits other) const {
    return (low & other.low) != 0 && (high & other.high) != 0;
  }
};

/// A cue kind or a family of kinds ("organ" holds "organ.central"), with the bits that stand for
/// its name.
struct CueKind {
  std::string_view name;
  CueBits bits;

  constexpr explicit CueKind(std::string_view kind) : name(kind), bits(BitsOf(kind)) {}
  /// Of a literal, at compile time.
  consteval CueKind(const char* kind) : CueKind(std::string_view(kind)) {}  // NOLINT: implicit

  /// Whether `kind` is `name` or belongs to its family.
  static constexpr bool Holds(std::string_view name, std::string_view kind) {
    return kind.starts_with(name) && (kind.size() == name.size() || kind[name.size()] == '.');
  }

  static constexpr CueBits BitsOf(std::string_view kind) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char letter : kind) {
      hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    return {std::uint64_t{1} << (hash >> 58), std::uint64_t{1} << (hash >> 52 & 63U)};
  }
  /// The bits of `kind` and of every family that it belongs to.
  static constexpr CueBits FamilyBits(std::string_view kind) {
    CueBits bits = BitsOf(kind);
    for (std::size_t i = 0; i < kind.size(); ++i) {
      if (kind[i] == '.') bits |= BitsOf(kind.substr(0, i));
    }
    return bits;
  }
};

}  // namespace chido
