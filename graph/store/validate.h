#pragma once

#include "graph/base/result.h"
#include "graph/store/change.h"

namespace chido {

/// Checks a change as far as it can be without the store: ids that are not zero, statement ids that
/// are those of their fields, keys without zero bytes, redirects. Errors: kInvalidArgument.
Status ValidateChange(const Change& change);
/// Errors: kInvalidArgument naming the statement, if its predicate does not fit the two types.
Status ValidateFit(const Statement& statement, EntityType subject, EntityType object);

}  // namespace chido
