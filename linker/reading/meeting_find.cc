#include "linker/reading/meeting_find.h"

#include <algorithm>
#include <map>

#include "linker/reading/meeting_act.h"
#include "linker/reading/meeting_clause.h"
#include "linker/reading/meeting_subject.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kHoldDistance = 8;  // tokens between *tổ chức* and the noun
constexpr std::uint32_t kPlanDistance = 10;
constexpr std::uint32_t kFrontStart = 8;  // tokens before a date that opens its sentence
constexpr std::uint32_t kLead = 4;        // sentences that tell the news
// Of nouns and of verbs; each looks at its whole sentence, and a sentence may be endless.
constexpr std::size_t kMostPerSentence = 8;

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

/// *Đại hội đại biểu … các cấp*: many of a kind.
bool IsOfManyLevels(const Draft& draft, const Candidate& c) {
  if (c.kind != "đại hội") return false;
  for (std::uint32_t t = c.anchor.end; t < c.title.end; ++t) {
    if (scan::IsAny(draft.text, t, {",", "lần", "nhiệm"})) return false;
    if (draft.CueAt(t, "gathering.levels") != nullptr) return true;
  }
  return false;
}

bool CueInTitle(const Draft& draft, const Candidate& c, CueKind kind) {
  for (std::uint32_t t = c.anchor.end; t < c.title.end; ++t) {
    if (draft.CueAt(t, kind) != nullptr) return true;
  }
  return false;
}

/// *Hội nghị … sẽ diễn ra*, *Hội nghị …, dự kiến …*
bool IsComing(const Draft& draft, const Candidate& c) {
  bool clause = false;  // what stands after the title may have another subject
  for (std::uint32_t t = c.anchor.end; t < c.title.end + 2; ++t) {
    clause = clause || (t < c.title.end && scan::Is(draft.text, t, ","));
    const bool part = t >= c.title.end ? !clause : scan::Is(draft.text, t - 1, ",");
    if (part && draft.CueAt(t, "gathering.coming") != nullptr) return true;
  }
  return false;
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
      if (gap <= (IsWeakHold(draft, hold) ? 1 : kHoldDistance) &&
          !CueBefore(draft, sheet, {hold.tokens.end, noun.end}, noun.begin, "gathering.future",
                     kHoldDistance) &&
          !IsPlanned(draft, sheet, sentence, hold.tokens.begin)) {
        return true;
      }
      continue;
    }
    for (; seen < hold.tokens.begin; ++seen) by = by || scan::Is(draft.text, seen, "do");
    // *Đại hội …, Ban Tổ chức đã tổ chức …* is another matter than *được tổ chức*.
    const bool active = hold.tokens.size() >= 2 &&
                        !scan::Is(draft.text, hold.tokens.begin, "được") &&
                        scan::Is(draft.text, hold.tokens.end - 2, "tổ") &&
                        scan::Is(draft.text, hold.tokens.end - 1, "chức");
    const bool takes_place =
        hold.tokens.size() >= 2 && !active && hold.tokens.begin - noun.end <= 40;
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

/// *Tại lễ công bố …, đồng chí A yêu cầu*: somebody spoke there.
int SpokenBonus(const Draft& draft, const SentenceSheet& sentence, TokenRange noun) {
  std::uint32_t before = noun.begin - 1;
  while (scan::IsAny(draft.text, before, {"*", "_"})) --before;
  const bool there = scan::Is(draft.text, before, "tại");
  if (!there && !IsObjectOf(sentence, noun, "speak")) return 0;
  if (sentence.groups.empty()) return 1;
  const bool opens = there && before - sentence.tokens.begin <= 1;
  const bool says = std::ranges::any_of(sentence.verbs, [&](const Cue& verb) {
    return verb.kind == "speak.verb" && verb.tokens.begin > sentence.groups.front().tokens.begin;
  });
  return opens && says ? 3 : 2;
}

/// *Trước đó, sáng 5/3 đã diễn ra hội nghị …*; *trong khuôn khổ hội nghị …* only says where.
bool IsLookedBackOn(const Draft& draft, const SentenceSheet& sentence, TokenRange noun) {
  if (CueEndsAt(draft, sentence.tokens, noun.begin, "gathering.frame")) return true;
  // *Sau phiên bế mạc hội nghị …, các đồng chí … đã họp*
  const std::uint32_t first = sentence.tokens.begin;
  const std::uint32_t after = scan::Is(draft.text, first, "ngay") ? first + 1 : first;
  if (scan::Is(draft.text, after, "sau") && noun.begin - after <= 6) {
    bool parted = false;
    for (std::uint32_t t = after; t < noun.begin; ++t)
      parted = parted || scan::Is(draft.text, t, ",");
    if (!parted) return true;
  }
  if (draft.CueAt(sentence.tokens.begin, "part.before") == nullptr) return false;
  for (std::uint32_t t = sentence.tokens.begin; t < noun.begin; ++t) {
    if (draft.CueAt(t, "day.same") != nullptr) return false;
  }
  return !In(draft.dates, {sentence.tokens.begin, noun.begin}).empty();
}

