#include <algorithm>

#include "linker/reading/date_form.h"
#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;
using scan::IsNumber;

constexpr std::uint32_t kTypeReach = 40;

/// Types that a bare number follows only as their own ("Nghị quyết 35"), not as a count.
bool IsNumberedType(std::string_view type) {
  return type == "Nghị quyết" || type == "Chỉ thị" || type == "Nghị định" || type == "Thông tư" ||
         type == "Thông tư liên tịch";
}

/// Types whose number and year look like a month ("kế hoạch 10/2020").
bool IsPlanType(std::string_view type) {
  return type == "Kế hoạch" || type == "Chương trình" || type == "Báo cáo" || type == "Đề án" ||
         type == "Thông báo" || type == "Phương án";
}

bool HasCue(const Draft& draft, std::uint32_t token, CueKind kind) {
  return draft.CueAt(token, kind) != nullptr;
}

/// Whether the text goes on after a bare number as it does after a document's number.
bool MayFollow(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  if (token >= text.tokens.size()) return true;
  const TokenKind kind = text.tokens[token].kind;
  if (kind == TokenKind::kLineBreak) return true;
  if (kind == TokenKind::kPunctuation) return !Is(text, token, "%");
  return HasCue(draft, token, "directive.follower");
}

/// Whether "của" and a body, a body, or "ngày" and a date stand at `token`: what follows a
/// document's number alone.
bool DocumentFollows(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  if (Is(text, token, "ngày")) return DateFormAt(draft, token + 1).has_value();
  if (Is(text, token, "của")) ++token;
  return IssuerAt(draft, token).has_value();
}

/// Whether a bare number after `head` is its number, not a count, a year or a term.
bool IsOwnNumber(const Draft& draft, const TypeHead& head, const DirectiveNumber& number,
                 bool marked) {
  const AnalysedText& text = draft.text;
  const std::uint32_t next = number.tokens.end;
  if (number.year != 0) return marked || !IsPlanType(head.type);
  const std::int32_t value = scan::Number(text, number.tokens.begin).value_or(0);
  const bool year_like = number.leading.size() == 4 && value >= 1945 && value <= 2050;
  if (HasCue(draft, next, "directive.count")) return false;
  if (DateFormAt(draft, number.tokens.begin)) return false;
  if (marked) return head.capital || number.leading.size() >= 2 || MayFollow(draft, next);
  if (DocumentFollows(draft, next)) return number.leading.size() >= 2;
  if (year_like || number.leading.size() > 4) return false;
  if (Is(text, next, "năm")) {
    const auto form = DateFormAt(draft, next + 1);
    if (!form || form->kind != DateForm::Kind::kYear) return false;
  }
  if (IsNumberedType(head.type)) {
    return head.capital || (number.leading.size() >= 2 && MayFollow(draft, next));
  }
  return head.capital && number.leading.size() >= 2 && MayFollow(draft, next);
}

/// Skips "số", "số:", "(số", "có số", "mang số", "No."; sets `marked`.
std::uint32_t SkipMark(const AnalysedText& text, std::uint32_t token, bool& marked) {
  std::uint32_t at = token;
  if (at < text.tokens.size() && text.tokens[at].kind == TokenKind::kLineBreak) ++at;
  if (Is(text, at, "(")) ++at;
  if (IsAny(text, at, {"có", "mang", "cá"})) at += Is(text, at, "cá") ? 2 : 1;
  if (!Is(text, at, "số")) return token;
  ++at;
  if (IsAny(text, at, {":", "."})) ++at;
  marked = true;
  return at;
}

FoundDirective Numbered(const TypeHead& head, DirectiveNumber number, const Draft& draft) {
  FoundDirective found;
  found.core = {head.tokens.begin, number.tokens.end};
  found.type = head.type;
  if (head.type == "Văn bản" && !number.type_code.empty()) {
    const std::string type = TypeOfCode(draft.lexicon, number.type_code, number.party);
    if (!type.empty()) found.type = type;
  }
  found.printed = number.printed;
  found.rule = number.coded() ? "directive.number" : "directive.short_number";
  found.confidence = number.coded() ? 1.0F : 0.8F;
  found.number = std::move(number);
  return found;
}

/// Gives bare numbers of a list the letters of the one that follows ("18, 19-NQ/TW").
void ShareLetters(std::vector<FoundDirective>& list) {
  for (std::size_t i = list.size(); i-- > 1;) {
    FoundDirective& bare = list[i - 1];
    const FoundDirective& coded = list[i];
    if (bare.number->coded() || bare.number->year != 0 || !coded.number->coded()) continue;
    const std::string leading = bare.number->leading;
    const TokenRange tokens = bare.number->tokens;
    bare.number = coded.number;
    bare.number->leading = leading;
    bare.number->tokens = tokens;
    bare.printed = leading + coded.printed.substr(coded.number->leading.size());
    bare.number->printed = bare.printed;
    bare.rule = "directive.list";
  }
}

