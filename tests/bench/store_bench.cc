// The store: Apply of one article, one entity, one hop. Ceilings to compare with stand in
// README.md.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <random>
#include <string_view>

#include "graph/base/error.h"
#include "graph/base/result.h"
#include "graph/store/store.h"
#include "tests/support/sample_graph.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

constexpr int kEntitiesPerArticle = 30;
constexpr int kStatementsPerArticle = 40;
constexpr int kEvidencePerArticle = 60;

void Must(const Status& status) {
  if (!status) Abort(status.error().message);
}

std::unique_ptr<Store> NewStore(const testing::TemporaryFolder& folder) {
  auto store = Store::Open(folder / "store", {.create_if_missing = true});
  if (!store) Abort(store.error().message);
  return std::move(*store);
}

/// An article of the usual size: five of its entities are new, the others are known from articles
/// before and seen once more.
Change ArticleChange(int number) {
  Change change;
  Article article;
  article.text = std::string(3000, 'x') + std::to_string(number);
  article.id = ContentId("", article.text);
  change.put_readings.push_back({article.id, 1, std::string(2000, 'r')});
  for (int i = 0; i < kEntitiesPerArticle; ++i) {
    const bool official = i % 2 == 0;
    const int id = i < 5 ? 1000 + number * 5 + i : (number * 7 + i) % 1000;
    EntityRecord record;
    record.entity.id = official ? SampleOfficial(id) : SampleMeeting(id);
    record.entity.type = official ? EntityType::kOfficial : EntityType::kMeeting;
    record.entity.label = (official ? "Trần Thử " : "Hội nghị thử số ") + std::to_string(id);
    record.entity.last_seen = FormatEdtf(EdtfDate::Single(FromDays(19000 + number % 1000)));
    record.name_keys = {(official ? "tran thu " : "hoi nghi thu so ") + std::to_string(id)};
    change.put_entities.push_back(std::move(record));
  }
  for (int i = 0; i < kStatementsPerArticle; ++i) {
    Statement statement;
    statement.subject = change.put_entities[2 * (i % 15)].entity.id;
    statement.predicate = Predicate::kChaired;
    statement.object = change.put_entities[2 * ((i * 7) % 15) + 1].entity.id;
    statement.qualifiers = {{"manner", std::to_string(i)}};
    statement.id = MakeStatementId(statement.subject, statement.predicate, statement.object,
                                   statement.qualifiers);
    statement.valid = EdtfDate::Single(FromDays(19000 + number % 1000));
    change.put_statements.push_back(std::move(statement));
  }
  for (int i = 0; i < kEvidencePerArticle; ++i) {
    Evidence evidence;
    evidence.statement = change.put_statements[i % kStatementsPerArticle].id;
    evidence.document = article.id;
    evidence.sentence = {static_cast<std::uint32_t>(i * 40),
                         static_cast<std::uint32_t>(i * 40 + 39)};
    evidence.rule = "bench";
    change.put_evidence.push_back(std::move(evidence));
  }
  change.put_articles.push_back(std::move(article));
  return change;
}

// Budget: well under 1 ms for an article of 30 entities, 40 statements, 60 pieces of evidence.
void BM_ApplyArticle(benchmark::State& state) {
  const testing::TemporaryFolder folder;
  const auto store = NewStore(folder);
  int number = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const Change change = ArticleChange(number++);
    state.ResumeTiming();
    Must(store->Apply(change));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ApplyArticle)->Unit(benchmark::kMicrosecond);

/// Set by `--statements=N`.
std::uint64_t g_statements = 300'000;

/// The generated graph, loaded at its first use.
class LoadedGraph {
 public:
  static LoadedGraph& Get() {
    static LoadedGraph loaded;
    return loaded;
  }
  Store& store() { return *store_; }
  EntityId RandomOfficial() {
    return SampleOfficial(static_cast<int>(random_() % (g_statements / 10)));
  }

 private:
  LoadedGraph() : store_(NewStore(folder_)) {
    BulkLoad load(*store_);
    Must(GenerateGraph(g_statements, 1, [&](const Change& part) { return load.Add(part); }));
    Must(load.Finish());
  }

  std::mt19937_64 random_{7};
  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

void BM_OpenSnapshot(benchmark::State& state) {
  Store& store = LoadedGraph::Get().store();
  for (auto _ : state) benchmark::DoNotOptimize(store.Read());
}
BENCHMARK(BM_OpenSnapshot);

void BM_GetEntity(benchmark::State& state) {
  LoadedGraph& graph = LoadedGraph::Get();
  const auto view = graph.store().Read();
  for (auto _ : state) {
    if (!view->GetEntity(graph.RandomOfficial())->has_value()) Abort("an entity is missing");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_GetEntity);

void BM_OneHop(benchmark::State& state) {
  LoadedGraph& graph = LoadedGraph::Get();
  const auto view = graph.store().Read();
  const auto cursor = view->NewEdgeCursor();
  std::int64_t edges = 0;
  for (auto _ : state) {
    cursor->Seek(graph.RandomOfficial(), Direction::kOut);
    for (EdgeRow row; cursor->Next(row);) ++edges;
  }
  Must(cursor->status());
  state.SetItemsProcessed(state.iterations());
  state.counters["edges/s"] =
      benchmark::Counter(static_cast<double>(edges), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_OneHop);

void BM_SimilarName(benchmark::State& state) {
  LoadedGraph& graph = LoadedGraph::Get();
  const auto view = graph.store().Read();
  for (auto _ : state) {
    benchmark::DoNotOptimize(view->EntitiesBySimilarName("tran thu 4321x", {}));
  }
}
BENCHMARK(BM_SimilarName)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace chido

// Usage: chido_bench_store [--statements=N] [flags of Google Benchmark]
int main(int argc, char** argv) {
  constexpr std::string_view kFlag = "--statements=";
  if (argc > 1 && std::string_view(argv[1]).starts_with(kFlag)) {
    chido::g_statements = std::strtoull(argv[1] + kFlag.size(), nullptr, 10);
    argv[1] = argv[0];
    --argc;
    ++argv;
  }
  if (chido::g_statements < 10) chido::Abort("--statements needs a number of at least 10");
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
