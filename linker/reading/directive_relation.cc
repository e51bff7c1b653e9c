#include <algorithm>
#include <set>
#include <utility>

#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

/// What the words right before a citation say of the one before it.
struct Link {
  std::string_view predicate;
  std::uint32_t begin = 0;  ///< of the first verb
};

/// The series of verbs that ends right before `head`, back to `least`.
std::optional<Link> LinkBefore(const Draft& draft, std::uint32_t head, std::uint32_t least) {
  std::optional<Link> link;
  std::uint32_t at = head;
  constexpr std::uint32_t kLongest = 7;
  while (at > least) {
    const Match* last = nullptr;
    for (std::uint32_t step = 1; step <= kLongest && at >= least + step; ++step) {
      const Match* cue = draft.CueAt(at - step, "citation");
      if (cue != nullptr && cue->tokens.end == at) last = cue;
      const Match* lead = draft.CueAt(at - step, "directive.lead");
      if (last == nullptr && lead != nullptr && lead->tokens.end == at) last = lead;
    }
    if (last == nullptr) break;
    const std::string_view kind = draft.lexicon.cues()[last->entry].kind;
    if (kind == "citation.none") break;
    const Match* joint = draft.CueAt(last->tokens.begin, "directive.joint");
    if (joint != nullptr && joint->tokens.end == at) return std::nullopt;
    if (kind == "citation.implements" || kind == "citation.replaces" || kind == "citation.amends" ||
        kind == "citation.based_on") {
      link = {kind.substr(std::string_view("citation.").size()), last->tokens.begin};
    } else if (kind != "citation.manner" && kind != "citation.between" &&
               kind != "directive.lead") {
      return std::nullopt;
    }
    at = last->tokens.begin;
  }
  return link;
}

/// Reads the relation between the neighbours `a` and `b`, in text order, of one sentence.
class RelationReader {
 public:
  RelationReader(Draft& draft, const std::vector<FoundDirective>& found)
      : draft_(draft), found_(found) {}

