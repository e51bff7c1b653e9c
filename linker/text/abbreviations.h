#pragma once

#include <string_view>

namespace chido {

/// Whether `lower`, a word of two or more letters in lower case, is written with a full stop that
/// ends no sentence: "tp", "gs", "ths".
bool IsKnownAbbreviation(std::string_view lower);

/// Whether a letter behind this word grades or numbers ("loại A") and is no initial.
bool IsGradeWord(std::string_view lower);

/// Whether `text` is a Roman number in capitals.
bool IsRomanNumber(std::string_view text);

}  // namespace chido
