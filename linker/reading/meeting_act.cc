#include "linker/reading/meeting_act.h"

#include <algorithm>

#include "linker/reading/meeting_subject.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kDateStart = 8;  // tokens before a date that opens its sentence
constexpr std::uint32_t kNews = 6;       // sentences that tell the news; later ones tell the past
constexpr std::uint32_t kReach = 60;     // tokens from the date to what a body does in session
constexpr int kOpenScore = 6;            // of a day and of somebody who acts
constexpr int kAnotherScore = 8;         // of one more on the same day

/// Assemblies: what they do on a day they do in session.
bool IsAssembly(std::string_view template_id) {
  constexpr std::string_view kAssemblies[] = {"s.qh",   "s.ubtvqh", "p.hdnd",
                                              "d.hdnd", "x.hdnd",   "c.bchtw"};
  return std::ranges::find(kAssemblies, template_id) != std::end(kAssemblies);
}

/// Whether an assembly that opens its clause is named right before `end`: not *để Quốc hội bầu*.
bool AssemblyEndsAt(const Draft& draft, TokenRange sentence, std::uint32_t after,
                    std::uint32_t end) {
  const std::uint32_t name = BeforeTerm(draft, end, sentence);
  return std::ranges::any_of(In(draft.body_mentions, sentence), [&](const BodyMention& body) {
    const bool there = body.tokens.end == end || body.tokens.end == name;
    if (!there || body.item == kNoItem || body.tokens.begin < after) return false;
    const bool opens =
        body.tokens.begin == after || scan::IsAny(draft.text, body.tokens.begin - 1, {",", ")"});
    return opens && IsAssembly(draft.bodies[body.item].template_id);
  });
}

/// Whether somebody plans or forbids what stands at `token`.
bool IsToCome(const Draft& draft, const SentenceSheet& sentence, std::uint32_t token) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t first = std::max(sentence.tokens.begin + kNear, token) - kNear;
  for (std::uint32_t t = first; t < token; ++t) {
    if (draft.CueAt(t, "part.future") != nullptr) return true;
  }
  return false;
}

Candidate ActOf(const Draft& draft, const Sheet& sheet, std::uint32_t index, TokenRange anchor,
                std::string_view kind) {
  Candidate c{.sentence = index, .anchor = anchor, .kind = kind, .verb = true};
  c.held = true;
  c.titled = true;
  c.title = TitleOf(draft, sheet, anchor);
  c.date = DateFor(draft, sheet, index, anchor);
  const bool another = OpensSameDay(draft, sheet.sentences[index]);
  c.score = (another ? kAnotherScore : kOpenScore) + EarlyBonus(draft, index);
  return c;
}

/// *đồng chí A trao quyết định …*
void FindHonours(const Draft& draft, const Sheet& sheet, std::uint32_t index,
                 std::vector<Candidate>& candidates) {
  const SentenceSheet& sentence = sheet.sentences[index];
  for (const Cue& verb : sentence.verbs) {
    const Match* act = draft.CueAt(verb.tokens.begin, "gathering.act");
    if (act == nullptr || verb.kind == "gathering.verb") continue;
    if (IsToCome(draft, sentence, verb.tokens.begin)) continue;
    if (SubjectOf(draft, sheet, sentence, verb.tokens) != Subject::kPerson) continue;
    candidates.push_back(
        ActOf(draft, sheet, index, act->tokens, draft.lexicon.cues()[act->entry].value));
    return;
  }
}

/// *Quốc hội tiếp tục thảo luận …*, *Trung ương thảo luận tại tổ …*
void FindSittings(const Draft& draft, const Sheet& sheet, std::uint32_t index, std::uint32_t begin,
                  std::vector<Candidate>& candidates) {
  const SentenceSheet& sentence = sheet.sentences[index];
  std::uint32_t end = std::min(sentence.tokens.end, begin + kReach);
  for (const Cue& verb : sentence.verbs) {  // *ông A cho biết, Quốc hội đã thông qua …*
    const bool says = verb.kind == "speak.verb" && scan::Is(draft.text, verb.tokens.end, ",");
    if (says && verb.tokens.begin > begin) end = std::min(end, verb.tokens.begin);
  }
  for (std::uint32_t t = begin; t < end; ++t) {
    const Match* sitting = draft.CueAt(t, "gathering.session");
    if (sitting == nullptr || sheet.cover[t] != kFree) continue;
    const CueRow& row = draft.lexicon.cues()[sitting->entry];
    const std::uint32_t subject = BeforeAdverbs(draft, t, begin);
    // Only an assembly has a hall and groups to talk in.
    const bool sits = row.value == "hall" || AssemblyEndsAt(draft, sentence.tokens, begin, subject);
    if (!sits || subject == begin || IsToCome(draft, sentence, t)) continue;
    candidates.push_back(ActOf(draft, sheet, index, sitting->tokens, "phiên họp"));
    return;
  }
}

}  // namespace

int EarlyBonus(const Draft& draft, std::uint32_t sentence) {
  if (draft.text.sentences[sentence].block == BlockKind::kTitle) return 1;
  return sentence < 5 ? 2 : sentence < 12 ? 1 : 0;
}

bool OpensSameDay(const Draft& draft, const SentenceSheet& sentence) {
  const std::uint32_t begin = sentence.tokens.begin;
  for (std::uint32_t t = begin; t < begin + 3 && t < sentence.tokens.end; ++t) {
    if (draft.CueAt(t, "day.same") != nullptr) return true;
  }
  return false;
}

void FindActs(const Draft& draft, const Sheet& sheet, std::uint32_t index,
              std::vector<Candidate>& candidates) {
  const SentenceSheet& sentence = sheet.sentences[index];
  const bool same_day = OpensSameDay(draft, sentence);
  if (!same_day && index >= kNews) return;
  const TokenRange tokens = sentence.tokens;
  if (draft.CueAt(tokens.begin, "part.before") != nullptr) return;
  const DateMention* date = DateFor(draft, sheet, index, {tokens.end, tokens.end});
  if (date != nullptr && date->tokens.begin - tokens.begin > kDateStart) date = nullptr;
  if (date == nullptr && !same_day) return;
  FindHonours(draft, sheet, index, candidates);
  FindSittings(draft, sheet, index, date != nullptr ? date->tokens.end : tokens.begin, candidates);
}

}  // namespace chido::meeting
