#pragma once

#include <cstdint>

#include "graph/base/result.h"
#include "graph/store/database.h"

namespace chido {

/// The sum of the hashes of all rows of the content families, as of `pin`. A sum does not know an
/// order, so equal content gives an equal digest. Where an article was found (`origin`) is left
/// out: the lines of a file may be shuffled. Errors: kIo, kCorruption.
Result<std::uint64_t> DigestOf(const Database& database, const SnapshotPin& pin);

}  // namespace chido
