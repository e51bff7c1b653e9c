#pragma once

#include <vector>

#include "graph/algo/neighbourhood.h"

namespace chido {

/// Two officials who chaired meetings together.
struct CoChair {
  Entity official;
  std::vector<Entity> meetings;  ///< shared, by date
};

struct CoChairAnswer {
  std::vector<CoChair> partners;  ///< most shared meetings first, then by name
  bool truncated = false;
};

/// Who chaired meetings together with `official`. Errors: those of the store.
Result<CoChairAnswer> CoChairsOf(const Snapshot& snapshot, EntityId official,
                                 const EdgeFilter& filter, const Budget& budget);

}  // namespace chido
