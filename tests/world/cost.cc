#include "tests/world/cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "graph/base/error.h"
#include "tests/world/run.h"

namespace chido::world {
namespace {

constexpr std::size_t kSample = 500;

double TimeOf(Resolver& resolver, const Article& article, const Reading& reading) {
  const auto begin = std::chrono::steady_clock::now();
  const Status status = resolver.Add(article, reading);
  if (!status) Abort(status.error().message);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

void PrintTimes(std::string_view what, std::size_t stored, std::vector<double> times,
                std::ostream& out) {
  std::ranges::sort(times);
  const auto at = [&times](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  out << fmt::format("{:<10} {:8} stored: p50 {:.2f} ms, p99 {:.2f} ms, most {:.2f} ms\n", what,
                     stored, at(0.5), at(0.99), times.back())
      << std::flush;
}

void PrintGrowth(Run& run, std::size_t articles, std::ostream& out) {
  std::size_t next = std::min<std::size_t>(1000, articles);
  while (run.articles() < articles) {
    run.Add(next - run.articles());
    std::vector<double> times;
    for (std::size_t i = 0; i < kSample; ++i) {
      const Known known = run.press().Next();
      times.push_back(TimeOf(run.resolver(), known.written.article, known.reading));
    }
    PrintTimes("article", next, std::move(times), out);
    next = std::min(next * 10, articles);
  }
}

/// An article about one of many people of one name: each is a head of department of another body.
void PrintNamesakes(Run& run, std::size_t people, std::ostream& out) {
  std::vector<double> times;
  for (std::size_t i = 0; i < people; ++i) {
    Article article;
    article.text = "Đồng chí Nguyễn Văn Mẫu dự. " + std::to_string(i);
    article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(article.text.size())}}};
    article.id = ContentId("", article.text);
    Reading reading;
    reading.document = article.id;
    reading.bodies.push_back({"Hợp tác xã số " + std::to_string(i), {}, "", "", false, {}});
    const Ground ground{{0, 30}, {0, 30}, "world", 1};
    reading.officials.push_back({"Nguyễn Văn Mẫu",
                                 {},
                                 "",
                                 false,
                                 {{"Giám đốc", 0, false, false, false, {ground}}},
                                 {ground}});
    times.push_back(TimeOf(run.resolver(), article, reading));
    if (times.size() == kSample) PrintTimes("namesake", i + 1, std::exchange(times, {}), out);
  }
}

}  // namespace

void PrintCost(const WorldOptions& options, std::size_t articles, std::size_t namesakes,
               std::ostream& out) {
  Run run(options, false);
  PrintGrowth(run, articles, out);
  PrintNamesakes(run, namesakes, out);
}

}  // namespace chido::world
