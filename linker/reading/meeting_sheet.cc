#include "linker/reading/meeting_sheet.h"

#include <algorithm>

#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kLongestCue = 8;   // in tokens
constexpr std::uint32_t kLongestJoin = 6;  // tokens between two persons of one group

void Mark(std::vector<std::uint8_t>& cover, TokenRange tokens, Cover what) {
  for (std::uint32_t t = tokens.begin; t < tokens.end && t < cover.size(); ++t) cover[t] |= what;
}

/// *làm Trưởng đoàn kiểm tra công tác …*: no *đoàn kiểm tra*, but what its head does.
bool IsTask(const Draft& draft, const Match& delegation) {
  const TokenRange tokens = delegation.tokens;
  if (tokens.begin == 0 || !scan::Is(draft.text, tokens.begin, "đoàn") ||
      !scan::Is(draft.text, tokens.begin - 1, "trưởng") ||
      (tokens.begin > 1 && scan::Is(draft.text, tokens.begin - 2, "phó")) ||
      draft.CueAt(tokens.end, "speak") != nullptr) {
    return false;
  }
  return scan::IsWord(draft.text, tokens.end) &&
         !scan::IsAny(draft.text, tokens.end, {"của", "số", "đã", "có", "cùng", "liên"});
}

std::vector<std::uint8_t> CoverOf(const Draft& draft) {
  std::vector<std::uint8_t> cover(draft.text.tokens.size(), kFree);
  for (const BodyMention& body : draft.body_mentions) Mark(cover, body.tokens, kBody);
  for (const PersonMention& person : draft.persons) Mark(cover, person.whole, kPerson);
  for (const DirectiveMention& directive : draft.directive_mentions) {
    Mark(cover, directive.tokens, kDirective);
  }
  for (const PlaceMention& place : draft.places) {
    if (!place.inside_name) Mark(cover, place.tokens, kPlace);
  }
  static constexpr CueKind kKinds[] = {"part.ignore", "delegation"};
  for (std::uint32_t t = 0; t < cover.size(); ++t) {
    for (const CueKind& kind : kKinds) {
      const Match* ignored = draft.CueAt(t, kind);
      if (ignored == nullptr || IsTask(draft, *ignored)) continue;
      // *theo báo cáo* alone is no speech, *theo báo cáo của* somebody is.
      const Match* longer = draft.CueAt(t, "speak.theo");
      if (longer != nullptr && longer->tokens.end > ignored->tokens.end) continue;
      Mark(cover, ignored->tokens, kIgnored);
    }
  }
  return cover;
}

Cue CueOf(const Draft& draft, const Match& match) {
  const CueRow& row = draft.lexicon.cues()[match.entry];
  return {match.tokens, row.kind, row.value};
}

/// The longest cue of `families` at `token`, or nullptr; the first family wins a tie.
const Match* LongestAt(const Draft& draft, std::uint32_t token, std::span<const CueKind> families) {
  const Match* best = nullptr;
  for (const CueKind& family : families) {
    const Match* match = draft.CueAt(token, family);
    if (match == nullptr) continue;
    if (best == nullptr || match->tokens.end > best->tokens.end) best = match;
  }
  return best;
}

/// *được phê bình*, *bị nhắc nhở*: said to the subject, not by it.
bool IsPassive(const Draft& draft, const Cue& cue) {
  // *Chánh án cũng là chủ tọa phiên họp*: an office, not a list.
  if (cue.kind == "chair.list" && cue.tokens.begin > 0 &&
      scan::Is(draft.text, cue.tokens.begin - 1, "là")) {
    return true;
  }
  // *Trong thông báo ngày 5/3, ông A …*: a paper
  if (cue.kind == "speak.verb" && cue.tokens.begin > 0 &&
      scan::IsAny(draft.text, cue.tokens.begin - 1, {"trong", "bản"}) &&
      scan::IsAny(draft.text, cue.tokens.begin, {"thông", "báo", "kết", "kiến", "đề"})) {
    return true;
  }
  const bool acts = cue.kind.starts_with("speak") || cue.kind == "chair.verb";
  return acts && cue.tokens.begin > 0 &&
         scan::IsAny(draft.text, cue.tokens.begin - 1, {"được", "bị"});
}

/// *Trưởng đoàn* of a delegation, not a deputy's post nor that of a lasting body.
bool LeadsHere(const Draft& draft, TokenRange lead) {
  if (lead.begin > 0 && scan::Is(draft.text, lead.begin - 1, "phó")) return false;
  return std::ranges::none_of(In(draft.body_mentions, lead), [&](const BodyMention& body) {
    return body.item != kNoItem && draft.bodies[body.item].template_id != "a.doankt";
  });
}

