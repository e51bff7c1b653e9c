#pragma once

#include <string>
#include <string_view>

namespace chido {

/// The first whole date in a line of a page: "24/07/2023", "14-6-2023", "28.10.2020",
/// "2023-07-24", "Ngày 28 tháng 10 năm 2020". EDTF day, or empty if there is none.
std::string FindDay(std::string_view line);

/// A publication date from metadata as EDTF: ISO 8601 with or without a time (a time in UTC or
/// another zone gives the day in Vietnam), "20210430", "Sat, 21 Dec 2024 10:00:00 +0700", EDTF
/// months and years, and what `FindDay` reads. Empty if it is none of these.
std::string ParsePublished(std::string_view text);

}  // namespace chido
