#pragma once

#include <vector>

#include "graph/base/command.h"

namespace chido {

/// The commands about the store as a whole: `check`, `stats`, `backup`, `restore`. Each writes
/// lines for people, or one JSON object with `--json`.
std::vector<Command> StoreCommands();

}  // namespace chido
