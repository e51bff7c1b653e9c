#include "graph/algo/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "graph/algo/neighbourhood.h"
#include "graph/algo/paths.h"
#include "tests/support/drawn_store.h"

namespace chido {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

//   An ── M1 ── Binh ── M2 ── Chi        An and Chi also meet the long way round: An ── M3 ── Dung
//    └─── M3 ── Dung ── M4 ── Chi
constexpr std::string_view kRing = R"(
  o:An   chaired  m:M1 2021-01-01
  o:Binh attended m:M1 2021-01-01
  o:Binh chaired  m:M2 2022-01-01
  o:Chi  attended m:M2 2022-01-01 sure=0.4
  o:An   chaired  m:M3 2023-01-01
  o:Dung attended m:M3 2023-01-01
  o:Dung chaired  m:M4 2023-06-01
  o:Chi  attended m:M4 2023-06-01
  o:Xa   chaired  m:M9 2023-06-01
)";

class WalkTest : public ::testing::Test {
 protected:
  std::vector<std::string> PathsOf(std::string_view from, std::string_view to, std::uint32_t hops,
                                   const EdgeFilter& filter = {}, std::size_t limit = 10) {
    const auto answer = ShortestPaths(drawn.snapshot(), drawn.Id(from), drawn.Id(to), hops, filter,
                                      limit, Budget{});
    EXPECT_TRUE(answer);
    std::vector<std::string> names;
    for (const Path& path : answer->paths) {
      std::string name = drawn.NameOf(path.steps.front().from);
      EntityId at = path.steps.front().from;
      for (const Step& step : path.steps) {
        EXPECT_EQ(step.from, at) << "steps must join";
        at = step.to;
        name += "-" + drawn.NameOf(at);
      }
      names.push_back(name);
    }
    truncated = answer->truncated;
    return names;
  }

  testing::DrawnStore drawn{kRing};
  bool truncated = false;
};

TEST_F(WalkTest, AllShortestWaysAreFoundAndNoLongerOnes) {
  EXPECT_THAT(PathsOf("An", "Chi", 8),
              UnorderedElementsAre("An-M1-Binh-M2-Chi", "An-M3-Dung-M4-Chi"));
  EXPECT_THAT(PathsOf("An", "Binh", 8), ElementsAre("An-M1-Binh"));
}

TEST_F(WalkTest, TheSameWayReadsBackwards) {
  EXPECT_THAT(PathsOf("Chi", "An", 8),
              UnorderedElementsAre("Chi-M2-Binh-M1-An", "Chi-M4-Dung-M3-An"));
}

TEST_F(WalkTest, NoWayWithinTheHopsIsAnEmptyAnswer) {
  EXPECT_THAT(PathsOf("An", "Chi", 3), ElementsAre());
  EXPECT_THAT(PathsOf("An", "Xa", 8), ElementsAre());
  EXPECT_THAT(PathsOf("An", "An", 8), ElementsAre());
  EXPECT_FALSE(truncated);
}

TEST_F(WalkTest, AFilterHoldsInEveryHop) {
  EdgeFilter sure;
  sure.min_confidence = 0.5F;
  EXPECT_THAT(PathsOf("An", "Chi", 8, sure), ElementsAre("An-M3-Dung-M4-Chi"));
  EdgeFilter year;
  year.first_day = ToDays({2021, 1, 1});
  year.last_day = ToDays({2022, 12, 31});
  EXPECT_THAT(PathsOf("An", "Chi", 8, year), ElementsAre("An-M1-Binh-M2-Chi"));
  EXPECT_THAT(PathsOf("An", "Chi", 8, EdgeFilter::Only(Predicate::kChaired)), ElementsAre());
}

TEST_F(WalkTest, MoreWaysThanTheLimitAreToldAsTruncated) {
  EXPECT_EQ(PathsOf("An", "Chi", 8, {}, 1).size(), 1U);
  EXPECT_TRUE(truncated);
}

TEST_F(WalkTest, ParallelStatementsAreOneWay) {
  testing::DrawnStore twice(R"(
    o:An   chaired  m:M1
    o:An   attended m:M1
    o:Binh chaired  m:M1
  )");
  const auto answer =
      ShortestPaths(twice.snapshot(), twice.Id("An"), twice.Id("Binh"), 4, {}, 10, Budget{});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->paths.size(), 1U);
}

TEST_F(WalkTest, ASpentBudgetIsToldInsteadOfNoWay) {
  const auto answer = ShortestPaths(drawn.snapshot(), drawn.Id("An"), drawn.Id("Chi"), 8, {}, 10,
                                    Budget{.max_nodes = 2});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->paths.empty());
  EXPECT_TRUE(answer->truncated);
}

