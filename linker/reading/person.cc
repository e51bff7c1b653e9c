#include <algorithm>

#include "linker/reading/person_items.h"
#include "linker/reading/person_name.h"
#include "linker/reading/scan.h"
#include "linker/reading/stages.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

using Kind = PersonItem::Kind;
using Form = PersonMention::Form;

/// More posts than one person has; keeps endless lists linear.
constexpr std::size_t kMostPosts = 24;

/// What has been read before a name.
struct Pending {
  std::vector<RolePhrase> roles;
  std::string honorific;  ///< kind of the last honorific row; empty if none
  std::string gender;
  std::string word;  ///< the honorific itself, lower case
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool any = false;
  bool plural = false;
  bool former = false;
  bool acting = false;
  bool separated = false;  ///< a dash or colon stands after the posts
};

/// A person being read: its posts so far.
struct Current {
  PersonMention mention;
  std::vector<RolePhrase> roles;
  std::size_t own = 0;  ///< posts before the name
  bool open = false;
};

class PersonReader {
 public:
  explicit PersonReader(Draft& draft) : draft_(draft), roles_(draft) {}

  void Read() {
    for (const Sentence& sentence : draft_.text.sentences) {
      if (sentence.block == BlockKind::kByline || sentence.block == BlockKind::kDateline) continue;
      ReadSentence(sentence.tokens);
    }
  }

 private:
  void ReadSentence(TokenRange sentence) {
    cut_ = CutItems(draft_, roles_, sentence);
    pending_ = {};
    in_list_ = broken_ = false;
    shared_.clear();
    last_mark_ = Kind::kOther;
    late_ = kNobody;
    in_late_posts_ = transfer_ = posts_follow_ = false;
    for (std::uint32_t i = sentence.begin; i < sentence.end && !transfer_; ++i) {
      transfer_ = draft_.CueAt(i, "role.transfer") != nullptr;
    }
    for (at_ = 0; at_ < cut_.items.size(); ++at_) Step(cut_.items[at_]);
    Close();
    Drop();
  }

  void Step(const PersonItem& item) {
    switch (item.kind) {
      case Kind::kHonorific:
      case Kind::kPlural:
        OnHonorific(item);
        break;
      case Kind::kRole:
        OnRole(item);
        break;
      case Kind::kName:
        OnName(item);
        break;
      case Kind::kFormer:
        Touch(item.tokens);
        pending_.former = true;
        break;
      case Kind::kActing:
        Touch(item.tokens);
        pending_.acting = true;
        break;
      case Kind::kOther:
        OnOther();
        break;
      default:
        OnMark(item);
    }
    if (item.kind == Kind::kFormer || item.kind == Kind::kActing) return;
    const bool mark = item.kind >= Kind::kLink && item.kind <= Kind::kAnd;
    last_mark_ = mark ? item.kind : Kind::kOther;
  }

  void Touch(TokenRange tokens) {
    if (!pending_.any) pending_.begin = tokens.begin;
    pending_.any = true;
    pending_.end = tokens.end;
  }

  void OnHonorific(const PersonItem& item) {
    const bool listing = item.kind == Kind::kPlural;
    // "GS, TS", "Thượng tướng, PGS.TS": ranks follow one another; a new address starts anew
    if (pending_.any && !pending_.honorific.empty() && pending_.roles.empty() && !listing &&
        last_mark_ != Kind::kAnd) {
      // keep the first word's address
    } else if (pending_.any && !pending_.roles.empty() && last_mark_ == Kind::kSemicolon) {
      Drop();
    }
    if (current_.open && !listing) Close();
    if (listing) {
      Close();
      Drop();
      in_list_ = false;
      shared_.clear();
    }
    Touch(item.tokens);
    pending_.plural = pending_.plural || listing;
    const bool bare_plural = listing && item.tokens.size() == 1;
    if (!bare_plural) {
      const HonorificRow& row = draft_.lexicon.honorifics()[item.index];
      pending_.honorific = row.kind;
      if (!row.gender.empty()) pending_.gender = row.gender;
      if (pending_.word.empty()) pending_.word = draft_.text.Lower(item.tokens);
    }
  }

