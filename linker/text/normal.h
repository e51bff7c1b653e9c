#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/span.h"

namespace chido {

/// Maps offsets of a normalised text back to the stored text. Runs where both advance alike cost
/// nothing.
class OffsetMap {
 public:
  /// From normalised offset `at` on, stored = normalised + `shift`, until the next entry. Ascending
  /// `at`.
  void Add(std::uint32_t at, std::int64_t shift);
  std::uint32_t ToStored(std::uint32_t normalised) const;
  /// Stored span that covers the normalised one, whole code points and their combining marks.
  Span ToStored(Span normalised) const;
  std::uint32_t ToNormalised(std::uint32_t stored) const;

 private:
  std::vector<std::uint32_t> at_;
  std::vector<std::int64_t> shift_;
};

/// A text made comparable: NFC; new-style tone placement (hòa, thủy); Đ for Ð and Ɖ; every
/// apostrophe `'`; every dash `-`; typographic quotes `"`; every blank (also no-break) one ' '
/// each; zero-width characters, soft hyphens and stray combining marks removed; line ends '\n'.
/// Letter case is kept.
struct NormalText {
  std::string text;
  /// `text` in lower case with the same offsets (letters whose lower case has another length stay
  /// as they are).
  std::string lower;
  OffsetMap map;
};

/// Error kBadInput with the byte offset if `stored` is not valid UTF-8. Linear in its length.
/// Thread-safe.
Result<NormalText> Normalise(std::string_view stored);

/// `NormalText::text` of valid UTF-8 alone; empty for a text over the size limit of `Normalise`.
std::string PlainNormal(std::string_view stored);

/// `NormalText::lower` of a normal text.
std::string LowerCase(std::string text);

/// One name or phrase in the normal form (blanks collapsed and trimmed). Invalid UTF-8 gives
/// U+FFFD.
std::string NormalName(std::string_view text);

/// Identity key of a name: `NormalName` in lower case. *Nguyễn Văn Hùng* and *Nguyễn Văn Hưng*
/// differ.
std::string FoldKey(std::string_view text);

/// Search key: `FoldKey` without marks, đ as d, apostrophes dropped, y as i where the two are free
/// variants (after h k l m s t v qu, at the end of a syllable), other punctuation as blanks. "h'lim
/// niê" → "hlim nie".
std::string SearchKey(std::string_view text);

/// `SearchKey` of one word of normal text, at less cost.
std::string WordKey(std::string_view word);

/// Letters and digits of `FoldKey` without marks: "Đắk Song" → "daksong", as names stand in
/// addresses.
std::string Slug(std::string_view text);

/// Title case per syllable for a name in capitals ("H'LIM NIÊ" → "H'Lim Niê"); others are returned
/// as given.
std::string RestoreNameCase(std::string_view name);

}  // namespace chido
