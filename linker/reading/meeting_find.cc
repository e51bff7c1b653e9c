#include "linker/reading/meeting_find.h"

#include <algorithm>

#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kHoldDistance = 8;  // tokens between *tổ chức* and the noun
constexpr std::uint32_t kPlanDistance = 10;
// Of nouns and of verbs; each looks at its whole sentence, and a sentence may be endless.
constexpr std::size_t kMostPerSentence = 8;
constexpr std::uint32_t kFrontStart = 8;  // tokens before a verb that opens its sentence

/// Whether a cue of `kind` starts in the `distance` tokens before `token`, in the same clause.
bool CueBefore(const Draft& draft, const Sheet& sheet, TokenRange sentence, std::uint32_t token,
               CueKind kind, std::uint32_t distance) {
  for (std::uint32_t t = token; t-- > sentence.begin && token - t <= distance;) {
    if (scan::IsAny(draft.text, t, {",", ";", ":"})) return false;
    if (sheet.cover[t] == kFree && draft.CueAt(t, kind) != nullptr) return true;
  }
  return false;
}

bool IsPlural(const Draft& draft, const SentenceSheet& sentence, TokenRange noun) {
  if (noun.begin > sentence.tokens.begin && scan::IsNumber(draft.text, noun.begin - 1)) return true;
  return CueEndsAt(draft, sentence.tokens, noun.begin, "gathering.many");
}

bool IsPlanned(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
               std::uint32_t token) {
  return CueBefore(draft, sheet, sentence.tokens, token, "gathering.plan", kPlanDistance);
}

/// *tổ chức Hội nghị …*, *Hội nghị … được tổ chức*, *Hội nghị … do … tổ chức*.
bool IsHeld(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
            TokenRange noun) {
  bool by = false;
  std::uint32_t seen = noun.end;
  for (const Cue& hold : sentence.holds) {
    if (hold.tokens.end <= noun.begin) {
      const std::uint32_t gap = noun.begin - hold.tokens.end;
      const bool weak = hold.tokens.size() == 1;  // *có*, *mở*, *họp*
      if (gap <= (weak ? 1 : kHoldDistance) &&
          !IsPlanned(draft, sheet, sentence, hold.tokens.begin)) {
        return true;
      }
      continue;
    }
    for (; seen < hold.tokens.begin; ++seen) by = by || scan::Is(draft.text, seen, "do");
    const bool takes_place = hold.tokens.size() >= 2 &&
                             !scan::Is(draft.text, hold.tokens.begin, "tổ") &&
                             hold.tokens.begin - noun.end <= 40;
    const bool planned = CueEndsAt(draft, sentence.tokens, hold.tokens.begin, "gathering.plan");
    if ((by || takes_place) && hold.tokens.size() >= 2 && !planned) return true;
  }
  return false;
}

/// The verb of `family` whose object the noun is.
bool IsObjectOf(const SentenceSheet& sentence, TokenRange noun, std::string_view family) {
  return std::ranges::any_of(sentence.verbs, [&](const Cue& verb) {
    if (!verb.kind.starts_with(family)) return false;
    return verb.tokens.Contains(noun) ||
           (verb.tokens.end <= noun.begin && noun.begin - verb.tokens.end <= 3);
  });
}

/// *Cuộc họp do đồng chí A chủ trì*.
bool IsChairedAfter(const Draft& draft, const SentenceSheet& sentence, TokenRange noun) {
  for (const Cue& verb : sentence.verbs) {
    if (!verb.kind.starts_with("chair") || verb.tokens.begin < noun.end) continue;
    if (verb.kind == "chair.by") return true;
    for (std::uint32_t t = noun.end; t < verb.tokens.begin; ++t) {
      if (scan::Is(draft.text, t, "do")) return true;
    }
  }
  return false;
}

int EarlyBonus(const Draft& draft, std::uint32_t sentence) {
  if (draft.text.sentences[sentence].block == BlockKind::kTitle) return 1;
  return sentence < 5 ? 2 : sentence < 12 ? 1 : 0;
}

/// Who does what the verb says: a person, a delegation or a body right before it.
enum class Subject { kNone, kBody, kDelegation, kPerson };

Subject SubjectOf(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                  TokenRange verb) {
  const std::uint32_t end = BeforeAdverbs(draft, verb.begin, sentence.tokens.begin);
  const bool opens = verb.begin - sentence.tokens.begin <= kFrontStart;
  for (const Group& group : sentence.groups) {
    if (group.tokens.end == end) return Subject::kPerson;
    // *Sáng 3/4, làm việc với …, đồng chí A …*
    const bool after =
        group.tokens.begin > verb.end && opens && scan::Is(draft.text, group.tokens.begin - 1, ",");
    if (after) return Subject::kPerson;
  }
  for (std::uint32_t t = sentence.tokens.begin; t < verb.begin; ++t) {
    if (scan::Is(draft.text, t, "đoàn") && draft.CueAt(t, "delegation") != nullptr) {
      return Subject::kDelegation;
    }
  }
  if (end > sentence.tokens.begin && (sheet.cover[end - 1] & kBody) != 0) return Subject::kBody;
  return Subject::kNone;
}

