#include "linker/reading/meeting_clause.h"

#include <algorithm>

#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kLongestApposition = 30;
constexpr std::uint32_t kLooseWords = 3;  // unknown words between a subject and its verb
constexpr std::uint32_t kLongestListHead = 25;
constexpr std::uint32_t kShortestSpeech = 12;  // tokens after a colon
constexpr std::uint32_t kLongestGift = 30;
constexpr std::uint32_t kFrontStart = 8;  // tokens before a verb that opens its sentence

bool CueIn(const Draft& draft, TokenRange range, CueKind kind) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (draft.CueAt(t, kind) != nullptr) return true;
  }
  return false;
}

/// After brackets, e.g. "(thứ hai từ trái sang)".
std::uint32_t AfterBracket(const Draft& draft, std::uint32_t token, std::uint32_t end) {
  if (!scan::Is(draft.text, token, "(")) return token;
  for (std::uint32_t t = token; t < end; ++t) {
    if (scan::Is(draft.text, t, ")")) return t + 1;
  }
  return token;
}

/// Whether the words right before the verb name somebody else: a body or *các đại biểu*.
bool OtherSubject(const Draft& draft, const Sheet& sheet, TokenRange gap) {
  std::uint32_t first = gap.begin;
  while (first < gap.end && scan::IsAny(draft.text, first, {",", "-", ";"})) ++first;
  if (first == gap.begin || first >= gap.end) return false;
  if (draft.CueAt(first, "part.crowd") != nullptr) return true;
  const std::uint32_t last = BeforeAdverbs(draft, gap.end, first);
  if (last <= first || (sheet.cover[first] & kBody) == 0) return false;
  for (std::uint32_t t = first; t < last; ++t) {
    if ((sheet.cover[t] & kBody) == 0) return false;
  }
  return true;
}

/// *tưởng nhớ Chủ tịch …, Đại tướng A; …*: no verb of a part stands since.
bool IsRemembered(const Draft& draft, const SentenceSheet& sentence, std::uint32_t before) {
  for (std::uint32_t t = before; t-- > sentence.tokens.begin;) {
    if (draft.CueAt(t, "part.memory") != nullptr) return true;
    const bool acts =
        draft.CueAt(t, "speak.verb") != nullptr || draft.CueAt(t, "chair.verb") != nullptr;
    if (acts) return false;
  }
  return false;
}

/// Before words like *các đồng chí* that end at `token`.
std::uint32_t BeforeJoins(const Draft& draft, const SentenceSheet& sentence, std::uint32_t token) {
  constexpr std::uint32_t kLongestJoin = 4;
  const std::uint32_t first = std::max(sentence.tokens.begin + kLongestJoin, token) - kLongestJoin;
  for (std::uint32_t t = first; t < token; ++t) {
    const Match* join = draft.CueAt(t, "part.join");
    const bool address = join != nullptr && join->tokens.end == token &&
                         !scan::IsAny(draft.text, t, {"và", "với", "cùng"});
    if (address) return t;
  }
  return token;
}

}  // namespace

bool BindsNext(const Draft& draft, const Cue& verb) {
  return verb.kind == "chair.by" || verb.kind == "speak.noun" ||
         scan::Is(draft.text, verb.tokens.end - 1, "của") ||
         (verb.kind == "attend.verb" && scan::Is(draft.text, verb.tokens.end - 1, "với"));
}

bool OpensClause(const Draft& draft, const SentenceSheet& sentence, std::uint32_t token) {
  return token == sentence.tokens.begin ||
         scan::IsAny(draft.text, token - 1, {",", ":", ";", "\"", "-", ".", "…"}) ||
         draft.text.tokens[token - 1].kind == TokenKind::kLineBreak;
}

bool Follows(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
             const Group& subject, const Cue& verb, bool object) {
  if (verb.tokens.begin < subject.tokens.end) return true;
  TokenRange gap{subject.tokens.end, verb.tokens.begin};
  if (gap.size() > kLongestApposition) return false;
  gap.begin = AfterBracket(draft, gap.begin, gap.end);
  if (CueIn(draft, gap, "part.future")) return false;
  if (BeforeAdverbs(draft, gap.end, gap.begin) == gap.begin) return true;
  for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
    if (scan::IsAny(draft.text, t, {";", ":", "."})) return false;
  }
  if (OtherSubject(draft, sheet, gap)) return false;
  const bool apposed = scan::IsAny(draft.text, gap.begin, {",", "-", "(", "cùng", "và", "với"});
  const bool loose = !object && BeforeAdverbs(draft, gap.end, gap.begin) - gap.begin <= kLooseWords;
  return (apposed || loose) && !sentence.tokens.empty();
}

bool Coordinates(const Draft& draft, const SentenceSheet& sentence, TokenRange gap) {
  if (CueIn(draft, gap, "part.future")) return false;
  if (gap.empty()) return true;
  const std::uint32_t before = BeforeAdverbs(draft, gap.end, gap.begin);
  const auto joins = [&](std::uint32_t t) { return scan::IsAny(draft.text, t, {",", "và"}); };
  if (before > sentence.tokens.begin && joins(before - 1)) return true;
  for (std::uint32_t t = before; t < gap.end; ++t) {
    if (joins(t) || scan::Is(draft.text, t, "đồng")) return true;
  }
  return false;
}

bool ListsSpeakers(const Draft& draft, const Cue& verb) {
  return scan::IsAny(draft.text, verb.tokens.begin,
                     {"phát", "tham", "thảo", "trao", "trình", "báo", "đóng", "góp"});
}

