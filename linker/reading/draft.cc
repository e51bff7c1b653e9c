#include "linker/reading/draft.h"

namespace chido {

void Draft::FindMatches() {
  matches = lexicon.FindAll(text);
  match_begin.assign(text.tokens.size() + 1, 0);
  cue_families.assign(text.tokens.size(), 0);
  std::uint32_t match = 0;
  for (std::uint32_t token = 0; token < match_begin.size(); ++token) {
    match_begin[token] = match;
    for (; match < matches.size() && matches[match].tokens.begin == token; ++match) {
      const Match& found = matches[match];
      if (found.kind == EntryKind::kCue) {
        cue_families[token] |= lexicon.cues()[found.entry].families;
      }
    }
  }
}

const Match* Draft::MatchAt(std::uint32_t token, EntryKind kind) const {
  const Match* best = nullptr;
  for (const Match& match : MatchesAt(token)) {
    if (match.kind != kind) continue;
    if (best == nullptr || match.tokens.end > best->tokens.end) best = &match;
  }
  return best;
}

const Match* Draft::FindCue(std::uint32_t token, const CueKind& kind) const {
  const Match* best = nullptr;
  for (const Match& match : MatchesAt(token)) {
    if (match.kind != EntryKind::kCue) continue;
    if (!kind.Holds(lexicon.cues()[match.entry].kind)) continue;
    if (best == nullptr || match.tokens.end > best->tokens.end) best = &match;
  }
  return best;
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
