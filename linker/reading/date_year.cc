#include "linker/reading/date_year.h"

#include <algorithm>
#include <cstdlib>

#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

/// Pages are not older; years before are of what is remembered.
constexpr std::int16_t kFirstYear = 1990;

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
  if (IsAny(text, before, {"đầu", "tác", "vụ", "kết", "trong", "xuân"})) return true;
  // "6 tháng cuối năm"; the end of a year alone may be past or a goal.
  if (Is(text, before, "cuối")) return before > 0 && Is(text, before - 1, "tháng");
  // "Lễ hội … lần thứ nhất năm 2017".
  if (before > 0 && Is(text, before - 1, "thứ")) return true;
  return Is(text, before, ",") && before > 0 && IsAny(text, before - 1, {"đầu", "cuối"});
}

/// Whether the words before a date look ahead: "sẽ … 1/7/2025", "dự kiến …", "trước ngày …", "đến
/// …".
bool LooksAhead(const AnalysedText& text, const DateForm& form) {
  std::uint32_t token = form.tokens.begin;
  while (token > 0 && IsAny(text, token - 1, {"ngày", "hết", "cuối", "đầu"})) --token;
  if (!form.to && token > 1 && IsAny(text, token - 1, {"đến", "trước", "tới", "từ"})) {
    return !Is(text, token - 2, "tính");
  }
  const TokenRange sentence = scan::SentenceRange(text, form.tokens.begin);
  constexpr std::uint32_t kReach = 25;
  const std::uint32_t first = std::max(sentence.begin + kReach, token) - kReach;
  for (; token > first; --token) {
    if (IsAny(text, token - 1, {"sẽ", ";"})) return Is(text, token - 1, "sẽ");
    if (Is(text, token - 1, "dự") && Is(text, token, "kiến")) return true;
    if (Is(text, token - 1, "phấn") && Is(text, token, "đấu")) return true;
  }
  return false;
}

/// "tính đến (hết) (ngày) 31/12/2016".
bool IsCutOff(const AnalysedText& text, const DateForm& form) {
  std::uint32_t token = form.tokens.begin;
  constexpr std::uint32_t kMostWords = 3;
  for (std::uint32_t step = 0; step < kMostWords && token > 0; ++step) {
    if (!IsAny(text, token - 1, {"ngày", "hết", "cuối", "đến"})) break;
    --token;
  }
  return token > 0 && token < form.tokens.begin && Is(text, token - 1, "tính");
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
  if (!published_) CollectSprings();
  FindLeapYear(forms);
}

std::int16_t YearFinder::Evidence::YearFor(CalendarDate date) const {
  constexpr std::uint8_t kLastOfQuarter = 3;
  constexpr std::uint8_t kLateAutumn = 10;
  std::int32_t step = 0;
  // A year is summed up in its last weeks or early in the next.
  if (review && date.month <= kLastOfQuarter) step = 1;
  const bool later = from.month > date.month || (from.month == date.month && from.day > date.day);
  if (past && later) step = 1;
  if (spring && date.month >= kLateAutumn) step = -1;
  return static_cast<std::int16_t>(year + step);
}

std::optional<CalendarDate> YearFinder::Today() const {
  if (published_ && published_->day != 0) return published_;
  return std::nullopt;
}

void YearFinder::Collect(const std::vector<DateForm>& forms) {
  for (const DateForm& form : forms) {
    const std::int16_t last = form.to ? std::max(form.from.year, form.to->year) : form.from.year;
    if (last < kFirstYear) continue;
    Evidence evidence{.token = form.tokens.begin,
                      .sentence = draft_.text.SentenceOf(form.tokens.begin),
                      .year = form.from.year,
                      .from = form.from};
    switch (form.kind) {
      case DateForm::Kind::kDay:
        if (DatesDocument(draft_.text, form) || LooksAhead(draft_.text, form)) continue;
        // "(31/3/1975 - 31/3/2025)": remembered and present.
        if (form.to && form.to->year != 0) evidence.year = form.to->year;
        evidence.past = IsCutOff(draft_.text, form);
        break;
      case DateForm::Kind::kMonth:
      case DateForm::Kind::kQuarter:
        if (LooksAhead(draft_.text, form)) continue;
        evidence.past = IsCutOff(draft_.text, form);
        break;
      case DateForm::Kind::kYear:
        if (!NamesPresent(draft_.text, form) || LooksAhead(draft_.text, form)) continue;
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

/// "đầu năm mới 2017", "Xuân Mậu Tuất 2018", "Tết Nguyên đán Kỷ Hợi 2019".
void YearFinder::CollectSprings() {
  const AnalysedText& text = draft_.text;
  constexpr std::int32_t kLastYear = 2099;
  for (std::uint32_t token = 2; token < text.tokens.size(); ++token) {
    const auto year = scan::Number(text, token);
    if (!year || *year < kFirstYear || *year > kLastYear) continue;
    std::uint32_t at = token;
    const bool named = at > 2 && text.tokens[at - 1].capital && text.tokens[at - 2].capital;
    if (named) at -= 2;
    const bool fresh = Is(text, at - 1, "mới") && Is(text, at - 2, "năm");
    if (!fresh && !IsAny(text, at - 1, {"xuân", "tết", "đán"})) continue;
    evidence_.push_back({.token = token,
                         .sentence = text.SentenceOf(token),
                         .year = static_cast<std::int16_t>(*year),
                         .spring = true});
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
  return best->YearFor(form.from);
}

std::optional<std::int16_t> YearFinder::FromText(const DateForm& form) const {
  const Evidence* nearest = nullptr;
  bool same = true;
  for (const Evidence& evidence : evidence_) {
    same = same && evidence.YearFor(form.from) == evidence_.front().YearFor(form.from);
    if (nearest == nullptr ||
        Distance(evidence.token, form.tokens.begin) < Distance(nearest->token, form.tokens.begin)) {
      nearest = &evidence;
    }
  }
  if (nearest == nullptr) return leap_year_;
  const std::uint32_t sentence = draft_.text.SentenceOf(form.tokens.begin);
  const bool close = Distance(nearest->sentence, sentence) <= 2;
  if (!same && !close) return std::nullopt;
  return nearest->YearFor(form.from);
}

std::optional<std::int16_t> YearFinder::YearOf(const DateForm& form) const {
  auto year = FromPublished(form.from);
  if (!year) year = FromSentence(form);
  if (!year) year = FromText(form);
  if (year && form.from.month == 2 && form.from.day == 29 && !IsLeap(*year)) return leap_year_;
  return year;
}

}  // namespace chido
