#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/algo/roles.h"
#include "graph/base/clock.h"
#include "graph/base/result.h"
#include "graph/model/entity.h"
#include "graph/store/snapshot.h"

namespace chido {

/// An official who bears the name of another, with what tells the two apart.
struct Namesake {
  Entity official;
  std::uint64_t documents = 0;  ///< that mention them, counted up to 1,000
  RoleList roles;
};

/// Two officials of one name who may be one person: a question for people.
struct ReviewPair {
  Namesake first;  ///< of more documents; of as many, the lesser id
  Namesake second;
};

struct ReviewList {
  std::vector<ReviewPair> pairs;
  bool truncated = false;  ///< more pairs than `limit`, over 1,000 of one name, or out of time
};

/// Pairs of officials whose labels are one name, tones included, the most valuable first: by the
/// documents of the lesser of the two, then of the greater, then ids. Pairs that people judged
/// different are left out. Reads all officials in memory of a few megabytes; what is not looked at
/// before `deadline` is left out. Errors: those of the store.
Result<ReviewList> ReviewQueue(const Snapshot& snapshot, std::size_t limit,
                               const Deadline& deadline = {});

}  // namespace chido