/// *tạm dừng tổ chức các sự kiện, lễ hội*
bool IsCalledOff(const Draft& draft, const SentenceSheet& sentence, TokenRange noun) {
  constexpr std::uint32_t kReach = 14;
  for (std::uint32_t t = noun.begin; t-- > sentence.tokens.begin && noun.begin - t <= kReach;) {
    if (draft.CueAt(t, "gathering.stop") != nullptr) return true;
  }
  return false;
}

/// *Sáng 5/6, trong ngày làm việc đầu tiên của Kỳ họp thứ 3, …*
bool IsSittingOf(const Draft& draft, const SentenceSheet& sentence, const Candidate& c) {
  constexpr std::uint32_t kReach = 12;
  if (c.date == nullptr || c.date->tokens.end >= c.anchor.begin) return false;
  if (c.date->tokens.begin - sentence.tokens.begin > kFrontStart) return false;
  const std::uint32_t begin = AfterAdverbs(draft, c.date->tokens.end, c.anchor.begin);
  if (!scan::IsAny(draft.text, begin, {"tại", "trong"})) return false;
  if (c.anchor.begin - begin > kReach) return false;
  for (std::uint32_t t = begin; t < c.anchor.begin; ++t) {
    if (scan::Is(draft.text, t, ",")) return false;
  }
  return scan::Is(draft.text, c.anchor.begin - 1, "của");
}

/// *Kỳ họp thứ 3 đã thông qua …*, *Sáng 5/6, tại Kỳ họp thứ 3, …*: it is going on.
bool IsInSession(const Draft& draft, const SentenceSheet& sentence, const Candidate& c) {
  if (scan::IsAny(draft.text, c.title.end, {"đã", "vừa", "bắt", "tiếp", "bước"})) return true;
  // *Phát biểu tại Đại hội … sáng 5/6, đồng chí A …*
  const bool there = scan::Is(draft.text, c.anchor.begin - 1, "tại");
  if (there && c.date != nullptr && IsObjectOf(sentence, c.anchor, "speak")) return true;
  if (IsSittingOf(draft, sentence, c)) return true;
  if (!there) return false;
  const std::uint32_t at = c.anchor.begin - 1;
  if (c.kind == "kỳ họp" && at - sentence.tokens.begin <= 1) return true;
  return c.date != nullptr && c.date->tokens.end <= at && at - c.date->tokens.end <= 2;
}

/// *buổi làm việc ngày 5/3 của đồng chí A với …*: A led it.
bool IsOwned(const Draft& draft, const SentenceSheet& sentence, const Cue& noun) {
  return std::ranges::any_of(sentence.groups, [&](const Group& group) {
    return OwnsSession(draft, sentence, group) == noun.tokens.begin;
  });
}

/// *Hàng năm, lễ hội … diễn ra …*: a custom.
bool IsCustom(const Draft& draft, const SentenceSheet& sentence) {
  return draft.CueAt(sentence.tokens.begin, "gathering.yearly") != nullptr;
}

