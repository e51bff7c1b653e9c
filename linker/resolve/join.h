#pragma once

#include <span>

#include "graph/store/change.h"

namespace chido {

// Joins are commutative, associative and idempotent, so that what many documents say of one entity
// or statement does not depend on the order in which they came.

/// The entity that both records tell of. Ids and types must agree.
EntityRecord Join(const EntityRecord& a, const EntityRecord& b);

/// Folds pieces of evidence into the statement's valid time, confidence and count. Pieces must be
/// new to it.
void AddEvidence(Statement& statement, std::span<const Evidence> pieces);

}  // namespace chido
