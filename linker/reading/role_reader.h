#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linker/reading/body_book.h"
#include "linker/reading/body_grammar.h"
#include "linker/reading/draft.h"
#include "linker/reading/role_title.h"

namespace chido {

/// A post as stated at one place: a title and, if stated there, its body.
struct RolePhrase {
  TokenRange tokens;
  TitlePhrase title;
  std::int32_t mention = -1;       ///< into Draft::body_mentions
  std::optional<BodyPhrase> body;  ///< the same, with its parts
  std::string_view unowned;        ///< a committee without its owner: "Đảng ủy"
  std::string country;             ///< a foreign country behind the title
  bool former = false;
  bool acting = false;
};

/// Reads posts and gives each its body, by the posts beside it where it states none. Needs the
/// stages up to bodies.
class RoleReader {
 public:
  explicit RoleReader(Draft& draft);

  /// The post that starts at `token`.
  std::optional<RolePhrase> RoleAt(std::uint32_t token, std::uint32_t limit);
  /// The posts of one person (or shared by several), in text order, completed.
  std::vector<RoleMention> Complete(const std::vector<RolePhrase>& roles);
  /// Index of the body mention that starts at `token`, or -1.
  std::int32_t MentionAt(std::uint32_t token) const;

 private:
  ItemIndex BodyOf(const std::vector<RolePhrase>& roles, std::size_t index, std::int32_t province);
  ItemIndex CommitteeBeside(const std::vector<RolePhrase>& roles, std::size_t index);
  ItemIndex BodyOfField(const RolePhrase& role);
  /// The ministry named last before `token`, else the first one: *Bộ trưởng* alone is its head.
  ItemIndex MinistryBefore(std::uint32_t token) const;
  ItemIndex BodyOwnedBeside(const std::vector<RolePhrase>& roles, std::size_t index,
                            std::int32_t province);
  ItemIndex CommuneBeside(const RolePhrase& next);
  ItemIndex OwnerBeside(const std::vector<RolePhrase>& roles, std::size_t index);
  bool TakesUnownedCommittee(std::uint32_t token, RolePhrase& role) const;
  bool TakesProvince(std::uint32_t token, const TitlePhrase& title, RolePhrase& role);
  void TakeCountry(std::uint32_t limit, RolePhrase& role) const;
  std::int32_t StatedProvince(const std::vector<RolePhrase>& roles) const;

  Draft& draft_;
  BodyGrammar grammar_;
  BodyBook book_;
  std::vector<std::int32_t> mention_at_;
  std::vector<std::int32_t> ministries_;  ///< mentions of ministries, in text order
};

}  // namespace chido
