#include <algorithm>

#include "linker/reading/meeting_find.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kLongestTitle = 70;   // in tokens
constexpr std::int32_t kLongestMeeting = 31;  // days
constexpr std::int32_t kOldest = 400;         // days before publication

bool DateStartsAt(const Draft& draft, std::uint32_t token) {
  const auto at = std::ranges::lower_bound(
      draft.dates, token, {}, [](const DateMention& date) { return date.tokens.begin; });
  return at != draft.dates.end() && at->tokens.begin == token && at->has_day;
}

/// A post alone ends a title only after a comma: *Lễ chuyển giao Chủ tịch Diễn đàn …*.
bool PersonStartsAt(const Draft& draft, const SentenceSheet& sentence, std::uint32_t token) {
  return std::ranges::any_of(sentence.groups, [&](const Group& group) {
    if (group.tokens.begin != token) return false;
    return !draft.persons[group.persons.front()].name.empty() ||
           scan::Is(draft.text, token - 1, ",");
  });
}

/// The end of the person at `token` whom the title goes on with: *… của đồng chí A với …*, *… bổ
/// nhiệm bà A*; `token` if there is none.
std::uint32_t AfterNamed(const Draft& draft, const SentenceSheet& sentence, std::uint32_t token) {
  const auto group = std::ranges::find_if(sentence.groups, [&](const Group& candidate) {
    return candidate.tokens.begin == token || candidate.tokens.begin == token + 1 ||
           candidate.tokens.begin == token + 2;
  });
  if (group == sentence.groups.end()) return token;
  // *Hội nghị Thủ tướng với doanh nghiệp*
  const bool meets = scan::Is(draft.text, group->tokens.end, "với");
  const bool joined = meets || scan::IsAny(draft.text, token - 1, {"của", "với", "giữa", "cho"}) ||
                      CueEndsAt(draft, sentence.tokens, token, "part.decided");
  if (!joined) return token;
  for (std::uint32_t t = token; t < group->tokens.begin; ++t) {
    if (draft.CueAt(t, "part.join") == nullptr && !scan::Is(draft.text, t, "chí")) return token;
  }
  return group->tokens.end;
}

/// Whether what the gathering was about ends before `token`.
bool EndsTitle(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
               std::uint32_t token) {
  if ((sheet.cover[token] & (kDirective | kBody | kIgnored)) != 0) return false;
  if (scan::IsAny(draft.text, token, {"sáng", "chiều", "tối", "trưa", "ngày"}) &&
      (DateStartsAt(draft, token + 1) || scan::IsAny(draft.text, token + 1, {"nay", "qua"}))) {
    return true;
  }
  if (draft.CueAt(token, "gathering.end") != nullptr) return true;
  if (scan::Is(draft.text, token, "tại") || DateStartsAt(draft, token)) return true;
  const bool fresh =
      draft.text.tokens[token].capital && draft.CueAt(token, "gathering.fresh") != nullptr;
  return fresh || PersonStartsAt(draft, sentence, token);
}

/// *trước ngày 30/9*, *từ 1/7*, *kỷ niệm ngày …*: a term or a memory, not the day of a gathering.
bool IsDeadline(const Draft& draft, TokenRange sentence, std::uint32_t date) {
  if (date > sentence.begin && scan::Is(draft.text, date - 1, "ngày")) --date;
  return CueEndsAt(draft, sentence, date, "gathering.deadline");
}

/// *12 đến 14-11*, of a year that nothing decides.
bool NamesTwoDays(const Draft& draft, const DateMention& date) {
  for (std::uint32_t t = date.tokens.begin; t < date.tokens.end; ++t) {
    if (scan::Is(draft.text, t, "đến")) return true;
  }
  return false;
}

/// *Từ ngày 5 đến ngày 7/3, … tổ chức*, *diễn ra từ ngày 5 đến ngày 7/3*: days, not a deadline.
bool IsSpan(const Draft& draft, TokenRange sentence, const DateMention& date, TokenRange anchor) {
  if (!date.date.interval && !NamesTwoDays(draft, date)) return false;
  if (date.tokens.begin < anchor.begin) return date.tokens.begin - sentence.begin <= 4;
  std::uint32_t begin = date.tokens.begin;
  while (begin > anchor.end && scan::IsAny(draft.text, begin - 1, {"ngày", "từ"})) --begin;
  // *tại kỳ họp thứ 5 từ ngày 3 đến 6/12*
  const bool ordinal = scan::IsNumber(draft.text, begin - 1) && scan::Is(draft.text, begin, "từ");
  return ordinal || CueEndsAt(draft, sentence, begin, "gathering.hold");
}

