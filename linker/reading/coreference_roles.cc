#include "linker/reading/coreference_roles.h"

#include <string_view>

namespace chido {
namespace {

bool Extends(std::string_view longer, std::string_view shorter) {
  return longer.size() > shorter.size() && longer.starts_with(shorter) &&
         longer[shorter.size()] == ' ';
}

std::string_view NameOf(const Draft& draft, ItemIndex body) {
  return body == kNoItem ? std::string_view()
                         : std::string_view(draft.bodies[static_cast<std::size_t>(body)].name);
}

/// The same body, or its name with and without its place or country.
bool SameBody(const Draft& draft, ItemIndex a, ItemIndex b) {
  if (a == b) return true;
  const std::string_view left = NameOf(draft, a);
  const std::string_view right = NameOf(draft, b);
  return left.empty() || right.empty() || Extends(left, right) || Extends(right, left);
}

}  // namespace

bool SamePost(const Draft& draft, const RoleMention& stated, const RoleItem& held) {
  if (!SameBody(draft, stated.body, held.body)) return false;
  if (stated.title == held.title) return true;
  // "Phó Bí thư" for "Phó Bí thư Thường trực", but never across open bodies
  const bool alternate = (stated.title.find("dự khuyết") != std::string::npos) !=
                         (held.title.find("dự khuyết") != std::string::npos);
  return stated.body == held.body && !alternate &&
         (Extends(stated.title, held.title) || Extends(held.title, stated.title));
}

void AddRoles(const Draft& draft, const PersonMention& mention, OfficialItem& official) {
  for (const RoleMention& stated : mention.roles) {
    RoleItem* same = nullptr;
    for (RoleItem& held : official.roles) {
      if (SamePost(draft, stated, held)) same = &held;
    }
    const Ground ground = draft.GroundAt(stated.tokens, "role.stated", mention.confidence);
    if (same == nullptr) {
      official.roles.push_back(
          {stated.title, stated.body, stated.former, stated.acting, stated.doubtful, {ground}});
      continue;
    }
    if (stated.title.size() > same->title.size()) same->title = stated.title;
    if (NameOf(draft, stated.body).size() > NameOf(draft, same->body).size()) {
      same->body = stated.body;
    }
    same->former = same->former || stated.former;
    same->acting = same->acting || stated.acting;
    same->grounds.push_back(ground);
  }
}

}  // namespace chido