/// The next number of a list after `token` (", 19-NQ/TW", "và số 20"), or none.
std::optional<DirectiveNumber> NextOfList(const Draft& draft, const TypeHead& head,
                                          std::uint32_t token, bool marked) {
  if (!IsAny(draft.text, token, {",", "và", "&", ";", "hoặc"})) return std::nullopt;
  bool again = false;
  const std::uint32_t at = SkipMark(draft.text, token + 1, again);
  if (!IsNumber(draft.text, at)) return std::nullopt;
  auto number = NumberAt(draft, at, marked);
  if (!number || number->coded()) return number;
  const bool own = number->leading.size() <= 3 && IsOwnNumber(draft, head, *number, true) &&
                   MayFollow(draft, number->tokens.end);
  if (!own || (!again && !head.plural && !marked && number->leading.size() < 2)) {
    return std::nullopt;
  }
  return number;
}

/// Documents with numbers after the type word.
std::vector<FoundDirective> NumberedAt(const Draft& draft, const TypeHead& head) {
  std::vector<FoundDirective> list;
  std::uint32_t at = head.tokens.end;
  if (Is(draft.text, at, "của")) {
    if (const auto issuer = IssuerAt(draft, at + 1)) {
      at = issuer->end;
      if (Is(draft.text, at, ",")) ++at;
    }
  }
  bool marked = false;
  const bool direct = at == head.tokens.end;
  at = SkipMark(draft.text, at, marked);
  if (!marked && !direct) return list;
  if (!IsNumber(draft.text, at)) return list;
  auto number = NumberAt(draft, at, true);
  if (!number) return list;
  if (!number->coded() && !IsOwnNumber(draft, head, *number, marked) &&
      !NextOfList(draft, head, number->tokens.end, marked)) {
    return list;
  }
  std::uint32_t end = number->tokens.end;
  list.push_back(Numbered(head, std::move(*number), draft));
  while (auto next = NextOfList(draft, head, end, marked)) {
    end = next->tokens.end;
    FoundDirective found = Numbered(head, std::move(*next), draft);
    found.core.begin = found.number->tokens.begin;
    found.listed = true;
    if (found.number->coded() && !found.number->type_code.empty()) {
      const bool same = list.front().number->type_code.empty() ||
                        list.front().number->type_code == found.number->type_code;
      if (!same)
        found.type = TypeOfCode(draft.lexicon, found.number->type_code, found.number->party);
    }
    list.push_back(std::move(found));
  }
  ShareLetters(list);
  return list;
}

/// Whether a sentence holds nothing but the number: an entry of a list of documents, not a
/// citation.
bool StandsAlone(const AnalysedText& text, TokenRange number) {
  const TokenRange sentence = scan::SentenceRange(text, number.begin);
  for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
    if (token >= number.begin && token < number.end) continue;
    if (text.tokens[token].kind == TokenKind::kWord && !Is(text, token, "số")) return false;
    if (text.tokens[token].kind == TokenKind::kNumber) return false;
  }
  return true;
}

/// The type word to the left of a number that does not follow it at once ("Nghị quyết về … số
/// 98/2023/QH15").
std::optional<TypeHead> HeadBefore(const Draft& draft, const DirectiveNumber& number,
                                   std::uint32_t least) {
  const TokenRange sentence = scan::SentenceRange(draft.text, number.tokens.begin);
  const std::uint32_t first = std::max(sentence.begin, least);
  for (std::uint32_t step = 1; step <= kTypeReach; ++step) {
    if (number.tokens.begin < first + step) break;
    const std::uint32_t token = number.tokens.begin - step;
    if (IsAny(draft.text, token, {";"})) break;
    const auto head = TypeHeadAt(draft, token);
    if (!head || !head->capital) continue;
    const std::string type = TypeOfCode(draft.lexicon, number.type_code, number.party);
    const bool law = number.type_code.empty() && number.issuer_code.find("QH") != std::string::npos;
    const bool letter = number.type_code.empty() && !number.unit_code.empty();
    const bool post = head->type == "Công văn" || head->type == "Văn bản";
    if (type == head->type || law || (letter && post)) return head;
    if (number.type_code.starts_with("Q") && head->type == "Quy định") return head;
  }
  return std::nullopt;
}

/// Whether documents of a type are cited as documents (a permit or an invitation is not).
bool IsCited(const Lexicon& lexicon, std::string_view type) {
  return std::ranges::any_of(lexicon.Lookup(type), [&](const Match& match) {
    return match.kind == EntryKind::kCue && lexicon.cues()[match.entry].kind == "directive.type";
  });
}

