#pragma once

#include <vector>

#include "graph/base/command.h"

namespace chido {

/// The commands that ask: search, show, chaired, cited, trace, path, export. Each answers for
/// people, or with `--json` exactly as the API does.
std::vector<Command> QueryCommands();

// One function per command; see its --help.
Result<int> RunSearch(const Arguments& arguments, Terminal& terminal);
Result<int> RunShow(const Arguments& arguments, Terminal& terminal);
Result<int> RunChaired(const Arguments& arguments, Terminal& terminal);
Result<int> RunCited(const Arguments& arguments, Terminal& terminal);
Result<int> RunTrace(const Arguments& arguments, Terminal& terminal);
Result<int> RunPath(const Arguments& arguments, Terminal& terminal);
Result<int> RunExport(const Arguments& arguments, Terminal& terminal);

}  // namespace chido
