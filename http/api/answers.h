#pragma once

#include <cstdint>
#include <vector>

#include "graph/model/entity.h"
#include "graph/store/snapshot.h"
#include "http/api/exchange.h"
#include "linker/resolve/judgement.h"

namespace chido::api {

/// How many edges of one predicate and direction an entity has.
struct EdgeCount {
  Predicate predicate = Predicate::kMentions;
  Direction direction = Direction::kOut;
  std::uint64_t count = 0;
};

/// Edges of an entity by predicate and direction.
struct EdgeCounts {
  std::vector<EdgeCount> counts;
  bool truncated = false;  ///< more than 20,000 edges; the counts are of the first
};

/// Errors: those of the store.
Result<EdgeCounts> CountEdges(const Snapshot& snapshot, EntityId entity);

/// Schema Judgement: one value. Errors: those of the store.
Status WriteJudgement(Exchange& exchange, const Judgement& judgement);

/// Schema EntityDetail: one value. Errors: those of the store.
Status WriteEntityDetail(Exchange& exchange, const Entity& entity);

}  // namespace chido::api
