#include "graph/algo/roles.h"

#include <algorithm>
#include <limits>

namespace chido {
namespace {

constexpr std::size_t kMostRoles = 1000;
constexpr std::int32_t kFreshDays = 366;

bool IsFormer(const RoleHeld& role) { return role.statement.Qualifier("status") == "former"; }

/// Last day on which the post was seen; the least number where no day is known.
std::int32_t LastSeen(const RoleHeld& role) {
  const EdtfDate& valid = role.statement.valid;
  const bool open = valid.empty() || (valid.interval && !valid.to);
  return open ? std::numeric_limits<std::int32_t>::min() : valid.LastDay();
}

bool HadEnded(const Entity& body, std::int32_t day) {
  const Result<EdtfDate> life = ParseEdtf(body.Attribute("valid"));
  return life && life->LastDay() < day;
}

}  // namespace

Result<RoleList> RolesOf(const Snapshot& snapshot, EntityId official) {
  CHIDO_ASSIGN(const Page<EdgeRow> page,
               snapshot.Edges(official, Direction::kOut,
                              {.predicate = Predicate::kHoldsRole, .limit = kMostRoles}));
  RoleList list;
  list.truncated = !page.next.empty();
  std::vector<RoleHeld> roles;
  std::int32_t newest = std::numeric_limits<std::int32_t>::min();
  for (const EdgeRow& row : page.items) {
    CHIDO_ASSIGN(std::optional<Entity> body, snapshot.GetEntity(row.other));
    CHIDO_ASSIGN(std::optional<Statement> statement, snapshot.GetStatement(row.statement));
    if (!body || !statement) continue;
    std::string title(statement->Qualifier("title"));
    RoleHeld role{std::move(*body), std::move(title), std::move(*statement)};
    if (!IsFormer(role)) newest = std::max(newest, LastSeen(role));
    roles.push_back(std::move(role));
  }
  const bool dated = newest != std::numeric_limits<std::int32_t>::min();
  if (dated) list.as_of = FormatEdtf(EdtfDate::Single(FromDays(newest)));
  std::ranges::stable_sort(roles, std::ranges::greater(), LastSeen);
  for (RoleHeld& role : roles) {
    const bool stale = dated && LastSeen(role) < newest - kFreshDays;
    const bool past = IsFormer(role) || stale || (dated && HadEnded(role.body, newest));
    (past ? list.past : list.now).push_back(std::move(role));
  }
  return list;
}

}  // namespace chido
