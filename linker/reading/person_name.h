#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linker/reading/draft.h"

namespace chido {

/// A run of capitalised syllables that may be a person's name.
struct NameRun {
  TokenRange tokens;
  bool strong = false;   ///< begins with a surname, a clan or a particle of a name, and goes on
  bool foreign = false;  ///< has a syllable that Vietnamese does not have
};

/// The run that starts at `token`. It ends before titles, organs, ranks and unit words. None for
/// runs that are no names (set phrases, headings). Behind an honorific (`addressed`) a name in
/// capitals may have any surname.
std::optional<NameRun> NameAt(const Draft& draft, std::uint32_t token, std::uint32_t limit,
                              bool addressed = false);
/// Whether a full name with a usual surname starts at `token`.
bool StartsFullName(const Draft& draft, std::uint32_t token, std::uint32_t limit);
/// Whether a Vietnamese syllable can be written so.
bool IsSyllable(std::string_view word);
/// `name` without the beginning of the next sentence where a blank was lost: *Lò Văn NgânÔng*.
std::string WithoutGluedWord(std::string name);
/// Whether the words before `token` give their names to streets, schools, prizes.
bool IsNamesake(const Draft& draft, std::uint32_t token, std::uint32_t begin);
/// "male" or "female" where the name says so (Thị, H'), else empty.
std::string GenderOfName(const Draft& draft, TokenRange name);

}  // namespace chido
