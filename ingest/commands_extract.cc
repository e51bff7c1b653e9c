#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "ingest/commands.h"
#include "ingest/pipeline/pipeline.h"
#include "ingest/pipeline/progress.h"
#include "ingest/pretty.h"
#include "ingest/source/byte_stream.h"
#include "ingest/summary.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/evaluate.h"
#include "linker/reading/explain.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

constexpr std::size_t kGoldLimit = std::size_t{1} << 30;

/// Hands each article on to a function; keeps nothing, so no article is known.
class FunctionSink : public ReadingSink {
 public:
  using Function = std::function<Status(const Article&, const Reading&)>;
  explicit FunctionSink(Function function) : function_(std::move(function)) {}

  Result<std::optional<Article>> Find(DocumentId /*id*/) override {
    return std::optional<Article>();
  }
  Status Add(const Article& article, const Reading& reading) override {
    return function_(article, reading);
  }
  Status Sync() override { return {}; }

 private:
  Function function_;
};

Result<PipelineReport> ReadInto(FunctionSink& sink, const Arguments& arguments,
                                Terminal& terminal) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  const auto source = OpenPaths(arguments.List("PATH"));
  const InterruptGuard guard;
  const PipelineOptions options{.workers = static_cast<unsigned>(arguments.Integer("workers")),
                                .stop = guard.flag()};
  const auto read = [&lexicon](const Article& article) { return ReadArticle(article, lexicon); };
  auto report = RunPipeline(*source, read, sink, options);
  if (report.has_value()) PrintFailures(*report, terminal);
  return report;
}

std::string Percent(const std::optional<double>& value) {
  return value ? fmt::format("{:.3f}", *value) : "-";
}

void PrintTable(const Evaluation& evaluation, bool errors, std::ostream& out) {
  out << fmt::format("{:<22}{:>8}{:>8}{:>8}{:>11}{:>8}{:>8}\n", "", "gold", "read", "hits",
                     "precision", "recall", "F1");
  for (const EvaluationRow& row : evaluation.rows) {
    out << fmt::format("{:<22}{:>8}{:>8}{:>8}{:>11}{:>8}{:>8}\n", row.kind, row.gold, row.system,
                       row.hits, Percent(row.precision()), Percent(row.recall()),
                       Percent(row.f1()));
  }
  if (!errors) return;
  for (const EvaluationError& error : evaluation.errors) {
    out << fmt::format("{} {} {}: {}\n", error.missed ? "missed" : "extra ", error.kind,
                       error.article, error.fact);
  }
}

nlohmann::ordered_json OrNull(const std::optional<double>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

void PrintJson(const Evaluation& evaluation, bool errors, std::ostream& out) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const EvaluationRow& row : evaluation.rows) {
    rows.push_back({{"kind", row.kind},
                    {"gold", row.gold},
                    {"read", row.system},
                    {"hits", row.hits},
                    {"precision", OrNull(row.precision())},
                    {"recall", OrNull(row.recall())},
                    {"f1", OrNull(row.f1())}});
  }
  nlohmann::ordered_json result{{"rows", std::move(rows)}};
  if (errors) {
    result["errors"] = nlohmann::ordered_json::array();
    for (const EvaluationError& error : evaluation.errors) {
      result["errors"].push_back({{"kind", error.kind},
                                  {"article", error.article},
                                  {"missed", error.missed},
                                  {"fact", error.fact}});
    }
  }
  out << result.dump(2) << '\n';
}

}  // namespace

Result<int> RunExtract(const Arguments& arguments, Terminal& terminal) {
  const bool json = arguments.Flag("json");
  const bool explain = arguments.Flag("explain");
  const bool pretty = arguments.String("format") == "pretty" && !json;
  FunctionSink sink([&](const Article& article, const Reading& reading) -> Status {
    if (explain) {
      CHIDO_ASSIGN(const Explanation reasons, ExplainArticle(article, Lexicon::BuiltIn()));
      if (json) {
        terminal.out << ExplanationToJson(reasons) << '\n';
      } else {
        PrintExplanation(article, reasons, terminal.out);
      }
    } else if (pretty) {
      PrintReading(article, reading, terminal.out);
    } else {
      terminal.out << ReadingToJson(reading) << '\n';
    }
    if (terminal.out) return {};
    return Fail(Code::kIo, "the readings cannot be written; is the disk full or the pipe closed?");
  });
  CHIDO_ASSIGN(const PipelineReport report, ReadInto(sink, arguments, terminal));
  return ExitCodeOf(report);
}

Result<int> RunEvaluate(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const auto file, ByteStream::Open(arguments.String("GOLD")));
  CHIDO_ASSIGN(const std::string gold, file->ReadAll(kGoldLimit));
  std::vector<Reading> readings;
  FunctionSink sink([&](const Article& /*article*/, const Reading& reading) -> Status {
    readings.push_back(reading);
    return {};
  });
  CHIDO_ASSIGN(const PipelineReport report, ReadInto(sink, arguments, terminal));
  CHIDO_ASSIGN(const Evaluation evaluation, Evaluate(gold, readings));
  const bool errors = arguments.Flag("errors");
  if (arguments.Flag("json")) {
    PrintJson(evaluation, errors, terminal.out);
  } else {
    PrintTable(evaluation, errors, terminal.out);
  }
  return ExitCodeOf(report);
}

}  // namespace chido
