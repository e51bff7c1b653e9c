#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "ingest/pipeline/reading_sink.h"
#include "ingest/source/source.h"
#include "linker/reading/reading.h"

namespace chido {

/// Reads one article. Called by several threads at once.
using ArticleReader = std::function<Result<Reading>(const Article&)>;

/// What a run has done so far, or did.
struct PipelineReport {
  SourceCounts source;
  std::uint64_t added = 0;       ///< articles that are new to the sink
  std::uint64_t known = 0;       ///< articles whose content was there already
  std::uint64_t replaced = 0;    ///< of the known ones: better copies, or read anew
  std::uint64_t failed = 0;      ///< articles and files that could not be taken
  std::uint64_t text_bytes = 0;  ///< of added and replaced articles
  double seconds = 0;
  bool stopped = false;       ///< ended early by `PipelineOptions::stop`
  std::vector<Error> errors;  ///< the first `kErrorLimit` of the failed, in the source's order

  static constexpr std::size_t kErrorLimit = 1000;
};

struct PipelineOptions {
  unsigned workers = 1;  ///< threads that read, 1 to 64
  /// Articles whose content is there already are read and added again.
  bool read_again = false;
  /// Set from elsewhere (a signal) to end the run behind the articles that are under way.
  const std::atomic<bool>* stop = nullptr;
  /// Called from the calling thread, some times a second.
  std::function<void(const PipelineReport&)> progress;
};

/// Brings all articles of `source` into `sink`: one thread loads, `workers` threads read, the
/// calling thread adds, in the order of the source whatever the number of workers. What fails for
/// one article is noted and the rest goes on; an error of the sink ends the run and is returned.
/// Memory: at most a few articles per worker. A run that was stopped, by force too, is completed by
/// the next one.
Result<PipelineReport> RunPipeline(Source& source, const ArticleReader& reader, ReadingSink& sink,
                                   const PipelineOptions& options);

}  // namespace chido
