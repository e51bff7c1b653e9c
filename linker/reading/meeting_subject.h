#pragma once

#include "linker/reading/meeting_sheet.h"

namespace chido::meeting {

/// Who does what the verb says: a person, a delegation or a body right before it.
enum class Subject { kNone, kBody, kDelegation, kPerson };

Subject SubjectOf(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                  TokenRange verb);
/// Before adverbs and words like *khóa XX, nhiệm kỳ 2020 - 2025* that end at `end`.
std::uint32_t BeforeTerm(const Draft& draft, std::uint32_t end, TokenRange sentence);
/// *đến*, *tới*, *về*, … before a verb: somebody went to do it.
bool IsMotion(const Draft& draft, std::uint32_t token);

}  // namespace chido::meeting
