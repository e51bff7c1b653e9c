#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/lexicon/tables.h"

namespace chido {

/// A phrase that the automaton shall find.
struct Phrase {
  std::string text;
  EntryKind kind = EntryKind::kCue;
  std::uint32_t entry = 0;
  PhraseForm form = PhraseForm::kCanonical;
};

/// The phrases of all rows. The text of a template ends at its first '{'; heads of one word are
/// left out, since they name no body by themselves.
std::vector<Phrase> CollectPhrases(const RowTables& rows);

}  // namespace chido