  /// The item `ahead` places after the one at hand.
  Kind Ahead(std::size_t ahead) const {
    return at_ + ahead < cut_.items.size() ? cut_.items[at_ + ahead].kind : Kind::kOther;
  }

  void OnRole(const PersonItem& item) {
    RolePhrase role = cut_.roles[item.index];
    role.former = pending_.former;
    role.acting = pending_.acting;
    pending_.former = pending_.acting = false;
    const bool joins = last_mark_ == Kind::kComma || last_mark_ == Kind::kDash ||
                       last_mark_ == Kind::kOpen || last_mark_ == Kind::kLink ||
                       last_mark_ == Kind::kCopula || last_mark_ == Kind::kAnd ||
                       last_mark_ == Kind::kTakesPost || last_mark_ == Kind::kLeavesPost ||
                       last_mark_ == Kind::kColon;
    if (last_mark_ == Kind::kLeavesPost) role.former = true;
    const bool name_follows =
        Ahead(1) == Kind::kName ||
        (Ahead(1) == Kind::kDash && Ahead(2) == Kind::kName && !NameGoesOn(at_ + 2));
    if (current_.open && joins && !name_follows && last_mark_ != Kind::kColon &&
        current_.roles.size() < kMostPosts) {
      // "A và Chủ tịch X" is somebody else, unless A has a list of posts that "và" ends
      const bool bare = current_.own == current_.roles.size();
      const bool before_names = current_.own > 0 && bare;
      if ((last_mark_ == Kind::kAnd && (bare || BelongsToNext())) ||
          (last_mark_ == Kind::kComma && before_names && BelongsToNext())) {
        Close();
      } else {
        if (last_mark_ == Kind::kDash || last_mark_ == Kind::kColon) ShareBackwards(role);
        current_.roles.push_back(role);
        current_.mention.whole.end = item.tokens.end;
        pending_ = {};
        return;
      }
    }
    if (current_.open) Close();
    if (pending_.roles.size() >= kMostPosts) Drop();
    if (!name_follows && !pending_.any && TakesLatePost(role)) return;
    Touch(item.tokens);
    pending_.roles.push_back(std::move(role));
    pending_.separated = false;
  }

  /// *các đồng chí A, B - Phó Chủ tịch X*: a post that several may hold goes to all without one.
  void ShareBackwards(const RolePhrase& role) {
    const bool many =
        role.title.title.starts_with("Phó") || role.title.title.find("viên") != std::string::npos;
    if (!in_list_ || broken_ || !many || !current_.roles.empty()) return;
    for (std::size_t i = draft_.persons.size(); i-- > list_begin_;) {
      if (!draft_.persons[i].roles.empty()) break;
      draft_.persons[i].roles = roles_.Complete({role});
    }
  }

  /// *… phân công đồng chí A, Bí thư X, … giữ chức Y*: the new post stands far behind the name.
  bool TakesLatePost(const RolePhrase& role) {
    const bool late = last_mark_ == Kind::kTakesPost || last_mark_ == Kind::kLeavesPost ||
                      (posts_follow_ && last_mark_ == Kind::kColon);
    const bool listed = last_mark_ == Kind::kComma || last_mark_ == Kind::kAnd;
    if (!late && !(in_late_posts_ && listed)) return false;
    if (in_list_ || late_ == kNobody || late_ + 1 != draft_.persons.size()) return false;
    if (late_roles_.size() >= kMostPosts) return false;
    if (last_mark_ == Kind::kTakesPost && transfer_) EndPosts(late_roles_);
    late_roles_.push_back(role);
    late_roles_.back().former = role.former || posts_follow_;
    draft_.persons[late_].roles = roles_.Complete(late_roles_);
    in_late_posts_ = true;
    return true;
  }

