#include "ingest/commands.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/pipeline/progress.h"
#include "ingest/pipeline/store_sink.h"
#include "ingest/summary.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"
#include "linker/resolve/resolver.h"

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

Status TakeJudgementsOver(const Store& from, Store& to) {
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*from.Read()));
  Resolver resolver(to, Lexicon::BuiltIn());
  for (const auto& [key, judgement] : judgements.all()) CHIDO_TRY(resolver.Judge(judgement));
  return {};
}

Result<int> RereadInto(const std::string& folder, const std::string& into,
                       const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::unique_ptr<Store> old, Store::Open(folder, {.read_only = true}));
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(into, {.create_if_missing = true}));
  const auto source = OpenStoredArticles(*old, /*all=*/true);
  CHIDO_ASSIGN(const int code, RunInto(*store, *source, false, arguments, terminal));
  CHIDO_TRY(TakeJudgementsOver(*old, *store));
  return code;
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
  if (const std::string into = arguments.String("into"); !into.empty()) {
    return RereadInto(folder, into, arguments, terminal);
  }
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder));
  const auto source = OpenStoredArticles(*store, arguments.Flag("all"));
  return RunInto(*store, *source, true, arguments, terminal);
}

}  // namespace chido
