// Walks on a generated graph: one hop, two hops, path, trace. CHIDO_BENCH_STATEMENTS sets its size
// (1.5 million unless told).
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <random>

#include "graph/algo/neighbourhood.h"
#include "graph/algo/paths.h"
#include "graph/algo/trace.h"
#include "graph/store/store.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

constexpr std::uint64_t kStatementsPerArticle = 20;
constexpr std::uint64_t kOfficials = 100'000;
constexpr std::uint64_t kBodies = 5'000;
constexpr std::uint64_t kDirectives = 20'000;

EntityId IdOf(EntityType type, std::uint64_t number) {
  return EntityId{(static_cast<std::uint64_t>(type) << 48U) + number + 1};
}

/// Articles of one meeting each: three officials, a body, two directives, with evidence.
class Generator {
 public:
  explicit Generator(std::uint64_t statements) : articles_(statements / kStatementsPerArticle) {}

  Status Fill(Store& store) {
    BulkLoad load(store);
    Change nodes;
    AddNodes(nodes, EntityType::kOfficial, kOfficials);
    AddNodes(nodes, EntityType::kBody, kBodies);
    AddNodes(nodes, EntityType::kDirective, kDirectives);
    CHIDO_TRY(load.Add(nodes));
    for (std::uint64_t i = 0; i < articles_; ++i) {
      change_ = {};
      AddArticle(i);
      CHIDO_TRY(load.Add(change_));
    }
    return load.Finish();
  }

 private:
  static void AddNodes(Change& change, EntityType type, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) AddNode(change, IdOf(type, i), type);
  }
  static void AddNode(Change& change, EntityId id, EntityType type) {
    EntityRecord record;
    record.entity.id = id;
    record.entity.type = type;
    record.entity.label = "Mục thử " + ToString(id);
    change.put_entities.push_back(std::move(record));
  }
  /// Some are named far more often than others.
  std::uint64_t Skewed(std::uint64_t bound) {
    const double unit = std::uniform_real_distribution<>(0, 1)(random_);
    return static_cast<std::uint64_t>(unit * unit * unit * static_cast<double>(bound));
  }
  void Say(EntityId subject, Predicate predicate, EntityId object, Qualifiers qualifiers = {}) {
    Statement statement;
    statement.subject = subject;
    statement.predicate = predicate;
    statement.object = object;
    statement.qualifiers = std::move(qualifiers);
    statement.id = MakeStatementId(subject, predicate, object, statement.qualifiers);
    for (const Statement& other : change_.put_statements) {
      if (other.id == statement.id) return;
    }
    statement.valid = day_;
    statement.confidence = 0.9F;
    statement.evidence_count = 1;
    Evidence piece;
    piece.statement = statement.id;
    piece.document = change_.put_articles.front().id;
    piece.sentence = {0, 60};
    piece.rule = "bench";
    piece.confidence = 0.9F;
    change_.put_evidence.push_back(std::move(piece));
    change_.put_statements.push_back(std::move(statement));
  }
  void AddArticle(std::uint64_t number) {
    Article article;
    article.text = "Bài thử số " + std::to_string(number) + ". " + std::string(400, 'x');
    article.id = ContentId("", article.text);
    const EntityId document{article.id.value};
    change_.put_articles.push_back(std::move(article));
    AddNode(change_, document, EntityType::kDocument);
    const EntityId meeting = IdOf(EntityType::kMeeting, number);
    AddNode(change_, meeting, EntityType::kMeeting);
    day_ = EdtfDate::Single(FromDays(16'000 + static_cast<int>(number % 3'000)));
    const std::string unique = std::to_string(number);
    const EntityId body = IdOf(EntityType::kBody, Skewed(kBodies));
    Say(body, Predicate::kOrganised, meeting, {{"manner", "lead"}});
    for (const EntityId id : {meeting, body}) Say(document, Predicate::kMentions, id);
    for (int i = 0; i < 3; ++i) {
      const EntityId official = IdOf(EntityType::kOfficial, Skewed(kOfficials));
      Say(official, i == 0 ? Predicate::kChaired : Predicate::kAttended, meeting);
      Say(official, Predicate::kHoldsRole, body, {{"title", unique + std::to_string(i)}});
      Say(document, Predicate::kMentions, official);
      const EntityId directive = IdOf(EntityType::kDirective, Skewed(kDirectives));
      if (i == 2) continue;
      Say(document, Predicate::kCites, directive, {{"function", "implements"}});
      Say(meeting, Predicate::kCites, directive, {{"function", "implements"}});
      Say(document, Predicate::kMentions, directive);
      Say(official, Predicate::kCitedBySpeaker, directive, {{"meeting", ToString(meeting)}});
    }
  }

  std::uint64_t articles_;
  std::mt19937_64 random_{7};
  EdtfDate day_;
  Change change_;
};

