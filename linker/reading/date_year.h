#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "linker/reading/date_form.h"

namespace chido {

/// What the article offers to find a year that is not written: its own date, years near by.
class YearFinder {
 public:
  /// Reads the article's date and all written years of `forms`, which are in text order.
  YearFinder(const Draft& draft, const std::vector<DateForm>& forms);

  /// The year of a day or month written without one; none where nothing decides.
  std::optional<std::int16_t> YearOf(const DateForm& form) const;
  /// The day of the article, if it is known to the day.
  std::optional<CalendarDate> Today() const;

 private:
  struct Evidence {
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    std::int16_t year = 0;
    CalendarDate from;    ///< as written, year apart
    bool review = false;  ///< "tổng kết năm 2020": the year may be over
    bool past = false;    ///< "tính đến 31/12/2016": the article is later
    bool spring = false;  ///< "Xuân Mậu Tuất 2018": told of from the end of the year before on
    /// The year of a day or month of which this is the evidence.
    std::int16_t YearFor(CalendarDate date) const;
  };
  void Collect(const std::vector<DateForm>& forms);
  void CollectSprings();
  void FindLeapYear(const std::vector<DateForm>& forms);
  std::optional<std::int16_t> FromPublished(CalendarDate date) const;
  std::optional<std::int16_t> FromSentence(const DateForm& form) const;
  std::optional<std::int16_t> FromText(const DateForm& form) const;

  const Draft& draft_;
  std::optional<CalendarDate> published_;
  std::vector<Evidence> evidence_;
  std::optional<std::int16_t> leap_year_;
};

}  // namespace chido
