#include "ingest/commands.h"

#include <algorithm>
#include <thread>

namespace chido {
namespace {

using Kind = OptionSpec::Kind;

OptionSpec Paths() {
  return {.kind = Kind::kPositionalList,
          .name = "PATH",
          .help =
              "Text, HTML and JSON lines files (also .gz), folders of them, or - for standard "
              "input",
          .required = true};
}

OptionSpec Workers() {
  const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 64U);
  return {.kind = Kind::kInteger,
          .name = "workers",
          .help = "Threads that read; the result does not depend on it",
          .default_value = std::to_string(cores),
          .minimum = 1,
          .maximum = 64};
}

OptionSpec Flag(std::string name, std::string help) {
  return {.kind = Kind::kFlag, .name = std::move(name), .help = std::move(help)};
}

OptionSpec Quiet() { return Flag("quiet", "No progress, only the summary"); }
OptionSpec Json() { return Flag("json", "The result as JSON"); }

}  // namespace

std::vector<Command> IngestCommands() {
  return {
      {.name = "ingest",
       .summary = "Take articles in: read them, link them, keep them",
       .example = "chido ingest pages/ news.jsonl.gz --store my-store",
       .options = {Paths(), Workers(), Quiet(), Json()},
       .run = RunIngest},
      {.name = "reread",
       .summary = "Read stored articles again with the rules of this version",
       .example = "chido reread --store my-store\n"
                  "  chido reread --store old-store --into new-store",
       .options = {Flag("all", "Also those that this version has read already"),
                   {.kind = Kind::kString,
                    .name = "into",
                    .help = "Read all into this store, and take its judgements over; needed where "
                            "another version of chido linked the old one"},
                   Workers(),
                   Quiet(),
                   Json()},
       .run = RunReread},
      {.name = "extract",
       .summary = "Show what single articles say, without a store",
       .example = "chido extract article.txt --format pretty\n"
                  "  chido extract articles.jsonl > readings.jsonl\n"
                  "  chido extract article.txt --explain",
       .options = {Paths(),
                   {.kind = Kind::kString,
                    .name = "format",
                    .help = "reading: one JSON object per line; pretty: for people",
                    .default_value = "reading",
                    .choices = {"reading", "pretty"}},
                   Flag("explain",
                        "Which rule read each mention and statement, and why others lost"),
                   Workers(),
                   Flag("json", "JSON lines: readings, or with --explain their reasons")},
       .run = RunExtract},
      {.name = "evaluate",
       .summary = "Compare what is read with readings made by hand",
       .example = "chido evaluate gold.jsonl articles.jsonl",
       .options = {{.kind = Kind::kPositional,
                    .name = "GOLD",
                    .help = "JSON lines of readings, in the form that `chido extract` writes",
                    .required = true},
                   Paths(),
                   Workers(),
                   Flag("errors", "List what was missed and what is extra"),
                   Json()},
       .run = RunEvaluate},
  };
}

}  // namespace chido
