#pragma once

#include <cstdint>
#include <string_view>

namespace chido {

/// A cue kind or a family of kinds ("organ" holds "organ.central"), with one of 64 bits that stands
/// for its name: a set of cues keeps the bits of all its kinds in one word, so that most questions
/// "is such a cue here" are answered by one AND (a Bloom filter with one hash).
struct CueKind {
  std::string_view name;
  std::uint64_t bit;

  constexpr explicit CueKind(std::string_view kind) : name(kind), bit(BitOf(kind)) {}
  /// Of a literal, at compile time.
  consteval CueKind(const char* kind) : CueKind(std::string_view(kind)) {}  // NOLINT: implicit

  /// Whether `kind` is this one or belongs to its family.
  constexpr bool Holds(std::string_view kind) const {
    return kind.starts_with(name) && (kind.size() == name.size() || kind[name.size()] == '.');
  }

  static constexpr std::uint64_t BitOf(std::string_view kind) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char letter : kind) {
      hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    return std::uint64_t{1} << (hash >> 58);
  }
  /// The bits of `kind` and of every family that it belongs to.
  static constexpr std::uint64_t FamilyBits(std::string_view kind) {
    std::uint64_t bits = BitOf(kind);
    for (std::size_t i = 0; i < kind.size(); ++i) {
      if (kind[i] == '.') bits |= BitOf(kind.substr(0, i));
    }
    return bits;
  }
};

}  // namespace chido
