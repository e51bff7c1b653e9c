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
  TokenRange unknown;              ///< words of a body that no table knows
  std::string_view head;           ///< of a body named before: *nhà trường*, *Sở*
  bool former = false;
  bool acting = false;
  bool seat = false;  ///< in a committee that a post beside it may name
  /// Whether the words of the post say where it is held.
  bool HasBody() const {
    return body || mention >= 0 || !unowned.empty() || !head.empty() || !unknown.empty();
  }
};

/// Reads posts and gives each its body, by the posts beside it where it states none. Needs the
/// stages up to bodies.
class RoleReader {
 public:
  explicit RoleReader(Draft& draft);

  /// The post that starts at `token`.
  std::optional<RolePhrase> RoleAt(std::uint32_t token, std::uint32_t limit);
  /// The seats that *tham gia* at `token` gives.
  std::vector<RolePhrase> SeatsAt(std::uint32_t token, std::uint32_t limit);
  /// The posts of one person (or shared by several), in text order, completed.
  std::vector<RoleMention> Complete(const std::vector<RolePhrase>& roles);
  /// Index of the body mention that starts at `token`, or -1.
  std::int32_t MentionAt(std::uint32_t token) const;

 private:
  ItemIndex BodyOf(const std::vector<RolePhrase>& roles, std::size_t index, std::int32_t province);
  ItemIndex CommitteeOfSeat(const std::vector<RolePhrase>& roles, std::size_t index);
  std::string TitleOfSeat(const RolePhrase& role, ItemIndex body) const;
  ItemIndex CommitteeBeside(const std::vector<RolePhrase>& roles, std::size_t index);
  void TakeBody(std::uint32_t limit, RolePhrase& role);
  void TakeMaster(std::uint32_t limit, RolePhrase& role);
  bool TakesUnitWord(std::uint32_t token, const TitlePhrase& title, RolePhrase& role) const;
  void SkipFixedBody(RolePhrase& role) const;
  void TakeUnknownBody(std::uint32_t token, std::uint32_t limit, RolePhrase& role) const;
  ItemIndex UnknownBody(const RolePhrase& role);
  bool NamesBody(TokenRange words) const;
  bool HoldsFullName(TokenRange run) const;
  std::uint32_t EndOfBodyWord(std::uint32_t token, std::uint32_t stop) const;
  bool ClosesBracket(std::int32_t mention) const;
  bool IsJoined(const RolePhrase& first, const RolePhrase& second) const;
  std::uint32_t EndOfField(std::uint32_t begin) const;
  /// The ministry that *Bộ* and the words of `field` name; empty if none.
  std::string_view MinistryOfField(TokenRange field) const;
  ItemIndex BodyOfField(const RolePhrase& role);
  /// The ministry named last before `token`, else the first one: *Bộ trưởng* alone is its head.
  ItemIndex MinistryBefore(std::uint32_t token) const;
  /// The body named last before `token` whose name begins with `head`.
  ItemIndex BodyBefore(std::string_view head, std::uint32_t token) const;
  bool TakesBodyBefore(std::uint32_t token, RolePhrase& role) const;
  bool TakesBodyBehindComma(std::uint32_t limit, RolePhrase& role);
  ItemIndex BodyOwnedBeside(const std::vector<RolePhrase>& roles, std::size_t index,
                            std::int32_t province);
  ItemIndex OrganOf(std::string_view organ, ItemIndex owner, const RolePhrase& role);
  ItemIndex OnlyBody(std::string_view head) const;
  ItemIndex CommuneBeside(const RolePhrase& next);
  ItemIndex OwnerBeside(const std::vector<RolePhrase>& roles, std::size_t index);
  bool TakesUnownedCommittee(std::uint32_t token, RolePhrase& role) const;
  bool TakesProvince(std::uint32_t token, const TitlePhrase& title, RolePhrase& role) const;
  bool TakesBodyBehindField(std::uint32_t token, std::uint32_t limit, RolePhrase& role);
  void SkipConstituency(std::uint32_t limit, RolePhrase& role) const;
  void SkipErrand(std::uint32_t limit, RolePhrase& role) const;
  void TakeCountry(std::uint32_t limit, RolePhrase& role) const;
  std::int32_t StatedProvince(const std::vector<RolePhrase>& roles) const;

  Draft& draft_;
  BodyGrammar grammar_;
  BodyBook book_;
  std::vector<std::int32_t> mention_at_;
  std::vector<std::int32_t> ministries_;  ///< mentions of ministries, in text order
};

}  // namespace chido