/// *như đã nêu tại hội nghị ngày 5/3 vừa qua*: the day is one that the reader may know.
bool IsOfRecentDay(const Draft& draft, const SentenceSheet& sentence, const Candidate& c) {
  if (c.date == nullptr || c.held || c.chaired || c.date->tokens.begin < c.anchor.end) return false;
  const bool opens = c.anchor.begin - sentence.tokens.begin <= 2;
  return !opens && draft.CueAt(c.date->tokens.end, "gathering.past") != nullptr;
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
  c.chaired = IsObjectOf(sentence, noun.tokens, "chair") ||
              IsChairedAfter(draft, sentence, noun.tokens) || IsOwned(draft, sentence, noun);
  c.date = DateFor(draft, sheet, index, noun.tokens);
  const bool attended = IsObjectOf(sentence, noun.tokens, "attend.verb");
  const bool dated = c.date != nullptr || OpensSameDay(draft, sentence);
  c.score = (dated ? 3 : 0) + (c.held ? 3 : 0) + (c.chaired ? 3 : 0) + (attended ? 3 : 0) +
            SpokenBonus(draft, sentence, noun.tokens) + (c.titled ? 1 : 0) +
            EarlyBonus(draft, index);
  c.plural = IsPlural(draft, sentence, noun.tokens) || sheet.cover[noun.tokens.begin] != kFree ||
             IsOfManyLevels(draft, c);
  if (c.plural || IsCalledOff(draft, sentence, noun.tokens)) c.score -= 6;
  c.planned = IsComing(draft, c) || IsCustom(draft, sentence) ||
              (!c.held &&
               CueBefore(draft, sheet, sentence.tokens, noun.tokens.begin, "gathering.future", 6));
  if (c.planned) c.score -= 4;
  // *tại một buổi tọa đàm*: one that the reader has not heard of and is told no more about.
  c.recalled =
      CueBefore(draft, sheet, sentence.tokens, noun.tokens.begin, "gathering.recall", 20) ||
      (!c.held && !c.chaired && scan::Is(draft.text, noun.tokens.begin - 1, "một")) ||
      (!c.held && CueInTitle(draft, c, "gathering.recall")) ||
      IsLookedBackOn(draft, sentence, noun.tokens) || IsOfRecentDay(draft, sentence, c);
  if (c.recalled) c.score -= 4;
  // *Hội nghị Trung ương 4*, *Đại hội XIII*: known by name, spoken of long after.
  const bool known = draft.CueAt(noun.tokens.begin, "gathering.known") != nullptr;
  if (known && !c.held && !IsInSession(draft, sentence, c)) {
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

/// *Chiều 5/3, Hội đồng … đã họp …*: a body whose name is not known may have met.
bool HasMet(const Draft& draft, const SentenceSheet& sentence, TokenRange verb) {
  if (verb.begin == sentence.tokens.begin ||
      (!scan::Is(draft.text, verb.begin, "đã") && !scan::Is(draft.text, verb.begin - 1, "đã"))) {
    return false;
  }
  const auto dates = In(draft.dates, sentence.tokens);
  return !dates.empty() && dates.front().has_day && dates.front().tokens.end < verb.begin;
}

/// *Đoàn công tác đã đến xã A để kiểm tra …*: what it came for.
bool CameFor(const Draft& draft, const SentenceSheet& sentence, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 14;
  if (verb == sentence.tokens.begin || !scan::Is(draft.text, verb - 1, "để")) return false;
  bool came = false;
  for (std::uint32_t t = verb - 1; t-- > sentence.tokens.begin && verb - t <= kReach;) {
    if (draft.CueAt(t, "gathering.future") != nullptr) return false;
    came = came || IsMotion(draft, t);
  }
  return came;
}

/// *Ông A cho biết, đoàn kiểm tra đã làm việc với …*: told of, not reported.
bool IsToldOf(const Draft& draft, const SentenceSheet& sentence, const Candidate& c) {
  if (c.date != nullptr && c.date->tokens.begin < c.anchor.begin) return false;
  return std::ranges::any_of(sentence.verbs, [&](const Cue& verb) {
    return verb.kind == "speak.verb" && verb.tokens.end < c.anchor.begin &&
           (scan::Is(draft.text, verb.tokens.begin, "cho") ||
            scan::Is(draft.text, verb.tokens.end, "rằng"));
  });
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
  c.chaired = IsObjectOf(sentence, verb.tokens, "chair") ||
              (verb.value == "họp" && IsChairedAfter(draft, sentence, verb.tokens));
  c.held = c.held || c.chaired || (verb.value == "họp" && HasMet(draft, sentence, verb.tokens));
  const bool dated = c.date != nullptr || OpensSameDay(draft, sentence);
  c.score = (dated ? 3 : 0) + (c.held ? 4 : -6) + EarlyBonus(draft, index);
  c.planned = subject != Subject::kPerson && !CameFor(draft, sentence, verb.tokens.begin) &&
              IsPlanned(draft, sheet, sentence, verb.tokens.begin);
  if (c.planned) c.score -= 6;
  if (CueBefore(draft, sheet, sentence.tokens, verb.tokens.begin, "part.future", 3)) c.score -= 4;
  // Far from the lead a visit without a day is what somebody does now and then.
  const bool led =
      std::ranges::any_of(sentence.verbs, [](const Cue& cue) { return cue.kind == "chair.lead"; });
  const bool told_late = index >= kLead && !dated && !c.chaired && !led &&
                         draft.CueAt(sentence.tokens.begin, "day.beside") == nullptr;
  if (told_late) c.score -= 3;
  c.recalled = IsToldOf(draft, sentence, c);
  if (c.recalled) c.score -= 7;
  if (verb.value == "dâng hương") c.score -= 2;  // mostly a part of something greater
  // An act like *ký kết* is a gathering only where the text tells who came.
  if (verb.value == "lễ ký kết" && !GuestsFollow(sheet, index)) c.score -= 6;
  return c;
}

/// What speaks again of a gathering that was only looked back on looks back, too.
void RecallAgain(std::vector<Candidate>& candidates) {
  std::map<std::string_view, bool> recalled;  // kind → whether its first candidate is
  for (Candidate& c : candidates) {
    if (c.verb) continue;
    const auto [first, added] = recalled.emplace(c.kind, c.recalled);
    if (added || c.recalled || !first->second) continue;
    if (c.date != nullptr || c.held || c.chaired) {
      first->second = false;  // another one
      continue;
    }
    c.recalled = true;
    c.score -= 4;
  }
}

}  // namespace

bool IsWeakHold(const Draft& draft, const Cue& hold) {
  return scan::IsAny(draft.text, hold.tokens.end - 1, {"có", "mở", "họp"});
}

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
      const bool in_noun = std::ranges::any_of(sentence.nouns, [&](const Cue& noun) {
        // *đã họp phiên toàn thể*
        return noun.tokens.Overlaps(verb.tokens) || noun.tokens.begin == verb.tokens.end;
      });
      if (!in_noun) candidates.push_back(VerbCandidate(draft, sheet, s, verb));
    }
    FindActs(draft, sheet, s, candidates);
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
  RecallAgain(candidates);
  return candidates;
}

}  // namespace chido::meeting
