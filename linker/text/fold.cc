#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "linker/text/letters.h"
#include "linker/text/normal.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

/// The normal form of any bytes; empty for a text over the limit.
std::string NormaliseAnything(std::string_view text) {
  return FindInvalidUtf8(text) == std::string_view::npos ? PlainNormal(text)
                                                         : PlainNormal(ReplaceInvalidUtf8(text));
}

/// One blank for each run of blanks and line breaks, none at the ends.
std::string CollapseBlanks(std::string text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
  char last = ' ';
  std::size_t size = 0;
  for (const char c : text) {
    const char put = is_blank(c) ? ' ' : c;
    if (put == ' ' && last == ' ') continue;
    text[size++] = last = put;
  }
  if (size > 0 && last == ' ') --size;
  text.resize(size);
  return text;
}

/// The letters of `Vowel::letter` without marks.
constexpr std::string_view kPlainVowels = "aaaeeiooouuy";
static_assert(kPlainVowels.size() == 12);

/// The letter under all marks of `c`.
char32_t BareLetter(char32_t c) {
  if (c < 0x80) return c;
  if (c == U'đ') return 'd';
  const Vowel vowel = TakeVowelApart(c);
  if (vowel.letter >= 0) {
    return static_cast<char32_t>(kPlainVowels[static_cast<std::size_t>(vowel.letter)]);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(c), parts)) return c;
  return static_cast<char32_t>(parts.char32At(0));
}

/// Whether y at the end of `word` is a free variant of i.
bool EndsInFreeY(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kFree = {"hy", "ky", "ly", "my",
                                                            "sy", "ty", "vy", "quy"};
  return std::find(kFree.begin(), kFree.end(), word) != kFree.end();
}

}  // namespace

std::string NormalName(std::string_view text) { return CollapseBlanks(NormaliseAnything(text)); }

std::string FoldKey(std::string_view text) {
  return CollapseBlanks(LowerCase(NormaliseAnything(text)));
}

std::string SearchKey(std::string_view text) {
  const std::string fold = FoldKey(text);
  const CharTable& table = CharTable::Get();
  std::string out;
  std::size_t word = 0;
  const auto end_word = [&] {
    if (EndsInFreeY(std::string_view(out).substr(word))) out.back() = 'i';
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
    word = out.size();
  };
  for (std::size_t at = 0; at < fold.size();) {
    const char32_t c = NextCodePoint(fold, at);
    const CharKind kind = table[c].kind;
    if (kind == CharKind::kLetter) {
      AppendUtf8(BareLetter(c), out);
    } else if (kind == CharKind::kDigit) {
      AppendUtf8(c, out);
    } else if (c == '\'') {
      // "H' Lim" is written for "H'Lim".
      if (out.size() == word + 1 && at < fold.size() && fold[at] == ' ') ++at;
    } else if (kind != CharKind::kMark) {
      end_word();
    }
  }
  end_word();
  if (!out.empty()) out.pop_back();
  return out;
}

std::string WordKey(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = NextCodePoint(word, at);
    const Vowel vowel = TakeVowelApart(c);
    if (vowel.letter >= 0) {
      out.push_back(kPlainVowels[static_cast<std::size_t>(vowel.letter)]);
    } else if ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') {
      out.push_back(static_cast<char>(c | 0x20U));
    } else if (c == U'đ' || c == U'Đ') {
      out.push_back('d');
    } else if (c != '\'') {
      return SearchKey(word);
    }
  }
  if (EndsInFreeY(out)) out.back() = 'i';
  return out;
}

std::string Slug(std::string_view text) {
  const std::string fold = FoldKey(text);
  const CharTable& table = CharTable::Get();
  std::string out;
  for (std::size_t at = 0; at < fold.size();) {
    const char32_t c = NextCodePoint(fold, at);
    const CharKind kind = table[c].kind;
    if (kind == CharKind::kLetter || kind == CharKind::kDigit) AppendUtf8(BareLetter(c), out);
  }
  return out;
}

std::string RestoreNameCase(std::string_view name) {
  const CharTable& table = CharTable::Get();
  if (FindInvalidUtf8(name) != std::string_view::npos) return std::string(name);
  std::string out;
  bool first = true;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = NextCodePoint(name, at);
    const CharTraits traits = table[c];
    const bool letter = traits.kind == CharKind::kLetter;
    if (letter && !traits.upper) return std::string(name);
    AppendUtf8(letter && !first ? traits.lower : c, out);
    first = !letter && traits.kind != CharKind::kMark;
  }
  return out;
}

}  // namespace chido
