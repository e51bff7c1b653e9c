#pragma once

#include <optional>
#include <string>

namespace chido {

/// Whether `c` is one of the combining marks of Latin letters (U+0300 to U+036F).
bool IsLatinMark(char32_t c);

/// The letter that `base` and the Latin `marks` behind it make, in whatever order they stand. Marks
/// that do not fit are dropped.
char32_t ComposeMarks(char32_t base, const std::u32string& marks);

/// The character that two make together, if they do.
std::optional<char32_t> ComposePair(char32_t base, char32_t next);

/// The normal form of a single character, in UTF-8.
std::string ComposeAlone(char32_t c);

}  // namespace chido