const Snapshot& Generated() {
  static const testing::TemporaryFolder kFolder;
  static const std::unique_ptr<Store> kStore = [] {
    const char* size = std::getenv("CHIDO_BENCH_STATEMENTS");
    auto store = Store::Open(kFolder / "store", {.create_if_missing = true});
    if (!store) Abort(store.error().message);
    Generator generator(size == nullptr ? 1'500'000 : std::strtoull(size, nullptr, 10));
    const Status filled = generator.Fill(**store);
    if (!filled) Abort(filled.error().message);
    return std::move(*store);
  }();
  static const std::unique_ptr<Snapshot> kSnapshot = kStore->Read();
  return *kSnapshot;
}

Budget BenchBudget() { return {.deadline = Deadline(std::chrono::milliseconds(1'500))}; }

template <typename T>
const T& Must(const Result<T>& result) {
  if (!result) Abort(result.error().message);
  return *result;
}

void Hops(benchmark::State& state, std::uint32_t hops) {
  const Snapshot& snapshot = Generated();
  std::uint64_t number = 0;
  std::uint64_t nodes = 0;
  for (auto _ : state) {
    number = (number + 7'919) % kOfficials;
    const auto found = Neighbourhood(snapshot, IdOf(EntityType::kOfficial, number), hops,
                                     EdgeFilter::Facts(), 200, BenchBudget());
    nodes += Must(found).nodes.size();
  }
  state.counters["nodes"] =
      benchmark::Counter(static_cast<double>(nodes), benchmark::Counter::kAvgIterations);
}

void BM_OneHop(benchmark::State& state) { Hops(state, 1); }
void BM_TwoHops(benchmark::State& state) { Hops(state, 2); }

void BM_Path(benchmark::State& state) {
  const Snapshot& snapshot = Generated();
  std::uint64_t number = 0;
  std::uint64_t found = 0;
  for (auto _ : state) {
    number = (number + 7'919) % kOfficials;
    const auto answer = ShortestPaths(snapshot, IdOf(EntityType::kOfficial, number),
                                      IdOf(EntityType::kOfficial, (number * 31 + 5) % kOfficials),
                                      6, EdgeFilter::Facts(), 5, BenchBudget());
    found += Must(answer).paths.empty() ? 0 : 1;
  }
  state.counters["found"] =
      benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}

void BM_Trace(benchmark::State& state) {
  const Snapshot& snapshot = Generated();
  std::uint64_t number = 0;
  std::uint64_t citations = 0;
  for (auto _ : state) {
    number = (number + 7'919) % kDirectives;
    const auto trace =
        TraceDirective(snapshot, IdOf(EntityType::kDirective, number), 100, BenchBudget());
    citations += Must(trace).citations.size();
  }
  state.counters["citations"] =
      benchmark::Counter(static_cast<double>(citations), benchmark::Counter::kAvgIterations);
}

BENCHMARK(BM_OneHop)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_TwoHops)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_Path)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Trace)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace chido

BENCHMARK_MAIN();
