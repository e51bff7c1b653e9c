#include <algorithm>

#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

constexpr std::uint32_t kMostTitle = 60;

/// Reads what stands around one citation. `next` is where the next citation begins.
class Details {
 public:
  Details(const Draft& draft, FoundDirective& found, std::uint32_t least, std::uint32_t next)
      : draft_(draft), text_(draft.text), found_(found), least_(least) {
    const TokenRange sentence = scan::SentenceRange(text_, found.core.begin);
    begin_ = sentence.begin;
    end_ = std::min(sentence.end, next);
  }

  void Run() {
    TakeIssuerInside();
    std::uint32_t at = found_.core.end;
    while (true) {
      const std::uint32_t before = at;
      at = TakeDate(at);
      at = TakeIssuer(at);
      at = SkipTerm(at);
      at = SkipNote(at);
      if (at == before) break;
    }
    found_.end = at;
    found_.title_end = at;
    TakeTitle(at);
    TakePassive(found_.title_end);
    ReadIssuingClause(draft_, found_, {std::max(begin_, least_), found_.core.begin});
  }

 private:
  const DateMention* DateAt(std::uint32_t token) const {
    const auto at = std::ranges::lower_bound(
        draft_.dates, token, {}, [](const DateMention& date) { return date.tokens.begin; });
    return at != draft_.dates.end() && at->tokens.begin == token ? &*at : nullptr;
  }

  /// "của Bộ Chính trị số 35-NQ/TW": between type word and number.
  void TakeIssuerInside() {
    for (std::uint32_t token = found_.core.begin; token + 1 < found_.core.end; ++token) {
      if (!Is(text_, token, "của")) continue;
      const auto issuer = IssuerAt(draft_, token + 1);
      if (issuer && issuer->end < found_.core.end && found_.issuer.empty()) SetIssuer(*issuer);
      return;
    }
  }

  void SetIssuer(const IssuerName& issuer) {
    found_.issuer = issuer.name;
    found_.issuer_body = issuer.body;
    found_.issuer_stated = true;
  }

  /// ", ngày 31/3/2021", "(ban hành ngày …)", "năm 2019".
  std::uint32_t TakeDate(std::uint32_t token) {
    if (!found_.date.empty()) return token;
    std::uint32_t at = token;
    if (IsAny(text_, at, {",", "("})) ++at;
    while (IsAny(text_, at, {"được", "đã", "ký", "ban", "hành", "kí"})) ++at;
    if (Is(text_, at, "ngày")) ++at;
    if (at >= end_) return token;
    const DateMention* date = DateAt(at);
    if (date == nullptr || date->date.interval || date->date.empty()) return token;
    const bool year = !date->has_day && date->as_written.month == 0;
    if (year && (at != token || (found_.number && found_.number->year != 0))) return token;
    if (!date->has_day && !year) return token;
    found_.date = date->date;
    return CloseBracket(token, date->tokens.end);
  }

  /// "được Quốc hội thông qua ngày …", "do Chính phủ ban hành ngày …".
  std::uint32_t TakePassive(std::uint32_t token) {
    std::uint32_t at = token;
    while (IsAny(text_, at, {"đã", "vừa", "mới", "do", "được"})) ++at;
    if (at == token || at >= end_ || found_.issuer_stated) return token;
    const auto issuer = IssuerAt(draft_, at);
    if (!issuer || issuer->end >= end_) return token;
    const Match* verb = draft_.CueAt(issuer->end, "directive.issue");
    if (verb == nullptr) return token;
    SetIssuer(*issuer);
    return TakeDate(verb->tokens.end);
  }

  /// "của Bộ Chính trị", "do Quốc hội ban hành", "Bộ Chính trị" without a comma before it.
  std::uint32_t TakeIssuer(std::uint32_t token) {
    if (found_.issuer_stated) return token;
    std::uint32_t at = token;
    if (Is(text_, at, ",") && IsAny(text_, at + 1, {"của", "hội"})) ++at;
    if (Is(text_, at, "(")) ++at;
    if (IsAny(text_, at, {"của", "do"})) ++at;
    if (at >= end_) return token;
    auto issuer = IssuerAt(draft_, at);
    if (!issuer && Is(text_, at - 1, "của")) issuer = CentralCommitteeAt(at);
    if (!issuer || issuer->end > end_) return token;
    // "Nghị quyết 35 Ban Chỉ đạo họp": without "của" the words may begin a new clause.
    const bool linked = at != token;
    const bool bare = issuer->end >= end_ || draft_.CueAt(issuer->end, "directive.title") ||
                      !scan::IsWord(text_, issuer->end) || Is(text_, issuer->end, "khóa");
    if (!linked && !bare) return token;
    SetIssuer(*issuer);
    std::uint32_t end = issuer->end;
    if (Is(text_, end, "ban") && Is(text_, end + 1, "hành")) end += 2;
    return CloseBracket(token, end);
  }

