#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace chido {

/// The compiled lexicon: a header, a table of sections, then the sections, each from a multiple of
/// eight bytes on. Little-endian. It is built with the program that reads it, so another version is
/// an error and never migrated.
enum class Section : std::uint32_t {
  kRows,      ///< all tables, `EncodeTables`
  kParents,   ///< u32 per unit: row of the parent, or `kNoRow`
  kUidOrder,  ///< u32 per unit: rows sorted by uid
  kSlugs,     ///< `SlugEntry` sorted by hash: districts by the slug of their name
  kWords,     ///< `WordSlot`: open hash table from token fold to word number (1 up)
  kFirst,     ///< u32 per word number: state after a phrase's first word, 0 if none starts so
  kSteps,     ///< `StepSlot`: open hash table from state and word to state
  kStates,    ///< u32 per state and one more: first of the state's outputs
  kOutputs,   ///< `Output` sorted by state
  kCount
};

inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;
/// Set in a state's number where it is reached: no phrase goes on from it.
inline constexpr std::uint32_t kLastState = 0x80000000;

struct SlugEntry {
  std::uint64_t hash = 0;  ///< Hash64 of the slug
  std::uint32_t unit = 0;
  std::uint32_t unused = 0;
};

struct WordSlot {
  std::uint64_t fold = 0;
  std::uint32_t word = 0;  ///< 0: free
  std::uint32_t unused = 0;
};

struct StepSlot {
  std::uint64_t key = 0;    ///< `StepKey`
  std::uint32_t state = 0;  ///< 0: free
  std::uint32_t unused = 0;
};

/// What a phrase that ends in a state stands for.
struct Output {
  std::uint32_t entry = 0;
  std::uint16_t group = 0;  ///< only the longest phrase of a group counts at a token
  std::uint16_t all_capital =
      0;                      ///< bit i: word i of the phrase must be in capitals (first 16 words)
  std::uint16_t capital = 0;  ///< bit i: word i must start with a capital
  std::uint8_t kind = 0;
  std::uint8_t form = 0;
};

inline std::uint64_t StepKey(std::uint32_t state, std::uint32_t word) {
  return static_cast<std::uint64_t>(state) << 32U | word;
}

/// Where the search for a key starts in a table of `size` slots, a power of two. The upper half of
/// the product: below it a `StepKey`'s state counts for nothing.
inline std::size_t SlotOf(std::uint64_t key, std::size_t size) {
  return (key * 0x9E3779B97F4A7C15ULL >> 32U) & (size - 1);
}

/// The sections of a blob.
using Sections = std::array<std::string_view, static_cast<std::size_t>(Section::kCount)>;

/// One blob of `sections`.
std::string WriteBlob(const Sections& sections);

/// The sections of `blob`, views into it. Error kCorruption if a byte changed, kUnsupported for
/// another version. `fingerprint` becomes the hash of all sections.
Result<Sections> ReadBlob(std::string_view blob, std::uint64_t& fingerprint);

/// A section as an array; empty if it does not hold whole elements.
template <typename T>
std::span<const T> AsArray(std::string_view section) {
  if (section.size() % sizeof(T) != 0) return {};
  return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
}

/// The bytes of an array.
template <typename T>
std::string_view AsBytes(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace chido
