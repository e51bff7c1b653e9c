#include <algorithm>

#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

constexpr std::uint32_t kVerbReach = 14;
constexpr std::uint32_t kSeriesReach = 30;
constexpr std::uint32_t kReviewReach = 16;

/// A governing verb: its tokens and what it does with a document.
struct Verb {
  TokenRange tokens;
  std::string_view function;
  bool near = false;  ///< a short word that governs only what follows it at once
};

/// Finds the function of citations by the words around them.
class FunctionReader {
 public:
  FunctionReader(const Draft& draft, std::vector<FoundDirective>& found)
      : draft_(draft), text_(draft.text), found_(found) {}

  /// Sets function and subordination of one citation; those before it are done.
  void Read(std::size_t index) const {
    FoundDirective& one = found_[index];
    const std::uint32_t begin = scan::SentenceRange(text_, one.core.begin).begin;
    const bool same = index > 0 && found_[index - 1].core.begin >= begin;
    if (one.listed && same) {
      Inherit(one, found_[index - 1]);
      return;
    }
    const std::uint32_t head = SkipWords(one.core.begin, begin, "directive.lead");
    if (same && IsJoint(head, index)) {
      Inherit(one, found_[LeaderOfJoint(head, index, begin)]);
      return;
    }
    const std::uint32_t least = same ? Bound(found_[index - 1], head) : begin;
    one.function = OwnFunction(index, head, least, begin);
    one.subordinate = same && one.function != "mentions" && GovernedHere(head, least, index);
  }

 private:
  static constexpr CueKind kFamily = "citation";
  static constexpr std::uint32_t kNoLimit = ~std::uint32_t{0};

  static void Inherit(FoundDirective& one, const FoundDirective& from) {
    one.function = from.function;
    one.subordinate = from.subordinate;
  }

  /// The citation whose place an item of a list shares. After a semicolon the list goes on where
  /// the last main item stood, not with what that item amends or carries out.
  std::size_t LeaderOfJoint(std::uint32_t head, std::size_t index, std::uint32_t begin) const {
    if (!Is(text_, head - 1, ";")) return index - (JoinsOuter(index, begin) ? 2 : 1);
    constexpr std::size_t kMostBack = 12;
    for (std::size_t back = 1; back <= std::min(index, kMostBack); ++back) {
      const FoundDirective& before = found_[index - back];
      if (before.core.begin < begin) break;
      if (!before.subordinate) return index - back;
    }
    return index - 1;
  }

  /// "Quyết định A về việc phê duyệt Đề án B và Quyết định C": C goes on after A, which holds B.
  bool JoinsOuter(std::size_t index, std::uint32_t begin) const {
    if (index < 2 || found_[index - 2].core.begin < begin) return false;
    const FoundDirective& outer = found_[index - 2];
    const FoundDirective& inner = found_[index - 1];
    const bool within = outer.title_end > outer.end && inner.core.begin <= outer.title_end + 1;
    return within && inner.type != outer.type && found_[index].type == outer.type;
  }

  std::string OwnFunction(std::size_t index, std::uint32_t head, std::uint32_t least,
                          std::uint32_t begin) const {
    if (const auto verb = NearestVerb(head, least, begin)) {
      if (IntoMeetings(*verb, found_[index])) return "disseminates";
      const bool colon = ColonHead(head, begin) != head;
      if (colon && IsRuledInList(*verb)) return "mentions";
      return std::string(FirstOfSeries(*verb, colon ? begin : least).function);
    }
    if (RuledIn(head, least)) return "implements";
    if (const auto passive = PassiveAfter(found_[index])) return std::string(*passive);
    if (IsCarriedOut(found_[index])) return "implements";
    if (const auto leading = LeadingVerb(head, begin)) return std::string(leading->function);
    return "mentions";
  }

  /// "đã được quy định tại nhiều văn bản: Luật A, Luật B": told of, not followed.
  bool IsRuledInList(const Verb& verb) const {
    const std::uint32_t first = verb.tokens.begin;
    return Is(text_, first, "được") || (Is(text_, first, "quy") && first > 0 &&
                                        IsAny(text_, first - 1, {"được", "đã", "cũng"}));
  }

