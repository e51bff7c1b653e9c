#include "linker/lexicon/automaton.h"

#include <algorithm>
#include <array>
#include <bit>

namespace chido {
namespace {

std::string_view SectionOf(const Sections& sections, Section section) {
  return sections[static_cast<std::size_t>(section)];
}

/// A number in place of line breaks, which no word has: phrases run over them.
constexpr std::uint32_t kBreak = 0xFFFFFFFF;
constexpr std::size_t kMatchesPerToken = 3;  ///< of news; more only cost a reallocation

}  // namespace

/// The walk from one token: the tokens of the phrase so far, and the states with outputs on it.
struct Automaton::Walk {
  static constexpr std::size_t kLongest = 64;
  struct End {
    std::uint32_t state = 0;
    std::uint32_t words = 0;
  };
  std::array<std::uint32_t, kLongest> tokens{};
  std::array<End, kLongest> ends{};
  std::size_t end_count = 0;
  /// For each group the start (plus one) and length of the last phrase found.
  std::vector<std::uint64_t> found;

  /// Whether the words that a phrase wants in capitals are.
  bool CaseFits(const AnalysedText& text, const Output& output) const {
    for (std::uint16_t bits = output.all_capital; bits != 0; bits &= bits - 1) {
      if (!text.tokens[tokens[std::countr_zero(bits)]].all_capital) return false;
    }
    for (std::uint16_t bits = output.capital; bits != 0; bits &= bits - 1) {
      if (!text.tokens[tokens[std::countr_zero(bits)]].capital) return false;
    }
    return true;
  }
};

Result<Automaton> Automaton::Over(const Sections& sections) {
  Automaton automaton;
  automaton.words_ = AsArray<WordSlot>(SectionOf(sections, Section::kWords));
  automaton.first_ = AsArray<std::uint32_t>(SectionOf(sections, Section::kFirst));
  automaton.steps_ = AsArray<StepSlot>(SectionOf(sections, Section::kSteps));
  automaton.states_ = AsArray<std::uint32_t>(SectionOf(sections, Section::kStates));
  automaton.outputs_ = AsArray<Output>(SectionOf(sections, Section::kOutputs));
  const bool sound = std::has_single_bit(automaton.words_.size()) &&
                     std::has_single_bit(automaton.steps_.size()) && !automaton.first_.empty() &&
                     automaton.states_.size() > 1 &&
                     automaton.states_.back() == automaton.outputs_.size();
  if (!sound) {
    return Fail(Code::kCorruption, "the lexicon's automaton does not fit together; build again");
  }
  for (const Output& output : automaton.outputs_) {
    automaton.groups_ = std::max<std::uint16_t>(automaton.groups_, output.group + 1);
  }
  return automaton;
}

std::uint32_t Automaton::WordOf(std::uint64_t fold) const {
  const std::size_t mask = words_.size() - 1;
  for (std::size_t slot = SlotOf(fold, words_.size()); words_[slot].word != 0;
       slot = (slot + 1) & mask) {
    if (words_[slot].fold == fold) return words_[slot].word;
  }
  return 0;
}

std::uint32_t Automaton::Step(std::uint32_t state, std::uint32_t word) const {
  const std::uint64_t key = StepKey(state, word);
  const std::size_t mask = steps_.size() - 1;
  for (std::size_t slot = SlotOf(key, steps_.size()); steps_[slot].state != 0;
       slot = (slot + 1) & mask) {
    if (steps_[slot].key == key) return steps_[slot].state;
  }
  return 0;
}

namespace {

/// The token behind an abbreviation in brackets that starts at `token`: *Mặt trận Tổ quốc (MTTQ)
/// Việt Nam* is one name with its short form in the middle. `token` if none does.
std::uint32_t AfterShortForm(const AnalysedText& text, std::uint32_t token, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 12;  // bytes
  if (token + 2 >= end || text.Text(token) != "(" || text.Text(token + 2) != ")") return token;
  const Token& inner = text.tokens[token + 1];
  const bool fits = inner.kind == TokenKind::kWord && inner.all_capital &&
                    inner.span.end - inner.span.begin <= kLongest;
  return fits ? token + 3 : token;
}

}  // namespace

void Automaton::Follow(Walk& walk, const AnalysedText& text, std::span<const std::uint32_t> words,
                       std::uint32_t start, std::uint32_t end) const {
  walk.end_count = 0;
  std::uint32_t count = 0;
  std::uint32_t state = first_[words[start]];
  for (std::uint32_t at = start; state != 0 && count < Walk::kLongest;) {
    const bool last = (state & kLastState) != 0;
    state &= ~kLastState;
    walk.tokens[count++] = at;
    if (states_[state] != states_[state + 1]) walk.ends[walk.end_count++] = {state, count};
    if (last) return;
    do {
      ++at;
    } while (at < end && words[at] == kBreak);
    const auto step = [&] { return at < end && words[at] != 0 ? Step(state, words[at]) : 0; };
    std::uint32_t next = step();
    if (next == 0 && count >= 2 && at < end) {
      const std::uint32_t after = AfterShortForm(text, at, end);
      if (after != at) {
        at = after;
        next = step();
      }
    }
    state = next;
  }
}

void Automaton::Collect(Walk& walk, const AnalysedText& text, std::vector<Match>& out) const {
  const std::uint32_t start = walk.tokens[0];
  for (std::size_t i = walk.end_count; i-- > 0;) {
    const auto [state, length] = walk.ends[i];
    const TokenRange range{start, walk.tokens[length - 1] + 1};
    const std::uint64_t mark = static_cast<std::uint64_t>(start + 1) << 32U | length;
    for (const Output& output : OutputsOf(state)) {
      std::uint64_t& found = walk.found[output.group];
      const bool longer_found = found >> 32U == start + 1 && found != mark;
      if (longer_found) continue;
      const bool any_case = (output.all_capital | output.capital) == 0;
      if (!any_case && !walk.CaseFits(text, output)) continue;
      found = mark;
      out.push_back({range, static_cast<EntryKind>(output.kind), output.entry,
                     static_cast<PhraseForm>(output.form)});
    }
  }
}

std::vector<Match> Automaton::FindAll(const AnalysedText& text) const {
  std::vector<std::uint32_t> words(text.tokens.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = text.tokens[i];
    words[i] = token.kind == TokenKind::kLineBreak ? kBreak : WordOf(token.fold);
  }
  std::vector<Match> matches;
  matches.reserve(kMatchesPerToken * text.tokens.size());
  Walk walk;
  walk.found.resize(groups_);
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t start = sentence.tokens.begin; start < sentence.tokens.end; ++start) {
      if (words[start] == 0 || words[start] == kBreak) continue;
      Follow(walk, text, words, start, sentence.tokens.end);
      if (walk.end_count > 0) Collect(walk, text, matches);
    }
  }
  return matches;
}

std::vector<Match> Automaton::FindWhole(const AnalysedText& text) const {
  std::vector<Match> matches;
  if (text.tokens.empty() || text.tokens.size() > Walk::kLongest) return matches;
  Walk walk;
  std::uint32_t state = 0;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const std::uint32_t word = WordOf(text.tokens[i].fold);
    state = word == 0 ? 0 : i == 0 ? first_[word] : Step(state & ~kLastState, word);
    if (state == 0) return matches;
    walk.tokens[i] = i;
  }
  for (const Output& output : OutputsOf(state & ~kLastState)) {
    if (!walk.CaseFits(text, output)) continue;
    matches.push_back({{0, static_cast<std::uint32_t>(text.tokens.size())},
                       static_cast<EntryKind>(output.kind),
                       output.entry,
                       static_cast<PhraseForm>(output.form)});
  }
  return matches;
}

}  // namespace chido