/// *(18-11-1930 - 18-11-2025)*: the years of a feast, not a day of news.
bool IsOfFeast(const DateMention& a, const DateMention& b) {
  constexpr std::uint32_t kJoint = 3;  // tokens
  return b.tokens.begin >= a.tokens.end && b.tokens.begin - a.tokens.end <= kJoint && a.has_day &&
         b.has_day && a.as_written.day == b.as_written.day &&
         a.as_written.month == b.as_written.month && a.as_written.year != 0 &&
         a.as_written.year < b.as_written.year;
}

}  // namespace

TokenRange TitleOf(const Draft& draft, const Sheet& sheet, TokenRange anchor) {
  const std::uint32_t index = draft.text.SentenceOf(anchor.begin);
  const SentenceSheet& sentence = sheet.sentences[index];
  std::uint32_t limit = std::min(sentence.tokens.end, anchor.end + kLongestTitle);
  std::uint32_t end = anchor.end;
  if (scan::Is(draft.text, end, ",")) return anchor;  // *Tại hội nghị, …* only refers to one
  int depth = 0;
  bool quoted = false;
  for (; end < limit; ++end) {
    if (scan::Is(draft.text, end, "(")) ++depth;
    if (scan::Is(draft.text, end, ")")) --depth;
    if (scan::Is(draft.text, end, "\"")) quoted = !quoted;
    if (depth > 0 || quoted) continue;
    if (const std::uint32_t after = AfterNamed(draft, sentence, end); after > end) {
      end = after - 1;
      if (scan::Is(draft.text, after, ",")) limit = after;
      continue;
    }
    if (EndsTitle(draft, sheet, sentence, end)) break;
    if (scan::IsAny(draft.text, end, {":", "…"})) break;
  }
  const auto stops = [&](std::uint32_t t) {
    return scan::IsAny(draft.text, t, {",", ";", ".", "-", "(", "và", ":", "từ"});
  };
  if (scan::Is(draft.text, end - 1, "ảnh") && scan::IsAny(draft.text, end - 2, {"-", "."})) {
    --end;  // *- Ảnh: …*
  }
  while (end > anchor.end &&
         (stops(end - 1) || draft.text.tokens[end - 1].kind == TokenKind::kLineBreak)) {
    --end;
  }
  return {anchor.begin, end};
}

const DateMention* DateFor(const Draft& draft, const Sheet& sheet, std::uint32_t sentence,
                           TokenRange anchor) {
  const TokenRange tokens = sheet.sentences[sentence].tokens;
  const DateMention* before = nullptr;
  const DateMention* after = nullptr;
  auto at = std::ranges::lower_bound(draft.dates, tokens.begin, {},
                                     [](const DateMention& date) { return date.tokens.begin; });
  for (; at != draft.dates.end() && at->tokens.begin < tokens.end; ++at) {
    if (!at->has_day || (sheet.cover[at->tokens.begin] & kDirective) != 0) continue;
    if (scan::Is(draft.text, at->tokens.end, "âm")) continue;  // *15/7 âm lịch*
    const bool feast = (at != draft.dates.begin() && IsOfFeast(*std::prev(at), *at)) ||
                       (std::next(at) != draft.dates.end() && IsOfFeast(*at, *std::next(at)));
    if (feast) continue;
    if (!IsSpan(draft, tokens, *at, anchor) && IsDeadline(draft, tokens, at->tokens.begin)) {
      continue;
    }
    if (!at->date.empty()) {
      if (at->date.LastDay() - at->date.FirstDay() > kLongestMeeting) continue;
      const EdtfDate& published = draft.frame.published;
      const bool old = !published.empty() && at->date.LastDay() < published.FirstDay() - kOldest;
      if (old) continue;
    }
    if (at->tokens.begin < anchor.begin) {
      if (before == nullptr) before = &*at;
    } else if (after == nullptr) {
      after = &*at;
    }
  }
  return before != nullptr ? before : after;
}

}  // namespace chido::meeting
