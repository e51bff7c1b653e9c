#include "linker/reading/date_year.h"

#include <algorithm>
#include <cstdlib>

#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

/// "/2024/06/28/" or "20240628" in an address: when the page was made.
std::optional<CalendarDate> DateInAddress(std::string_view url) {
  std::string digits;
  for (std::size_t at = 0; at <= url.size(); ++at) {
    const char c = at < url.size() ? url[at] : ' ';
    if (c >= '0' && c <= '9') {
      digits += c;
      continue;
    }
    if ((c == '/' || c == '-') && (digits.size() == 4 || digits.size() == 6)) continue;
    if (digits.size() >= 8 && digits.starts_with("20")) {
      const std::int32_t value = std::atoi(digits.substr(0, 8).c_str());
      const CalendarDate date{.year = static_cast<std::int16_t>(value / 10000),
                              .month = static_cast<std::uint8_t>(value / 100 % 100),
                              .day = static_cast<std::uint8_t>(value % 100)};
      if (date.month > 0 && date.day > 0 && IsValid(date)) return date;
    }
    digits.clear();
  }
  return std::nullopt;
}

/// Whether a date is the day on which a document was issued: a number stands shortly before it.
bool DatesDocument(const AnalysedText& text, const DateForm& form) {
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 12;
  std::uint32_t token = form.tokens.begin;
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (IsAny(text, token, {";", ".", "sáng", "chiều"})) return false;
    if (Is(text, token, "/") && scan::IsWord(text, token + 1) &&
        text.tokens[token + 1].all_capital) {
      return true;
    }
    if (Is(text, token, "số") && scan::IsNumber(text, token + 1)) return true;
  }
  return false;
}

/// Whether a bare year names the time that the article is about, not a goal or a past.
bool NamesPresent(const AnalysedText& text, const DateForm& form) {
  if (form.tokens.begin == 0) return false;
  const std::uint32_t before = form.tokens.begin - 1;
  if (IsAny(text, before, {"đầu", "cuối", "tác", "vụ", "kết", "trong", "xuân"})) return true;
  return Is(text, before, ",") && before > 0 && IsAny(text, before - 1, {"đầu", "cuối"});
}

/// "ký kết chương trình … giai đoạn 2017 - 2022": an agreement is signed in its first year.
bool IsSignedFor(const AnalysedText& text, const DateForm& form) {
  if (form.tokens.begin == 0 || !Is(text, form.tokens.begin - 1, "đoạn")) return false;
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 40;
  std::uint32_t token = form.tokens.begin;
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (Is(text, token, "ký") && Is(text, token + 1, "kết")) return true;
  }
  return false;
}

bool IsReview(const AnalysedText& text, const DateForm& form) {
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 12;
  std::uint32_t token = form.tokens.begin;
  for (std::uint32_t step = 0; step < kReach && token > sentence.begin; ++step) {
    --token;
    if (Is(text, token, "kết") && token > 0 && Is(text, token - 1, "tổng")) return true;
    if (Is(text, token, "vụ")) return false;
  }
  return false;
}

bool IsLeap(std::int32_t year) { return IsValid(EdtfDate::Day(year, 2, 29).from.value()); }

std::int32_t Distance(std::uint32_t a, std::uint32_t b) {
  return std::abs(static_cast<std::int32_t>(a) - static_cast<std::int32_t>(b));
}

}  // namespace

YearFinder::YearFinder(const Draft& draft, const std::vector<DateForm>& forms) : draft_(draft) {
  if (draft.frame.published.from && draft.frame.published.from->month != 0) {
    published_ = draft.frame.published.from;
  } else {
    published_ = DateInAddress(draft.article.url);
  }
  Collect(forms);
  FindLeapYear(forms);
}

std::optional<CalendarDate> YearFinder::Today() const {
  if (published_ && published_->day != 0) return published_;
  return std::nullopt;
}

