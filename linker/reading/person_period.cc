#include "linker/reading/person_period.h"

#include <algorithm>

#include "graph/base/hash.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

constexpr std::uint32_t kLongestPeriod = 20;  // tokens

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether the token ends in a year: "2016", "6.2016".
bool EndsInYear(std::string_view text) {
  if (text.size() < 4) return false;
  const std::string_view year = text.substr(text.size() - 4);
  const bool century = year.starts_with("19") || year.starts_with("20");
  return century && std::ranges::all_of(year, IsDigit) &&
         (text.size() == 4 || !IsDigit(text[text.size() - 5]));
}

/// A bit for each word that a period may start with, by its fold: few other words share one.
std::uint64_t FirstWords() {
  std::uint64_t bits = 0;
  for (const std::string_view word : {"từ", "trước", "đến", "tới", "-", "–", "tháng", "năm", "ngày",
                                      "đầu", "giữa", "cuối", "/", "."}) {
    bits |= std::uint64_t{1} << (Hash64(word) & 63U);
  }
  return bits;
}

}  // namespace

bool MayBePeriod(const Draft& draft, std::uint32_t token) {
  static const std::uint64_t kFirst = FirstWords();
  const Token& first = draft.text.tokens[token];
  return first.kind == TokenKind::kNumber || (kFirst >> (first.fold & 63U) & 1U) != 0 ||
         draft.MayHaveCue(token, CueKind("role.before")) || IsDigit(draft.text.Lower(token).back());
}

std::optional<Period> PeriodAt(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  const AnalysedText& text = draft.text;
  if (const Match* before = draft.CueAt(token, "role.before"); before != nullptr) {
    return Period{before->tokens.end, true};
  }
  const bool from = scan::Is(text, token, "từ");
  const bool before = scan::Is(text, token, "trước");
  std::uint32_t at = from || before ? token + 1 : token;
  const std::uint32_t stop = std::min(limit, at + kLongestPeriod);
  Period period;
  int years = 0;
  bool until = false;
  bool now = false;
  for (; at < stop; ++at) {
    if (scan::IsNumber(text, at) || EndsInYear(text.Text(at))) {
      years += EndsInYear(text.Text(at)) ? 1 : 0;
      period.end = at + 1;
    } else if (scan::IsAny(text, at, {"nay", "hiện"}) && until) {
      now = true;
      period.end = at + 1;
    } else if (scan::IsAny(text, at, {"đến", "tới", "-", "–"})) {
      until = until || years > 0;
    } else if (!scan::IsAny(text, at, {"tháng", "năm", "ngày", "đầu", "giữa", "cuối", "/", "."})) {
      break;
    }
  }
  if (years == 0 || period.end == 0) return std::nullopt;
  const bool range = years >= 2 || now;
  if (!from && !before && !(range && scan::Is(text, period.end, ":"))) return std::nullopt;
  period.closed = before || (range && !now);
  return period;
}

}  // namespace chido
