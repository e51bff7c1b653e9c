#include "graph/view/store_graph.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/support/drawn_store.h"

namespace chido {
namespace {

/// Officials, meetings and statements between them, at random; several statements of two.
class RandomGraph {
 public:
  explicit RandomGraph(std::uint32_t seed) : random_(seed), drawn_("") {
    Change change;
    for (std::uint64_t i = 1; i <= kNodes; ++i) {
      EntityRecord record;
      record.entity.id = EntityId{i};
      record.entity.type = i % 2 == 0 ? EntityType::kMeeting : EntityType::kOfficial;
      record.entity.label = "n" + std::to_string(i);
      change.put_entities.push_back(std::move(record));
    }
    for (int i = 0; i < 300; ++i) AddStatement(change);
    EXPECT_TRUE(drawn_.store().Apply(change));
    for (Statement& statement : change.put_statements) {
      statements_.insert_or_assign(statement.id, statement);
    }
    snapshot_ = drawn_.store().Read();
  }

  EdgeFilter RandomFilter() {
    EdgeFilter filter;
    if (Below(2) == 0)
      filter = EdgeFilter::Only(Below(2) == 0 ? Predicate::kChaired : Predicate::kSpokeAt);
    if (Below(2) == 0) filter.min_confidence = 0.5F;
    if (Below(2) == 0) {
      filter.first_day = ToDays({2020, 1, 1}) + static_cast<int>(Below(300));
      filter.last_day = filter.first_day + static_cast<int>(Below(100));
    }
    return filter;
  }

  /// Statements with `vertex` on the given side, by reading all of them.
  std::multiset<StatementId> Expected(EntityId vertex, Direction side, const EdgeFilter& filter) {
    std::multiset<StatementId> expected;
    const bool dated = filter.first_day != std::numeric_limits<std::int32_t>::min();
    for (const auto& [id, statement] : statements_) {
      const EntityId own = side == Direction::kOut ? statement.subject : statement.object;
      if (own != vertex || statement.confidence < filter.min_confidence) continue;
      if ((filter.predicates & EdgeFilter::Bit(statement.predicate)) == 0) continue;
      if (dated && statement.valid.empty()) continue;
      const bool held = statement.valid.empty() || (statement.valid.FirstDay() <= filter.last_day &&
                                                    filter.first_day <= statement.valid.LastDay());
      if (held) expected.insert(id);
    }
    return expected;
  }

  const Snapshot& snapshot() const { return *snapshot_; }
  static constexpr std::uint64_t kNodes = 24;

 private:
  std::uint32_t Below(std::uint32_t bound) { return random_() % bound; }

  void AddStatement(Change& change) {
    constexpr std::array kPredicates{Predicate::kChaired, Predicate::kAttended,
                                     Predicate::kSpokeAt};
    Statement statement;
    statement.subject = EntityId{Below(kNodes / 2) * 2 + 1};
    statement.object = EntityId{Below(kNodes / 2) * 2 + 2};
    statement.predicate = kPredicates.at(Below(3));
    statement.qualifiers.emplace("manner", std::to_string(Below(3)));
    statement.confidence = 0.1F * static_cast<float>(Below(11));
    if (Below(5) != 0) {
      statement.valid =
          EdtfDate::Single(FromDays(ToDays({2020, 1, 1}) + static_cast<int>(Below(365))));
    }
    statement.id = MakeStatementId(statement.subject, statement.predicate, statement.object,
                                   statement.qualifiers);
    for (const Statement& other : change.put_statements) {
      if (other.id == statement.id) return;
    }
    change.put_statements.push_back(std::move(statement));
  }

