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

NormalAction SpecialAction(char32_t c) {
  switch (c) {
    case 0x0A:
    case 0x0D:
    case 0x85:
    case 0x2028:
    case 0x2029:
      return NormalAction::kLineBreak;
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return NormalAction::kBlank;
    case 0x2212:
    case 0x2043:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return NormalAction::kDash;
    case 0x60:
    case 0xB4:
    case 0x2BB:
    case 0x2BC:
    case 0x2B9:
    case 0x2C8:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0xFF07:
      return NormalAction::kApostrophe;
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x2036:
    case 0xFF02:
      return NormalAction::kQuote;
    case 0xAD:
    case 0x34F:
    case 0x61C:
    case 0x180E:
    case 0xFEFF:
      return NormalAction::kDrop;
    case 0xD0:
    case 0x189:
      return NormalAction::kUpperEth;
    case 0xF0:
    case 0x256:
      return NormalAction::kLowerEth;
    default:
      return NormalAction::kCopy;
  }
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
  return TakeVowelApart(c).tone != 0 ? NormalAction::kToned : NormalAction::kCopy;
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
  }
}

CharTraits CharTable::Compute(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  return {KindOf(c), ActionOf(c), type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER,
          static_cast<char32_t>(u_tolower(code))};
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
