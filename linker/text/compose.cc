#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "linker/text/anchors.h"

namespace chido {
namespace {

constexpr char32_t kFirstMark = 0x300;
constexpr char32_t kLastMark = 0x36F;

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) Abort("ICU has no NFC data; install the ICU data library");
    return nfc;
  }();
  return *instance;
}

std::u32string ToCodePoints(const icu::UnicodeString& text) {
  std::u32string out;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    out.push_back(static_cast<char32_t>(text.char32At(at)));
  }
  return out;
}

icu::UnicodeString ToIcu(const std::u32string& text) {
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                       static_cast<int32_t>(text.size()));
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
      return 3;
  }
}

void Decompose(char32_t c, std::u32string& out) {
  icu::UnicodeString parts;
  if (Nfc().getDecomposition(static_cast<UChar32>(c), parts)) {
    out += ToCodePoints(parts);
  } else {
    out.push_back(c);
  }
}

}  // namespace

std::u32string ComposeCluster(const std::u32string& cluster) {
  const auto is_latin_mark = [](char32_t c) { return kFirstMark <= c && c <= kLastMark; };
  std::u32string parts;
  for (const char32_t c : cluster) Decompose(c, parts);
  if (!std::all_of(parts.begin() + 1, parts.end(), is_latin_mark)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed = Nfc().normalize(ToIcu(cluster), status);
    return U_SUCCESS(status) ? ToCodePoints(composed) : cluster;
  }
  std::stable_sort(parts.begin() + 1, parts.end(),
                   [](char32_t a, char32_t b) { return MarkOrder(a) < MarkOrder(b); });
  char32_t letter = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const UChar32 joined =
        Nfc().composePair(static_cast<UChar32>(letter), static_cast<UChar32>(parts[i]));
    if (joined >= 0) letter = static_cast<char32_t>(joined);
  }
  return {letter};
}

}  // namespace chido