  /// "theo quy định của Ngân hàng Nhà nước tại Thông tư số …": a rule that stands in the document.
  bool RuledIn(std::uint32_t head, std::uint32_t least) const {
    if (head <= least || !IsAny(text_, head - 1, {"tại", "trong"})) return false;
    constexpr std::uint32_t kReach = 12;
    for (std::uint32_t step = 2; step <= kReach && head >= least + step; ++step) {
      if (draft_.CueAt(head - step, "citation.rule") != nullptr) return true;
    }
    return false;
  }

  /// Whether the verb stands behind the citation before, as in "A thay thế B".
  bool GovernedHere(std::uint32_t head, std::uint32_t least, std::size_t index) const {
    const auto verb = NearestVerb(head, least, least);
    if (!verb) return false;
    for (std::uint32_t token = found_[index - 1].end; token < verb->tokens.begin; ++token) {
      if (Is(text_, token, ";")) return false;
    }
    return true;
  }

  /// "đưa nội dung Quy định … vào sinh hoạt chi bộ": brought to people, not carried out.
  bool IntoMeetings(const Verb& verb, const FoundDirective& one) const {
    if (!Is(text_, verb.tokens.begin, "đưa")) return false;
    constexpr std::uint32_t kReach = 3;
    for (std::uint32_t token = one.end; token < one.end + kReach; ++token) {
      if (Is(text_, token, "vào")) return draft_.CueAt(token + 1, "citation.into") != nullptr;
    }
    return false;
  }

  /// Verbs of the subject words before belong to them, unless the next citation stands inside.
  static std::uint32_t Bound(const FoundDirective& before, std::uint32_t head) {
    return before.title_end < head ? before.title_end : before.end;
  }

  /// The verb whose last token is at `token` or that starts there; a longer phrase from before
  /// that holds it wins ("đề nghị sửa đổi" over "sửa đổi").
  std::optional<Verb> VerbAt(std::uint32_t token, std::uint32_t limit = kNoLimit) const {
    const Match* cue = Governing(token, limit);
    if (cue == nullptr) return std::nullopt;
    constexpr std::uint32_t kMostBefore = 3;
    for (std::uint32_t step = 1; step <= std::min(token, kMostBefore); ++step) {
      const Match* longer = Governing(token - step, limit);
      if (longer != nullptr && longer->tokens.end >= cue->tokens.end) cue = longer;
    }
    // "thông qua 18 nghị quyết, trong đó có Nghị quyết A": the verb before governs.
    if (Is(text_, cue->tokens.begin, "có") && cue->tokens.begin > 0 &&
        Is(text_, cue->tokens.begin - 1, "đó")) {
      return std::nullopt;
    }
    const std::string_view kind = draft_.lexicon.cues()[cue->entry].kind;
    if (Is(text_, cue->tokens.begin, "theo") && cue->tokens.begin > 0 &&
        IsAny(text_, cue->tokens.begin - 1,
              {"làm", "tiếp", "kèm", "noi", "đi", "mang", "dẫn", "học"})) {
      return std::nullopt;
    }
    const TokenRange tokens{cue->tokens.begin, std::min(cue->tokens.end, limit)};
    return Verb{tokens, kind.substr(kFamily.name.size() + 1),
                draft_.lexicon.cues()[cue->entry].value == "near"};
  }

  /// The longest verb at `token` that ends at `limit` or before.
  const Match* Governing(std::uint32_t token, std::uint32_t limit) const {
    const Match* best = nullptr;
    for (const Match& match : draft_.MatchesAt(token)) {
      if (match.kind != EntryKind::kCue) continue;
      const std::string_view kind = draft_.lexicon.cues()[match.entry].kind;
      if (!kind.starts_with("citation.")) continue;
      // "ký quyết định số 5": the noun of the verb's phrase is the document.
      if (match.tokens.end > limit && kind != "citation.announces") continue;
      if (kind == "citation.manner" || kind == "citation.between" || kind == "citation.into" ||
          kind == "citation.rule") {
        continue;
      }
      if (best == nullptr || match.tokens.end > best->tokens.end) best = &match;
    }
    return best;
  }

  std::uint32_t SkipWords(std::uint32_t token, std::uint32_t least, CueKind kind) const {
    while (token > least) {
      const Match* word = CueEndingAt(token, least, kind);
      const bool joint = kind.name != "directive.lead" && Is(text_, token - 1, ",");
      const bool mark = kind.name == "directive.joint" && IsAny(text_, token - 1, {";", "/", "&"});
      if (word == nullptr && !joint && !mark) return token;
      token = word == nullptr ? token - 1 : word->tokens.begin;
    }
    return token;
  }

