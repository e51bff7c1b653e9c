#include <utility>

#include "linker/reading/person_name.h"
#include "linker/reading/person_reader.h"
#include "linker/reading/scan.h"
#include "linker/text/normal.h"

// Names: which runs of capitals are persons, and what stands before them.

namespace chido {
namespace {

using Form = PersonMention::Form;

}  // namespace

void PersonReader::OnName(const PersonItem& item) {
  const bool in_pending = pending_.any && (!pending_.honorific.empty() || !pending_.roles.empty());
  if (pending_.plural && in_pending) {
    in_list_ = true;
    // "các đồng chí Phó Chủ tịch X: A; B", but "các đồng chí: Chủ tịch X A; B"
    shared_.clear();
    if (!pending_.listed) shared_ = pending_.roles;
    if (shared_.empty()) shared_ = std::exchange(owed_, {});
    broken_ = false;
    list_begin_ = segment_begin_ = draft_.persons.size();
  }
  if (pending_.any && IsHonoured()) {
    OnOther();
    return;
  }
  // "Thủ tướng: Châu Á phải …": what somebody says
  if (last_mark_ == Kind::kColon && !pending_.plural && pending_.honorific.empty() &&
      !pending_.roles.empty() && scan::IsWord(draft_.text, item.tokens.end) &&
      !draft_.text.tokens[item.tokens.end].capital) {
    OnOther();
    return;
  }
  if (in_pending && OpensByPending(item)) {
    Start(item, RuleOfAddress(item));
    return;
  }
  const bool strong = item.strong && item.tokens.size() >= 2;
  const bool goes_on =
      last_mark_ == Kind::kComma || last_mark_ == Kind::kAnd || last_mark_ == Kind::kColon;
  if (in_list_ && (strong || item.foreign) &&
      (last_mark_ == Kind::kSemicolon || (goes_on && !broken_))) {
    Start(item, "person.list");
    return;
  }
  if (strong && (Ahead(1) == Kind::kDash || Ahead(1) == Kind::kComma || Ahead(1) == Kind::kOpen) &&
      (Ahead(2) == Kind::kRole || (Ahead(2) == Kind::kFormer && Ahead(3) == Kind::kRole))) {
    Start(item, "person.apposition");
    return;
  }
  OnOther();
}

/// Whether the honorific or the posts before a run make it a person's name.
bool PersonReader::OpensByPending(const PersonItem& item) const {
  const std::uint32_t syllables = item.tokens.size();
  if (!pending_.honorific.empty() && (pending_.roles.empty() || syllables == 1)) return true;
  return (item.strong && syllables >= 2) || item.foreign;
}

/// Whether only *ông*, *bà*, *anh* … stand before the name: officials and private people alike.
bool PersonReader::IsPlainAddress() const {
  const std::string_view word = pending_.word;
  return pending_.honorific == "honorific" && word.find("đồng chí") == std::string::npos &&
         word != "đ/c" && word != "đ.c" && word != "các đ/c";
}

/// *Tại buổi đối thoại, ông A …*: the subject takes part in it.
bool PersonReader::OpensAtGathering() const {
  constexpr std::uint32_t kLongestFront = 24;
  constexpr std::uint32_t kNoun = 3;  // tokens before the gathering's word
  const std::uint32_t first = sentence_.begin;
  if (pending_.begin <= first + 1 || pending_.begin - first > kLongestFront) return false;
  if (!scan::Is(draft_.text, pending_.begin - 1, ",")) return false;
  for (std::uint32_t t = first; t < first + kNoun; ++t) {
    if (!scan::IsAny(draft_.text, t, {"tại", "trong"})) continue;
    const Match* noun = draft_.CueAt(t + 1, "gathering.noun");
    if (noun == nullptr) continue;
    for (std::uint32_t comma = noun->tokens.end; comma + 1 < pending_.begin; ++comma) {
      if (scan::Is(draft_.text, comma, ",")) return false;
    }
    return true;
  }
  return false;
}

std::string_view PersonReader::RuleOfAddress(const PersonItem& item) const {
  if (!IsPlainAddress()) return "person.honorific";
  for (std::uint32_t back = 1; back <= 4 && pending_.begin >= sentence_.begin + back; ++back) {
    const Match* verb = draft_.CueAt(pending_.begin - back, "person.moved");
    if (verb == nullptr || verb->tokens.end != pending_.begin) continue;
    // "cho ông A nghỉ hưu", but not "cho ông A vay"
    const bool open = CueValue(draft_, *verb) == "open";
    if (!open || draft_.CueAt(item.tokens.end, "role.transfer") != nullptr) return "person.moved";
  }
  if (OpensAtGathering()) return "person.speaks_up";
  // "ông A (ở …) kiến nghị": who speaks up at a meeting takes part in it
  std::uint32_t next = item.tokens.end;
  if (at_ + 1 < cut_.items.size()) next = cut_.items[at_ + 1].tokens.begin;
  return draft_.CueAt(next, "person.speaks_up") != nullptr ? "person.speaks_up" : "person.address";
}

/// *tưởng nhớ đồng chí A*, *Khu lưu niệm Tổng Bí thư B*: no part in what is told.
bool PersonReader::IsHonoured() const {
  for (std::uint32_t back = 1; back <= 4 && pending_.begin >= sentence_.begin + back; ++back) {
    const Match* cue = draft_.CueAt(pending_.begin - back, "person.honoured");
    if (cue != nullptr && cue->tokens.end == pending_.begin) return true;
  }
  return false;
}

/// *gia đình bà A*, *hộ ông B*.
bool PersonReader::FollowsKin() const {
  for (std::uint32_t back = 1; back <= 2 && pending_.begin >= sentence_.begin + back; ++back) {
    const Match* kin = draft_.CueAt(pending_.begin - back, "person.kin");
    if (kin != nullptr && kin->tokens.end == pending_.begin) return true;
  }
  return false;
}

void PersonReader::Start(const PersonItem& item, std::string_view rule) {
  Close();
  current_ = {};
  carry_former_ = false;
  PersonMention& mention = current_.mention;
  mention.name = item.tokens;
  mention.whole = item.tokens;
  mention.rule = rule;
  mention.confidence = item.strong ? 1.0F : 0.8F;
  if (pending_.any && (!pending_.plural || pending_.listed)) {
    mention.whole.begin = pending_.begin;
    current_.roles = pending_.roles;
    current_.relative = FollowsKin();
    mention.gender = pending_.gender;
    if (pending_.honorific.empty()) mention.rule = "person.role";
  }
  const bool anew = !pending_.plural && pending_.honorific == "honorific" && !each_shares_;
  if (current_.roles.empty() && in_list_ && !broken_ && !anew) current_.roles = shared_;
  current_.own = current_.roles.size();
  current_.roles.insert(current_.roles.end(), owed_.begin(), owed_.end());
  owed_.clear();
  if (mention.gender.empty()) mention.gender = GenderOfName(draft_, item.tokens);
  mention.text = WithoutGluedWord(RestoreNameCase(scan::Plain(draft_.text, item.tokens)));
  mention.form = item.tokens.size() == 1 ? Form::kGiven : Form::kFull;
  if (mention.form == Form::kGiven && mention.rule == "person.role") mention.confidence = 0.6F;
  current_.open = true;
  pending_ = {};
}

}  // namespace chido