  /// "Nghị quyết 18 của Trung ương", but not "của Trung ương Đoàn".
  std::optional<IssuerName> CentralCommitteeAt(std::uint32_t token) const {
    const Match* central = draft_.CueAt(token, "directive.central");
    if (central == nullptr || found_.type != "Nghị quyết") return std::nullopt;
    const std::uint32_t end = central->tokens.end;
    if (scan::IsWord(text_, end) && text_.tokens[end].capital) return std::nullopt;
    return IssuerName{.end = end, .name = "Ban Chấp hành Trung ương Đảng"};
  }

  std::uint32_t CloseBracket(std::uint32_t token, std::uint32_t end) const {
    return Is(text_, token, "(") && Is(text_, end, ")") ? end + 1 : end;
  }

  /// "khóa XIII", "(khóa XIII)", "nhiệm kỳ 2020 - 2025".
  std::uint32_t SkipTerm(std::uint32_t token) const {
    std::uint32_t at = token;
    if (IsAny(text_, at, {",", "("})) ++at;
    if (Is(text_, at, "khóa") && (scan::Roman(text_, at + 1) || scan::IsNumber(text_, at + 1))) {
      return CloseBracket(token, at + 2);
    }
    if (Is(text_, at, "nhiệm") && IsAny(text_, at + 1, {"kỳ", "kì"})) {
      if (const DateMention* years = DateAt(at + 2)) return CloseBracket(token, years->tokens.end);
    }
    return token;
  }

  /// "(Mật)", "(gọi tắt là …)": a short bracket without a number.
  std::uint32_t SkipNote(std::uint32_t token) const {
    if (!Is(text_, token, "(")) return token;
    constexpr std::uint32_t kLongest = 8;
    for (std::uint32_t at = token + 1; at < std::min(end_, token + kLongest); ++at) {
      if (Is(text_, at, ")")) return at + 1;
      if (scan::IsNumber(text_, at)) return token;
    }
    return token;
  }

  /// "về …", "về việc …", "\"…\"": to the end of the clause.
  void TakeTitle(std::uint32_t token) {
    std::uint32_t at = token;
    if (Is(text_, at, ",") && IsAny(text_, at + 1, {"về", "v"})) ++at;
    const Match* cue = draft_.CueAt(at, "directive.title");
    if (cue != nullptr) at = cue->tokens.end;
    const bool quoted = Is(text_, at, "\"");
    if (cue == nullptr && !quoted) return;
    const std::uint32_t end = quoted ? QuoteEnd(at) : ClauseEnd(at);
    if (end <= at + 1) return;
    if (found_.title.empty()) {
      found_.title = scan::Plain(text_, quoted ? TokenRange{at + 1, end - 1} : TokenRange{at, end});
    }
    found_.title_end = end;
  }

  std::uint32_t QuoteEnd(std::uint32_t token) const {
    for (std::uint32_t at = token + 1; at < std::min(end_, token + kMostTitle); ++at) {
      if (Is(text_, at, "\"")) return at + 1;
    }
    return token;
  }

  std::uint32_t ClauseEnd(std::uint32_t token) const {
    const std::uint32_t most = std::min(end_, token + kMostTitle);
    std::uint32_t at = token;
    while (at < most && !IsAny(text_, at, {";", ":", ")"}) && !EndsTitle(at)) {
      const bool opens = text_.tokens[at].space_before && scan::Joined(text_, at + 1);
      const std::uint32_t behind = opens && Is(text_, at, "\"") ? QuoteEnd(at) : at;
      if (behind == at && Is(text_, at, "\"")) break;
      at = behind == at ? at + 1 : behind;
    }
    if (at == end_) {
      while (at > token && (IsAny(text_, at - 1, {",", "và", ".", "các", "(", "số"}) ||
                            text_.tokens[at - 1].kind == TokenKind::kLineBreak)) {
        --at;
      }
    }
    return at;
  }

  /// Whether the subject words end at `token`: a comma before a new clause, a word of purpose.
  bool EndsTitle(std::uint32_t token) const {
    if (text_.tokens[token].kind == TokenKind::kLineBreak) return true;
    if (Is(text_, token, ".") && !scan::Joined(text_, token + 1)) return true;
    if (Is(text_, token, ",")) {
      return token + 1 < end_ && (text_.tokens[token + 1].capital ||
                                  draft_.CueAt(token + 1, "directive.title_end") != nullptr);
    }
    if (draft_.CueAt(token, "directive.title_stop") != nullptr) return true;
    if (Is(text_, token, "và")) return TypeHeadAt(draft_, token + 1).has_value();
    return false;
  }

