#include "linker/reading/date_form.h"

#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;
using scan::IsNumber;

constexpr std::int32_t kFirstYear = 1930;
constexpr std::int32_t kLastYear = 2099;

/// A part of a date and the token after it.
struct Part {
  std::uint32_t end = 0;
  CalendarDate date;
};

std::optional<std::int32_t> NumberIn(const AnalysedText& text, std::uint32_t token,
                                     std::int32_t least, std::int32_t most) {
  const auto number = scan::Number(text, token);
  if (!number || *number < least || *number > most) return std::nullopt;
  return number;
}

std::optional<std::int32_t> Day(const AnalysedText& text, std::uint32_t token) {
  if (!IsNumber(text, token) || text.Text(token).size() > 2) return std::nullopt;
  return NumberIn(text, token, 1, 31);
}

std::optional<std::int32_t> Month(const AnalysedText& text, std::uint32_t token) {
  if (!IsNumber(text, token) || text.Text(token).size() > 2) return std::nullopt;
  return NumberIn(text, token, 1, 12);
}

std::optional<std::int32_t> Year(const AnalysedText& text, std::uint32_t token) {
  if (!IsNumber(text, token) || text.Text(token).size() != 4) return std::nullopt;
  return NumberIn(text, token, kFirstYear, kLastYear);
}

bool IsSeparator(const AnalysedText& text, std::uint32_t token) {
  return IsAny(text, token, {"/", "-", "."});
}

/// Whether digits or a code go on at `token`, so that what stands before it is no date.
bool GoesOn(const AnalysedText& text, std::uint32_t token) {
  if (Is(text, token, "%")) return true;
  if (!scan::Joined(text, token)) return false;
  if (Is(text, token, "/") || Is(text, token, "_")) {
    return scan::Joined(text, token + 1) && token + 1 < text.tokens.size() &&
           text.tokens[token + 1].kind != TokenKind::kPunctuation;
  }
  if (IsAny(text, token, {".", ",", "-"}))
    return scan::Joined(text, token + 1) && IsNumber(text, token + 1);
  return scan::IsWord(text, token) && text.Text(token).size() <= 3;
}

/// Whether the number at `token` is the tail of other digits or of a code ("35-NQ/TW", "1.234").
bool IsTail(const AnalysedText& text, std::uint32_t token) {
  if (token < 2 || !scan::Joined(text, token)) return false;
  if (scan::IsWord(text, token - 1)) return true;
  return IsAny(text, token - 1, {"/", ".", ",", "-", "_"}) && scan::Joined(text, token - 1) &&
         text.tokens[token - 2].kind != TokenKind::kPunctuation;
}

/// ", năm 2020", "năm 2020", "/2020", "-2020" at `token`, or nothing.
Part WithYear(const AnalysedText& text, std::uint32_t token, CalendarDate date) {
  std::uint32_t at = token;
  if (Is(text, at, ",")) ++at;
  if (Is(text, at, "năm")) {
    if (const auto year = Year(text, at + 1); year && !GoesOn(text, at + 2)) {
      date.year = static_cast<std::int16_t>(*year);
      return {at + 2, date};
    }
  } else if (at == token && IsSeparator(text, at)) {
    if (const auto year = Year(text, at + 1)) {
      date.year = static_cast<std::int16_t>(*year);
      return {at + 2, date};
    }
  }
  return {token, date};
}

CalendarDate Of(std::int32_t month, std::int32_t day) {
  return {.month = static_cast<std::uint8_t>(month), .day = static_cast<std::uint8_t>(day)};
}

