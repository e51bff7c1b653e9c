#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "linker/reading/date_form.h"

namespace chido {

/// A written year that may be that of days and months without one.
struct YearEvidence {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  std::int16_t year = 0;
  CalendarDate from;     ///< as written, year apart
  bool review = false;   ///< "tổng kết năm 2020": the year may be over
  bool within = false;   ///< "trong năm 2020": told of also when it is over
  bool past = false;     ///< "tính đến 31/12/2016": the article is later
  bool quarter = false;  ///< "quý I năm 2014"
  bool spring = false;   ///< "Xuân Mậu Tuất 2018": told of from the end of the year before on
  bool weak = false;     ///< a year at the head without a word that makes it the present
  /// The year of a day or month of which this is the evidence; none where it speaks against itself.
  /// `head`: the day stands where a report tells its own.
  std::optional<std::int16_t> YearFor(CalendarDate date, bool head) const;
};

/// What else may decide where there is no evidence.
struct YearBounds {
  std::optional<CalendarDate> issued;  ///< last day of a document that is cited
  std::optional<CalendarDate> ahead;   ///< first day that is looked forward to
  std::optional<std::int16_t> only;    ///< the only year that is named by itself
  std::int16_t named = 0;              ///< last year that is named by itself
};

YearBounds CollectYearBounds(const Draft& draft, const std::vector<DateForm>& forms);

/// The evidence of `forms`, which are in text order, and of feasts.
std::vector<YearEvidence> CollectYearEvidence(const Draft& draft,
                                              const std::vector<DateForm>& forms);

}  // namespace chido
