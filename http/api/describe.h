#pragma once

#include <string>

#include "graph/algo/roles.h"
#include "graph/model/entity.h"
#include "graph/store/snapshot.h"

namespace chido::api {

/// A few words that tell an entity from its namesakes: an official's newest post, a meeting's date
/// and place, a directive's issuer and date, a document's paper and day, what a body or place
/// belongs to. Empty if nothing is known. Errors: those of the store.
Result<std::string> Describe(const Snapshot& snapshot, const Entity& entity);
/// A post in Vietnamese words: whether it is a former one, its title, body and time.
std::string Describe(const RoleHeld& role);

}  // namespace chido::api
