#pragma once

#include <span>
#include <string>

#include "graph/base/result.h"
#include "linker/lexicon/table.h"

namespace chido {

/// Checks the tables and compiles them into the bytes that `Lexicon::Load` reads. The same tables
/// give the same bytes. Error kBadInput names file, line and column of the first fault.
Result<std::string> CompileLexicon(std::span<const TableFile> files);

}  // namespace chido
