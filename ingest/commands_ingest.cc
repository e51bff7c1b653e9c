#include "ingest/commands.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/pipeline/progress.h"
#include "ingest/pipeline/store_sink.h"
#include "ingest/summary.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

/// Runs `source` into `store` and tells about it.
Result<int> RunInto(Store& store, Source& source, bool read_again, const Arguments& arguments,
                    Terminal& terminal) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  StoreSink sink(store, lexicon);
  Progress progress(terminal);
  const InterruptGuard guard;
  PipelineOptions options{.workers = static_cast<unsigned>(arguments.Integer("workers")),
                          .read_again = read_again,
                          .stop = guard.flag()};
  if (!arguments.Flag("quiet")) {
    options.progress = [&progress](const PipelineReport& report) { progress.Show(report); };
  }
  const auto read = [&lexicon](const Article& article) { return ReadArticle(article, lexicon); };
  CHIDO_ASSIGN(const PipelineReport report, RunPipeline(source, read, sink, options));
  progress.Clear();
  CHIDO_ASSIGN(const StoreStats stats, store.Stats());
  PrintSummary(report, store, stats, arguments.Flag("json"), terminal);
  return ExitCodeOf(report);
}

}  // namespace

Result<int> RunIngest(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  CHIDO_ASSIGN(const std::unique_ptr<Store> store,
               Store::Open(folder, {.create_if_missing = true}));
  const auto source = OpenPaths(arguments.List("PATH"));
  return RunInto(*store, *source, false, arguments, terminal);
}

Result<int> RunReread(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder));
  const auto source = OpenStoredArticles(*store, arguments.Flag("all"));
  return RunInto(*store, *source, true, arguments, terminal);
}

}  // namespace chido
