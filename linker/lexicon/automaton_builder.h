#pragma once

#include <span>
#include <vector>

#include "linker/lexicon/blob.h"
#include "linker/lexicon/phrases.h"

namespace chido {

/// The automaton's sections as arrays; see `Section`.
struct AutomatonParts {
  std::vector<WordSlot> words;
  std::vector<std::uint32_t> first;
  std::vector<StepSlot> steps;
  std::vector<std::uint32_t> states;
  std::vector<Output> outputs;
};

/// Builds the trie over the tokens of `phrases`. `cues` gives each cue's kind, which is its group.
AutomatonParts BuildAutomaton(std::span<const Phrase> phrases, std::span<const CueRow> cues);

}  // namespace chido
