#include "linker/reading/draft.h"

namespace chido {

void Draft::FindMatches() {
  matches = lexicon.FindAll(text);
  matches_at.assign(text.tokens.size() + 1, {});
  std::uint32_t match = 0;
  for (std::uint32_t token = 0; token < matches_at.size(); ++token) {
    TokenMatches& here = matches_at[token];
    here.first = match;
    for (; match < matches.size() && matches[match].tokens.begin == token; ++match) {
      const Match& found = matches[match];
      here.kinds |= 1U << static_cast<unsigned>(found.kind);
      if (found.kind == EntryKind::kCue) here.cues |= lexicon.cues()[found.entry].families;
    }
  }
}

// The longest match comes first, and the first of those that are as long counts.

const Match* Draft::FindMatch(std::uint32_t token, EntryKind kind) const {
  for (const Match& match : MatchesAt(token)) {
    if (match.kind == kind) return &match;
  }
  return nullptr;
}

const Match* Draft::FindCue(std::uint32_t token, std::string_view name, CueBits bits) const {
  for (const Match& match : MatchesAt(token)) {
    if (match.kind != EntryKind::kCue) continue;
    const CueRow& cue = lexicon.cues()[match.entry];
    if (cue.families.MayHold(bits) && CueKind::Holds(name, cue.kind)) return &match;
  }
  return nullptr;
}

Ground Draft::GroundAt(TokenRange tokens, std::string_view rule, float confidence) const {
  Ground ground;
  ground.rule = rule;
  ground.confidence = confidence;
  if (tokens.empty() || tokens.begin >= text.tokens.size()) return ground;
  ground.sentence = text.Stored(text.sentences[text.SentenceOf(tokens.begin)].tokens);
  ground.mention = text.Stored(tokens);
  return ground;
}

}  // namespace chido
