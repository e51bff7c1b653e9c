#pragma once

#include <cstdint>
#include <optional>

#include "linker/reading/draft.h"

namespace chido {

/// The time of a post in a career: *từ tháng 6-2016 đến 6-2018*, *Trước năm 2010*.
struct Period {
  std::uint32_t end = 0;  ///< token after it
  bool closed = false;    ///< it has an end, and that is past
};

/// Whether a period may start at `token`, one of the text; no is certain, and most tokens are
/// answered so.
bool MayBePeriod(const Draft& draft, std::uint32_t token);

/// The period that starts at `token`; none if there is none before `limit`. One without *từ* counts
/// only as a range before a colon: *2015 - 2018: Phó Giám đốc*.
std::optional<Period> PeriodAt(const Draft& draft, std::uint32_t token, std::uint32_t limit);

}  // namespace chido
