#include "linker/reading/meeting_subject.h"

#include <algorithm>

#include "linker/reading/meeting_clause.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kFrontStart = 8;       // tokens before a verb that opens its sentence
constexpr std::uint32_t kLongestBracket = 30;  // tokens between a subject and its verb

/// Where the words end that name the subject of a verb at `verb`: before adverbs, before *đã tới*
/// and before a bracket, as in *đồng chí A (được B ủy quyền) tổ chức …*.
std::uint32_t SubjectEnd(const Draft& draft, const SentenceSheet& sentence, std::uint32_t verb) {
  const std::uint32_t begin = sentence.tokens.begin;
  std::uint32_t end = BeforeAdverbs(draft, verb, begin);
  if (end > begin && IsMotion(draft, end - 1)) end = BeforeAdverbs(draft, end - 1, begin);
  if (end == begin || !scan::Is(draft.text, end - 1, ")")) return end;
  for (std::uint32_t t = end - 1; t-- > begin && end - t <= kLongestBracket;) {
    if (scan::Is(draft.text, t, "(")) return BeforeAdverbs(draft, t, begin);
  }
  return end;
}

/// *Bộ trưởng Bộ Quốc phòng Việt Nam*: the tail of a post.
bool OnlyNames(const Draft& draft, TokenRange gap) {
  if (gap.size() > 3) return false;
  for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
    if (!draft.text.tokens[t].capital) return false;
  }
  return true;
}

/// *Bí thư A và ông B, Phó Chủ tịch …, cùng lãnh đạo Sở Y tế đã đi kiểm tra*: other words stand
/// between the last person and the verb, but no other verb and no other subject.
bool ActsBeyondApposition(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                          TokenRange verb, std::uint32_t end) {
  const auto after = std::ranges::find_if(
      sentence.groups, [&](const Group& group) { return group.tokens.end > end; });
  if (after == sentence.groups.begin()) return false;
  const bool marked =
      end < verb.begin || scan::IsAny(draft.text, verb.begin, {"đã", "đến", "tới", "đi", "có"});
  if (!marked) return false;
  const Group& last = *std::prev(after);
  const bool apposed = scan::IsAny(draft.text, last.tokens.end, {",", "(", "-", "cùng", "và"});
  if (!apposed && !OnlyNames(draft, {last.tokens.end, end})) return false;
  if (CueEndsAt(draft, sentence.tokens, last.tokens.begin, "part.object")) return false;
  const bool other = std::ranges::any_of(sentence.verbs, [&](const Cue& cue) {
    return cue.tokens.begin >= last.tokens.end && cue.tokens.end <= end;
  });
  return !other && Follows(draft, sheet, sentence, last, {verb, "gathering.verb", ""});
}

}  // namespace

Subject SubjectOf(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                  TokenRange verb) {
  const std::uint32_t end = SubjectEnd(draft, sentence, verb.begin);
  if (ActsBeyondApposition(draft, sheet, sentence, verb, end)) return Subject::kPerson;
  const bool opens = verb.begin - sentence.tokens.begin <= kFrontStart;
  for (const Group& group : sentence.groups) {
    if (group.tokens.end == end) return Subject::kPerson;
    // *Sáng 3/4, làm việc với …, đồng chí A …*
    const bool after =
        group.tokens.begin > verb.end && opens && scan::Is(draft.text, group.tokens.begin - 1, ",");
    if (after) return Subject::kPerson;
  }
  for (std::uint32_t t = sentence.tokens.begin; t < verb.begin; ++t) {
    if (draft.CueAt(t, "delegation") != nullptr) return Subject::kDelegation;
  }
  if (end > sentence.tokens.begin && (sheet.cover[end - 1] & kBody) != 0) return Subject::kBody;
  return Subject::kNone;
}

std::uint32_t BeforeTerm(const Draft& draft, std::uint32_t end, TokenRange sentence) {
  constexpr std::uint32_t kLongestTerm = 8;
  end = BeforeAdverbs(draft, end, sentence.begin);
  for (std::uint32_t t = end; t-- > sentence.begin && end - t <= kLongestTerm;) {
    if (scan::IsAny(draft.text, t, {"nhiệm", "khóa"})) {
      end = BeforeAdverbs(draft, t, sentence.begin);
      t = end;
      continue;
    }
    const bool of_term = scan::IsNumber(draft.text, t) || scan::Roman(draft.text, t) ||
                         scan::IsAny(draft.text, t, {"-", "kỳ", ",", "(", ")"});
    if (!of_term) break;
  }
  return end;
}

bool IsMotion(const Draft& draft, std::uint32_t token) {
  return scan::IsAny(draft.text, token, {"đến", "tới", "đi", "về", "lên", "xuống", "sang", "vào"});
}

}  // namespace chido::meeting