  std::mt19937 random_;
  testing::DrawnStore drawn_;
  std::map<StatementId, Statement> statements_;
  std::unique_ptr<Snapshot> snapshot_;
};

std::multiset<StatementId> IdsOf(const StoreGraph::Steps& steps) {
  std::multiset<StatementId> ids;
  for (const Step& step : *steps) ids.insert(step.row.statement);
  return ids;
}

TEST(StoreGraphTest, EdgesAreThoseThatReadingEverythingFinds) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    RandomGraph random(seed);
    const EdgeFilter filter = random.RandomFilter();
    const StoreGraph forward(random.snapshot(), filter, StoreGraph::Walk::kForward, {});
    const StoreGraph both(random.snapshot(), filter, StoreGraph::Walk::kBoth, {});
    for (std::uint64_t i = 1; i <= RandomGraph::kNodes; ++i) {
      const EntityId vertex{i};
      std::multiset<StatementId> out = random.Expected(vertex, Direction::kOut, filter);
      const std::multiset<StatementId> in = random.Expected(vertex, Direction::kIn, filter);
      EXPECT_EQ(IdsOf(forward.Out(vertex)), out) << "seed " << seed << " vertex " << i;
      EXPECT_EQ(IdsOf(forward.In(vertex)), in) << "seed " << seed << " vertex " << i;
      out.insert(in.begin(), in.end());
      EXPECT_EQ(IdsOf(both.Out(vertex)), out) << "seed " << seed << " vertex " << i;
    }
    EXPECT_TRUE(both.status());
    EXPECT_FALSE(both.truncated());
  }
}

TEST(StoreGraphTest, AStepTellsItsEndsAndWhichOfThemIsTheSubject) {
  testing::DrawnStore drawn("o:An chaired m:Giao 2023-07-21\n");
  const StoreGraph graph(drawn.snapshot(), {}, StoreGraph::Walk::kBoth, {});
  const StoreGraph::Steps steps = graph.Out(drawn.Id("Giao"));
  ASSERT_EQ(steps->size(), 1U);
  EXPECT_EQ(steps->front().from, drawn.Id("Giao"));
  EXPECT_EQ(steps->front().to, drawn.Id("An"));
  EXPECT_EQ(steps->front().direction, Direction::kIn);
}

TEST(StoreGraphTest, EachBudgetEndsTheWalkAndIsTold) {
  testing::DrawnStore drawn(R"(
    o:An chaired m:M1
    o:An chaired m:M2
    o:An chaired m:M3
  )");
  const EntityId an = drawn.Id("An");
  const StoreGraph hub(drawn.snapshot(), {}, StoreGraph::Walk::kForward, {.max_degree = 2});
  EXPECT_EQ(hub.Out(an)->size(), 2U);
  EXPECT_TRUE(hub.truncated());
  const StoreGraph few(drawn.snapshot(), {}, StoreGraph::Walk::kForward, {.max_edges = 1});
  EXPECT_EQ(few.Out(an)->size(), 1U);
  EXPECT_TRUE(few.truncated());
  const StoreGraph one(drawn.snapshot(), {}, StoreGraph::Walk::kForward, {.max_nodes = 1});
  EXPECT_EQ(one.Out(an)->size(), 3U);
  EXPECT_FALSE(one.truncated());
  EXPECT_TRUE(one.Out(an)->empty());
  EXPECT_TRUE(one.truncated());
  const StoreGraph late(drawn.snapshot(), {}, StoreGraph::Walk::kForward,
                        {.deadline = Deadline(std::chrono::milliseconds(0))});
  EXPECT_TRUE(late.Out(an)->empty());
  EXPECT_TRUE(late.truncated());
}

TEST(EdgeFilterTest, WhatHasNoTimeIsLeftOutOnceADateIsAsked) {
  testing::DrawnStore drawn(R"(
    o:An chaired m:Khong_ngay
    o:An chaired m:Co_ngay 2023-07-21
  )");
  EdgeFilter filter;
  filter.first_day = filter.last_day = ToDays({2023, 7, 21});
  const StoreGraph graph(drawn.snapshot(), filter, StoreGraph::Walk::kForward, {});
  const StoreGraph::Steps steps = graph.Out(drawn.Id("An"));
  ASSERT_EQ(steps->size(), 1U);
  EXPECT_EQ(steps->front().to, drawn.Id("Co_ngay"));
}

}  // namespace
}  // namespace chido
