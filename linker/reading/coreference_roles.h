#pragma once

#include <cstdint>
#include <vector>

#include "linker/reading/draft.h"

namespace chido {

/// Adds the posts of `mention` to `official`. A post that is there already, stated shorter or
/// longer, stays one post in its longer form.
void AddRoles(const Draft& draft, const PersonMention& mention, OfficialItem& official);

/// Whether two statements may be of one post: same body (or one of them open), and one title the
/// other's beginning.
bool SamePost(const Draft& draft, const RoleMention& stated, const RoleItem& held);

/// Ends names at the word that a lost full stop glued to them, and completes names that a headline
/// cuts off, by the other names of the article.
void MendNames(Draft& draft);
/// Takes the post of a clause's subject from the person named before it, where the article names
/// its holder; gives a post without a body the body that the same person's post has elsewhere.
/// `person_of`: mention → person, -1 for none.
void SettlePosts(Draft& draft, const std::vector<std::int32_t>& person_of);

}  // namespace chido
