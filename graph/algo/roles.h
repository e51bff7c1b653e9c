#pragma once

#include <string>
#include <vector>

#include "graph/model/entity.h"
#include "graph/model/statement.h"
#include "graph/store/snapshot.h"

namespace chido {

/// A post of an official.
struct RoleHeld {
  Entity body;
  std::string title;
  Statement statement;  ///< its time: from the first to the last observation
};

/// The posts of an official. An article tells what somebody is, seldom what they are no longer: a
/// post is past if it is called so (*nguyên*), if its body had ended, or if it was last seen more
/// than a year before the newest one.
struct RoleList {
  std::vector<RoleHeld> now;   ///< newest observation first
  std::vector<RoleHeld> past;  ///< newest observation first
  std::string as_of;           ///< day of the newest observation, empty if there is none
  bool truncated = false;      ///< more than 1,000 statements
};

/// Errors: those of the store.
Result<RoleList> RolesOf(const Snapshot& snapshot, EntityId official);

}  // namespace chido
