// The committed store of format 1 opens in the present binary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "graph/store/meta.h"
#include "tests/graph/store/store_fixture.h"
#include "tests/support/raw_store.h"

namespace chido {
namespace {

class MigrateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy(std::filesystem::path(CHIDO_SOURCE_DIR) / "tests/fixtures/store-v1",
                          folder_ / "store", std::filesystem::copy_options::recursive);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(MigrateTest, TheOldStoreLacksWhatMigrationAdds) {
  const RawStore raw(folder_ / "store");
  EXPECT_THAT(raw.Rows(Family::kCounter), ::testing::IsEmpty());
  EXPECT_THAT(raw.Rows(Family::kMeta), ::testing::ElementsAre(::testing::Pair(kFormatKey, "1")));
  EXPECT_THAT(raw.Rows(Family::kArticle), ::testing::SizeIs(12));
}

TEST_F(MigrateTest, ReadingOnlyIsRefusedWithTheRemedy) {
  const auto opened = Store::Open(folder_ / "store", {.read_only = true});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::kUnsupported);
  EXPECT_THAT(opened.error().message, ::testing::HasSubstr("chido check --repair"));
}

TEST_F(MigrateTest, OpeningMakesItTheSameAsANewStoreOfTheSameContent) {
  const auto migrated = Store::Open(folder_ / "store");
  ASSERT_TRUE(migrated) << migrated.error().message;
  const auto fresh = Store::Open(folder_ / "fresh", {.create_if_missing = true});
  ASSERT_TRUE(fresh);
  for (const Change& change : SampleChanges(12)) ASSERT_TRUE((*fresh)->Apply(change));
  EXPECT_EQ((*migrated)->Digest().value(), (*fresh)->Digest().value());
  EXPECT_TRUE((*migrated)->Check(false)->problems.empty());
  EXPECT_EQ((*migrated)->Stats()->format_version, kFormatVersion);
  EXPECT_EQ((*migrated)->Stats()->documents, 12U);
  EXPECT_FALSE((*migrated)->Read()->EntitiesBySimilarName("tran thu quy", {})->empty());
}

TEST_F(MigrateTest, AnInterruptedMigrationGoesOn) {
  {
    const auto migrated = Store::Open(folder_ / "store");
    ASSERT_TRUE(migrated);
  }
  {
    RawStore raw(folder_ / "store");
    raw.Put(Family::kMeta, kFormatKey, "1");
    raw.Delete(Family::kCounter, raw.Rows(Family::kCounter)[0].first);
  }
  const auto again = Store::Open(folder_ / "store");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE((*again)->Check(false)->problems.empty());
}

}  // namespace
}  // namespace chido
