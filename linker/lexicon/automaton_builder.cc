#include "linker/lexicon/automaton_builder.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "linker/text/tokens.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

constexpr std::size_t kMaskBits = 16;
constexpr std::uint16_t kFirstCueGroup = 16;
constexpr std::size_t kShortWord = 3;

/// Slots for `count` entries, at most half of them taken.
std::size_t SlotCount(std::size_t count) { return std::bit_ceil(2 * count + 2); }

std::size_t LetterCount(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Sets the bits of the words of `text` that a short abbreviation writes in capitals.
void SetCaseMasks(const AnalysedText& text, Output& output) {
  const std::size_t count = std::min<std::size_t>(text.tokens.size(), kMaskBits);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view word = text.Text(i);
    if (text.tokens[i].kind != TokenKind::kWord || LetterCount(word) > kShortWord) continue;
    const auto bit = static_cast<std::uint16_t>(1U << i);
    const std::string_view lower = text.Lower(i);
    std::size_t first = 0;
    NextCodePoint(word, first);
    const bool later_capital = word.substr(first) != lower.substr(first);
    if (text.tokens[i].all_capital) {
      output.all_capital |= bit;
    } else if (text.tokens[i].capital && later_capital) {
      output.capital |= bit;
    }
  }
}

class Builder {
 public:
  explicit Builder(std::span<const CueRow> cues) : cues_(cues) {
    std::map<std::string_view, std::uint16_t> groups;
    for (const CueRow& cue : cues) groups.emplace(cue.kind, 0);
    std::uint16_t next = kFirstCueGroup;
    for (auto& [kind, group] : groups) group = next++;
    groups_ = std::move(groups);
  }

  void Add(const Phrase& phrase) {
    const AnalysedText text = AnalysePhrase(phrase.text);
    if (text.tokens.empty()) return;
    std::uint32_t state = 0;
    for (const Token& token : text.tokens) {
      const auto word = static_cast<std::uint32_t>(words_.size() + 1);
      const std::uint32_t id = words_.try_emplace(token.fold, word).first->second;
      const auto [at, added] = steps_.try_emplace(StepKey(state, id), next_state_);
      if (added) ++next_state_;
      state = at->second;
    }
    Output output;
    output.entry = phrase.entry;
    output.kind = static_cast<std::uint8_t>(phrase.kind);
    output.form = static_cast<std::uint8_t>(phrase.form);
    output.group = phrase.kind == EntryKind::kCue ? groups_.at(cues_[phrase.entry].kind)
                                                  : static_cast<std::uint16_t>(phrase.kind);
    SetCaseMasks(text, output);
    const auto [kept, fresh] = outputs_.try_emplace({state, output.kind, output.entry}, output);
    if (!fresh) Join(kept->second, output);
  }

  AutomatonParts Finish() const {
    AutomatonParts parts;
    parts.words.resize(SlotCount(words_.size()));
    for (const auto& [fold, word] : words_) {
      std::size_t slot = SlotOf(fold, parts.words.size());
      while (parts.words[slot].word != 0) slot = (slot + 1) % parts.words.size();
      parts.words[slot] = {fold, word, 0};
    }
    std::vector<bool> goes_on(next_state_);
    for (const auto& [key, state] : steps_) goes_on[key >> 32U] = true;
    parts.first.resize(words_.size() + 1);
    parts.steps.resize(SlotCount(steps_.size()));
    for (const auto& [key, number] : steps_) {
      const std::uint32_t state = goes_on[number] ? number : number | kLastState;
      if (key >> 32U == 0) {
        parts.first[key] = state;
        continue;
      }
      std::size_t slot = SlotOf(key, parts.steps.size());
      while (parts.steps[slot].state != 0) slot = (slot + 1) % parts.steps.size();
      parts.steps[slot] = {key, state, 0};
    }
    parts.states.resize(next_state_ + 1);
    for (const auto& [key, output] : outputs_) ++parts.states[std::get<0>(key) + 1];
    for (std::size_t i = 1; i < parts.states.size(); ++i) parts.states[i] += parts.states[i - 1];
    for (const auto& [key, output] : outputs_) parts.outputs.push_back(output);
    return parts;
  }

 private:
  /// Joins two writings of one row that are the same phrase: the first form, the laxer case.
  static void Join(Output& kept, const Output& output) {
    kept.form = std::min(kept.form, output.form);
    kept.all_capital &= output.all_capital;
    kept.capital &= output.capital;
  }

  std::span<const CueRow> cues_;
  std::map<std::string_view, std::uint16_t> groups_;
  // Ordered where the order reaches the blob: the same tables give the same bytes.
  std::map<std::uint64_t, std::uint32_t> words_;  ///< fold → word number
  std::map<std::uint64_t, std::uint32_t> steps_;
  std::map<std::tuple<std::uint32_t, std::uint8_t, std::uint32_t>, Output> outputs_;
  std::uint32_t next_state_ = 1;
};

}  // namespace

AutomatonParts BuildAutomaton(std::span<const Phrase> phrases, std::span<const CueRow> cues) {
  Builder builder(cues);
  for (const Phrase& phrase : phrases) builder.Add(phrase);
  return builder.Finish();
}

}  // namespace chido
