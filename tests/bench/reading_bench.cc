// Reading of whole articles on one core: the sample articles, or the file in CHIDO_BENCH_ARTICLES
// (JSON lines).

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "graph/base/error.h"
#include "ingest/source/source.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace {

constexpr std::size_t kMostArticles = 2'000;

const std::vector<chido::Article>& Articles() {
  static const std::vector<chido::Article> kArticles = [] {
    const char* named = std::getenv("CHIDO_BENCH_ARTICLES");
    const std::string path = named != nullptr ? named : CHIDO_SOURCE_DIR "/datasets/sample";
    std::vector<chido::Article> articles;
    const auto source = chido::OpenPaths({path});
    while (articles.size() < kMostArticles) {
      auto next = source->Next();
      if (!next) break;
      if (next->has_value()) articles.push_back(std::move(**next));
    }
    if (articles.empty()) chido::Abort("no articles to read at " + path);
    return articles;
  }();
  return kArticles;
}

template <typename Work>
void OverArticles(benchmark::State& state, Work work) {
  std::int64_t bytes = 0;
  std::int64_t items = 0;
  for (auto _ : state) {
    for (const chido::Article& article : Articles()) {
      benchmark::DoNotOptimize(work(article));
      bytes += static_cast<std::int64_t>(article.text.size());
      ++items;
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(items);
}

/// The floor: validation, normal form, tokens and the gazetteer's automaton alone.
void BM_PlainPass(benchmark::State& state) {
  OverArticles(state, [](const chido::Article& article) {
    const auto text = chido::Analyse(article);
    return text.has_value() ? chido::Lexicon::BuiltIn().FindAll(*text).size() : 0;
  });
}
BENCHMARK(BM_PlainPass)->Unit(benchmark::kMillisecond);

void BM_ReadArticle(benchmark::State& state) {
  OverArticles(state, [](const chido::Article& article) {
    const auto reading = chido::ReadArticle(article, chido::Lexicon::BuiltIn());
    return reading.has_value() ? reading->officials.size() : 0;
  });
}
BENCHMARK(BM_ReadArticle)->Unit(benchmark::kMillisecond);

/// Text made to be slow: one mebibyte of `part` over and over. To be compared, byte for byte, with
/// BM_ReadArticle.
void BM_ReadAdversarial(benchmark::State& state, std::string_view part) {
  chido::Article article;
  article.title = "Hội nghị";
  while (article.text.size() < (std::size_t{1} << 20)) article.text += part;
  article.blocks = {{.span = {0, static_cast<std::uint32_t>(article.text.size())}}};
  article.id = chido::ContentId(article.title, article.text);
  std::int64_t bytes = 0;
  for (auto _ : state) {
    const auto reading = chido::ReadArticle(article, chido::Lexicon::BuiltIn());
    if (!reading) return state.SkipWithError(reading.error().message.c_str());
    bytes += static_cast<std::int64_t>(article.text.size());
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK_CAPTURE(
    BM_ReadAdversarial, list_of_persons,
    "các đồng chí Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường, Phó Chủ tịch UBND tỉnh, ")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ReadAdversarial, nested_quotes, "“ông nói: “ \"bà hỏi: ‘ ")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ReadAdversarial, digits_and_slashes, "05/2016/12-3-4/CT-TW/15.7/")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ReadAdversarial, combining_marks, "a\u0309\u0302\u0301\u0323e\u0300")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ReadAdversarial, endless_sentence,
                  "và tỉnh tổ chức hội nghị thực hiện nghị quyết ")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ReadAdversarial, directives, "Chỉ thị số 05-CT/TW, Nghị quyết 18, 19-NQ/TW; ")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ReadAdversarial, titles, "Bí thư, Chủ tịch, Phó Bí thư Tỉnh ủy, Ủy viên ")
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
