#pragma once

#include <set>
#include <string>
#include <string_view>

namespace chido {

// Comparable forms of the names in a reading: two that denote the same thing get the same form.

/// Case, Unicode form, tone placement, apostrophes, dashes and spaces folded; punctuation as
/// blanks.
std::string FoldForJudging(std::string_view text);
/// Of a body or place: also without the words for units before a name (tỉnh, thành phố, huyện, …).
std::string FoldBodyForJudging(std::string_view text);
/// Of a role's title: without *đồng chí*, *quyền*, *phụ trách*.
std::string FoldTitleForJudging(std::string_view text);
/// Of a directive's number: without blanks, full stops and a leading *số*.
std::string FoldNumberForJudging(std::string_view text);
/// The words of a folded text.
std::set<std::string> WordsForJudging(std::string_view text);

}  // namespace chido
