#include "graph/model/edtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace chido {
namespace {

using std::chrono::year_month_day;

std::optional<int> Digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

int LastDayOfMonth(int year, int month) {
  const auto last = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                    std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<CalendarDate> ParsePlain(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = Digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  CalendarDate date{static_cast<std::int16_t>(*year), 0, 0};
  if (text.size() >= 7) {
    const auto month = Digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month == 0) return std::nullopt;
    date.month = static_cast<std::uint8_t>(*month);
  }
  if (text.size() == 10) {
    const auto day = Digits(text.substr(8, 2));
    if (text[7] != '-' || !day || *day == 0) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*day);
  }
  return IsValid(date) ? std::optional(date) : std::nullopt;
}

CalendarDate Earliest(CalendarDate date) {
  return {date.year, std::max<std::uint8_t>(date.month, 1), std::max<std::uint8_t>(date.day, 1)};
}

CalendarDate Latest(CalendarDate date) {
  if (date.month == 0) return {date.year, 12, 31};
  if (date.day != 0) return date;
  return {date.year, date.month, static_cast<std::uint8_t>(LastDayOfMonth(date.year, date.month))};
}

std::string FormatPlain(CalendarDate date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Error BadDate(std::string_view text) {
  return Error{Code::kInvalidArgument,
               fmt::format("'{}' is not a date: write 2023-07-21, 2023-07, 2023, 2016~, "
                           "2023-07-21/2023-07-22, 2023/.. or ../2023",
                           text)};
}

Result<EdtfDate> ParseInterval(std::string_view text, std::size_t slash) {
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  const auto from = ParsePlain(left);
  const auto to = ParsePlain(right);
  if ((!from && left != "..") || (!to && right != "..") || (!from && !to)) {
    return std::unexpected(BadDate(text));
  }
  const EdtfDate date = EdtfDate::Between(from, to);
  if (from && to && date.FirstDay() > date.LastDay()) return std::unexpected(BadDate(text));
  return date;
}

}  // namespace

std::int32_t ToDays(CalendarDate date) {
  const year_month_day ymd{std::chrono::year{date.year}, std::chrono::month{date.month},
                           std::chrono::day{date.day}};
  return static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

CalendarDate FromDays(std::int32_t days) {
  const year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

bool IsValid(CalendarDate date) {
  if (date.year < 1 || date.year > 9999 || date.month > 12) return false;
  if (date.day == 0) return true;
  return date.month != 0 && date.day <= LastDayOfMonth(date.year, date.month);
}

EdtfDate EdtfDate::Day(int year, int month, int day) {
  return Single({static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                 static_cast<std::uint8_t>(day)});
}

EdtfDate EdtfDate::Single(CalendarDate date) { return {date, std::nullopt, false, false}; }

EdtfDate EdtfDate::Between(std::optional<CalendarDate> from, std::optional<CalendarDate> to) {
  return {from, to, true, false};
}

std::int32_t EdtfDate::FirstDay() const {
  return from ? ToDays(Earliest(*from)) : std::numeric_limits<std::int32_t>::min();
}

std::int32_t EdtfDate::LastDay() const {
  const auto& last = interval ? to : from;
  return last ? ToDays(Latest(*last)) : std::numeric_limits<std::int32_t>::max();
}

bool EdtfDate::Overlaps(const EdtfDate& other) const {
  return FirstDay() <= other.LastDay() && other.FirstDay() <= LastDay();
}

Result<EdtfDate> ParseEdtf(std::string_view text) {
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    return ParseInterval(text, slash);
  }
  const bool approximate = !text.empty() && text.back() == '~';
  const auto plain = ParsePlain(approximate ? text.substr(0, text.size() - 1) : text);
  if (!plain) return std::unexpected(BadDate(text));
  EdtfDate date = EdtfDate::Single(*plain);
  date.approximate = approximate;
  return date;
}

std::string FormatEdtf(const EdtfDate& date) {
  if (date.empty()) return "";
  if (!date.interval) return FormatPlain(*date.from) + (date.approximate ? "~" : "");
  return (date.from ? FormatPlain(*date.from) : "..") + "/" +
         (date.to ? FormatPlain(*date.to) : "..");
}

}  // namespace chido