  /// Who is moved to another post leaves the old one; seats in committees are kept.
  static void EndPosts(std::vector<RolePhrase>& roles) {
    for (RolePhrase& held : roles) {
      const bool seat = held.title.title.find("Ủy viên") != std::string::npos ||
                        held.title.title.find("ủy viên") != std::string::npos;
      held.former = held.former || !seat;
    }
  }

  /// Whether the name at item `index` has posts of its own behind it.
  bool NameGoesOn(std::size_t index) const {
    if (index + 2 >= cut_.items.size()) return false;
    const Kind mark = cut_.items[index + 1].kind;
    return (mark == Kind::kDash || mark == Kind::kOpen) &&
           cut_.items[index + 2].kind == Kind::kRole;
  }

  /// *A, Bí thư X và Ủy viên Y, Bí thư Z B*: whether the posts after *và* lead to a name.
  bool BelongsToNext() const {
    const std::size_t end = std::min(cut_.items.size(), at_ + kMostPosts);
    for (std::size_t i = at_ + 1; i < end; ++i) {
      const Kind kind = cut_.items[i].kind;
      if (kind == Kind::kName) return true;
      if (kind != Kind::kRole && kind != Kind::kComma && kind != Kind::kLink) return false;
    }
    return false;
  }

  void OnName(const PersonItem& item) {
    const bool in_pending =
        pending_.any && (!pending_.honorific.empty() || !pending_.roles.empty());
    const std::uint32_t syllables = item.tokens.size();
    const bool addressed = in_pending && ((!pending_.honorific.empty() && pending_.roles.empty()) ||
                                          (item.strong && syllables >= 2) || item.foreign ||
                                          (!pending_.honorific.empty() && syllables == 1));
    if (pending_.plural && in_pending) {
      in_list_ = true;
      if (pending_.roles.empty()) {
        shared_.clear();
      } else {
        shared_ = pending_.roles;
      }
      broken_ = false;
      list_begin_ = draft_.persons.size();
    }
    if (addressed) {
      Start(item, IsPlainAddress() ? "person.address" : "person.honorific");
      return;
    }
    const bool strong = item.strong && syllables >= 2;
    const bool goes_on =
        last_mark_ == Kind::kComma || last_mark_ == Kind::kAnd || last_mark_ == Kind::kColon;
    if (in_list_ && (strong || item.foreign) &&
        (last_mark_ == Kind::kSemicolon || (goes_on && !broken_))) {
      Start(item, "person.list");
      return;
    }
    if (strong &&
        (Ahead(1) == Kind::kDash || Ahead(1) == Kind::kComma || Ahead(1) == Kind::kOpen) &&
        (Ahead(2) == Kind::kRole || (Ahead(2) == Kind::kFormer && Ahead(3) == Kind::kRole))) {
      Start(item, "person.apposition");
      return;
    }
    OnOther();
  }

  /// Whether only *ông*, *bà*, *anh* … stand before the name: officials and private people alike.
  bool IsPlainAddress() const {
    const std::string_view word = pending_.word;
    return pending_.honorific == "honorific" && word.find("đồng chí") == std::string::npos &&
           word != "đ/c" && word != "đ.c" && word != "các đ/c";
  }

  void Start(const PersonItem& item, std::string_view rule) {
    Close();
    current_ = {};
    PersonMention& mention = current_.mention;
    mention.name = item.tokens;
    mention.whole = item.tokens;
    mention.rule = rule;
    mention.confidence = item.strong ? 1.0F : 0.8F;
    if (pending_.any && !pending_.plural) {
      mention.whole.begin = pending_.begin;
      current_.roles = pending_.roles;
      mention.gender = pending_.gender;
      if (pending_.honorific.empty()) mention.rule = "person.role";
    } else if (!shared_.empty() && in_list_ && !broken_) {
      current_.roles = shared_;
    }
    current_.own = current_.roles.size();
    if (mention.gender.empty()) mention.gender = GenderOfName(draft_, item.tokens);
    mention.text = RestoreNameCase(scan::Plain(draft_.text, item.tokens));
    mention.form = item.tokens.size() == 1 ? Form::kGiven : Form::kFull;
    if (mention.form == Form::kGiven && mention.rule == "person.role") mention.confidence = 0.6F;
    current_.open = true;
    pending_ = {};
  }

