#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "linker/reading/date_evidence.h"
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
  std::optional<std::int16_t> YearFor(const YearEvidence& evidence, const DateForm& form) const;
  void FindLeapYear(const std::vector<DateForm>& forms);
  std::optional<std::int16_t> FromPublished(CalendarDate date) const;
  std::optional<std::int16_t> FromSentence(const DateForm& form) const;
  std::optional<std::int16_t> FromText(const DateForm& form) const;
  std::optional<std::int16_t> FromBounds(CalendarDate date) const;
  std::optional<std::int16_t> Latest(const DateForm& form, bool weak,
                                     std::optional<std::uint32_t> sentence) const;

  const Draft& draft_;
  std::optional<CalendarDate> published_;
  std::vector<YearEvidence> evidence_;
  YearBounds bounds_;
  std::optional<std::int16_t> leap_year_;
};

}  // namespace chido
