#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linker/reading/draft.h"
#include "linker/reading/person_items.h"
#include "linker/reading/role_reader.h"

namespace chido {

/// Reads the persons of a draft sentence by sentence: what stands before a name is kept as pending,
/// a name opens a person, posts behind it join, and other words close it.
class PersonReader {
 public:
  explicit PersonReader(Draft& draft) : draft_(draft), roles_(draft) {}

  void Read();

 private:
  using Kind = PersonItem::Kind;

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
    bool listed = false;  ///< a colon stands behind the plural
    bool former = false;
    bool acting = false;
  };
  /// A person being read: its posts so far.
  struct Current {
    PersonMention mention;
    std::vector<RolePhrase> roles;
    std::size_t own = 0;  ///< posts before the name
    bool open = false;
    bool told = false;      ///< a predicate has told posts of it: *A là Bí thư X*
    bool relative = false;  ///< *gia đình bà A*: posts behind are somebody else's
  };

  // person.cc: the walk through a sentence
  void ReadSentence(TokenRange sentence);
  void Step(const PersonItem& item);
  void Touch(TokenRange tokens);
  void OnHonorific(const PersonItem& item);
  void OnMark(const PersonItem& item);
  void OnConsists();
  bool NamesFollow() const;
  void OnPeriod(const PersonItem& item);
  void OnOther();
  void Close();
  void Drop();
  bool StandsForPerson() const;
  bool IsComplement() const;
  bool IsOfAnother(const PersonItem& item) const;
  bool IsSubject() const;
  bool IsRankOfPost(const PersonItem& item) const;
  /// The item `ahead` places after the one at hand.
  Kind Ahead(std::size_t ahead) const;

  // person_posts.cc: posts behind a name
  void OnRole(const PersonItem& item);
  void InheritBody(RolePhrase& role) const;
  bool JoinsCurrent(const RolePhrase& role, bool name_follows);
  bool IsFormer(const RolePhrase& role) const;
  void ShareBackwards(const RolePhrase& role);
  bool TakesLatePost(const RolePhrase& role);
  bool IsLatePost() const;
  bool IsLateLast() const;
  bool OwesPost(const RolePhrase& role);
  bool IsOwedToNext() const;
  void EndPosts(std::vector<RolePhrase>& roles) const;
  void EndSamePost(const RolePhrase& taken, std::vector<RolePhrase>& roles) const;
  bool NameGoesOn(std::size_t index) const;
  bool BelongsToNext() const;
  bool NameFollows() const;

  // person_start.cc: names
  void OnName(const PersonItem& item);
  bool OpensByPending(const PersonItem& item) const;
  void Start(const PersonItem& item, std::string_view rule);
  bool IsPlainAddress() const;
  bool OpensAtGathering() const;
  std::string_view RuleOfAddress(const PersonItem& item) const;
  bool FollowsKin() const;
  bool IsHonoured() const;

  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  Draft& draft_;
  RoleReader roles_;
  PersonItems cut_;
  TokenRange sentence_;
  std::size_t at_ = 0;
  Pending pending_;
  Current current_;
  Kind last_mark_ = Kind::kOther;
  // lists of persons
  bool in_list_ = false;
  std::size_t list_begin_ = 0;
  std::size_t segment_begin_ = 0;   ///< persons read when the last semicolon came
  bool broken_ = false;             ///< words that are not understood stand in the list
  std::vector<RolePhrase> shared_;  ///< posts of each person of the list
  bool each_shares_ = false;        ///< of those addressed one by one, too
  // posts far behind a name
  std::size_t late_ = kNobody;  ///< last person of the sentence, who may take a post
  std::vector<RolePhrase> late_roles_;
  bool in_late_posts_ = false;
  bool told_ = false;  ///< the posts of the last person are a predicate, which semicolons may part
  std::vector<RolePhrase> owed_;  ///< posts of the next person: *cách chức Bí thư … với ông A*
  // which posts are over
  bool posts_follow_ = false;   ///< "từng giữ nhiều vị trí": former posts may stand behind a colon
  bool carry_former_ = false;   ///< the last post is over, and so is one that a comma joins
  bool period_closed_ = false;  ///< *từ năm 2010 đến năm 2015*: the posts told now are over
  bool period_near_ = false;    ///< *trước đó* speaks of the next words only
  bool transfer_ = false;       ///< the sentence moves somebody to another post
  bool posted_ = false;         ///< the new post of a transfer has been read
};

}  // namespace chido
