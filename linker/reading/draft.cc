#include "linker/reading/draft.h"

namespace chido {
namespace {

bool OfFamily(std::string_view kind, std::string_view family) {
  // most kinds differ in length or last letter; asked for every token, that saves the comparison
  const std::size_t size = family.size();
  if (kind.size() < size || kind[size - 1] != family[size - 1]) return false;
  return (kind.size() == size || kind[size] == '.') && kind.starts_with(family);
}

}  // namespace

std::span<const Match> Draft::MatchesAt(std::uint32_t token) const {
  if (token + 1 >= match_begin.size()) return {};
  const std::uint32_t first = match_begin[token];
  return std::span<const Match>(matches).subspan(first, match_begin[token + 1] - first);
}

const Match* Draft::MatchAt(std::uint32_t token, EntryKind kind) const {
  const Match* best = nullptr;
  for (const Match& match : MatchesAt(token)) {
    if (match.kind != kind) continue;
    if (best == nullptr || match.tokens.end > best->tokens.end) best = &match;
  }
  return best;
}

const Match* Draft::CueAt(std::uint32_t token, std::string_view cue_kind) const {
  const Match* best = nullptr;
  for (const Match& match : MatchesAt(token)) {
    if (match.kind != EntryKind::kCue) continue;
    if (!OfFamily(lexicon.cues()[match.entry].kind, cue_kind)) continue;
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
