#pragma once

#include <vector>

#include "linker/reading/meeting_find.h"

namespace chido::meeting {

/// More for a sentence that tells the news than for one far down.
int EarlyBonus(const Draft& draft, std::uint32_t sentence);
/// *Chiều cùng ngày, …*: as good as a date.
bool OpensSameDay(const Draft& draft, const SentenceSheet& sentence);
/// Appends what the sentence `index` tells of gatherings without a word for one: *Sáng 5/6, đồng
/// chí A trao quyết định …*, *Sáng 5/6, Quốc hội thảo luận …*. Only the day in front makes it one.
void FindActs(const Draft& draft, const Sheet& sheet, std::uint32_t index,
              std::vector<Candidate>& candidates);

}  // namespace chido::meeting
