#include "ingest/source/published.h"

#include <array>
#include <optional>
#include <vector>

#include "graph/model/edtf.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// A run of digits and the bytes between it and the run before.
struct Number {
  int value = 0;
  std::size_t digits = 0;
  std::string_view before;
};

std::vector<Number> Numbers(std::string_view text) {
  std::vector<Number> numbers;
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    Number number{.before = text.substr(last, i - last)};
    for (; i < text.size() && IsDigit(text[i]); ++i, ++number.digits) {
      if (number.digits < 8) number.value = number.value * 10 + (text[i] - '0');
    }
    last = i;
    numbers.push_back(number);
  }
  return numbers;
}

/// Between day, month and year: one of / - . with blanks around it.
char Separator(std::string_view between) {
  char found = 0;
  for (const char c : between) {
    if (c == ' ') continue;
    if (found != 0 || (c != '/' && c != '-' && c != '.')) return 0;
    found = c;
  }
  return found;
}

std::string Day(int year, int month, int day) {
  const CalendarDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                          static_cast<std::uint8_t>(day)};
  const bool plausible = year >= 1945 && year <= 2200 && month >= 1 && month <= 12 && day >= 1;
  if (!plausible || day > 31 || !IsValid(date)) return {};
  return FormatEdtf(EdtfDate::Day(year, month, day));
}

/// A run of three numbers that is a date, or empty.
std::string DayOf(const Number& a, const Number& b, const Number& c) {
  const char first = Separator(b.before);
  const char second = Separator(c.before);
  if (first != 0 && first == second) {
    if (a.digits <= 2 && c.digits == 4) return Day(c.value, b.value, a.value);
    if (a.digits == 4 && c.digits <= 2) return Day(a.value, b.value, c.value);
    return {};
  }
  const bool spelt = b.before.find("tháng") != std::string_view::npos &&
                     c.before.find("năm") != std::string_view::npos && b.before.size() < 12 &&
                     c.before.size() < 12;
  return spelt && c.digits == 4 ? Day(c.value, b.value, a.value) : std::string();
}

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

/// "sat, 21 dec 2024 10:00:00 +0700" or "21 december 2024".
std::string EnglishDay(std::string_view text) {
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    const std::size_t at = text.find(std::string(" ").append(kMonths[month]));
    if (at == std::string_view::npos) continue;
    const auto before = Numbers(text.substr(0, at));
    const auto after = Numbers(text.substr(at));
    if (before.empty() || after.empty() || after.front().digits != 4) continue;
    return Day(after.front().value, static_cast<int>(month) + 1, before.back().value);
  }
  return {};
}

/// "2025-11-02T18:36:01.000Z" and "…+00:00": the day in Vietnam (UTC+7, no summer time).
std::string ZonedDay(std::string_view text) {
  const bool iso = text.size() >= 17 && text[4] == '-' && text[7] == '-' && IsDigit(text[11]);
  if (!iso || (text[10] != 't' && text[10] != ' ')) return {};
  const auto numbers = Numbers(text);
  if (numbers.size() < 5) return {};
  const std::string day = Day(numbers[0].value, numbers[1].value, numbers[2].value);
  if (day.empty()) return {};
  std::optional<int> zone;
  if (text.back() == 'z') zone = 0;
  const std::size_t sign = text.find_first_of("+-", 16);
  if (sign != std::string_view::npos) {
    const auto offset = Numbers(text.substr(sign));
    if (offset.empty()) return day;
    const int hours = offset[0].digits == 4 ? offset[0].value / 100 : offset[0].value;
    zone = text[sign] == '-' ? -hours : hours;
  }
  if (!zone) return day;
  const int local = numbers[3].value - *zone + 7;
  const std::int32_t shift = local >= 24 ? 1 : local < 0 ? -1 : 0;
  const CalendarDate date{static_cast<std::int16_t>(numbers[0].value),
                          static_cast<std::uint8_t>(numbers[1].value),
                          static_cast<std::uint8_t>(numbers[2].value)};
  return FormatEdtf(EdtfDate::Single(FromDays(ToDays(date) + shift)));
}

}  // namespace

std::string FindDay(std::string_view line) {
  const std::string fold = FoldKey(line.substr(0, 400));
  const auto numbers = Numbers(fold);
  for (std::size_t i = 0; i + 2 < numbers.size(); ++i) {
    std::string day = DayOf(numbers[i], numbers[i + 1], numbers[i + 2]);
    if (!day.empty()) return day;
  }
  return {};
}

std::string ParsePublished(std::string_view text) {
  const std::string fold = FoldKey(text.substr(0, 200));
  if (fold.empty()) return {};
  if (std::string day = ZonedDay(fold); !day.empty()) return day;
  if (std::string day = FindDay(fold); !day.empty()) return day;
  if (std::string day = EnglishDay(fold); !day.empty()) return day;
  const auto numbers = Numbers(fold);
  const bool compact = numbers.size() == 1 && numbers[0].digits == 8 && fold.size() == 8;
  if (compact) {
    const int value = numbers[0].value;
    return Day(value / 10000, value / 100 % 100, value % 100);
  }
  const auto date = ParseEdtf(fold);
  return date.has_value() && !date->interval ? FormatEdtf(*date) : std::string();
}

}  // namespace chido