  const Match* CueEndingAt(std::uint32_t token, std::uint32_t least, CueKind kind) const {
    constexpr std::uint32_t kLongest = 4;
    for (std::uint32_t step = kLongest; step >= 1; --step) {
      if (token < least + step) continue;
      const Match* cue = draft_.CueAt(token - step, kind);
      if (cue != nullptr && cue->tokens.end == token) return cue;
    }
    return nullptr;
  }

  /// Whether only a joint ("và", ",", "gắn với") parts a citation from the one before it.
  bool IsJoint(std::uint32_t head, std::size_t index) const {
    const FoundDirective& before = found_[index - 1];
    const std::uint32_t least = before.core.end;
    const std::uint32_t joint = SkipWords(head, least, "directive.joint");
    if (joint == head) return false;
    if (joint <= before.title_end) return true;
    // What is left between both must be subject words, without a verb of its own.
    for (std::uint32_t token = before.title_end; token < joint; ++token) {
      if (VerbAt(token)) return false;
    }
    return true;
  }

  /// "thực hiện các chủ trương …, nhất là Nghị quyết A": one of what the verb governs.
  bool IsSingledOut(const Verb& verb, std::uint32_t head) const {
    return verb.function != "announces" && head > 1 && Is(text_, head - 1, "là") &&
           IsAny(text_, head - 2, {"nhất", "biệt", "tâm"});
  }

  bool WithinReach(const Verb& verb, std::uint32_t head) const {
    const std::uint32_t distance = head - std::min(head, verb.tokens.end);
    if (verb.near) return distance <= 1;
    if (!Is(text_, verb.tokens.begin, "theo")) {
      return distance <= (IsSingledOut(verb, head) ? kSeriesReach : kVerbReach);
    }
    for (std::uint32_t token = verb.tokens.end; token < head; ++token) {
      if (distance <= 2) return true;
      const bool plain = !scan::IsWord(text_, token) || text_.Text(token).size() <= 2;
      if (!plain && !draft_.CueAt(token, "citation.between") && !InsideBetween(token)) {
        return false;
      }
    }
    return true;
  }

  bool InsideBetween(std::uint32_t token) const {
    const Match* cue = token == 0 ? nullptr : draft_.CueAt(token - 1, "citation.between");
    return cue != nullptr && cue->tokens.end > token;
  }

  /// Whether a name begins at `token`, behind a comma; a part of a document does not.
  bool BeginsClause(std::uint32_t token) const {
    return text_.tokens[token].capital &&
           !IsAny(text_, token, {"điều", "khoản", "điểm", "mục", "chương"});
  }

  /// The nearest verb to the left in the clause.
  std::optional<Verb> NearestVerb(std::uint32_t head, std::uint32_t least,
                                  std::uint32_t begin) const {
    const std::uint32_t noun = ColonHead(head, begin);
    if (noun != head) least = begin;
    std::uint32_t token = noun;
    while (token > least) {
      --token;
      if (Is(text_, token, ";") || (Is(text_, token, ".") && !scan::Joined(text_, token + 1))) {
        return std::nullopt;
      }
      if (Is(text_, token, ":") && token + 1 < noun) return std::nullopt;
      if (Is(text_, token, ",") && token + 1 < noun && BeginsClause(token + 1)) return std::nullopt;
      const auto verb = VerbAt(token, noun);
      if (!verb || verb->tokens.begin != token) continue;
      if (verb->function == "none") return std::nullopt;
      if (WithinReach(*verb, noun)) return verb;
      if (!verb->near && !Is(text_, verb->tokens.begin, "theo")) return std::nullopt;
    }
    return std::nullopt;
  }

  /// "quán triệt các chương trình …: Chương trình số 49": the noun before a colon takes the place
  /// of the list behind it.
  std::uint32_t ColonHead(std::uint32_t head, std::uint32_t begin) const {
    if (head <= begin || !Is(text_, head - 1, ":")) return head;
    constexpr std::uint32_t kMostBack = 40;
    const std::uint32_t first = std::max(begin + kMostBack, head) - kMostBack;
    std::optional<std::uint32_t> noun;
    for (std::uint32_t token = head - 1; token > std::max(begin, first); --token) {
      const auto type = TypeHeadAt(draft_, token);
      if (type && (type->plural || scan::IsNumber(text_, token - 1))) noun = token;
    }
    return noun ? SkipWords(*noun, begin, "directive.lead") : head;
  }

