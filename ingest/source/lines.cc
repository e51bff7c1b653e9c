#include "ingest/source/lines.h"

#include <array>

#include "linker/text/normal.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

constexpr std::size_t kFoldBytes = 400;
/// A line above this is a paragraph: its beginning is enough to tell it by.
constexpr std::size_t kLongLine = 600;
constexpr std::size_t kLongLineFold = 120;

/// Bytes of the blank at `at`, 0 if there is none: ASCII blanks, no-break space, zero width space,
/// byte order mark.
std::size_t BlankAt(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c <= 0x20) return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF" ? 3 : 0;
}

Span Trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const std::size_t blank = BlankAt(text.substr(0, span.end), span.begin);
    if (blank == 0) break;
    span.begin += static_cast<std::uint32_t>(blank);
  }
  while (span.begin < span.end) {
    std::uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (BlankAt(text.substr(0, span.end), last) == 0) break;
    span.end = last;
  }
  return span;
}

/// The line's end without closing quotes and brackets.
std::string_view WithoutClosers(std::string_view raw) {
  constexpr std::array<std::string_view, 7> kClosers{"\"", "'", ")", "]", "”", "’", "»"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (!raw.ends_with(closer)) continue;
      raw.remove_suffix(closer.size());
      again = true;
    }
  }
  return raw;
}

void ReadEnd(PageLine& line) {
  const std::string_view end = WithoutClosers(line.raw);
  line.ellipsis = end.ends_with("...") || end.ends_with("…");
  constexpr std::string_view kStops = ".!?;:";
  line.stop = line.ellipsis ||
              (!end.empty() && kStops.find(end.back()) != std::string_view::npos) ||
              end.ends_with("./");
}

/// Whether the word begins with an upper-case letter: there its form differs from the folded one.
bool BeginsUpper(std::string_view normal, std::string_view fold) {
  std::size_t i = 0;
  std::size_t j = 0;
  return !normal.empty() && NextCodePoint(normal, i) != NextCodePoint(fold, j);
}

bool IsLetterByte(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3U;
}

void ReadWords(PageLine& line, std::string_view normal) {
  line.names = true;
  bool any_name = false;
  std::size_t at = 0;
  while (at < line.fold.size()) {
    const std::size_t begin = at;
    at = line.fold.find(' ', begin);
    if (at == std::string::npos) at = line.fold.size();
    std::string_view word = std::string_view(line.fold).substr(begin, at - begin);
    std::string_view cased = normal.substr(begin, at - begin);
    ++at;
    if (word.empty()) continue;
    ++line.words;
    const std::size_t skip = word.find_first_not_of("(\"'-*•[");
    if (skip == std::string_view::npos) continue;
    word.remove_prefix(skip);
    cased.remove_prefix(std::min(skip, cased.size()));
    const bool letter = IsLetterByte(word[0]);
    const bool upper = letter && BeginsUpper(cased, word);
    if (line.words == 1) line.lower_start = letter && !upper && skip == 0;
    line.names = line.names && (!letter || upper);
    any_name = any_name || upper;
  }
  line.names = line.names && any_name && !line.digits;
}

PageLine MakeLine(std::string_view text, Span span) {
  PageLine line;
  line.span = span;
  line.raw = text.substr(span.begin, span.size());
  const bool paragraph = line.raw.size() > kLongLine;
  std::size_t cut = std::min(line.raw.size(), paragraph ? kLongLineFold : kFoldBytes);
  while (cut < line.raw.size() && (static_cast<unsigned char>(line.raw[cut]) & 0xC0U) == 0x80U) {
    ++cut;
  }
  const std::string normal = NormalName(line.raw.substr(0, cut));
  line.fold = FoldKey(normal);
  for (const char c : line.fold) {
    line.letters = line.letters || IsLetterByte(c);
    line.digits = line.digits || (c >= '0' && c <= '9');
  }
  ReadEnd(line);
  ReadWords(line, normal);
  for (std::size_t i = cut; i < line.raw.size(); ++i) line.words += line.raw[i] == ' ' ? 1U : 0U;
  return line;
}

}  // namespace

std::vector<PageLine> SplitLines(std::string_view text) {
  std::vector<PageLine> lines;
  bool gap = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const Span span =
        Trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (span.begin < span.end) {
      lines.push_back(MakeLine(text, span));
      lines.back().gap = gap;
    }
    gap = span.begin >= span.end;
    begin = end + 1;
  }
  return lines;
}

}  // namespace chido
