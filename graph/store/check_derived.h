#pragma once

#include "graph/base/result.h"
#include "graph/store/check_log.h"

namespace chido {

/// Compares `out`, `in`, `name`, `doc_statement` and `counter` with what follows from the primary
/// families, as of `pin`, and tells `log` of each row that differs. Whole families are compared by
/// sums of hashes first; only one that differs is gone through row by row. Primary rows that cannot
/// be decoded are passed over: `CheckPrimary` tells of them. Errors: kIo.
Status CheckDerived(const Database& database, const SnapshotPin& pin, CheckLog& log);

}  // namespace chido
