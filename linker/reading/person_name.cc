#include "linker/reading/person_name.h"

#include "linker/reading/role_title.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

constexpr std::uint32_t kLongestName = 6;
constexpr std::size_t kLetter = 2;  // bytes of a one-letter syllable at most (A, Y, Ô)

/// Whether `token` starts words that never belong to a name before them.
bool StartsOther(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  if (TitleAt(draft, token, limit)) return true;
  if (const Match* organ = draft.CueAt(token, "organ");
      organ != nullptr && organ->tokens.size() >= 2) {
    return true;
  }
  if (const Match* word = draft.CueAt(token, "place.word");
      word != nullptr && word->tokens.size() >= 2) {
    return true;
  }
  if (draft.CueAt(token, "role.former") != nullptr) return true;
  const Match* honorific = draft.MatchAt(token, EntryKind::kHonorific);
  return honorific != nullptr && honorific->tokens.size() >= 2;
}

bool IsCapitals(const Draft& draft, std::uint32_t token) {
  const Token& each = draft.text.tokens[token];
  return each.all_capital && each.span.size() > kLetter;
}

/// *Nguyễn Văn A Phát biểu*: a verb glued to a caption's name.
std::uint32_t WithoutVerb(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  if (end - begin < 3) return end;
  for (const Match& match : draft.MatchesAt(end - 1)) {
    if (match.kind != EntryKind::kCue || match.tokens.end <= end) continue;
    const std::string_view kind = draft.lexicon.cues()[match.entry].kind;
    if (kind != "name.inner") return end - 1;
  }
  return end;
}

}  // namespace

std::optional<NameRun> NameAt(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  const auto& tokens = draft.text.tokens;
  if (token >= limit || tokens[token].kind != TokenKind::kWord || !tokens[token].capital) {
    return std::nullopt;
  }
  const bool capitals = IsCapitals(draft, token);
  std::uint32_t end = token + 1;
  while (end < limit && tokens[end].kind == TokenKind::kWord && tokens[end].capital &&
         tokens[end].space_before && end - token <= kLongestName) {
    if (!capitals && IsCapitals(draft, end)) break;
    if (StartsOther(draft, end, limit)) break;
    ++end;
  }
  if (end - token > kLongestName) return std::nullopt;
  end = WithoutVerb(draft, token, end);
  if (const Match* never = draft.CueAt(token, "person.never");
      never != nullptr && never->tokens.end >= end) {
    return std::nullopt;
  }
  NameRun run;
  run.tokens = {token, end};
  for (const EntryKind kind : {EntryKind::kSurname, EntryKind::kClan}) {
    const Match* first = draft.MatchAt(token, kind);
    if (first != nullptr && first->tokens.end < end) run.strong = true;
  }
  if (draft.text.Lower(token).starts_with("h'") || draft.text.Lower(token).starts_with("k'")) {
    run.strong = true;
  }
  return run;
}

bool IsNamesake(const Draft& draft, std::uint32_t token, std::uint32_t begin) {
  for (std::uint32_t back = 1; back <= 4 && token >= begin + back; ++back) {
    const Match* cue = draft.CueAt(token - back, "person.namesake");
    if (cue != nullptr && cue->tokens.end == token) return true;
  }
  return false;
}

std::string GenderOfName(const Draft& draft, TokenRange name) {
  const std::string_view first = draft.text.Lower(name.begin);
  if (first.starts_with("h'")) return "female";
  for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
    if (scan::Is(draft.text, i, "thị")) return "female";
    if (i == name.begin + 1 && scan::Is(draft.text, i, "văn")) return "male";
  }
  return "";
}

}  // namespace chido
