#include "http/api/describe.h"

#include "http/api/labels.h"

namespace chido::api {
namespace {

void Append(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += " · ";
  text += part;
}

std::string Joined(const Entity& entity, std::initializer_list<std::string_view> attributes) {
  std::string text;
  for (const std::string_view attribute : attributes) Append(text, entity.Attribute(attribute));
  return text;
}

Result<std::string> NewestPost(const Snapshot& snapshot, EntityId official) {
  CHIDO_ASSIGN(const RoleList roles, RolesOf(snapshot, official));
  const std::vector<RoleHeld>& list = roles.now.empty() ? roles.past : roles.now;
  if (list.empty()) return std::string();
  const RoleHeld& role = list.front();
  std::string text = role.title;
  // A post without a body stands as its own office: its name is the title again.
  if (role.body.label != role.title)
    text += text.empty() ? role.body.label : ", " + role.body.label;
  return text;
}

/// What the entity is the subject of, by the first of the two predicates that says anything.
Result<std::string> Belonging(const Snapshot& snapshot, EntityId id) {
  for (const Predicate predicate : {Predicate::kPartOf, Predicate::kLocatedIn}) {
    CHIDO_ASSIGN(const Page<EdgeRow> page,
                 snapshot.Edges(id, Direction::kOut, {.predicate = predicate, .limit = 1}));
    if (page.items.empty()) continue;
    CHIDO_ASSIGN(const std::optional<Entity> whole, snapshot.GetEntity(page.items.front().other));
    if (whole) return whole->label;
  }
  return std::string();
}

}  // namespace

Result<std::string> Describe(const Snapshot& snapshot, const Entity& entity) {
  switch (entity.type) {
    case EntityType::kOfficial:
      return NewestPost(snapshot, entity.id);
    case EntityType::kBody:
    case EntityType::kPlace:
      return Belonging(snapshot, entity.id);
    case EntityType::kMeeting:
      return Joined(entity, {"date", "place"});
    case EntityType::kDirective:
      return Joined(entity, {"issuer", "date", "title"});
    case EntityType::kDocument:
      return Joined(entity, {"publisher", "published"});
  }
  return std::string();
}

std::string Describe(const RoleHeld& role) {
  std::string text(LabelOf(Predicate::kHoldsRole, "status", role.statement.Qualifier("status"),
                           Language::kVietnamese));
  if (!text.empty()) text.push_back(' ');
  text += role.title;
  if (role.body.label != role.title) text += ", " + role.body.label;
  const std::string valid = FormatEdtf(role.statement.valid);
  if (!valid.empty()) text += " (" + valid + ")";
  return text;
}

}  // namespace chido::api
