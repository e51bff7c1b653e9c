#include "tests/world/score.h"

#include <gtest/gtest.h>

#include <vector>

namespace chido::world {
namespace {

/// Twelve mentions of three people as in the paper's figure: five, two and five.
std::vector<Placed> Twelve(const std::vector<std::uint64_t>& clusters_of_truths) {
  std::vector<Placed> mentions;
  for (int i = 0; i < 12; ++i) {
    const std::uint64_t truth = i < 5 ? 1 : i < 7 ? 2 : 3;
    mentions.push_back({truth, clusters_of_truths[truth - 1]});
  }
  return mentions;
}

TEST(ScoreTest, TheExamplesOfBaggaAndBaldwinComeOutAsInTheirPaper) {
  const BCubed small_joined = ScoreOf(Twelve({10, 20, 20}));
  EXPECT_NEAR(small_joined.precision, 0.7619, 0.0001);
  EXPECT_DOUBLE_EQ(small_joined.recall, 1);
  const BCubed large_joined = ScoreOf(Twelve({10, 20, 10}));
  EXPECT_NEAR(large_joined.precision, 0.5833, 0.0001);
  EXPECT_DOUBLE_EQ(large_joined.recall, 1);
}

TEST(ScoreTest, ASplitCostsRecallAsTheSameMergeCostsPrecision) {
  const std::vector<Placed> split{{1, 1}, {1, 1}, {1, 2}, {2, 3}};
  const BCubed score = ScoreOf(split);
  EXPECT_DOUBLE_EQ(score.precision, 1);
  EXPECT_NEAR(score.recall, (2 * 2.0 / 3 + 1.0 / 3 + 1) / 4, 1e-12);
  std::vector<Placed> turned;
  for (const Placed& mention : split) turned.push_back({mention.cluster, mention.truth});
  EXPECT_DOUBLE_EQ(ScoreOf(turned).precision, score.recall);
  EXPECT_NEAR(score.f1, 2 * score.recall / (1 + score.recall), 1e-12);
}

TEST(ScoreTest, CountsAreOfDistinctThings) {
  const BCubed score = ScoreOf({{1, 7}, {1, 8}, {2, 7}});
  EXPECT_EQ(score.mentions, 3U);
  EXPECT_EQ(score.truths, 2U);
  EXPECT_EQ(score.clusters, 2U);
  EXPECT_EQ(ScoreOf({}).mentions, 0U);
}

TEST(ScoreTest, TheCostliestMistakeComesFirst) {
  const std::vector<Placed> mentions{{1, 7}, {2, 7}, {3, 8}, {3, 8}, {4, 8}, {4, 8}, {5, 9}};
  const std::vector<Mistake> merges = WorstMerges(mentions, 5);
  ASSERT_EQ(merges.size(), 2U);
  EXPECT_EQ(merges[0].whole, 8U);
  EXPECT_DOUBLE_EQ(merges[0].lost, 2);
  EXPECT_EQ(merges[0].mentions, (std::vector<std::size_t>{2, 3, 4, 5}));
  EXPECT_TRUE(WorstSplits(mentions, 5).empty());
}

}  // namespace
}  // namespace chido::world