bool MarksNext(const Draft& draft, const SentenceSheet& sentence, const Group& group) {
  const std::uint32_t begin = BeforeJoins(draft, sentence, group.tokens.begin);
  return begin > sentence.tokens.begin &&
         scan::IsAny(draft.text, begin - 1, {"có", "gồm", "là", ":"});
}

bool HasListMark(const Draft& draft, const Sheet& sheet, std::uint32_t begin, std::uint32_t end) {
  if (end - begin > kLongestListHead) return false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (scan::Is(draft.text, t, ":")) return true;
    if (sheet.cover[t] == kFree && scan::IsAny(draft.text, t, {"có", "gồm", "là"})) return true;
  }
  return false;
}

bool OnlyMeetingWords(const Draft& draft, TokenRange gap) {
  for (std::uint32_t t = gap.begin; t < gap.end;) {
    const Match* noun = draft.CueAt(t, "gathering.noun");
    const Match* list = noun != nullptr ? noun : draft.CueAt(t, "part.join");
    if (list == nullptr) return false;
    t = list->tokens.end;
  }
  return true;
}

bool FrontsClause(const Draft& draft, const SentenceSheet& sentence, const Cue& verb,
                  const Group& group) {
  if (group.tokens.begin == sentence.tokens.begin) return false;
  if (!scan::Is(draft.text, group.tokens.begin - 1, ",")) return false;
  return verb.tokens.begin - sentence.tokens.begin <= kFrontStart ||
         OpensClause(draft, sentence, verb.tokens.begin);
}

bool BindsAcross(const Draft& draft, const Sheet& sheet, TokenRange gap) {
  if (gap.size() > 12) return false;
  for (std::uint32_t t = gap.begin; t < gap.end;) {
    const Match* join = draft.CueAt(t, "part.join");
    const bool named =
        (sheet.cover[t] & kBody) != 0 || scan::IsAny(draft.text, t, {":", "lãnh", "đạo"});
    if (join == nullptr && !named) return false;
    t = join != nullptr ? join->tokens.end : t + 1;
  }
  return true;
}

bool IsSpokenOf(const Draft& draft, const SentenceSheet& sentence, const Group& group) {
  const std::uint32_t begin = BeforeJoins(draft, sentence, group.tokens.begin);
  if (IsRemembered(draft, sentence, begin)) return true;
  if (CueEndsAt(draft, sentence.tokens, begin, "part.decided")) return true;
  return std::ranges::any_of(sentence.verbs, [&](const Cue& verb) {
    if (verb.kind != "speak.verb" || verb.tokens.end != begin) return false;
    return sentence.groups.front().tokens.end <= verb.tokens.begin ||
           !OpensClause(draft, sentence, verb.tokens.begin);
  });
}

bool IsHanding(const Draft& draft, const Cue& verb) {
  return verb.kind == "attend.act" && scan::IsAny(draft.text, verb.tokens.begin, {"trao", "tặng"});
}

bool Receives(const Draft& draft, const SentenceSheet& sentence, const Cue& handing,
              const Group& group) {
  const std::uint32_t begin = BeforeJoins(draft, sentence, group.tokens.begin);
  if (begin > 0 && scan::IsAny(draft.text, begin - 1, {"cố"})) return false;
  if (begin < handing.tokens.end || begin - handing.tokens.end > kLongestGift) return false;
  if (begin == handing.tokens.end) return true;
  return scan::IsAny(draft.text, begin - 1, {"cho", "mừng", "tặng"}) ||
         CueEndsAt(draft, sentence.tokens, begin, "part.decided");
}

std::uint32_t OwnsSession(const Draft& draft, const SentenceSheet& sentence, const Group& group) {
  const std::uint32_t begin = BeforeJoins(draft, sentence, group.tokens.begin);
  if (begin == sentence.tokens.begin || !scan::Is(draft.text, begin - 1, "của")) return kNoSession;
  for (const Cue& noun : sentence.nouns) {
    const bool session =
        noun.value == "buổi làm việc" || noun.value == "kiểm tra" || noun.value == "khảo sát";
    if (!session || noun.tokens.end >= begin || begin - noun.tokens.end > 10) continue;
    return noun.tokens.begin;
  }
  return kNoSession;
}

bool IsBracketed(const Draft& draft, const Group& group) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t t = group.tokens.begin; t-- > 0 && group.tokens.begin - t <= kReach;) {
    if (scan::Is(draft.text, t, "(")) {
      return scan::IsAny(draft.text, t + 1, {"được", "do", "theo", "thừa"});
    }
  }
  return false;
}

bool QuoteFollows(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                  const Group& group) {
  const std::uint32_t colon = group.tokens.end;
  if (!scan::Is(draft.text, colon, ":")) return false;
  if (scan::Is(draft.text, colon + 1, "\"")) return true;
  // *Giám đốc Sở Y tế A: Phải đủ thuốc trước mùa mưa.*
  const bool opens = group.tokens.begin == sentence.tokens.begin;
  if (!opens || colon + kShortestSpeech >= sentence.tokens.end ||
      !draft.text.tokens[colon + 1].capital || sheet.cover[colon + 1] != kFree) {
    return false;
  }
  for (std::uint32_t t = colon + 1; t < colon + kShortestSpeech; ++t) {
    if (scan::IsAny(draft.text, t, {"phải", "cần", "là", "không", "sẽ", "đã", "rất", "tôi"})) {
      return true;
    }
  }
  return false;
}

}  // namespace chido::meeting
