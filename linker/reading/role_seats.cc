#include <utility>

#include "linker/reading/role_reader.h"
#include "linker/reading/scan.h"

// Seats in a committee that a decision gives without a title: "tham gia Ban Chấp hành, Ban Thường
// vụ, giữ chức Phó Bí thư Huyện ủy".

namespace chido {
namespace {

constexpr std::string_view kMember = "Ủy viên Ban Chấp hành";
constexpr std::string_view kBureau = "Ủy viên Ban Thường vụ";

}  // namespace

std::vector<RolePhrase> RoleReader::SeatsAt(std::uint32_t token, std::uint32_t limit) {
  std::vector<RolePhrase> seats;
  const Match* joins = draft_.CueAt(token, "role.joins");
  if (joins == nullptr) return seats;
  std::uint32_t at = joins->tokens.end;
  while (at < limit) {
    const Match* seat = draft_.CueAt(at, "role.seat");
    if (seat == nullptr || seat->tokens.end > limit) break;
    RolePhrase phrase;
    phrase.tokens = seat->tokens;
    phrase.seat = true;
    phrase.former = CueValue(draft_, *joins) == "former";
    phrase.title.title = CueValue(draft_, *seat) == "member" ? kMember : kBureau;
    seats.push_back(std::move(phrase));
    at = seat->tokens.end;
    if (draft_.CueAt(at, "organ") != nullptr) {
      const std::optional<BodyPhrase> owner = grammar_.ParseAt(at, limit);
      if (!owner || !owner->organ_of_party || owner->word.empty()) return {};
      for (RolePhrase& each : seats) each.body = owner;
      seats.back().tokens.end = owner->end;
      break;
    }
    const bool listed = scan::IsAny(draft_.text, at, {",", "và"});
    if (!listed || draft_.CueAt(at + 1, "role.seat") == nullptr) break;
    ++at;
  }
  return seats;
}

ItemIndex RoleReader::CommitteeOfSeat(const std::vector<RolePhrase>& roles, std::size_t index) {
  const RolePhrase* owner = &roles[index];
  for (std::size_t i = index + 1; i < roles.size() && !owner->body; ++i) {
    if (roles[i].title.title.find("Bí thư") != std::string::npos && roles[i].body)
      owner = &roles[i];
  }
  if (!owner->body || !owner->body->organ_of_party || owner->body->word.empty()) return kNoItem;
  return book_.Intern(
      grammar_.Committee(owner->body->word, owner->body->unit, owner->tokens.begin));
}

std::string RoleReader::TitleOfSeat(const RolePhrase& role, ItemIndex body) const {
  const std::string& name = draft_.bodies[static_cast<std::size_t>(body)].name;
  if (role.title.title != kMember) return role.title.title;
  for (const std::string_view committee :
       {"Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy"}) {
    if (name.starts_with(committee)) return std::string(committee) + " viên";
  }
  return role.title.title;
}

}  // namespace chido