  void Run() {
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const FoundDirective& a = found_[i - 1];
      const FoundDirective& b = found_[i];
      const bool same =
          draft_.text.SentenceOf(a.core.begin) == draft_.text.SentenceOf(b.core.begin);
      if (!same) {
        subject_ = nullptr;
      } else if (LinkBefore(draft_, b.core.begin, a.core.end) || !ReadGrounds(i)) {
        Read(a, b);
      }
      ReadPronoun(i);
    }
  }

 private:
  void Read(const FoundDirective& a, const FoundDirective& b) {
    for (std::uint32_t token = a.end; token < b.core.begin; ++token) {
      if (!Is(draft_.text, token, ";")) continue;
      subject_ = nullptr;
      return;
    }
    if (const auto link = LinkBefore(draft_, b.core.begin, a.core.end)) {
      if (!IsStated(a, *link)) return;
      Add(a, b, link->predicate, b);
      subject_ = &a;
      predicate_ = link->predicate;
      return;
    }
    if (ReplacedBy(a, b)) {
      Add(b, a, "replaces", b);
      return;
    }
    // "thay thế Nghị định A và Nghị định B": the list shares the subject.
    const bool joined = b.listed || (b.core.begin <= a.title_end + 2 && b.function == a.function);
    if (subject_ != nullptr && joined) {
      Add(*subject_, b, predicate_, b);
    } else {
      subject_ = nullptr;
    }
  }

  /// "Nghị định này thay thế Nghị định B": the last document of that type is the subject.
  void ReadPronoun(std::size_t index) {
    const FoundDirective& b = found_[index];
    const std::uint32_t begin = scan::SentenceRange(draft_.text, b.core.begin).begin;
    const auto link = LinkBefore(draft_, b.core.begin, begin);
    if (!link || link->begin < begin + 2) return;
    if (!IsAny(draft_.text, link->begin - 1, {"này", "mới"})) return;
    constexpr std::size_t kMostBack = 8;
    for (std::size_t back = 1; back <= std::min(index, kMostBack); ++back) {
      const FoundDirective& a = found_[index - back];
      constexpr std::uint32_t kLongestType = 4;
      for (std::uint32_t step = 1; step <= kLongestType && link->begin > begin + step; ++step) {
        const auto head = TypeHeadAt(draft_, link->begin - 1 - step);
        if (!head || head->tokens.end != link->begin - 1 || head->type != a.type) continue;
        Add(a, b, link->predicate, b);
        return;
      }
    }
  }

  /// Whether the verb has the first document as its subject, not a person or a body.
  bool IsStated(const FoundDirective& a, const Link& link) const {
    if (link.predicate == "replaces" || link.predicate == "amends") return true;
    if (link.begin <= a.end) return true;
    if (link.begin <= a.title_end && link.begin > a.end + 4) return false;
    for (std::uint32_t token = a.end; token < link.begin; ++token) {
      if (!IsAny(draft_.text, token, {"để", "nhằm", "về", "việc", "tiếp", "tục", "(", ")"})) {
        return false;
      }
    }
    return true;
  }

  /// "Nghị định A được thay thế bằng Nghị định B".
  bool ReplacedBy(const FoundDirective& a, const FoundDirective& b) const {
    const std::uint32_t before = b.core.begin - 1;
    if (!IsAny(draft_.text, before, {"bằng", "bởi"})) return false;
    for (std::uint32_t token = a.end; token < before; ++token) {
      const Match* cue = draft_.CueAt(token, "citation.replaces");
      if (cue != nullptr && token > 0 && IsAny(draft_.text, token - 1, {"được", "bị"})) return true;
    }
    return false;
  }

  /// "Căn cứ Luật A và Nghị định B, Ủy ban ban hành Quyết định C": grounds of the document that is
  /// issued, back over their list.
  bool ReadGrounds(std::size_t index) {
    const FoundDirective& issued = found_[index];
    if (issued.function != "announces" || !Prepares(found_[index - 1], issued)) return false;
    Add(issued, found_[index - 1], found_[index - 1].function, found_[index - 1]);
    constexpr std::size_t kMostBack = 8;
    for (std::size_t back = 2; back <= std::min(index, kMostBack); ++back) {
      const FoundDirective& ground = found_[index - back];
      const bool same =
          draft_.text.SentenceOf(ground.core.begin) == draft_.text.SentenceOf(issued.core.begin);
      if (!same || ground.function != found_[index - 1].function) break;
      if (!ground.subordinate) Add(issued, ground, ground.function, ground);
    }
    return true;
  }

  /// Whether `a` stands in a clause before the one that issues `b`.
  bool Prepares(const FoundDirective& a, const FoundDirective& b) const {
    if (a.function != "based_on" && a.function != "implements") return false;
    for (std::uint32_t token = a.end; token < b.core.begin; ++token) {
      if (Is(draft_.text, token, ",")) return true;
      if (!Is(draft_.text, token, ";")) continue;
      // A list of tasks goes on with a small letter; "; Ngày …, Ủy ban ban hành" is the main
      // clause.
      return Is(draft_.text, token + 1, "ngày") || draft_.text.tokens[token + 1].capital;
    }
    return false;
  }

  void Add(const FoundDirective& from, const FoundDirective& to, std::string_view predicate,
           const FoundDirective& at) {
    if (from.item == to.item || from.item == kNoItem || to.item == kNoItem) return;
    if (!related_.emplace(from.item, to.item).second) return;
    DirectiveRelation relation{.from = from.item, .to = to.item};
    relation.predicate = predicate;
    relation.ground = draft_.GroundAt(at.core, "directive.relation", 0.8F);
    draft_.directive_relations.push_back(std::move(relation));
  }

  Draft& draft_;
  const std::vector<FoundDirective>& found_;
  const FoundDirective* subject_ = nullptr;
  std::string_view predicate_;
  std::set<std::pair<ItemIndex, ItemIndex>> related_;
};

}  // namespace

void ReadDirectiveRelations(Draft& draft, const std::vector<FoundDirective>& found) {
  RelationReader(draft, found).Run();
}

}  // namespace chido
