#pragma once

#include <cstdint>
#include <optional>

#include "graph/model/edtf.h"
#include "linker/reading/draft.h"

namespace chido {

/// A date as it is written, before its year is known.
struct DateForm {
  /// What the words name.
  enum class Kind : std::uint8_t {
    kDay,        ///< `from` has month and day
    kMonth,      ///< `from` has a month
    kQuarter,    ///< `from.month` is its first month
    kYear,       ///< `from` has a year
    kYears,      ///< a term or period: `from`, `to` have years
    kToday,      ///< "hôm nay", "sáng nay"
    kYesterday,  ///< "hôm qua"
    kTomorrow,   ///< "ngày mai"
    kSameDay,    ///< "cùng ngày"
  };
  TokenRange tokens;
  Kind kind = Kind::kDay;
  CalendarDate from;               ///< year 0 where not written
  std::optional<CalendarDate> to;  ///< last day of a range, with the year of `from` if none is
                                   ///< written
};

/// The date that is written at `token`, the longest form of it. None where the digits are a
/// document's number, a ratio, a time or a count.
std::optional<DateForm> DateFormAt(const Draft& draft, std::uint32_t token);

}  // namespace chido
