#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linker/reading/draft.h"

namespace chido {

/// The number of a document as the text prints it, and its parts.
struct DirectiveNumber {
  TokenRange tokens;
  std::string printed;      ///< "05-CT/TW", "22/CT-TW", "36a/NQ-CP"; blanks inside removed
  std::string leading;      ///< "05", "36a"
  std::int32_t year = 0;    ///< of "19/2021/NĐ-CP"; 0 if none
  std::string type_code;    ///< "CT", canonical spelling where known; empty in "80/2015/QH13"
  std::string issuer_code;  ///< "TW", "CP", "QH13", "BYT-BTC"; variants mended (TƯ → TW)
  std::string unit_code;    ///< "VX" of "3600/UBND-VX"
  bool party = false;       ///< the issuer writes Party numbers ("05-CT/TW")

  /// Whether letters follow, so that the number alone names a document.
  bool coded() const { return !type_code.empty() || !issuer_code.empty() || !unit_code.empty(); }
  /// The number as its issuer writes it: separators, letters and order mended.
  std::string Canonical() const;
};

/// Reads the number at `token` (a run of digits): "05", "36a", "100/2019", or one with letters in
/// any printed form. None where the digits are something else (a date, a decimal, a phone number).
/// `spaced` allows a blank in place of the first dash ("45 KL/TW"), as after a type word.
std::optional<DirectiveNumber> NumberAt(const Draft& draft, std::uint32_t token, bool spaced);

/// The type in full that a code stands for ("NQ" → "Nghị quyết"); empty if none does.
std::string TypeOfCode(const Lexicon& lexicon, std::string_view code, bool party);

/// Whether two leading numbers are equal but for zeros in front ("5" and "05").
bool SameLeading(std::string_view a, std::string_view b);

}  // namespace chido