  void OnMark(const PersonItem& item) {
    if (item.kind == Kind::kSemicolon) {
      Close();
      Drop();
    }
    if (pending_.any && (item.kind == Kind::kDash || item.kind == Kind::kColon)) {
      pending_.separated = true;
    }
    if (item.kind == Kind::kClose && current_.open) return;
    if (item.kind == Kind::kColon && current_.open) Close();
    if (item.kind == Kind::kAnd && pending_.any && !pending_.plural && !current_.open &&
        pending_.roles.empty()) {
      Drop();
    }
    if (item.kind == Kind::kCopula && !current_.open) OnOther();
    const bool posts = item.kind == Kind::kTakesPost || item.kind == Kind::kLeavesPost;
    if (item.kind == Kind::kLeavesPost) posts_follow_ = true;
    if (posts && !current_.open) Drop();
    if (item.kind == Kind::kTakesPost && current_.open && transfer_) EndPosts(current_.roles);
  }

  void OnOther() {
    Close();
    Drop();
    // words that are not understood end a list of commas, but not one of semicolons
    broken_ = true;
    if (last_mark_ == Kind::kOther) shared_.clear();
  }

  /// Ends the person at hand.
  void Close() {
    if (!current_.open) return;
    current_.open = false;
    in_late_posts_ = false;
    late_roles_ = current_.roles;
    late_ = draft_.persons.size();
    current_.mention.roles = roles_.Complete(current_.roles);
    draft_.persons.push_back(std::move(current_.mention));
  }

  /// Ends words before a name that never came: a bare title or a pronoun may stand for a person.
  void Drop() {
    if (!pending_.any) return;
    if (!pending_.plural) {
      PersonMention mention;
      mention.whole = {pending_.begin, pending_.end};
      mention.gender = pending_.gender;
      if (!pending_.roles.empty()) {
        mention.form = Form::kTitleOnly;
        mention.rule = "person.title";
        mention.roles = roles_.Complete(pending_.roles);
        if (!mention.roles.empty()) draft_.persons.push_back(std::move(mention));
      } else if (pending_.honorific == "honorific" && StandsForPerson()) {
        mention.form = Form::kPronoun;
        mention.rule = "person.pronoun";
        late_ = draft_.persons.size();
        late_roles_.clear();
        draft_.persons.push_back(std::move(mention));
      }
    }
    pending_ = {};
  }

  /// *Đồng chí*, *Ông*, *Bà* alone, followed by a verb.
  bool StandsForPerson() const {
    const std::string_view word = pending_.word;
    if (word != "đồng chí" && word != "ông" && word != "bà" && word != "đ/c") return false;
    if (pending_.end >= draft_.text.tokens.size()) return false;
    const Token& next = draft_.text.tokens[pending_.end];
    return next.kind == TokenKind::kWord && !next.capital;
  }

  Draft& draft_;
  RoleReader roles_;
  PersonItems cut_;
  std::size_t at_ = 0;
  Pending pending_;
  Current current_;
  bool in_list_ = false;
  std::size_t list_begin_ = 0;
  bool broken_ = false;             ///< words that are not understood stand in the list
  std::vector<RolePhrase> shared_;  ///< posts of each person of the list
  Kind last_mark_ = Kind::kOther;
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
  std::size_t late_ = kNobody;  ///< last person of the sentence, who may take a post
  std::vector<RolePhrase> late_roles_;
  bool in_late_posts_ = false;
  bool posts_follow_ = false;  ///< "từng giữ nhiều vị trí": former posts may stand behind a colon
  bool transfer_ = false;      ///< the sentence moves somebody to another post
};

}  // namespace

void ReadPersons(Draft& draft) { PersonReader(draft).Read(); }

}  // namespace chido
