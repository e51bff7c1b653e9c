#include "linker/text/compose.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "graph/base/error.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

constexpr char32_t kFirstMark = 0x300;
constexpr char32_t kLastMark = 0x36F;
constexpr int kLastOrder = 3;  ///< of `MarkOrder`

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) Abort("ICU has no NFC data; install the ICU data library");
    return nfc;
  }();
  return *instance;
}

/// The place of a mark in the order in which Unicode composes Vietnamese letters: horn, dot below,
/// circumflex or breve, then the other tones. Damaged text has them in any order.
int MarkOrder(char32_t mark) {
  switch (mark) {
    case 0x31B:
      return 0;
    case 0x323:
      return 1;
    case 0x302:
    case 0x306:
      return 2;
    default:
      return kLastOrder;
  }
}

/// Appends `c` taken apart if it is a letter with Latin marks or such a mark, else itself.
void TakeApart(char32_t c, std::u32string& out) {
  icu::UnicodeString parts;
  std::u32string points;
  if (Nfc().getDecomposition(static_cast<UChar32>(c), parts)) {
    for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
      points.push_back(static_cast<char32_t>(parts.char32At(at)));
    }
  }
  const bool latin = !points.empty() && std::all_of(points.begin() + 1, points.end(), IsLatinMark);
  if (latin) {
    out += points;
  } else {
    out.push_back(c);
  }
}

}  // namespace

bool IsLatinMark(char32_t c) { return kFirstMark <= c && c <= kLastMark; }

char32_t ComposeMarks(char32_t base, const std::u32string& marks) {
  std::u32string parts;
  TakeApart(base, parts);
  for (const char32_t mark : marks) TakeApart(mark, parts);
  char32_t letter = parts[0];
  for (int order = 0; order <= kLastOrder; ++order) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (MarkOrder(parts[i]) == order) letter = ComposePair(letter, parts[i]).value_or(letter);
    }
  }
  return letter;
}

std::optional<char32_t> ComposePair(char32_t base, char32_t next) {
  const UChar32 joined = Nfc().composePair(static_cast<UChar32>(base), static_cast<UChar32>(next));
  return joined < 0 ? std::nullopt : std::optional(static_cast<char32_t>(joined));
}

std::string ComposeAlone(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed =
      Nfc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  std::string out;
  if (U_SUCCESS(status)) {
    composed.toUTF8String(out);
  } else {
    AppendUtf8(c, out);
  }
  return out;
}

}  // namespace chido
