#include "tests/world/cost.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "graph/base/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/world/bulk.h"
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

/// A store with a world's first articles, and the world to go on with.
struct Grown {
  explicit Grown(const WorldOptions& options) : world(options), press(world) {
    auto opened = Store::Open(folder / "store", {.create_if_missing = true});
    if (!opened) Abort(opened.error().message);
    store = std::move(*opened);
    resolver = std::make_unique<Resolver>(*store, Lexicon::BuiltIn());
  }

  World world;
  Press press;
  testing::TemporaryFolder folder;
  std::unique_ptr<Store> store;
  std::unique_ptr<Resolver> resolver;
};

void PrintOneMore(const WorldOptions& options, std::size_t articles, std::ostream& out) {
  Grown grown(options);
  const Status loaded = LoadAtOnce(grown.world, articles, *grown.store);
  if (!loaded) Abort(loaded.error().message);
  for (std::size_t i = 0; i < articles; ++i) grown.press.Next();
  std::vector<double> times;
  for (std::size_t i = 0; i < kSample; ++i) {
    const Known known = grown.press.Next();
    times.push_back(TimeOf(*grown.resolver, known.written.article, known.reading));
  }
  PrintTimes("article", articles, std::move(times), out);
}

/// An article about one of many people of one name: each is a head of department of another body.
void PrintNamesakes(const WorldOptions& options, std::size_t people, std::ostream& out) {
  Grown grown(options);
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
    times.push_back(TimeOf(*grown.resolver, article, reading));
    if (times.size() == kSample) PrintTimes("namesake", i + 1, std::exchange(times, {}), out);
  }
}

}  // namespace

void PrintCost(const WorldOptions& options, std::size_t articles, std::size_t namesakes,
               std::ostream& out) {
  for (std::size_t stored = 1000; stored < articles; stored *= 10) {
    PrintOneMore(options, stored, out);
  }
  PrintOneMore(options, articles, out);
  PrintNamesakes(options, namesakes, out);
}

}  // namespace chido::world
