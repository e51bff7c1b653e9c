#pragma once

#include <array>
#include <cstdint>

namespace chido {

/// What a code point is to the tokeniser.
enum class CharKind : std::uint8_t { kPunctuation, kLetter, kMark, kDigit, kBlank, kLineBreak };

/// What becomes of a code point in the normal form.
enum class NormalAction : std::uint8_t {
  kCopy,
  kToned,       ///< copied; a plain vowel that carries a tone, which may stand on the wrong vowel
  kTonedMark,   ///< the same with a breve, circumflex or horn, which draws the tone
  kBlank,       ///< ' '
  kLineBreak,   ///< '\n'
  kDash,        ///< '-'
  kApostrophe,  ///< '\''
  kQuote,       ///< '"'
  kDrop,        ///< zero-width characters
  kUpperEth,    ///< Đ
  kLowerEth,    ///< đ
  kCompose,     ///< a combining mark, or another character that NFC may change
};

/// What is known of one code point.
struct CharTraits {
  CharKind kind = CharKind::kPunctuation;
  NormalAction action = NormalAction::kCopy;
  bool upper = false;  ///< an upper-case or title-case letter
  char32_t lower = 0;  ///< simple lower case, itself if none
};

/// What the tokeniser asks of each character, in one byte.
enum class CharClass : std::uint8_t {
  kLower,  ///< a letter that is not upper case
  kUpper,
  kMark,  ///< the last that may stand in a word
  kDigit,
  kBlank,
  kLineBreak,
  kPunctuation,
};

/// Traits of every code point: a table for those of Vietnamese text, ICU for the rest. Thread-safe.
class CharTable {
 public:
  static const CharTable& Get();
  /// Traits of `c`, by table below `kTableSize`.
  CharTraits operator[](char32_t c) const { return c < kTableSize ? table_[c] : Compute(c); }
  NormalAction Action(char32_t c) const { return c < kTableSize ? actions_[c] : Compute(c).action; }
  CharClass Class(char32_t c) const { return c < kTableSize ? classes_[c] : ClassOf(Compute(c)); }

 private:
  static constexpr char32_t kTableSize = 0x2100;
  CharTable();
  static CharTraits Compute(char32_t c);
  static CharClass ClassOf(CharTraits traits);
  std::array<CharTraits, kTableSize> table_;
  // apart: the normal form and the tokeniser read nothing else
  std::array<NormalAction, kTableSize> actions_;
  std::array<CharClass, kTableSize> classes_;
};

/// A Vietnamese vowel taken apart. `letter` numbers a ă â e ê i o ô ơ u ư y from 0 to 11; tones are
/// 0 none, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot.
struct Vowel {
  std::int8_t letter = -1;  ///< -1: not a vowel
  std::uint8_t tone = 0;
  bool upper = false;
  /// Whether it carries a breve, circumflex or horn.
  bool modified() const {
    return letter == 1 || letter == 2 || letter == 4 || letter == 7 || letter == 8 || letter == 10;
  }
};

/// Takes `c` (in NFC) apart.
Vowel TakeVowelApart(char32_t c);
/// The code point of a vowel; `vowel.letter` is at least 0.
char32_t PutVowelTogether(Vowel vowel);

}  // namespace chido
