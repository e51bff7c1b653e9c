#pragma once

#include <vector>

#include "graph/base/command.h"

namespace chido {

/// The commands that ask: search, show, chaired, cited, trace, path, judgements, review, export.
/// Each answers for people, or with `--json` exactly as the API does.
std::vector<Command> QueryCommands();
/// The commands by which people decide: same, different, retract. They write to the store.
std::vector<Command> JudgeCommands();

// One function per command; see its --help.
Result<int> RunSearch(const Arguments& arguments, Terminal& terminal);
Result<int> RunShow(const Arguments& arguments, Terminal& terminal);
Result<int> RunChaired(const Arguments& arguments, Terminal& terminal);
Result<int> RunCited(const Arguments& arguments, Terminal& terminal);
Result<int> RunTrace(const Arguments& arguments, Terminal& terminal);
Result<int> RunPath(const Arguments& arguments, Terminal& terminal);
Result<int> RunJudgements(const Arguments& arguments, Terminal& terminal);
Result<int> RunReview(const Arguments& arguments, Terminal& terminal);
Result<int> RunSame(const Arguments& arguments, Terminal& terminal);
Result<int> RunDifferent(const Arguments& arguments, Terminal& terminal);
Result<int> RunRetract(const Arguments& arguments, Terminal& terminal);
Result<int> RunExport(const Arguments& arguments, Terminal& terminal);

}  // namespace chido