void YearFinder::Collect(const std::vector<DateForm>& forms) {
  for (const DateForm& form : forms) {
    if (form.from.year == 0) continue;
    Evidence evidence{.token = form.tokens.begin,
                      .sentence = draft_.text.SentenceOf(form.tokens.begin),
                      .year = form.from.year};
    switch (form.kind) {
      case DateForm::Kind::kDay:
        if (DatesDocument(draft_.text, form)) continue;
        evidence.day = true;
        break;
      case DateForm::Kind::kMonth:
      case DateForm::Kind::kQuarter:
        break;
      case DateForm::Kind::kYear:
        if (!NamesPresent(draft_.text, form)) continue;
        evidence.review = IsReview(draft_.text, form);
        break;
      case DateForm::Kind::kYears:
        if (!IsSignedFor(draft_.text, form)) continue;
        break;
      default:
        continue;
    }
    evidence_.push_back(evidence);
  }
}

void YearFinder::FindLeapYear(const std::vector<DateForm>& forms) {
  const bool wanted = std::ranges::any_of(forms, [](const DateForm& form) {
    return form.from.month == 2 && form.from.day == 29 && form.from.year == 0;
  });
  if (!wanted) return;
  for (const DateForm& form : forms) {
    if (form.kind != DateForm::Kind::kYears) continue;
    std::optional<std::int16_t> only;
    int count = 0;
    for (std::int16_t year = form.from.year; year <= form.to->year; ++year) {
      if (!IsLeap(year)) continue;
      only = year;
      ++count;
    }
    if (count == 1) leap_year_ = only;
    return;
  }
}

std::optional<std::int16_t> YearFinder::FromPublished(CalendarDate date) const {
  if (!published_) return std::nullopt;
  CalendarDate today = *published_;
  if (today.day == 0) today.day = 28;
  if (date.day == 0) date.day = 15;
  std::optional<std::int16_t> best;
  std::int32_t best_distance = 0;
  for (int step = -1; step <= 1; ++step) {
    date.year = static_cast<std::int16_t>(today.year + step);
    if (!IsValid(date)) continue;
    const std::int32_t distance = std::abs(ToDays(date) - ToDays(today));
    if (best && distance >= best_distance) continue;
    best = date.year;
    best_distance = distance;
  }
  return best;
}

std::optional<std::int16_t> YearFinder::FromSentence(const DateForm& form) const {
  const std::uint32_t sentence = draft_.text.SentenceOf(form.tokens.begin);
  const Evidence* best = nullptr;
  for (const Evidence& evidence : evidence_) {
    if (evidence.sentence != sentence) continue;
    if (best == nullptr || evidence.year > best->year) best = &evidence;
  }
  if (best == nullptr) return std::nullopt;
  // A year is summed up in its last weeks or early in the next.
  const bool over = best->review && form.from.month <= 3;
  return static_cast<std::int16_t>(best->year + (over ? 1 : 0));
}

std::optional<std::int16_t> YearFinder::FromText(const DateForm& form) const {
  const Evidence* nearest = nullptr;
  bool same = true;
  for (const Evidence& evidence : evidence_) {
    same = same && evidence.year == evidence_.front().year;
    if (nearest == nullptr ||
        Distance(evidence.token, form.tokens.begin) < Distance(nearest->token, form.tokens.begin)) {
      nearest = &evidence;
    }
  }
  if (nearest == nullptr) return leap_year_;
  const std::uint32_t sentence = draft_.text.SentenceOf(form.tokens.begin);
  const bool close = Distance(nearest->sentence, sentence) <= 2;
  if (!same && !close) return std::nullopt;
  const bool over = nearest->review && form.from.month <= 3;
  return static_cast<std::int16_t>(nearest->year + (over ? 1 : 0));
}

std::optional<std::int16_t> YearFinder::YearOf(const DateForm& form) const {
  auto year = FromPublished(form.from);
  if (!year) year = FromSentence(form);
  if (!year) year = FromText(form);
  if (year && form.from.month == 2 && form.from.day == 29 && !IsLeap(*year)) return leap_year_;
  return year;
}

}  // namespace chido