  const Draft& draft_;
  const AnalysedText& text_;
  FoundDirective& found_;
  std::uint32_t least_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

/// Documents of one list share the issuer and date that stand behind the last of them.
void ShareDetails(const Draft& draft, std::vector<FoundDirective>& found) {
  for (std::size_t i = found.size(); i-- > 1;) {
    const FoundDirective& last = found[i];
    FoundDirective& before = found[i - 1];
    if (!before.number || !last.number) continue;
    const bool adjacent = last.core.begin <= before.end + 2 && before.title_end == before.end;
    const bool same_letters = before.number->issuer_code == last.number->issuer_code &&
                              before.number->year == 0 && !Is(draft.text, before.end, ";");
    if (!adjacent || !(last.listed || same_letters)) continue;
    if (before.issuer.empty() && last.issuer_stated) {
      before.issuer = last.issuer;
      before.issuer_body = last.issuer_body;
      before.issuer_stated = true;
    }
    if (last.listed && before.date.empty()) before.date = last.date;
  }
}

/// "Quyết định số 06/QĐ-TTg … (Đề án 06)", "(gọi tắt là Nghị quyết 98)": the document in brackets
/// is the one before them. Its form goes to `alt`, and it is no citation of its own.
void TakeAliases(const Draft& draft, std::vector<FoundDirective>& found) {
  std::vector<FoundDirective> kept;
  for (FoundDirective& one : found) {
    const bool brief = one.number && !one.number->coded();
    if (brief && !kept.empty() && kept.back().number) {
      FoundDirective& before = kept.back();
      constexpr std::uint32_t kMostBetween = 6;
      bool bracket = false;
      for (std::uint32_t at = before.core.end; at < one.core.begin; ++at) {
        bracket = Is(draft.text, at, "(") || (bracket && !Is(draft.text, at, ")"));
      }
      const std::uint32_t from =
          std::max(before.core.end, one.core.begin - std::min(kMostBetween, one.core.begin));
      const bool close = before.end >= from || before.title_end >= from;
      if (bracket && close && SameLeading(before.number->leading, one.number->leading)) {
        if (one.type != before.type) before.alt.push_back(one.type + ' ' + one.printed);
        before.end = std::max(before.end, one.core.end + 1);
        before.title_end = std::max(before.title_end, before.end);
        continue;
      }
    }
    kept.push_back(std::move(one));
  }
  found = std::move(kept);
}

/// "do đồng chí … ký" behind, "… ký ban hành" before a document: the person who signed it.
ItemIndex SignerOf(const Draft& draft, const FoundDirective& found) {
  const TokenRange sentence = scan::SentenceRange(draft.text, found.core.begin);
  constexpr std::uint32_t kReach = 40;
  const std::uint32_t first = std::max(sentence.begin, std::max(found.core.begin, kReach) - kReach);
  auto at = std::ranges::lower_bound(
      draft.persons, first, {}, [](const PersonMention& person) { return person.whole.begin; });
  for (; at != draft.persons.end() && at->whole.begin <= found.end + 2; ++at) {
    const PersonMention& person = *at;
    if (person.official == kNoItem || !sentence.Contains(person.whole)) continue;
    const bool behind = person.whole.begin >= found.end && person.whole.begin <= found.end + 2 &&
                        Is(draft.text, person.whole.begin - 1, "do") &&
                        IsAny(draft.text, person.whole.end, {"ký", "kí"});
    std::uint32_t verb = person.whole.end;
    while (IsAny(draft.text, verb, {"đã", "vừa", "mới", "thay", "mặt"})) ++verb;
    const bool before = IsAny(draft.text, verb, {"ký", "kí"}) && verb < found.core.begin &&
                        found.core.begin <= verb + 4;
    if (behind || before) return person.official;
  }
  return kNoItem;
}

}  // namespace

void ReadDirectiveDetails(const Draft& draft, const Locality& locality,
                          std::vector<FoundDirective>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::uint32_t least = i == 0 ? 0 : found[i - 1].core.end;
    const auto count = static_cast<std::uint32_t>(draft.text.tokens.size());
    const std::uint32_t next = i + 1 < found.size() ? found[i + 1].core.begin : count;
    Details(draft, found[i], least, next).Run();
    found[i].signer = SignerOf(draft, found[i]);
  }
  TakeAliases(draft, found);
  ShareDetails(draft, found);
  for (FoundDirective& one : found) {
    if (one.issuer.empty()) one.issuer = IssuerOfNumber(draft, locality, one);
  }
}

}  // namespace chido
