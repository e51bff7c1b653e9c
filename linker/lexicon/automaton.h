#pragma once

#include <span>
#include <vector>

#include "linker/lexicon/blob.h"
#include "linker/lexicon/lexicon.h"

namespace chido {

/// The phrase automaton over the sections of a blob: a trie over tokens. Immutable; thread-safe.
class Automaton {
 public:
  Automaton() = default;
  /// Error kCorruption if the sections do not fit each other.
  static Result<Automaton> Over(const Sections& sections);
  std::vector<Match> FindAll(const AnalysedText& text) const;
  /// Rows of phrases that are exactly all tokens of `text`.
  std::vector<Match> FindWhole(const AnalysedText& text) const;

 private:
  struct Walk;
  std::uint32_t WordOf(std::uint64_t fold) const;
  std::uint32_t Step(std::uint32_t state, std::uint32_t word) const;
  /// Walks as far as `words` from `start` on allow.
  void Follow(Walk& walk, const AnalysedText& text, std::span<const std::uint32_t> words,
              std::uint32_t start, std::uint32_t end) const;
  /// Appends what the walk found, the longest phrase of each group.
  void Collect(Walk& walk, const AnalysedText& text, std::vector<Match>& out) const;
  std::span<const Output> OutputsOf(std::uint32_t state) const {
    return outputs_.subspan(states_[state], states_[state + 1] - states_[state]);
  }

  std::span<const WordSlot> words_;
  std::span<const std::uint32_t> first_;
  std::span<const StepSlot> steps_;
  std::span<const std::uint32_t> states_;
  std::span<const Output> outputs_;
  std::uint16_t groups_ = 0;  ///< one more than the highest group
};

}  // namespace chido
