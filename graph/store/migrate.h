#pragma once

#include <cstdint>

#include "graph/base/result.h"
#include "graph/store/database.h"

namespace chido {

/// Of a store whose making was cut short, or that no article was put into.
Error NothingYet(const std::string& folder);

/// The format version of an open database; 0 for one that was never finished (nothing in it).
/// Errors: kCorruption if the row is no number; kBadInput if it is missing beside other rows; kIo.
Result<std::uint32_t> ReadFormatVersion(const Database& database);

/// Writes the current version into an empty database. Errors: kIo.
Status WriteFormatVersion(Database& database, std::uint32_t version);

/// Makes the bytes those of `kFormatVersion`, step by step; nothing to do if they are. After each
/// step the version is raised on the disk, so an interrupted migration goes on where it was: every
/// step may run twice. Errors: kUnsupported for a newer format, or an older one that is open for
/// reading only; kIo; kCorruption.
Status MigrateToCurrent(Database& database);

}  // namespace chido
