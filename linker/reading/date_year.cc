#include "linker/reading/date_year.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

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
  if (!published_) {
    evidence_ = CollectYearEvidence(draft, forms);
    bounds_ = CollectYearBounds(draft, forms);
  }
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
  return Latest(form, false, draft_.text.SentenceOf(form.tokens.begin));
}

std::optional<std::int16_t> YearFinder::YearFor(const YearEvidence& evidence,
                                                const DateForm& form) const {
  // A report begins with its own day: later dates in the text are of the year before.
  constexpr std::uint32_t kHeadSentences = 5;
  const bool head = draft_.text.SentenceOf(form.tokens.begin) < kHeadSentences;
  return evidence.YearFor(form.from, head);
}

std::optional<std::int16_t> YearFinder::Latest(const DateForm& form, bool weak,
                                               std::optional<std::uint32_t> sentence) const {
  std::optional<std::int16_t> latest;
  std::optional<std::int16_t> before;  // the one before `latest`
  bool plan = false;
  for (const YearEvidence& evidence : evidence_) {
    if (evidence.weak != weak || (sentence && evidence.sentence != *sentence)) continue;
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
  // A year without a word that makes it the present may still be the one before.
  const bool named = !weak && plan && std::ranges::any_of(evidence_, [&](const auto& evidence) {
    return evidence.weak && (!sentence || evidence.sentence == *sentence) &&
           evidence.year + 1 == *latest;
  });
  if (named) before = static_cast<std::int16_t>(*latest - 1);
  // At the end of a year its results are told with the tasks of the next.
  constexpr std::uint8_t kAutumn = 10;
  const bool next = plan && form.from.month >= kAutumn && before && *before + 1 == *latest;
  return next ? before : latest;
}

std::optional<std::int16_t> YearFinder::FromText(const DateForm& form) const {
  if (const auto sure = Latest(form, false, std::nullopt)) return sure;
  if (const auto weak = Latest(form, true, std::nullopt)) return weak;
  return leap_year_;
}

std::optional<std::int16_t> YearFinder::FromBounds(CalendarDate date) const {
  constexpr std::int32_t kNear = 60;    // days
  constexpr std::int32_t kBefore = 15;  // days that an article may be younger than its news
  if (date.day == 0) return std::nullopt;
  for (const auto& [bound, sign] : {std::pair(bounds_.issued, 1), std::pair(bounds_.ahead, -1)}) {
    if (!bound) continue;
    for (const int step : {0, sign, -sign}) {
      date.year = static_cast<std::int16_t>(bound->year + step);
      if (!IsValid(date)) continue;
      const std::int32_t after = sign * (ToDays(date) - ToDays(*bound));
      if (after >= (sign > 0 ? -kBefore : 0) && after <= kNear) return date.year;
    }
  }
  return std::nullopt;
}

std::optional<std::int16_t> YearFinder::YearOf(const DateForm& form) const {
  auto year = FromPublished(form.from);
  if (!year) year = FromSentence(form);
  if (!year) {
    year = FromText(form);
    // What cites a document of last month is not of years ago.
    const auto near = FromBounds(form.from);
    if (near && *near >= bounds_.named && (!year || *near > *year)) year = near;
    // Early in a year it is the one before that is told of.
    constexpr std::uint8_t kSpring = 4;
    if (!year && form.from.month > kSpring) year = bounds_.only;
  }
  if (year && form.from.month == 2 && form.from.day == 29 && !IsLeap(*year)) return leap_year_;
  return year;
}

}  // namespace chido