void CollectCues(const Draft& draft, const Sheet& sheet, SentenceSheet& sentence) {
  static constexpr CueKind kVerbs[] = {"chair", "attend", "speak", "gathering.verb"};
  static constexpr CueKind kNouns[] = {"gathering.noun"};
  static constexpr CueKind kHolds[] = {"gathering.hold"};
  const auto collect = [&](std::span<const CueKind> families, std::vector<Cue>& out) {
    CueBits any = CueKind("chair.lead").bits;
    for (const CueKind& family : families) any |= family.bits;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end;) {
      if (!draft.MayHaveCue(t, any)) {
        ++t;
        continue;
      }
      const Match* match = nullptr;
      if (sheet.cover[t] == kFree) {
        match = LongestAt(draft, t, families);
      } else if (families.size() > 1) {
        // *làm trưởng đoàn* may be taken for a post of the person
        match = draft.CueAt(t, "chair.lead");
        if (match != nullptr && !LeadsHere(draft, match->tokens)) match = nullptr;
      }
      ++t;
      if (match == nullptr) continue;
      const Cue cue = CueOf(draft, *match);
      if (IsPassive(draft, cue)) continue;
      out.push_back(cue);
      t = cue.tokens.end;
    }
  };
  collect(kVerbs, sentence.verbs);
  collect(kNouns, sentence.nouns);
  collect(kHolds, sentence.holds);
}

/// Whether only commas, dashes and joining words stand in `gap`: outside a list a semicolon parts
/// persons whose parts may differ.
bool Joins(const Draft& draft, const Sheet& sheet, TokenRange gap, bool listed) {
  if (gap.size() > kLongestJoin) return false;
  for (std::uint32_t t = gap.begin; t < gap.end;) {
    if (const Match* join = draft.CueAt(t, "part.join"); join != nullptr) {
      t = join->tokens.end;
      continue;
    }
    const Token& token = draft.text.tokens[t];
    const bool mark = token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber &&
                      !scan::Is(draft.text, t, ".") && (listed || !scan::Is(draft.text, t, ";"));
    if (!mark && (sheet.cover[t] & kBody) == 0) return false;
    ++t;
  }
  return true;
}

/// *Các đồng chí: A, Bí thư; B, Chủ tịch*: one group, whatever parts it.
bool IsListed(const Draft& draft, const Group& group) {
  return group.tokens.begin > 0 && scan::Is(draft.text, group.tokens.begin - 1, ":");
}

void CollectGroups(const Draft& draft, Sheet& sheet) {
  std::uint32_t last_end = 0;
  for (std::uint32_t p = 0; p < draft.persons.size(); ++p) {
    const PersonMention& person = draft.persons[p];
    if (person.official == kNoItem || person.whole.empty()) continue;
    SentenceSheet& sentence = sheet.sentences[draft.text.SentenceOf(person.whole.begin)];
    std::vector<Group>& groups = sentence.groups;
    const TokenRange gap{last_end, person.whole.begin};
    const bool joined = !groups.empty() &&
                        (gap.empty() || Joins(draft, sheet, gap, IsListed(draft, groups.back())));
    if (!joined) groups.push_back({person.whole, {}});
    groups.back().persons.push_back(p);
    groups.back().tokens.end = std::max(groups.back().tokens.end, person.whole.end);
    last_end = groups.back().tokens.end;
  }
}

}  // namespace

Sheet MakeSheet(const Draft& draft) {
  Sheet sheet;
  sheet.cover = CoverOf(draft);
  sheet.sentences.resize(draft.text.sentences.size());
  for (std::size_t s = 0; s < sheet.sentences.size(); ++s) {
    sheet.sentences[s].tokens = draft.text.sentences[s].tokens;
    CollectCues(draft, sheet, sheet.sentences[s]);
  }
  CollectGroups(draft, sheet);
  return sheet;
}

bool CueEndsAt(const Draft& draft, TokenRange within, std::uint32_t end, CueKind kind) {
  const std::uint32_t first = end > kLongestCue ? end - kLongestCue : 0;
  for (std::uint32_t t = std::max(first, within.begin); t < end; ++t) {
    if (!draft.MayHaveCue(t, kind)) continue;
    for (const Match& match : draft.MatchesAt(t)) {
      if (match.kind != EntryKind::kCue || match.tokens.end != end) continue;
      if (draft.lexicon.cues()[match.entry].kind == kind.name) return true;
    }
  }
  return false;
}

std::uint32_t AfterAdverbs(const Draft& draft, std::uint32_t token, std::uint32_t end) {
  while (token < end) {
    const Match* adverb = draft.CueAt(token, "part.adverb");
    if (adverb == nullptr && !scan::Is(draft.text, token, ",")) break;
    token = adverb != nullptr ? adverb->tokens.end : token + 1;
  }
  return std::min(token, end);
}

std::uint32_t BeforeAdverbs(const Draft& draft, std::uint32_t token, std::uint32_t begin) {
  while (token > begin) {
    std::uint32_t next = token;
    if (scan::Is(draft.text, token - 1, ",")) next = token - 1;
    for (std::uint32_t t = token; next == token && t-- > begin && token - t <= 3;) {
      const Match* adverb = draft.CueAt(t, "part.adverb");
      if (adverb != nullptr && adverb->tokens.end == token) next = t;
    }
    if (next == token) break;
    token = next;
  }
  return token;
}

}  // namespace chido::meeting
