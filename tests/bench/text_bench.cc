// Throughput of the text library and the lexicon over invented news text. Figures of the reference
// machine stand in tests/bench/README.md.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/text/normal.h"
#include "linker/text/tokens.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

constexpr std::size_t kTextSize = 4U << 20U;
constexpr std::size_t kArticleSize = 4000;

/// Invented reports with names of real units, the same in every run.
std::string NewsText(std::size_t size) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  std::mt19937 random(7);
  const auto unit = [&] {
    return std::string(lexicon.units()[random() % lexicon.units().size()].name);
  };
  const auto person = [&] {
    return std::string(lexicon.surnames()[random() % lexicon.surnames().size()].surname) + " Văn " +
           unit();
  };
  std::string text;
  while (text.size() < size) {
    text += "Sáng ngày 21/7/2023, Ban Tuyên giáo Tỉnh ủy " + unit() +
            " tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm. Đồng chí " + person() +
            ", Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị. Trong những "
            "tháng qua, các cấp, các ngành đã quán triệt, triển khai thực hiện Chỉ thị số 05-CT/TW "
            "của Bộ Chính trị, bám sát tình hình cơ sở, kịp thời định hướng dư luận xã hội. ";
    text += "Phát biểu tại hội nghị, ông " + person() + ", Phó Chủ tịch UBND huyện " + unit() +
            ", đề nghị người dân phát huy tinh thần đoàn kết, thi đua lao động sản xuất, xây dựng "
            "nông thôn mới; đồng thời nêu rõ những khó khăn, vướng mắc cần được tháo gỡ.\n\n";
  }
  return text;
}

const std::string& News() {
  static const std::string text = NewsText(kTextSize);
  return text;
}

/// The news cut into articles of usual length.
const std::vector<Article>& Articles() {
  static const auto articles = [] {
    std::vector<Article> cut;
    std::string_view rest = News();
    while (!rest.empty()) {
      const std::size_t end = rest.find("\n\n", kArticleSize);
      cut.emplace_back().text = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 2);
    }
    return cut;
  }();
  return articles;
}

void SetBytes(benchmark::State& state, std::size_t size) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(size));
}

void BM_ValidateUtf8(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FindInvalidUtf8(News()));
  SetBytes(state, News().size());
}
BENCHMARK(BM_ValidateUtf8);

void BM_Normalise(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : Articles()) benchmark::DoNotOptimize(Normalise(article.text));
  }
  SetBytes(state, News().size());
}
BENCHMARK(BM_Normalise)->Unit(benchmark::kMillisecond);

void BM_Analyse(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : Articles()) benchmark::DoNotOptimize(Analyse(article));
  }
  SetBytes(state, News().size());
}
BENCHMARK(BM_Analyse)->Unit(benchmark::kMillisecond);

// Budget: 60 MB/s.
void BM_FindAll(benchmark::State& state) {
  std::vector<AnalysedText> texts;
  std::size_t tokens = 0;
  for (const Article& article : Articles()) {
    texts.push_back(*Analyse(article));
    tokens += texts.back().tokens.size();
  }
  std::size_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    for (const AnalysedText& text : texts) matches += Lexicon::BuiltIn().FindAll(text).size();
  }
  SetBytes(state, News().size());
  state.counters["matches_per_token"] = static_cast<double>(matches) / static_cast<double>(tokens);
}
BENCHMARK(BM_FindAll)->Unit(benchmark::kMillisecond);

// Budget: 15 ms.
void BM_LoadLexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::Load(Lexicon::BuiltInBytes()));
}
BENCHMARK(BM_LoadLexicon)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace chido

BENCHMARK_MAIN();
