#pragma once

#include <vector>

#include "graph/base/command.h"

namespace chido {

/// The subcommands that take articles in or read them: ingest, reread, extract, evaluate.
std::vector<Command> IngestCommands();

/// `chido ingest PATH… --store DIR`: exit code 0 if everything was taken in, 1 if something failed,
/// that of the first error if nothing could be taken.
Result<int> RunIngest(const Arguments& arguments, Terminal& terminal);
/// `chido reread --store DIR [--into NEW]`: reads stored articles again with the rules of this
/// binary, in place or into another store, which then has the old one's judgements too.
Result<int> RunReread(const Arguments& arguments, Terminal& terminal);
/// `chido extract PATH…`: readings to standard output in the order of the articles, without a
/// store.
Result<int> RunExtract(const Arguments& arguments, Terminal& terminal);
/// `chido evaluate GOLD PATH…`: how well articles are read, against readings made by hand.
Result<int> RunEvaluate(const Arguments& arguments, Terminal& terminal);

}  // namespace chido
