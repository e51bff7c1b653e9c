#include <algorithm>

#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

/// Reads the clause that leads to one document: who issued it, and on which day.
class IssuingClause {
 public:
  IssuingClause(const Draft& draft, FoundDirective& found, TokenRange before)
      : draft_(draft), text_(draft.text), found_(found), begin_(before.begin), end_(before.end) {}

  void Run() {
    // Who signs or orders is not the issuer where the number names it.
    const bool open = !found_.issuer_stated && !NumberNamesIssuer(draft_, found_);
    if (end_ > begin_ && IsAny(text_, end_ - 1, {"các", "bản"})) --end_;
    if (open) TakeOwner();
    const std::uint32_t verb = VerbBegin();
    if (verb == end_) return;
    subject_ = verb;
    if (open && !found_.issuer_stated) TakeSubject(verb);
    if (found_.date.empty() && dated_) TakeDate();
  }

 private:
  void SetIssuer(std::string_view name, ItemIndex body) {
    found_.issuer = name;
    found_.issuer_body = body;
    found_.issuer_stated = true;
  }

  /// "ý kiến của Sở Xây dựng tại Công văn số …".
  void TakeOwner() {
    if (end_ <= begin_ || !IsAny(text_, end_ - 1, {"tại", "trong"})) return;
    const std::uint32_t end = end_ - 1;
    for (std::uint32_t step = 1; step <= kLongestName && end > begin_ + step; ++step) {
      if (!Is(text_, end - step - 1, "của")) continue;
      const auto issuer = IssuerAt(draft_, end - step);
      if (issuer && issuer->end == end && issuer->body != kNoItem) {
        SetIssuer(issuer->name, issuer->body);
      }
      return;
    }
  }

  /// The first of the verbs of issuing and adverbs that end right before the document; the end of
  /// the clause if none is a verb.
  std::uint32_t VerbBegin() {
    bool issuing = false;
    std::uint32_t at = end_;
    while (at > begin_) {
      const Match* verb = VerbEndingAt(at);
      if (verb == nullptr) break;
      const CueRow& cue = draft_.lexicon.cues()[verb->entry];
      issuing = issuing || cue.kind == "directive.issue";
      dated_ = dated_ || cue.value == "dated";
      at = verb->tokens.begin;
    }
    return issuing ? at : end_;
  }

  /// A verb of issuing or an adverb beside one that ends at `token`.
  const Match* VerbEndingAt(std::uint32_t token) const {
    constexpr std::uint32_t kLongestVerb = 4;
    for (std::uint32_t step = kLongestVerb; step >= 1; --step) {
      if (token < begin_ + step) continue;
      for (const CueKind kind : {CueKind("directive.issue"), CueKind("directive.adverb")}) {
        const Match* cue = draft_.CueAt(token - step, kind);
        if (cue == nullptr) continue;
        // "có văn bản số 5": the noun of the verb's phrase is the document.
        if (cue->tokens.end == token || (token == end_ && cue->tokens.end > token)) return cue;
      }
    }
    return nullptr;
  }

  /// The body or office that ends where the verb begins, else the body of the person who does.
  void TakeSubject(std::uint32_t verb) {
    const std::uint32_t end = verb > begin_ && Is(text_, verb - 1, ",") ? verb - 1 : verb;
    for (std::uint32_t step = 1; step <= kLongestName && end >= begin_ + step; ++step) {
      const auto issuer = IssuerAt(draft_, end - step);
      if (!issuer || issuer->end != end) continue;
      subject_ = end - step;
      // A committee's paper is signed by its head; the number names the committee.
      const bool office = issuer->body == kNoItem;
      if (office && found_.number && !found_.number->issuer_code.empty()) {
        TakeCommittee(issuer->organ);
      } else if (end == verb) {
        SetIssuer(issuer->name, issuer->body);
      }
    }
    if (!found_.issuer_stated) TakeSigner(end);
  }

  /// "ông A, Chủ tịch UBND tỉnh X, ký ban hành Quyết định số 5/QĐ-UBND".
  void TakeSigner(std::uint32_t end) {
    auto person = std::ranges::lower_bound(
        draft_.persons, end, {}, [](const PersonMention& one) { return one.whole.begin; });
    if (person == draft_.persons.begin()) return;
    --person;
    if (person->whole.end != end || person->whole.begin < begin_) return;
    subject_ = person->whole.begin;
    for (const RoleMention& role : person->roles) TakeCommittee(role.body);
  }

  /// The committee or council that a head stands for, if the number has its letters.
  void TakeCommittee(ItemIndex body) {
    if (body == kNoItem || !found_.number) return;
    const std::string_view code = found_.number->issuer_code;
    const std::string_view name = draft_.bodies[body].name;
    const bool own = (code.starts_with("UBND") && name.starts_with("Ủy ban nhân dân")) ||
                     (code.starts_with("HĐND") && name.starts_with("Hội đồng nhân dân"));
    if (own) SetIssuer(name, body);
  }

  /// "Ngày 3/5/2021, (tại …,) Ủy ban nhân dân tỉnh ban hành …": the day at the head of the clause.
  void TakeDate() {
    if (subject_ > begin_ && Is(text_, subject_ - 1, "khi")) return;
    auto date = std::ranges::lower_bound(draft_.dates, subject_ + 1, {},
                                         [](const DateMention& one) { return one.tokens.end; });
    if (date == draft_.dates.begin()) return;
    --date;
    const TokenRange day = date->tokens;
    if (day.begin < begin_ || !date->has_day || date->date.empty() || date->date.interval) return;
    std::uint32_t head = day.begin;
    while (head > begin_ && IsAny(text_, head - 1, {"ngày", "sáng", "chiều", "tối"})) --head;
    const bool first = head == scan::SentenceRange(text_, head).begin;
    const bool clause = first || IsAny(text_, head - 1, {",", ";", ":", "\""});
    const bool direct = day.end + (Is(text_, day.end, ",") ? 1 : 0) == subject_;
    if ((direct && clause) || (first && IsOneClause({day.end, subject_}))) found_.date = date->date;
  }

  /// Whether nobody says or does something else between the day and the subject.
  bool IsOneClause(TokenRange words) const {
    for (std::uint32_t token = words.begin; token < words.end; ++token) {
      const bool stop = Is(text_, token, ".") && !scan::Joined(text_, token + 1);
      if (stop || IsAny(text_, token, {";", ":"})) return false;
      const Match* speaks = draft_.CueAt(token, "speak");
      if (speaks != nullptr && IsAny(text_, speaks->tokens.end, {",", "rằng"})) return false;
    }
    return true;
  }

  static constexpr std::uint32_t kLongestName = 14;
  const Draft& draft_;
  const AnalysedText& text_;
  FoundDirective& found_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::uint32_t subject_ = 0;  ///< begin of who issues
  bool dated_ = false;         ///< the verb names the act whose day is the document's
};

}  // namespace

void ReadIssuingClause(const Draft& draft, FoundDirective& found, TokenRange before) {
  IssuingClause(draft, found, before).Run();
}

}  // namespace chido