/// "21/7/2023", "8-7", "14 - 6", "7.7.2023", "27-28/72020" from the day's digits.
std::optional<Part> Numeric(const AnalysedText& text, std::uint32_t token) {
  const auto day = Day(text, token);
  if (!day || !IsSeparator(text, token + 1) || !IsNumber(text, token + 2)) return std::nullopt;
  const std::string_view separator = text.Text(token + 1);
  const std::string_view digits = text.Text(token + 2);
  if (separator == "/" && (digits.size() == 5 || digits.size() == 6)) {
    // The stroke before the year was forgotten.
    const std::int32_t glued = *scan::Number(text, token + 2);
    const std::int32_t year = glued % 10000;
    const std::int32_t month = glued / 10000;
    if (month < 1 || month > 12 || year < kFirstYear || year > kLastYear) return std::nullopt;
    CalendarDate date = Of(month, *day);
    date.year = static_cast<std::int16_t>(year);
    return Part{token + 3, date};
  }
  const auto month = Month(text, token + 2);
  if (!month) return std::nullopt;
  Part part{token + 3, Of(*month, *day)};
  if (IsSeparator(text, token + 3)) {
    if (const auto year = Year(text, token + 4)) {
      part.date.year = static_cast<std::int16_t>(*year);
      part.end = token + 5;
    }
  } else if (const Part named = WithYear(text, token + 3, part.date); named.date.year != 0) {
    part = named;
  }
  if (GoesOn(text, part.end)) return std::nullopt;
  if (part.date.year != 0 ? !IsValid(part.date)
                          : !IsValid(CalendarDate{2024, part.date.month, part.date.day})) {
    return std::nullopt;
  }
  return part;
}

/// "28 tháng 10 năm 2020", "28 tháng 10/2020", "28 tháng 10" from the day's digits.
std::optional<Part> Worded(const AnalysedText& text, std::uint32_t token) {
  const auto day = Day(text, token);
  if (!day || !Is(text, token + 1, "tháng")) return std::nullopt;
  const auto month = Month(text, token + 2);
  if (!month) return std::nullopt;
  const Part part = WithYear(text, token + 3, Of(*month, *day));
  if (GoesOn(text, part.end)) return std::nullopt;
  return part;
}

std::optional<Part> FullDay(const AnalysedText& text, std::uint32_t token) {
  if (const auto worded = Worded(text, token)) return worded;
  return Numeric(text, token);
}

bool HasSlash(const AnalysedText& text, TokenRange range) {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (IsAny(text, token, {"/", "tháng"})) return true;
  }
  return false;
}

/// Skips "đến (hết) (ngày)", "và (ngày)", "-", "," between two ends of a range; `token` if none.
std::uint32_t AfterJoint(const AnalysedText& text, std::uint32_t token) {
  if (!IsAny(text, token, {"-", "và", "đến", "tới", ","})) return token;
  std::uint32_t at = token + 1;
  if (Is(text, at, "hết")) ++at;
  if (IsAny(text, at, {"sáng", "chiều", "tối"})) ++at;
  if (Is(text, at, "ngày")) ++at;
  return at;
}

DateForm DayForm(std::uint32_t begin, const Part& part) {
  return {.tokens = {begin, part.end}, .from = part.date};
}

/// Whether the date in `range` behind a joint is one, and no further digits of what stands before.
/// Where a day is expected, dots and dashes do as well as strokes ("ngày 23 và 24.4").
bool IsSecond(const AnalysedText& text, std::uint32_t joint, TokenRange range, bool expected) {
  if (HasSlash(text, range)) return true;
  return expected && (!Is(text, joint, "-") || Is(text, range.begin + 1, "."));
}

/// "27-28/7", "5 và 6/11", "27 đến ngày 28/7/2020", "5, 6/11" from the first day's digits.
std::optional<DateForm> DaysOfOneMonth(const AnalysedText& text, std::uint32_t token,
                                       bool expected) {
  const auto first = Day(text, token);
  if (!first) return std::nullopt;
  std::uint32_t at = token + 1;
  std::int32_t last = *first;
  for (int count = 0; count < 4; ++count) {
    const std::uint32_t next = AfterJoint(text, at);
    if (next == at) return std::nullopt;
    if (const auto part = FullDay(text, next)) {
      if (part->date.day <= last || !IsSecond(text, at, {next, part->end}, expected)) {
        return std::nullopt;
      }
      CalendarDate from = part->date;
      from.day = static_cast<std::uint8_t>(*first);
      return DateForm{.tokens = {token, part->end}, .from = from, .to = part->date};
    }
    const auto day = Day(text, next);
    if (!day || *day <= last) return std::nullopt;
    last = *day;
    at = next + 1;
  }
  return std::nullopt;
}

