// chido_read_jsonl [FILE…]: reads articles (JSON lines, text, HTML; standard input without FILE)
// and writes one reading per line as JSON. For work on the rules of the reader.

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/source/source.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

int main(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  if (paths.empty()) paths.emplace_back("-");
  const auto source = chido::OpenPaths(std::move(paths));
  int failures = 0;
  while (const auto article = source->Next()) {
    if (!article->has_value()) {
      fmt::print(stderr, "{}\n", article->error().message);
      ++failures;
      continue;
    }
    const auto reading = chido::ReadArticle(**article, chido::Lexicon::BuiltIn());
    if (reading) {
      fmt::print("{}\n", chido::ReadingToJson(*reading));
    } else {
      fmt::print(stderr, "{}\n", reading.error().message);
      ++failures;
    }
  }
  return failures == 0 ? 0 : 1;
}