Candidate NounCandidate(const Draft& draft, const Sheet& sheet, std::uint32_t index,
                        const Cue& noun) {
  const SentenceSheet& sentence = sheet.sentences[index];
  Candidate c{.sentence = index, .anchor = noun.tokens, .kind = noun.value};
  c.title = TitleOf(draft, sheet, noun.tokens);
  c.titled = c.title.size() > noun.tokens.size() + 1;
  // *Đoàn ĐBQH tỉnh tiếp xúc cử tri*: some nouns are verbs of a subject before them.
  const bool acts = draft.CueAt(noun.tokens.begin, "gathering.verb") != nullptr &&
                    SubjectOf(draft, sheet, sentence, noun.tokens) != Subject::kNone;
  c.held = acts || IsHeld(draft, sheet, sentence, noun.tokens);
  c.chaired =
      IsObjectOf(sentence, noun.tokens, "chair") || IsChairedAfter(draft, sentence, noun.tokens);
  c.date = DateFor(draft, sheet, index, noun.tokens);
  const bool attended = IsObjectOf(sentence, noun.tokens, "attend.verb");
  const bool spoken = IsObjectOf(sentence, noun.tokens, "speak") ||
                      scan::Is(draft.text, noun.tokens.begin - 1, "tại");
  c.score = (c.date != nullptr ? 3 : 0) + (c.held ? 3 : 0) + (c.chaired ? 3 : 0) +
            (attended ? 3 : 0) + (spoken ? (sentence.groups.empty() ? 1 : 2) : 0) +
            (c.titled ? 1 : 0) + EarlyBonus(draft, index);
  c.plural = IsPlural(draft, sentence, noun.tokens) || sheet.cover[noun.tokens.begin] != kFree;
  if (c.plural) c.score -= 6;
  c.planned =
      !c.held && CueBefore(draft, sheet, sentence.tokens, noun.tokens.begin, "gathering.future", 6);
  if (c.planned) c.score -= 4;
  c.recalled = CueBefore(draft, sheet, sentence.tokens, noun.tokens.begin, "gathering.recall", 20);
  if (c.recalled) c.score -= 4;
  // *Hội nghị Trung ương 4*, *Đại hội XIII*: known by name, spoken of long after.
  const bool known = draft.CueAt(noun.tokens.begin, "gathering.known") != nullptr;
  if (known && !c.held) {
    c.recalled = true;
    c.score -= 5;
  }
  return c;
}

/// Whether this sentence or one of the next few lists who was there.
bool GuestsFollow(const Sheet& sheet, std::uint32_t index) {
  constexpr std::uint32_t kNear = 4;
  const std::size_t end = std::min<std::size_t>(index + kNear, sheet.sentences.size());
  for (std::size_t s = index; s < end; ++s) {
    const SentenceSheet& sentence = sheet.sentences[s];
    const bool attended = std::ranges::any_of(
        sentence.verbs, [](const Cue& verb) { return verb.kind == "attend.verb"; });
    if (attended && !sentence.groups.empty()) return true;
  }
  return false;
}

Candidate VerbCandidate(const Draft& draft, const Sheet& sheet, std::uint32_t index,
                        const Cue& verb) {
  const SentenceSheet& sentence = sheet.sentences[index];
  Candidate c{.sentence = index, .anchor = verb.tokens, .kind = verb.value, .verb = true};
  const Subject subject = SubjectOf(draft, sheet, sentence, verb.tokens);
  // A body that inspects or visits does its daily work; only a delegation or a person makes it
  // news.
  const bool by_body = verb.value != "kiểm tra" && verb.value != "khảo sát" &&
                       verb.value != "thăm" && verb.value != "tiếp" && verb.value != "gặp mặt";
  c.held = subject == Subject::kPerson || subject == Subject::kDelegation ||
           (subject == Subject::kBody && by_body);
  c.date = DateFor(draft, sheet, index, verb.tokens);
  c.title = TitleOf(draft, sheet, verb.tokens);
  c.titled = true;
  c.chaired = IsObjectOf(sentence, verb.tokens, "chair");
  c.held = c.held || c.chaired;
  c.score = (c.date != nullptr ? 3 : 0) + (c.held ? 4 : -6) + EarlyBonus(draft, index);
  c.planned = subject != Subject::kPerson && IsPlanned(draft, sheet, sentence, verb.tokens.begin);
  if (c.planned) c.score -= 6;
  // An act like *ký kết* is a gathering only where the text tells who came.
  if (verb.value == "lễ ký kết" && !GuestsFollow(sheet, index)) c.score -= 6;
  return c;
}

}  // namespace

std::vector<Candidate> FindCandidates(const Draft& draft, const Sheet& sheet) {
  std::vector<Candidate> candidates;
  for (std::uint32_t s = 0; s < sheet.sentences.size(); ++s) {
    const SentenceSheet& sentence = sheet.sentences[s];
    const std::size_t first = candidates.size();
    for (const Cue& noun :
         std::span(sentence.nouns).first(std::min(sentence.nouns.size(), kMostPerSentence))) {
      candidates.push_back(NounCandidate(draft, sheet, s, noun));
    }
    std::size_t verbs = 0;
    for (const Cue& verb : sentence.verbs) {
      if (verb.kind != "gathering.verb") continue;
      if (++verbs > kMostPerSentence) break;
      const bool in_noun = std::ranges::any_of(
          sentence.nouns, [&](const Cue& noun) { return noun.tokens.Overlaps(verb.tokens); });
      if (!in_noun) candidates.push_back(VerbCandidate(draft, sheet, s, verb));
    }
    bool same_day = false;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      same_day = same_day || draft.CueAt(t, "day.same") != nullptr;
    }
    std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(first), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.anchor < b.anchor; });
    const bool item = scan::IsAny(draft.text, sentence.tokens.begin, {"*", "•", "+"});
    for (std::size_t c = first; c < candidates.size(); ++c) {
      candidates[c].same_day = same_day;
      candidates[c].item = item;
    }
  }
  return candidates;
}

}  // namespace chido::meeting
