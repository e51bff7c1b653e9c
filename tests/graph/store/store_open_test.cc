// Opening what is a store, and refusing what is none, each with a remedy.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include <fstream>

#include "graph/store/meta.h"
#include "tests/graph/store/store_fixture.h"
#include "tests/support/raw_store.h"

namespace chido {
namespace {

using ::testing::HasSubstr;

Error OpenError(const std::filesystem::path& folder, const OpenOptions& options = {}) {
  const auto opened = Store::Open(folder, options);
  return opened ? Error{Code::kInternal, "it opened"} : opened.error();
}

TEST(StoreOpenTest, AMissingFolderIsNotFoundAndStaysMissing) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(OpenError(folder / "none").code, Code::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(folder / "none"));
}

TEST(StoreOpenTest, AFolderOfOtherThingsIsRefusedAndUntouched) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder / "letter.txt") << "hello";
  const Error error = OpenError(folder.path(), {.create_if_missing = true});
  EXPECT_EQ(error.code, Code::kBadInput);
  EXPECT_THAT(error.message, HasSubstr("letter.txt"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(StoreOpenTest, AFileIsNoStore) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder / "file") << "hello";
  EXPECT_EQ(OpenError(folder / "file").code, Code::kBadInput);
}

TEST(StoreOpenTest, ADatabaseOfAnotherProgramIsRefused) {
  const testing::TemporaryFolder folder;
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* raw = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, folder.path().string(), &raw).ok());
  const std::unique_ptr<rocksdb::DB> other(raw);
  ASSERT_TRUE(other->Put(rocksdb::WriteOptions(), "a", "b").ok());
  ASSERT_TRUE(other->Close().ok());
  EXPECT_EQ(OpenError(folder.path()).code, Code::kBadInput);
}

TEST(StoreOpenTest, WhatAKilledCreationLeftIsMadeWhole) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder / "LOCK");
  std::ofstream(folder / "000001.dbtmp") << "MANIFEST-000001\n";
  EXPECT_TRUE(Store::Open(folder.path(), {.create_if_missing = true}));
}

TEST_F(StoreTest, ASecondOpeningForWritingIsAConflictThatNamesTheLock) {
  const Error error = OpenError(folder_ / "store");
  EXPECT_EQ(error.code, Code::kConflict);
  EXPECT_THAT(error.message, HasSubstr("LOCK"));
}

TEST_F(StoreTest, AReaderBesideTheWriterSeesTheMomentOfItsOpening) {
  const std::vector<Change> changes = SampleChanges(2);
  Apply(changes[0]);
  const auto reader = Store::Open(folder_ / "store", {.read_only = true});
  ASSERT_TRUE(reader) << reader.error().message;
  Apply(changes[1]);
  EXPECT_EQ((*reader)->Stats()->documents, 1U);
  EXPECT_EQ(store_->Stats()->documents, 2U);
  EXPECT_EQ((*reader)->Apply(changes[1]).error().code, Code::kInvalidArgument);
}

TEST_F(StoreTest, ANewerFormatIsRefusedWithTheRemedy) {
  Close();
  RawStore(folder_ / "store").Put(Family::kMeta, kFormatKey, "3");
  for (const bool read_only : {false, true}) {
    const Error error = OpenError(folder_ / "store", {.read_only = read_only});
    EXPECT_EQ(error.code, Code::kUnsupported);
    EXPECT_THAT(error.message, HasSubstr("install the newer chido"));
  }
}

TEST_F(StoreTest, AFamilyOfANewerFormatIsRefusedWithTheRemedy) {
  Close();
  {
    rocksdb::DB* raw = nullptr;
    rocksdb::Options options;
    std::vector<std::string> names;
    const std::string path = (folder_ / "store").string();
    ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(options, path, &names).ok());
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const std::string& name : names) families.emplace_back(name, options);
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    ASSERT_TRUE(rocksdb::DB::Open(options, path, families, &handles, &raw).ok());
    rocksdb::ColumnFamilyHandle* added = nullptr;
    ASSERT_TRUE(raw->CreateColumnFamily(options, "embedding", &added).ok());
    handles.push_back(added);
    for (rocksdb::ColumnFamilyHandle* handle : handles) raw->DestroyColumnFamilyHandle(handle);
    delete raw;
  }
  const Error error = OpenError(folder_ / "store");
  EXPECT_EQ(error.code, Code::kUnsupported);
  EXPECT_THAT(error.message, HasSubstr("embedding"));
}

TEST_F(StoreTest, ADamagedVersionIsCorruption) {
  Close();
  RawStore(folder_ / "store").Put(Family::kMeta, kFormatKey, "two");
  EXPECT_EQ(OpenError(folder_ / "store").code, Code::kCorruption);
}

TEST_F(StoreTest, WhatWasAppliedIsThereAfterReopening) {
  Apply(SampleChanges(3));
  const std::uint64_t digest = Digest();
  Close();
  Open();
  EXPECT_EQ(Digest(), digest);
  EXPECT_EQ(store_->Stats()->documents, 3U);
}

}  // namespace
}  // namespace chido
