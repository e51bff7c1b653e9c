#include "linker/text/letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <string_view>

namespace chido {
namespace {

constexpr std::u32string_view kVowels =
    U"aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ";
constexpr std::size_t kTones = 6;
constexpr std::size_t kLetters = 12;
static_assert(kVowels.size() == 2 * kLetters * kTones);

/// Vowels by code point; index in `kVowels` plus one, 0 for others. All lie below U+1F00.
constexpr std::array<std::uint8_t, 0x1F00> MakeVowelIndex() {
  std::array<std::uint8_t, 0x1F00> index{};
  for (std::size_t i = 0; i < kVowels.size(); ++i) {
    index[kVowels[i]] = static_cast<std::uint8_t>(i + 1);
  }
  return index;
}

constexpr std::array<std::uint8_t, 0x1F00> kIndex = MakeVowelIndex();

CharKind KindOf(char32_t c) {
  if (c == '\n') return CharKind::kLineBreak;
  if (c == ' ') return CharKind::kBlank;
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK) {
    return CharKind::kMark;
  }
  if (u_isalpha(code)) return CharKind::kLetter;
  return u_isdigit(code) ? CharKind::kDigit : CharKind::kPunctuation;
}

/// Characters that the normal form exchanges, by what they become.
constexpr std::u32string_view kLineBreaks = U"\n\r\u0085\u2028\u2029";
constexpr std::u32string_view kBlanks = U"\u00A0\u1680\u202F\u205F\u3000";
constexpr std::u32string_view kDashes = U"\u2212\u2043\uFE58\uFE63\uFF0D";
constexpr std::u32string_view kApostrophes =
    U"`\u00B4\u02BB\u02BC\u02B9\u02C8\u2018\u2019\u201A\u201B\u2032\u2035\uFF07";
constexpr std::u32string_view kQuotes = U"\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033\u2036\uFF02";
constexpr std::u32string_view kInvisible = U"\u00AD\u034F\u061C\u180E\uFEFF";

NormalAction SpecialAction(char32_t c) {
  const auto is_one_of = [c](std::u32string_view set) { return set.find(c) != set.npos; };
  if (is_one_of(kLineBreaks)) return NormalAction::kLineBreak;
  if (is_one_of(kBlanks)) return NormalAction::kBlank;
  if (is_one_of(kDashes)) return NormalAction::kDash;
  if (is_one_of(kApostrophes)) return NormalAction::kApostrophe;
  if (is_one_of(kQuotes)) return NormalAction::kQuote;
  if (is_one_of(kInvisible)) return NormalAction::kDrop;
  if (c == 0xD0 || c == 0x189) return NormalAction::kUpperEth;
  if (c == 0xF0 || c == 0x256) return NormalAction::kLowerEth;
  return NormalAction::kCopy;
}

NormalAction ActionOf(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return low <= c && c <= high; };
  const NormalAction special = SpecialAction(c);
  if (special != NormalAction::kCopy) return special;
  if (c < 0x20 || within(0x7F, 0x9F) || within(0x2000, 0x200A)) return NormalAction::kBlank;
  if (within(0x2010, 0x2015)) return NormalAction::kDash;
  if (within(0x200B, 0x200F) || within(0x202A, 0x202E) || within(0x2060, 0x206F) ||
      within(0xFE00, 0xFE0F)) {
    return NormalAction::kDrop;
  }
  const auto code = static_cast<UChar32>(c);
  if (u_getIntPropertyValue(code, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
      u_getCombiningClass(code) != 0) {
    return NormalAction::kCompose;
  }
  const Vowel vowel = TakeVowelApart(c);
  if (vowel.tone == 0) return NormalAction::kCopy;
  return vowel.modified() ? NormalAction::kTonedMark : NormalAction::kToned;
}

}  // namespace

const CharTable& CharTable::Get() {
  static const CharTable table;
  return table;
}

CharTable::CharTable() {
  for (char32_t c = 0; c < kTableSize; ++c) {
    table_[c] = Compute(c);
    actions_[c] = table_[c].action;
    classes_[c] = ClassOf(table_[c]);
  }
}

CharTraits CharTable::Compute(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  return {KindOf(c), ActionOf(c), type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER,
          static_cast<char32_t>(u_tolower(code))};
}

CharClass CharTable::ClassOf(CharTraits traits) {
  switch (traits.kind) {
    case CharKind::kLetter:
      return traits.upper ? CharClass::kUpper : CharClass::kLower;
    case CharKind::kMark:
      return CharClass::kMark;
    case CharKind::kDigit:
      return CharClass::kDigit;
    case CharKind::kBlank:
      return CharClass::kBlank;
    case CharKind::kLineBreak:
      return CharClass::kLineBreak;
    default:
      return CharClass::kPunctuation;
  }
}

Vowel TakeVowelApart(char32_t c) {
  if (c >= kIndex.size() || kIndex[c] == 0) return {};
  const std::size_t at = kIndex[c] - 1U;
  const std::size_t lower_at = at % (kLetters * kTones);
  return {static_cast<std::int8_t>(lower_at / kTones), static_cast<std::uint8_t>(lower_at % kTones),
          at >= kLetters * kTones};
}

char32_t PutVowelTogether(Vowel vowel) {
  return kVowels[(vowel.upper ? kLetters * kTones : 0) +
                 static_cast<std::size_t>(vowel.letter) * kTones + vowel.tone];
}

}  // namespace chido
