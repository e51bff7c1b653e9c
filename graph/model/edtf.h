#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"

namespace chido {

/// A calendar date of year, month or day precision. `month` and `day` are 0 where the text gives
/// none.
struct CalendarDate {
  std::int16_t year = 0;  ///< 1..9999; 0 only in a default value
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  friend auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

/// Days since 1970-01-01 of a whole date (month and day at least 1). Negative before.
std::int32_t ToDays(CalendarDate date);
CalendarDate FromDays(std::int32_t days);
/// Whether the year is in 1..9999 and month and day exist, as far as they are given.
bool IsValid(CalendarDate date);

/// A date as chido keeps it: a subset of EDTF (ISO 8601-2). `2023-07-21`, `2023-07`, `2023`,
/// `2016~` (approximate), `2023-07-21/2023-07-22`, `2023/..` (open end), `../2023` (open start).
struct EdtfDate {
  std::optional<CalendarDate> from;  ///< none: open start
  std::optional<CalendarDate> to;    ///< of an interval only; none with `interval`: open end
  bool interval = false;
  bool approximate = false;

  static EdtfDate Day(int year, int month, int day);
  static EdtfDate Single(CalendarDate date);
  static EdtfDate Between(std::optional<CalendarDate> from, std::optional<CalendarDate> to);

  /// First and last day that the date may mean; open ends give the least and greatest day there is.
  std::int32_t FirstDay() const;
  std::int32_t LastDay() const;
  /// Whether the spans of days of both have a day in common.
  bool Overlaps(const EdtfDate& other) const;
  bool empty() const { return !from && !to; }
  friend bool operator==(const EdtfDate&, const EdtfDate&) = default;
};

/// Reads the forms above. Error kInvalidArgument names the text and the accepted forms.
Result<EdtfDate> ParseEdtf(std::string_view text);
/// Empty for an empty date.
std::string FormatEdtf(const EdtfDate& date);

}  // namespace chido
