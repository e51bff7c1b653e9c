#include "linker/reading/date_year.h"

#include <algorithm>
#include <cstdlib>

namespace chido {
namespace {

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

bool IsLeap(std::int32_t year) { return IsValid(EdtfDate::Day(year, 2, 29).from.value()); }

}  // namespace

YearFinder::YearFinder(const Draft& draft, const std::vector<DateForm>& forms) : draft_(draft) {
  if (draft.frame.published.from && draft.frame.published.from->month != 0) {
    published_ = draft.frame.published.from;
  } else {
    published_ = DateInAddress(draft.article.url);
  }
  if (!published_) evidence_ = CollectYearEvidence(draft, forms);
  FindLeapYear(forms);
}

std::optional<CalendarDate> YearFinder::Today() const {
  if (published_ && published_->day != 0) return published_;
  return std::nullopt;
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
  std::optional<std::int16_t> best;
  for (const YearEvidence& evidence : evidence_) {
    if (evidence.sentence != sentence || evidence.weak) continue;
    if (const auto year = YearFor(evidence, form)) best = std::max(best, year);
  }
  return best;
}

std::optional<std::int16_t> YearFinder::YearFor(const YearEvidence& evidence,
                                                const DateForm& form) const {
  // A report begins with its own day: later dates in the text are of the year before.
  constexpr std::uint32_t kHeadSentences = 5;
  const bool head = draft_.text.SentenceOf(form.tokens.begin) < kHeadSentences;
  return evidence.YearFor(form.from, head);
}

std::optional<std::int16_t> YearFinder::FromText(const DateForm& form) const {
  std::optional<std::int16_t> latest;
  std::optional<std::int16_t> before;  // the one before `latest`
  bool plan = false;
  for (const bool weak : {false, true}) {
    for (const YearEvidence& evidence : evidence_) {
      if (evidence.weak != weak) continue;
      const auto year = YearFor(evidence, form);
      if (!year || year == before) continue;
      if (!latest || *year > *latest) {
        before = latest;
        latest = year;
        plan = true;
      } else if (*year < *latest && (!before || *year > *before)) {
        before = year;
      }
      if (year == latest && evidence.from.month != 0) plan = false;
    }
    if (latest) break;
  }
  if (!latest) return leap_year_;
  // At the end of a year its results are told with the tasks of the next.
  constexpr std::uint8_t kAutumn = 10;
  const bool next = plan && form.from.month >= kAutumn && before && *before + 1 == *latest;
  return next ? before : latest;
}

std::optional<std::int16_t> YearFinder::YearOf(const DateForm& form) const {
  auto year = FromPublished(form.from);
  if (!year) year = FromSentence(form);
  if (!year) year = FromText(form);
  if (year && form.from.month == 2 && form.from.day == 29 && !IsLeap(*year)) return leap_year_;
  return year;
}

}  // namespace chido
