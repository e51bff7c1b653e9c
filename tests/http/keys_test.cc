#include "http/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using ::testing::HasSubstr;

const std::string kKey(32, 'k');

class KeysTest : public ::testing::Test {
 protected:
  Result<KeyRing> Load(const std::string& text,
                       std::filesystem::perms rights = std::filesystem::perms::owner_read) {
    const std::string file = folder_ / "keys";
    std::filesystem::remove(file);
    std::ofstream(file) << text;
    std::filesystem::permissions(file, rights);
    return KeyRing::Load(file);
  }

 private:
  testing::TemporaryFolder folder_;
};

TEST_F(KeysTest, AKeyTellsItsHolderAndNothingElseDoes) {
  const auto ring =
      Load("# who may judge\n\nlan " + kKey + "\n\tminh  " + kKey + "2 # until May\n");
  ASSERT_TRUE(ring.has_value()) << ring.error().message;
  EXPECT_EQ(ring->HolderOf(kKey), "lan");
  EXPECT_EQ(ring->HolderOf(kKey + "2"), "minh");
  for (const std::string& wrong : {std::string(), kKey + "3", kKey.substr(1), std::string("lan"),
                                   kKey + std::string(1, '\0'), std::string(1000, 'k')}) {
    EXPECT_EQ(ring->HolderOf(wrong), std::nullopt) << wrong;
  }
}

TEST_F(KeysTest, AFileThatOthersMayOpenIsRefusedWithTheRemedy) {
  using std::filesystem::perms;
  for (const perms others : {perms::group_read, perms::others_read, perms::group_write}) {
    const auto ring = Load("lan " + kKey, perms::owner_read | others);
    ASSERT_FALSE(ring.has_value());
    EXPECT_EQ(ring.error().code, Code::kInvalidArgument);
    EXPECT_THAT(ring.error().message, HasSubstr("chmod 600"));
  }
}

TEST_F(KeysTest, EachBadLineIsToldByItsNumber) {
  for (const std::string& line :
       {std::string("lan"), "lan " + kKey + " more", "lan " + kKey.substr(1), "lan " + kKey + "é",
        "minh " + kKey, "first " + kKey + "2", std::string(65, 'n') + " " + kKey + "3"}) {
    const auto ring = Load("first " + kKey + "\n" + line + "\n");
    ASSERT_FALSE(ring.has_value()) << line;
    EXPECT_EQ(ring.error().code, Code::kBadInput);
    EXPECT_THAT(ring.error().message, HasSubstr("keys:2: "));
  }
}

TEST_F(KeysTest, AFileWithoutKeysOrNoFileIsAnError) {
  EXPECT_EQ(Load("# nobody\n").error().code, Code::kBadInput);
  EXPECT_EQ(KeyRing::Load("/nowhere/keys").error().code, Code::kNotFound);
}

}  // namespace
}  // namespace chido