  /// The first of a series of verbs ("học tập, quán triệt, thực hiện"), or the review that a verb
  /// of doing belongs to ("sơ kết 5 năm thực hiện").
  Verb FirstOfSeries(Verb verb, std::uint32_t least) const {
    // "bổ sung theo Quyết định …": a preposition is no member of the series before it.
    const bool preposition = verb.function == "based_on" || verb.function == "mentions" ||
                             IsAny(text_, verb.tokens.begin, {"theo", "quy", "đúng"});
    while (!preposition) {
      const std::uint32_t end = SkipWords(verb.tokens.begin, least, "citation.manner");
      const Match* cue = CueEndingAt(end, least, kFamily);
      const auto before = cue == nullptr ? std::nullopt : VerbAt(cue->tokens.begin);
      if (!before || before->tokens.end != end || before->function == "none" || before->near) break;
      verb = *before;
    }
    if (verb.function != "implements") return verb;
    for (std::uint32_t step = 1; step <= kReviewReach; ++step) {
      if (verb.tokens.begin < least + step) break;
      const std::uint32_t token = verb.tokens.begin - step;
      if (Is(text_, token, ";")) break;
      const auto other = VerbAt(token);
      if (!other) continue;
      if (other->function == "reviews") return *other;
      if (other->function != "implements" && other->function != "none") break;
    }
    return verb;
  }

  /// "Nghị quyết … được ban hành": the verb behind a passive.
  std::optional<std::string_view> PassiveAfter(const FoundDirective& one) const {
    const std::uint32_t limit = scan::SentenceRange(text_, one.core.begin).end;
    for (const std::uint32_t start : {one.end, one.title_end}) {
      std::uint32_t token = start;
      while (token < limit && IsAny(text_, token, {"đã", "vừa", "mới", "cũng", "sẽ", ","})) ++token;
      if (!IsAny(text_, token, {"được", "bị"})) continue;
      for (std::uint32_t at = token + 1; at < std::min(limit, token + 4); ++at) {
        if (text_.tokens[at].capital) break;
        const auto verb = VerbAt(at);
        if (verb && verb->function != "none") return verb->function;
      }
    }
    return std::nullopt;
  }

  /// "Nghị định 210 sau 3 năm thực hiện …".
  bool IsCarriedOut(const FoundDirective& one) const {
    std::uint32_t token = one.end;
    if (Is(text_, token, ",")) ++token;
    if (!IsAny(text_, token, {"sau", "qua"})) return false;
    if (IsAny(text_, token + 1, {"hơn", "gần"})) ++token;
    if (!scan::IsNumber(text_, token + 1) || !Is(text_, token + 2, "năm")) return false;
    const auto verb = VerbAt(token + 3);
    return verb && verb->function == "implements";
  }

  /// For an item of an enumeration without a verb of its own: the first verb of the enumeration.
  std::optional<Verb> LeadingVerb(std::uint32_t head, std::uint32_t begin) const {
    constexpr std::uint32_t kMostBack = 150;
    const std::uint32_t least = std::max(begin + kMostBack, head) - kMostBack;
    bool enumerated = false;
    std::uint32_t first = least;
    for (std::uint32_t token = least; token < head; ++token) {
      if (Is(text_, token, ";")) enumerated = true;
      if (Is(text_, token, ":") && !enumerated) first = token + 1;
    }
    if (!enumerated) return std::nullopt;
    for (std::uint32_t token = first; token < head && !Is(text_, token, ";"); ++token) {
      const auto verb = VerbAt(token);
      if (verb && verb->function != "none" && !verb->near) return verb;
    }
    return std::nullopt;
  }

  const Draft& draft_;
  const AnalysedText& text_;
  std::vector<FoundDirective>& found_;
};

}  // namespace

void ReadDirectiveFunctions(const Draft& draft, std::vector<FoundDirective>& found) {
  const FunctionReader reader(draft, found);
  for (std::size_t i = 0; i < found.size(); ++i) reader.Read(i);
}

}  // namespace chido
