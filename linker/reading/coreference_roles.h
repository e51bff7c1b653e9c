#pragma once

#include "linker/reading/draft.h"

namespace chido {

/// Adds the posts of `mention` to `official`. A post that is there already, stated shorter or
/// longer, stays one post in its longer form.
void AddRoles(const Draft& draft, const PersonMention& mention, OfficialItem& official);

/// Whether two statements may be of one post: same body (or one of them open), and one title the
/// other's beginning.
bool SamePost(const Draft& draft, const RoleMention& stated, const RoleItem& held);

}  // namespace chido