/// "27/7 - 29/7", "30/9 và 1/10", "từ ngày 27/7 đến 28/7": the second end after a first `part`.
std::optional<Part> SecondEnd(const AnalysedText& text, const Part& part, bool expected) {
  const std::uint32_t next = AfterJoint(text, part.end);
  if (next == part.end) return std::nullopt;
  const auto second = FullDay(text, next);
  if (!second || !IsSecond(text, part.end, {next, second->end}, expected)) return std::nullopt;
  return second;
}

bool InOrder(CalendarDate from, CalendarDate to) {
  if (from.year != 0 && to.year != 0) return from < to;
  from.year = to.year = 2000;
  return from < to;
}

/// Whether the words before `token` say that a day follows.
bool DayExpected(const AnalysedText& text, std::uint32_t token) {
  if (token == 0) return false;
  std::uint32_t before = token - 1;
  if (IsAny(text, before, {",", "("}) && before > 0) --before;
  if (IsAny(text, before,
            {"ngày", "sáng", "chiều", "tối", "trưa", "đêm", "khuya", "hôm", "mùng"})) {
    return true;
  }
  if (IsAny(text, before, {"nay", "qua"})) {
    return before > 0 && IsAny(text, before - 1, {"hôm", "sáng", "chiều", "tối", "trưa"});
  }
  if (Is(text, before, "nhật")) return before > 0 && Is(text, before - 1, "chủ");
  return before > 0 && Is(text, before - 1, "thứ") &&
         IsAny(text, before,
               {"hai", "ba", "tư", "năm", "sáu", "bảy", "2", "3", "4", "5", "6", "7"});
}

/// Whether a bare "30/6" is a day: after words of time that do not go with ratios.
bool DayLikely(const AnalysedText& text, std::uint32_t token) {
  if (token == 0) return false;
  return IsAny(text, token - 1, {"trước", "sau", "dịp", "lễ", "từ", "đến", "vào", "hết"});
}

/// Whether a word of measure follows, so that digits with a stroke are a ratio or count.
bool CountFollows(const AnalysedText& text, std::uint32_t token) {
  return IsAny(text, token, {"số",   "mục",   "chỉ",   "tiêu", "xã",  "huyện",  "phường", "đại",
                             "đồng", "người", "phiếu", "tổng", "đơn", "thôn",   "hộ",     "tiêu",
                             "điểm", "vụ",    "dự",    "cơ",   "sở",  "trường", "chi",    "nội"});
}

std::optional<DateForm> DigitsForm(const AnalysedText& text, std::uint32_t token) {
  if (IsTail(text, token)) return std::nullopt;
  const bool expected = DayExpected(text, token);
  const bool likely = expected || DayLikely(text, token);
  if (likely || (token > 0 && Is(text, token - 1, "("))) {
    if (const auto range = DaysOfOneMonth(text, token, expected)) return range;
  }
  const auto part = FullDay(text, token);
  if (!part) return std::nullopt;
  const bool slash = HasSlash(text, {token, part->end});
  DateForm form = DayForm(token, *part);
  if (const auto second = SecondEnd(text, *part, expected);
      second && InOrder(part->date, second->date)) {
    if (expected || likely || part->date.year != 0 || second->date.year != 0) {
      form.to = second->date;
      if (form.from.year == 0) form.from.year = second->date.year;
      form.tokens.end = second->end;
      return form;
    }
  }
  if (part->date.year != 0 || expected || Is(text, token + 1, "tháng")) return form;
  if (!slash || CountFollows(text, part->end)) return std::nullopt;
  if (likely) return form;
  return std::nullopt;
}

