#include <algorithm>

#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

constexpr std::uint32_t kVerbReach = 14;
constexpr std::uint32_t kReviewReach = 16;

/// A governing verb: its tokens and what it does with a document.
struct Verb {
  TokenRange tokens;
  std::string_view function;
};

/// Finds the function of citations by the words around them.
class FunctionReader {
 public:
  FunctionReader(const Draft& draft, const std::vector<FoundDirective>& found)
      : draft_(draft), text_(draft.text), found_(found) {}

  std::string FunctionOf(std::size_t index) const {
    const FoundDirective& one = found_[index];
    if (one.listed && index > 0) return found_[index - 1].function;
    const std::uint32_t begin = scan::SentenceRange(text_, one.core.begin).begin;
    const bool same = index > 0 && found_[index - 1].core.begin >= begin;
    const std::uint32_t head = SkipWords(one.core.begin, begin, "directive.lead");
    if (same && IsJoint(head, index)) return found_[index - 1].function;
    const std::uint32_t least = same ? Bound(found_[index - 1], head) : begin;
    if (const auto verb = NearestVerb(head, least, index)) {
      return std::string(FirstOfSeries(*verb, least).function);
    }
    if (const auto passive = PassiveAfter(one)) return std::string(*passive);
    if (const auto leading = LeadingVerb(head, begin)) return std::string(leading->function);
    return "mentions";
  }

 private:
  static constexpr std::string_view kFamily = "citation";

  /// Verbs of the subject words before belong to them, unless the next citation stands inside.
  static std::uint32_t Bound(const FoundDirective& before, std::uint32_t head) {
    return before.title_end < head ? before.title_end : before.end;
  }

  std::optional<Verb> VerbAt(std::uint32_t token) const {
    const Match* cue = draft_.CueAt(token, kFamily);
    if (cue == nullptr) return std::nullopt;
    const std::string_view kind = draft_.lexicon.cues()[cue->entry].kind;
    if (kind == "citation.manner" || kind == "citation.between") return std::nullopt;
    if (token > 0 && Is(text_, token, "theo") &&
        IsAny(text_, token - 1, {"làm", "tiếp", "kèm", "noi", "đi", "mang", "dẫn", "học"})) {
      return std::nullopt;
    }
    return Verb{cue->tokens, kind.substr(kFamily.size() + 1)};
  }

  std::uint32_t SkipWords(std::uint32_t token, std::uint32_t least, std::string_view kind) const {
    while (token > least) {
      const Match* word = CueEndingAt(token, least, kind);
      if (word == nullptr) return token;
      token = word->tokens.begin;
    }
    return token;
  }

  const Match* CueEndingAt(std::uint32_t token, std::uint32_t least, std::string_view kind) const {
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

  bool WithinReach(const Verb& verb, std::uint32_t head) const {
    const std::uint32_t distance = head - std::min(head, verb.tokens.end);
    if (!Is(text_, verb.tokens.begin, "theo")) return distance <= kVerbReach;
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

  /// The nearest verb to the left in the clause.
  std::optional<Verb> NearestVerb(std::uint32_t head, std::uint32_t least,
                                  std::size_t index) const {
    const std::uint32_t colon = ColonHead(head, least, index);
    std::uint32_t token = colon;
    while (token > least) {
      --token;
      if (Is(text_, token, ";") || (Is(text_, token, ".") && !scan::Joined(text_, token + 1))) {
        return std::nullopt;
      }
      if (Is(text_, token, ",") && token + 1 < colon && text_.tokens[token + 1].capital) {
        return std::nullopt;
      }
      const auto verb = VerbAt(token);
      if (!verb || verb->tokens.end > colon) continue;
      if (verb->function == "none") return std::nullopt;
      return WithinReach(*verb, colon) ? verb : std::nullopt;
    }
    return std::nullopt;
  }

  /// "quán triệt các chương trình …: Chương trình số 49": the noun before a colon takes the place
  /// of the list behind it.
  std::uint32_t ColonHead(std::uint32_t head, std::uint32_t least, std::size_t index) const {
    if (head == 0 || head <= least || !Is(text_, head - 1, ":")) return head;
    const std::uint32_t begin = scan::SentenceRange(text_, head).begin;
    const std::string_view type = found_[index].type;
    for (std::uint32_t token = head - 1; token > begin; --token) {
      const auto noun = TypeHeadAt(draft_, token);
      if (noun && noun->plural && noun->type == type) {
        return SkipWords(token, least < token ? least : begin, "directive.lead");
      }
    }
    return head;
  }

  /// The first of a series of verbs ("học tập, quán triệt, thực hiện"), or the review that a verb
  /// of doing belongs to ("sơ kết 5 năm thực hiện").
  Verb FirstOfSeries(Verb verb, std::uint32_t least) const {
    while (true) {
      const std::uint32_t end = SkipWords(verb.tokens.begin, least, "citation.manner");
      const Match* cue = CueEndingAt(end, least, kFamily);
      const auto before = cue == nullptr ? std::nullopt : VerbAt(cue->tokens.begin);
      if (!before || before->tokens.end != end || before->function == "none") break;
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
      for (std::uint32_t at = token + 1; at < std::min(limit, token + 6); ++at) {
        const auto verb = VerbAt(at);
        if (verb && verb->function != "none") return verb->function;
      }
    }
    return std::nullopt;
  }

  /// For an item of an enumeration without a verb of its own: the first verb of the enumeration.
  std::optional<Verb> LeadingVerb(std::uint32_t head, std::uint32_t begin) const {
    bool enumerated = false;
    std::uint32_t first = begin;
    for (std::uint32_t token = begin; token < head; ++token) {
      if (Is(text_, token, ";")) enumerated = true;
      if (Is(text_, token, ":") && !enumerated) first = token + 1;
    }
    if (!enumerated) return std::nullopt;
    for (std::uint32_t token = first; token < head && !Is(text_, token, ";"); ++token) {
      const auto verb = VerbAt(token);
      if (verb && verb->function != "none") return verb;
    }
    return std::nullopt;
  }

  const Draft& draft_;
  const AnalysedText& text_;
  const std::vector<FoundDirective>& found_;
};

}  // namespace

void ReadDirectiveFunctions(const Draft& draft, std::vector<FoundDirective>& found) {
  const FunctionReader reader(draft, found);
  for (std::size_t i = 0; i < found.size(); ++i) found[i].function = reader.FunctionOf(i);
}

}  // namespace chido
