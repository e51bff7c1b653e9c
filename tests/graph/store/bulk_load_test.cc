#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/graph/store/store_fixture.h"

namespace chido {
namespace {

TEST_F(StoreTest, ABulkLoadEqualsApplyWhateverItsMemory) {
  const std::vector<Change> changes = SampleChanges(25);
  Apply(changes);
  for (const std::uint64_t memory : {std::uint64_t{1} << 30, std::uint64_t{1}}) {
    const testing::TemporaryFolder other_folder;
    const auto other = Store::Open(other_folder / "store", {.create_if_missing = true});
    ASSERT_TRUE(other);
    BulkLoad load(**other, memory);
    for (const Change& change : ShuffledPuts(MergeChanges(changes), 3)) {
      const Status added = load.Add(change);
      ASSERT_TRUE(added) << added.error().message;
    }
    EXPECT_EQ((*other)->Stats()->documents, 0U) << "seen before it was finished";
    const Status finished = load.Finish();
    ASSERT_TRUE(finished) << finished.error().message;
    EXPECT_EQ((*other)->Digest().value(), Digest());
    const auto report = (*other)->Check(false).value();
    EXPECT_TRUE(report.Sound()) << report.problems.front().what;
    EXPECT_EQ((*other)->Stats()->evidence, store_->Stats()->evidence);
    // It takes changes as any other store.
    ASSERT_TRUE((*other)->Apply(SampleChanges(26).back()));
    EXPECT_TRUE((*other)->Check(false)->Sound());
  }
}

TEST_F(StoreTest, AnUnfinishedBulkLoadLeavesNothing) {
  {
    BulkLoad load(*store_, 1);
    ASSERT_TRUE(load.Add(SampleChanges(1).front()));
  }
  EXPECT_EQ(store_->Stats()->documents, 0U);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "store" / "bulk"));
}

TEST_F(StoreTest, ABulkLoadRefusesWhatItCannotMerge) {
  const Change change = SampleChanges(1).front();
  BulkLoad load(*store_);
  ASSERT_TRUE(load.Add(change));
  EXPECT_EQ(load.Add(change).error().code, Code::kConflict);
  Change remove;
  remove.delete_entities = {SampleOfficial(0)};
  EXPECT_EQ(load.Add(remove).error().code, Code::kInvalidArgument);
  Apply(change);
  EXPECT_EQ(load.Finish().error().code, Code::kConflict);
}

TEST_F(StoreTest, AGeneratedGraphIsSound) {
  BulkLoad load(*store_);
  ASSERT_TRUE(GenerateGraph(500, 1, [&](const Change& part) { return load.Add(part); }));
  ASSERT_TRUE(load.Finish());
  EXPECT_TRUE(store_->Check(false)->Sound());
  EXPECT_EQ(store_->Stats()->StatementTotal(), 500U);
}

}  // namespace
}  // namespace chido
