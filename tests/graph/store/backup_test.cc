#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/graph/store/store_fixture.h"

namespace chido {
namespace {

TEST_F(StoreTest, ABackupRestoresToTheSameContent) {
  Apply(SampleChanges(8));
  const std::uint64_t digest = Digest();
  ASSERT_TRUE(store_->Backup(folder_ / "backup"));
  Apply(SampleChanges(9).back());
  const Status restored = Store::Restore(folder_ / "backup", folder_ / "again");
  ASSERT_TRUE(restored) << restored.error().message;
  const auto again = Store::Open(folder_ / "again");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ((*again)->Digest().value(), digest);
  EXPECT_TRUE((*again)->Check(false)->Sound());
}

TEST_F(StoreTest, NeitherBackupNorRestoreOverwrites) {
  Apply(SampleChanges(1));
  ASSERT_TRUE(store_->Backup(folder_ / "backup"));
  EXPECT_EQ(store_->Backup(folder_ / "backup").error().code, Code::kAlreadyExists);
  EXPECT_EQ(Store::Restore(folder_ / "backup", folder_ / "store").error().code,
            Code::kAlreadyExists);
}

TEST_F(StoreTest, WhatIsNoBackupIsNotRestored) {
  EXPECT_EQ(Store::Restore(folder_ / "none", folder_ / "again").error().code, Code::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "again"));
}

TEST_F(StoreTest, ADamagedBackupIsNotRestored) {
  Apply(SampleChanges(40));
  ASSERT_TRUE(store_->Backup(folder_ / "backup"));
  std::filesystem::path largest;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "backup")) {
    if (entry.path().extension() != ".sst") continue;
    if (largest.empty() || entry.file_size() > std::filesystem::file_size(largest)) {
      largest = entry.path();
    }
  }
  ASSERT_FALSE(largest.empty());
  // The link is shared with the store, so the damaged file must be a copy.
  const std::filesystem::path copy = folder_ / "copy";
  std::filesystem::copy_file(largest, copy);
  std::filesystem::rename(copy, largest);
  std::fstream file(largest, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(200);
  file.write("damage", 6);
  file.close();
  const Status restored = Store::Restore(folder_ / "backup", folder_ / "again");
  ASSERT_FALSE(restored);
  EXPECT_EQ(restored.error().code, Code::kCorruption);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "again"));
}

}  // namespace
}  // namespace chido