/// "tháng 7/2023", "tháng 7 năm 2023", "tháng 7".
std::optional<DateForm> MonthForm(const AnalysedText& text, std::uint32_t token) {
  const auto month = Month(text, token + 1);
  if (!month || !Is(text, token, "tháng")) return std::nullopt;
  const Part part = WithYear(text, token + 2, Of(*month, 0));
  if (GoesOn(text, part.end)) return std::nullopt;
  return DateForm{.tokens = {token, part.end}, .kind = DateForm::Kind::kMonth, .from = part.date};
}

/// "quý 3/2022", "quý III năm 2022", "quý IV".
std::optional<DateForm> QuarterForm(const AnalysedText& text, std::uint32_t token) {
  if (!Is(text, token, "quý")) return std::nullopt;
  auto quarter = NumberIn(text, token + 1, 1, 4);
  if (!quarter) quarter = scan::Roman(text, token + 1);
  if (!quarter || *quarter > 4) return std::nullopt;
  const Part part = WithYear(text, token + 2, Of(*quarter * 3 - 2, 0));
  return DateForm{.tokens = {token, part.end}, .kind = DateForm::Kind::kQuarter, .from = part.date};
}

/// "năm 2020", "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025".
std::optional<DateForm> YearForm(const AnalysedText& text, std::uint32_t token) {
  const auto year = Year(text, token);
  if (!year || token == 0 || IsTail(text, token)) return std::nullopt;
  CalendarDate from{.year = static_cast<std::int16_t>(*year)};
  if (IsAny(text, token + 1, {"-", "đến"})) {
    const std::uint32_t second = Is(text, token + 2, "năm") ? token + 3 : token + 2;
    const auto last = Year(text, second);
    if (last && *last > *year && !GoesOn(text, second + 1)) {
      return DateForm{.tokens = {token, second + 1},
                      .kind = DateForm::Kind::kYears,
                      .from = from,
                      .to = CalendarDate{.year = static_cast<std::int16_t>(*last)}};
    }
  }
  if (!Is(text, token - 1, "năm") || GoesOn(text, token + 1)) return std::nullopt;
  return DateForm{.tokens = {token - 1, token + 1}, .kind = DateForm::Kind::kYear, .from = from};
}

/// "hôm nay", "sáng nay", "hôm qua", "ngày mai", "cùng ngày".
std::optional<DateForm> RelativeForm(const AnalysedText& text, std::uint32_t token) {
  const auto form = [&](DateForm::Kind kind) {
    return DateForm{.tokens = {token, token + 2}, .kind = kind};
  };
  if (Is(text, token, "cùng") && Is(text, token + 1, "ngày")) {
    if (IsNumber(text, token + 2)) return std::nullopt;
    return form(DateForm::Kind::kSameDay);
  }
  if (Is(text, token, "ngày") && IsAny(text, token + 1, {"mai"})) {
    return form(DateForm::Kind::kTomorrow);
  }
  if (!IsAny(text, token, {"hôm", "sáng", "chiều", "tối", "trưa"})) return std::nullopt;
  if (Is(text, token + 1, "nay")) return form(DateForm::Kind::kToday);
  if (Is(text, token + 1, "qua")) return form(DateForm::Kind::kYesterday);
  return std::nullopt;
}

}  // namespace

std::optional<DateForm> DateFormAt(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  if (IsNumber(text, token)) {
    if (auto form = DigitsForm(text, token)) return form;
    return YearForm(text, token);
  }
  if (!scan::IsWord(text, token)) return std::nullopt;
  // Most words begin no date: their first letter tells.
  switch (text.Lower(token).front()) {
    case 't':
      if (auto form = MonthForm(text, token)) return form;
      return RelativeForm(text, token);
    case 'q':
      return QuarterForm(text, token);
    case 'c':
    case 'h':
    case 'n':
    case 's':
      return RelativeForm(text, token);
    default:
      return std::nullopt;
  }
}

}  // namespace chido
