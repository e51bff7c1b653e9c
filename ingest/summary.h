#pragma once

#include <optional>

#include "graph/base/command.h"
#include "graph/store/store.h"
#include "ingest/pipeline/pipeline.h"

namespace chido {

/// Writes what could not be taken, one sentence each, to the error stream.
void PrintFailures(const PipelineReport& report, Terminal& terminal);

/// The end of a run for people or, with `json`, for programs; `stats` of the store it went into.
void PrintSummary(const PipelineReport& report, const Store& store, const StoreStats& stats,
                  bool json, Terminal& terminal);

/// 0 if all went well, 1 if something failed, the error itself if there is one and nothing was
/// taken; kUnavailable for a run that was stopped.
Result<int> ExitCodeOf(const PipelineReport& report);

}  // namespace chido
