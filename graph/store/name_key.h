#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/ids.h"

namespace chido {

/// Keys of `name`, three kinds that differ in the first byte. Texts hold no zero byte.
///
///   'n' | folded key | 00 | entity 8      value: entity type, 1 byte
///   't' | trigram 3  | folded key         value: empty; one row per trigram of the padded key
///   'u' | address    | 00 | document 8    value: empty
///
/// On disk: changing this needs a new format version and a migration.
inline constexpr char kNameKind = 'n';
inline constexpr char kTrigramKind = 't';
inline constexpr char kUrlKind = 'u';

/// Longer folded keys (titles of meetings and documents) have no trigram rows.
inline constexpr std::size_t kMaxTrigramKey = 64;

/// A decoded row of kind 'n' or 'u'.
struct NameKey {
  std::string text;      ///< folded key or address
  std::uint64_t id = 0;  ///< entity or document
};

std::string EncodeNameKey(std::string_view folded, EntityId entity);
std::string EncodeUrlKey(std::string_view url, DocumentId document);
/// The start of all rows of exactly this text.
std::string ExactNamePrefix(char kind, std::string_view text);
/// Errors: kCorruption if there is no zero byte eight bytes before the end.
Result<NameKey> DecodeNameKey(std::string_view bytes);

/// Three bytes as a number, the first most significant.
using Trigram = std::uint32_t;

/// The different trigrams of a folded key, sorted: of its bytes between one leading and one
/// trailing space, so that how a name begins and ends weighs too. Empty for keys that are not
/// indexed.
std::vector<Trigram> TrigramsOf(std::string_view folded);
std::string EncodeTrigramKey(Trigram trigram, std::string_view folded);
/// The folded key in a row of kind 't'. Errors: kCorruption if shorter than 5 bytes.
Result<std::string_view> FoldedOfTrigramKey(std::string_view bytes);

/// Dice coefficient of two sorted lists of trigrams, in [0, 1].
float TrigramSimilarity(const std::vector<Trigram>& a, const std::vector<Trigram>& b);

}  // namespace chido