TEST_F(WalkTest, ANeighbourhoodGrowsHopByHop) {
  const auto one = Neighbourhood(drawn.snapshot(), drawn.Id("An"), 1, {}, 100, Budget{});
  ASSERT_TRUE(one);
  std::vector<std::string> names;
  for (const NodeView& node : one->nodes) names.push_back(node.entity.label);
  EXPECT_THAT(names, ElementsAre("An", "M1", "M3"));
  EXPECT_EQ(one->edges.size(), 2U);
  EXPECT_FALSE(one->truncated);
  const auto two = Neighbourhood(drawn.snapshot(), drawn.Id("An"), 2, {}, 100, Budget{});
  ASSERT_TRUE(two);
  EXPECT_EQ(two->nodes.size(), 5U);
  EXPECT_EQ(two->nodes.back().distance, 2U);
  EXPECT_EQ(two->edges.size(), 4U);
}

TEST_F(WalkTest, ANeighbourhoodOverItsLimitKeepsTheNearest) {
  const auto cut = Neighbourhood(drawn.snapshot(), drawn.Id("An"), 4, {}, 3, Budget{});
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->nodes.size(), 3U);
  EXPECT_LE(cut->nodes.back().distance, 1U);
  EXPECT_TRUE(cut->truncated);
  for (const Statement& edge : cut->edges) EXPECT_EQ(edge.subject, drawn.Id("An"));
}

TEST_F(WalkTest, ANeighbourhoodOfNobodyIsNotFound) {
  const auto none = Neighbourhood(drawn.snapshot(), EntityId{999}, 1, {}, 10, Budget{});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Code::kNotFound);
}

/// Distances by relaxing every edge until nothing changes.
std::map<EntityId, std::uint32_t> SlowDistances(
    const std::vector<std::pair<EntityId, EntityId>>& edges, EntityId start) {
  std::map<EntityId, std::uint32_t> distance{{start, 0}};
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [a, b] : edges) {
      for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
        if (!distance.contains(from)) continue;
        const std::uint32_t next = distance.at(from) + 1;
        const auto [at, fresh] = distance.try_emplace(to, next);
        if (fresh || next < at->second) {
          at->second = next;
          changed = true;
        }
      }
    }
  }
  return distance;
}

/// How many shortest ways there are, by counting those of everything one hop nearer.
std::size_t SlowWays(const std::vector<std::pair<EntityId, EntityId>>& edges,
                     const std::map<EntityId, std::uint32_t>& distance, EntityId start,
                     EntityId goal) {
  if (goal == start) return 1;
  std::set<EntityId> nearer;
  for (const auto& [a, b] : edges) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      const bool step = to == goal && distance.contains(from);
      if (step && distance.at(from) + 1 == distance.at(goal)) nearer.insert(from);
    }
  }
  std::size_t ways = 0;
  for (const EntityId from : nearer) ways += SlowWays(edges, distance, start, from);
  return ways;
}

TEST(WalkOracleTest, DistancesAndWaysAgreeWithASlowSearchOnRandomGraphs) {
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::string drawing;
    std::vector<std::pair<std::string, std::string>> lines;
    for (int i = 0; i < 30; ++i) {
      const std::string official = "o" + std::to_string(random() % 15);
      const std::string meeting = "m" + std::to_string(random() % 15);
      drawing += "o:" + official + " chaired m:" + meeting + "\n";
      lines.emplace_back(official, meeting);
    }
    testing::DrawnStore drawn(drawing);
    std::vector<std::pair<EntityId, EntityId>> edges;
    for (const auto& [a, b] : lines) edges.emplace_back(drawn.Id(a), drawn.Id(b));
    const EntityId start = edges.front().first;
    const StoreGraph graph(drawn.snapshot(), {}, StoreGraph::Walk::kBoth, {});
    const auto walk = WalkFrom(graph, start, 100);
    ASSERT_TRUE(walk);
    const std::map<EntityId, std::uint32_t> found(walk->distance.begin(), walk->distance.end());
    const auto slow = SlowDistances(edges, start);
    EXPECT_EQ(found, slow);
    for (const auto& [goal, distance] : slow) {
      if (goal == start) continue;
      const auto answer =
          ShortestPaths(drawn.snapshot(), start, goal, distance, {}, 1000, Budget{});
      ASSERT_TRUE(answer);
      EXPECT_EQ(answer->paths.size(), SlowWays(edges, slow, start, goal));
      for (const Path& path : answer->paths) {
        EXPECT_EQ(path.steps.size(), distance);
        EXPECT_EQ(path.steps.front().from, start);
        EXPECT_EQ(path.steps.back().to, goal);
      }
      const auto shorter =
          ShortestPaths(drawn.snapshot(), start, goal, distance - 1, {}, 1000, Budget{});
      EXPECT_TRUE(shorter->paths.empty());
    }
  }
}

}  // namespace
}  // namespace chido
