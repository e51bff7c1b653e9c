#include "http/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "linker/text/utf8.h"

namespace chido {
namespace {

constexpr std::size_t kHang = 4;

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool IsCombining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// Cuts the next word off the front; empty at the end.
std::string_view TakeWord(std::string_view& rest) {
  const auto begin = std::ranges::find_if_not(rest, IsBlank);
  const auto end = std::find_if(begin, rest.end(), IsBlank);
  const std::string_view word(begin, end);
  rest = std::string_view(end, rest.end());
  return word;
}

/// Whether lines of the stored text are lines of the file that the user named.
bool HasOwnLines(std::string_view origin) {
  const std::size_t colon = origin.rfind(':');
  const bool numbered = colon != std::string_view::npos && colon + 1 < origin.size() &&
                        origin.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
  return !numbered && !origin.ends_with(".html") && !origin.ends_with(".htm");
}

}  // namespace

std::size_t ColumnsOf(std::string_view text) {
  const std::string valid = ReplaceInvalidUtf8(text);
  std::size_t columns = 0;
  for (std::size_t at = 0; at < valid.size();) {
    if (!IsCombining(NextCodePoint(valid, at))) ++columns;
  }
  return columns;
}

std::string WhereOf(const Quote& quote) {
  if (!quote.document) return quote.text;
  if (quote.origin.empty())
    return fmt::format("bài {}, dòng {}", ToString(quote.document), quote.line);
  if (HasOwnLines(quote.origin)) return fmt::format("{}:{}", quote.origin, quote.line);
  return fmt::format("{}, dòng {} của bài", quote.origin, quote.line);
}

void Layout::Line(std::size_t indent, std::string_view text) {
  std::string line(indent, ' ');
  std::size_t columns = indent;
  bool fresh = true;
  for (std::string_view word = TakeWord(text); !word.empty(); word = TakeWord(text)) {
    const std::size_t size = ColumnsOf(word);
    if (!fresh && columns + 1 + size > kColumns) {
      out_ << line << '\n';
      line.assign(indent + kHang, ' ');
      columns = indent + kHang;
      fresh = true;
    }
    if (!fresh) {
      line.push_back(' ');
      ++columns;
    }
    line += word;
    columns += size;
    fresh = false;
  }
  out_ << line << '\n';
}

void Layout::Field(std::size_t indent, std::string_view label, std::string_view value) {
  if (!value.empty()) Line(indent, fmt::format("{}: {}", label, value));
}

void Layout::Quotation(std::size_t indent, const Quote& quote) {
  if (!quote.document) {
    Line(indent, "— " + quote.text);
    return;
  }
  Line(indent, fmt::format("“{}”", quote.text));
  std::string source = "— ";
  for (const std::string& part : {quote.publisher, quote.published}) {
    if (!part.empty()) source += part + ", ";
  }
  Line(indent + 2, source + WhereOf(quote) + (quote.caption ? " (chú thích ảnh)" : ""));
}

void Layout::Blank() { out_ << '\n'; }

}  // namespace chido