/// Whether `number` goes on a list that `before` is in, its date between them ("công văn số 463/…
/// ngày …; số 875/…").
bool GoesOnList(const Draft& draft, const DirectiveNumber& number, const FoundDirective* before) {
  constexpr std::uint32_t kReach = 24;
  if (before == nullptr || !before->number || number.tokens.begin < before->core.end) return false;
  const std::uint32_t token = number.tokens.begin;
  const bool led = token > 0 && IsAny(draft.text, token - 1, {"số", ",", ";", "và"});
  return led && token - before->core.end <= kReach &&
         draft.text.SentenceOf(before->core.begin) == draft.text.SentenceOf(token) &&
         (number.type_code == before->number->type_code || number.type_code.empty());
}

/// A number with letters that no type word precedes at once.
std::optional<FoundDirective> LoneNumberAt(const Draft& draft, std::uint32_t token,
                                           const FoundDirective* before) {
  auto number = NumberAt(draft, token, false);
  if (!number || !number->coded() || number->issuer_code.empty()) return std::nullopt;
  if (StandsAlone(draft.text, number->tokens)) return std::nullopt;
  TypeHead own{.tokens = number->tokens};
  std::string type;
  bool apart = false;
  if (GoesOnList(draft, *number, before)) {
    type = before->type;
  } else {
    const auto head = HeadBefore(draft, *number, before == nullptr ? 0 : before->core.end);
    if (!head && number->type_code.empty()) return std::nullopt;
    type = head ? std::string(head->type)
                : TypeOfCode(draft.lexicon, number->type_code, number->party);
    if (!IsCited(draft.lexicon, type)) return std::nullopt;
    apart = head.has_value();
    if (head) own.tokens = head->tokens;
  }
  own.type = type;
  const std::uint32_t first = number->tokens.begin;
  FoundDirective found = Numbered(own, std::move(*number), draft);
  found.rule = "directive.code";
  if (apart && Is(draft.text, own.tokens.end, "về")) {
    found.title = scan::Plain(draft.text, {own.tokens.end + 1, first});
  }
  return found;
}

/// "dự thảo Nghị quyết …": a paper on the way, known by its subject only.
bool IsDraft(const Draft& draft, std::uint32_t token) {
  return token > 1 && scan::After(draft.text, token - 2, "dự thảo") == token;
}

/// "của Hội đồng quản trị", "của Liên hợp quốc": not of this country's Party or State.
bool IsForeign(const Draft& draft, const FoundDirective& found) {
  std::uint32_t at = found.core.end;
  if (Is(draft.text, at, ",")) ++at;
  if (Is(draft.text, at, "ngày")) {
    if (const auto date = DateFormAt(draft, at + 1)) at = date->tokens.end;
  }
  const bool of = Is(draft.text, at, "của");
  return of && draft.CueAt(at + 1, "directive.foreign") != nullptr;
}

/// "kỷ luật", "pháp luật", "quy luật": the second syllable is no type word.
bool EndsOtherWord(const Draft& draft, std::uint32_t token, std::string_view type) {
  if (token == 0) return false;
  if (type == "Luật") {
    return IsAny(draft.text, token - 1, {"kỷ", "pháp", "quy", "định", "trọng", "đại", "hội"});
  }
  if (type == "Lệnh") return IsAny(draft.text, token - 1, {"mệnh", "ra", "tư", "hiệu", "chỉ"});
  return false;
}

}  // namespace

std::optional<TypeHead> TypeHeadAt(const Draft& draft, std::uint32_t token) {
  const Match* cue = draft.CueAt(token, "directive.type");
  if (cue == nullptr) return std::nullopt;
  TypeHead head{.tokens = cue->tokens,
                .type = draft.lexicon.cues()[cue->entry].value,
                .capital = draft.text.tokens[token].capital};
  if (EndsOtherWord(draft, token, head.type)) return std::nullopt;
  head.plural =
      token > 0 && IsAny(draft.text, token - 1, {"các", "những", "nhiều", "hai", "ba", "bốn"});
  return head;
}

std::vector<FoundDirective> FindDirectives(const Draft& draft) {
  std::vector<FoundDirective> all;
  const auto count = static_cast<std::uint32_t>(draft.text.tokens.size());
  std::uint32_t token = 0;
  while (token < count) {
    std::vector<FoundDirective> found;
    if (const auto head = TypeHeadAt(draft, token)) {
      found = NumberedAt(draft, *head);
      if (found.empty() && !IsDraft(draft, token)) found = NamedDirectivesAt(draft, *head);
    } else if (IsNumber(draft.text, token)) {
      auto lone = LoneNumberAt(draft, token, all.empty() ? nullptr : &all.back());
      if (lone) found.push_back(std::move(*lone));
    }
    std::uint32_t next = token + 1;
    for (FoundDirective& one : found) {
      next = std::max(next, one.core.end);
      one.end = one.title_end = one.core.end;
      if (!IsForeign(draft, one)) all.push_back(std::move(one));
    }
    token = next;
  }
  return all;
}

}  // namespace chido
