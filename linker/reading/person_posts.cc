#include <algorithm>
#include <utility>

#include "linker/reading/person_reader.h"
#include "linker/reading/scan.h"

// Posts: which person they belong to, and which of them are over.

namespace chido {
namespace {

/// More posts than one person has; keeps endless lists linear.
constexpr std::size_t kMostPosts = 24;
/// How many bare titles may stand between a person and a late post.
constexpr std::size_t kMostTitles = 4;
/// How far behind *cách chức Bí thư X* the one who held it may be named.
constexpr std::size_t kOwedReach = 12;

bool IsSeat(const RolePhrase& role) {
  return role.title.title.find("Ủy viên") != std::string::npos ||
         role.title.title.find("ủy viên") != std::string::npos;
}

bool IsAssociation(const RolePhrase& role) {
  return role.body && (role.body->head.starts_with("Hội ") || role.body->head.starts_with("Câu "));
}

}  // namespace

void PersonReader::OnRole(const PersonItem& item) {
  RolePhrase role = cut_.roles[item.index];
  role.former = IsFormer(role);
  role.acting = pending_.acting;
  pending_.former = pending_.acting = false;
  const bool name_follows = NameFollows();
  if (JoinsCurrent(role, name_follows)) {
    if (last_mark_ == Kind::kDash || last_mark_ == Kind::kColon) ShareBackwards(role);
    if (last_mark_ == Kind::kTakesPost) EndSamePost(role, current_.roles);
    carry_former_ = role.former;
    current_.told = current_.told || last_mark_ == Kind::kCopula ||
                    last_mark_ == Kind::kTakesPost || last_mark_ == Kind::kLeavesPost;
    current_.roles.push_back(std::move(role));
    current_.mention.whole.end = item.tokens.end;
    pending_ = {};
    return;
  }
  if (current_.open) Close();
  if (OwesPost(role)) return;
  if (pending_.roles.size() >= kMostPosts) Drop();
  const bool alone = !pending_.any || (pending_.roles.empty() && pending_.honorific.empty());
  if (!name_follows && alone && TakesLatePost(role)) {
    pending_ = {};
    return;
  }
  if (pending_.plural && pending_.roles.empty()) InheritBody(role);
  Touch(item.tokens);
  carry_former_ = role.former;
  pending_.roles.push_back(std::move(role));
}

/// *A, Chủ tịch UBND tỉnh X và 6 Phó Chủ tịch: B, C*: the deputies of the one told of before.
void PersonReader::InheritBody(RolePhrase& role) const {
  if (role.HasBody() || late_ + 1 != draft_.persons.size() || late_roles_.empty()) return;
  const RolePhrase& head = late_roles_.back();
  if (!head.body || head.former) return;
  const std::string deputy = "Phó " + head.title.title;
  if (role.title.title != deputy) return;
  role.body = head.body;
  role.mention = head.mention;
}

/// Whether the post is over: by *nguyên*, by *từng là*, by the time that is told, or because the
/// one that a comma joins it to is.
bool PersonReader::IsFormer(const RolePhrase& role) const {
  if (pending_.former || last_mark_ == Kind::kLeavesPost) return true;
  const bool told = last_mark_ == Kind::kCopula || last_mark_ == Kind::kTakesPost ||
                    last_mark_ == Kind::kColon || in_late_posts_;
  if (period_closed_ && told) return true;
  const bool listed = last_mark_ == Kind::kComma || last_mark_ == Kind::kLink ||
                      last_mark_ == Kind::kDash || (posts_follow_ && last_mark_ == Kind::kAnd);
  // "nguyên Giám đốc X, Chủ tịch Y A": the post right before a name is held
  return carry_former_ && listed && pending_.roles.empty() && !IsAssociation(role);
}

bool PersonReader::NameFollows() const {
  return Ahead(1) == Kind::kName ||
         (Ahead(1) == Kind::kDash && Ahead(2) == Kind::kName && !NameGoesOn(at_ + 2));
}

/// Whether a post belongs to the person at hand; ends that person where it is another's.
bool PersonReader::JoinsCurrent(const RolePhrase& role, bool name_follows) {
  if (!current_.open || current_.roles.size() >= kMostPosts) return false;
  // "đồng chí A Bí thư Huyện ủy": no mark at all
  const bool bare = current_.own == current_.roles.size();
  const bool adjacent = last_mark_ == Kind::kOther && bare && current_.own == 0 &&
                        current_.mention.name.end == role.tokens.begin;
  const bool joins = last_mark_ == Kind::kComma || last_mark_ == Kind::kDash ||
                     last_mark_ == Kind::kOpen || last_mark_ == Kind::kLink ||
                     last_mark_ == Kind::kCopula || last_mark_ == Kind::kAnd ||
                     last_mark_ == Kind::kTakesPost || last_mark_ == Kind::kLeavesPost ||
                     last_mark_ == Kind::kColon || adjacent;
  if (!joins || (name_follows && last_mark_ != Kind::kTakesPost)) return false;
  if (last_mark_ == Kind::kLeavesPost && IsOwedToNext()) return false;
  if (current_.relative && last_mark_ == Kind::kComma) return false;
  // "A và Chủ tịch X" is somebody else, unless A has a list of posts that "và" ends
  const bool before_names = current_.own > 0 && bare;
  const bool listing = last_mark_ == Kind::kComma || last_mark_ == Kind::kOther;
  return !(last_mark_ == Kind::kAnd && (bare || BelongsToNext())) &&
         !(listing && (before_names || adjacent) && BelongsToNext());
}

/// *các đồng chí A, B - Phó Chủ tịch X*: a post that several may hold goes to all without one.
void PersonReader::ShareBackwards(const RolePhrase& role) {
  const bool many =
      role.title.title.starts_with("Phó") || role.title.title.find("viên") != std::string::npos;
  if (!in_list_ || broken_ || !many || !current_.roles.empty()) return;
  for (std::size_t i = draft_.persons.size(); i-- > list_begin_;) {
    if (!draft_.persons[i].roles.empty()) break;
    draft_.persons[i].roles = roles_.Complete({role});
  }
}

/// Whether the words before a post say that somebody named before has it.
bool PersonReader::IsLatePost() const {
  if (last_mark_ == Kind::kTakesPost || last_mark_ == Kind::kLeavesPost) return true;
  if (last_mark_ == Kind::kColon) return posts_follow_ || in_late_posts_;
  if (last_mark_ == Kind::kSemicolon) return told_ && !BelongsToNext();
  if (last_mark_ == Kind::kComma || last_mark_ == Kind::kAnd || last_mark_ == Kind::kLink) {
    return in_late_posts_;
  }
  if (last_mark_ != Kind::kCopula || late_ == kNobody || at_ < 2) return false;
  // "Ông là Giám đốc X", "Ông sinh năm 1970, là Giám đốc X"
  const PersonItem& copula = cut_.items[at_ - 1];
  const Kind before = cut_.items[at_ - 2].kind;
  return before == Kind::kComma || before == Kind::kPeriod ||
         draft_.persons[late_].whole.end == copula.tokens.begin;
}

/// Whether nobody but bare titles has been named since the person who may take a post.
bool PersonReader::IsLateLast() const {
  if (late_ == kNobody || late_ + kMostTitles < draft_.persons.size()) return false;
  for (std::size_t i = late_ + 1; i < draft_.persons.size(); ++i) {
    if (draft_.persons[i].form != PersonMention::Form::kTitleOnly) return false;
  }
  return true;
}

/// *… phân công đồng chí A, Bí thư X, … giữ chức Y*: the new post stands far behind the name.
bool PersonReader::TakesLatePost(const RolePhrase& role) {
  // "A - Bí thư X; Chủ tịch Y; B - …": in a list of persons a part without a name is one more post
  const bool part = in_list_ && last_mark_ == Kind::kSemicolon && !pending_.plural &&
                    (at_ + 1 == cut_.items.size() || Ahead(1) == Kind::kSemicolon);
  if (!part && (!IsLatePost() || in_list_)) return false;
  if (!IsLateLast()) return false;
  if (late_roles_.size() >= kMostPosts) return false;
  if (last_mark_ == Kind::kTakesPost) {
    if (transfer_ && !posted_) EndPosts(late_roles_);
    posted_ = true;
    EndSamePost(role, late_roles_);
  }
  late_roles_.push_back(role);
  late_roles_.back().former = role.former || posts_follow_;
  carry_former_ = late_roles_.back().former;
  draft_.persons[late_].roles = roles_.Complete(late_roles_);
  in_late_posts_ = told_ = true;
  return true;
}

/// *cách chức Bí thư X với ông A*: the holder of a post comes behind it.
bool PersonReader::OwesPost(const RolePhrase& role) {
  const bool more = !owed_.empty() && (last_mark_ == Kind::kComma || last_mark_ == Kind::kAnd);
  const bool posts = last_mark_ == Kind::kLeavesPost || last_mark_ == Kind::kTakesPost;
  if ((!posts && !more) || owed_.size() >= kMostPosts || !IsOwedToNext()) return false;
  owed_.push_back(role);
  if (more) owed_.back().former = owed_.front().former;
  return true;
}

bool PersonReader::IsOwedToNext() const {
  const std::size_t end = std::min(cut_.items.size(), at_ + kOwedReach);
  for (std::size_t i = at_ + 1; i + 1 < end; ++i) {
    const Kind kind = cut_.items[i].kind;
    if (kind == Kind::kSemicolon || kind == Kind::kColon || kind == Kind::kHonorific ||
        kind == Kind::kName) {
      return false;
    }
    // "phân công làm Bí thư X cho ông A": right behind the post only
    const std::uint32_t word = cut_.items[i].tokens.begin;
    const bool gives = i == at_ + 1 && scan::Is(draft_.text, word, "cho");
    if (kind != Kind::kOther || (!gives && !scan::Is(draft_.text, word, "với"))) continue;
    const Kind next = cut_.items[i + 1].kind;
    return next == Kind::kHonorific || next == Kind::kFormer || next == Kind::kName ||
           next == Kind::kPlural;
  }
  return false;
}

/// Who is moved to another post leaves the old one; seats in committees are kept.
void PersonReader::EndPosts(std::vector<RolePhrase>& roles) const {
  for (RolePhrase& held : roles) held.former = held.former || !IsSeat(held);
}

/// Who becomes head of one body is no longer head of another.
void PersonReader::EndSamePost(const RolePhrase& taken, std::vector<RolePhrase>& roles) const {
  if (!taken.body || taken.former || IsSeat(taken)) return;
  for (RolePhrase& held : roles) {
    const bool other = held.body && held.body->organ == taken.body->organ &&
                       held.body->head == taken.body->head && held.body->unit != taken.body->unit;
    if (other && held.title.title == taken.title.title) held.former = true;
  }
}

/// Whether the name at item `index` has posts of its own behind it.
bool PersonReader::NameGoesOn(std::size_t index) const {
  if (index + 2 >= cut_.items.size()) return false;
  const Kind mark = cut_.items[index + 1].kind;
  return (mark == Kind::kDash || mark == Kind::kOpen) && cut_.items[index + 2].kind == Kind::kRole;
}

/// *A, Bí thư X và Ủy viên Y, Bí thư Z B*: whether the posts after *và* lead to a name.
bool PersonReader::BelongsToNext() const {
  const std::size_t end = std::min(cut_.items.size(), at_ + kMostPosts);
  for (std::size_t i = at_ + 1; i < end; ++i) {
    const Kind kind = cut_.items[i].kind;
    if (kind == Kind::kName) return true;
    if (kind != Kind::kRole && kind != Kind::kComma && kind != Kind::kLink) return false;
  }
  return false;
}

}  // namespace chido
