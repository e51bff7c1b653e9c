// The commands about the store as a whole, run as from a shell.
#include "graph/commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "graph/store/store.h"
#include "tests/support/raw_store.h"
#include "tests/support/sample_graph.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using ::testing::HasSubstr;

class StoreCommandsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto store = Store::Open(folder_ / "store", {.create_if_missing = true});
    ASSERT_TRUE(store) << store.error().message;
    for (const Change& change : SampleChanges(6)) ASSERT_TRUE((*store)->Apply(change));
  }

  int Run(const std::vector<std::string>& words) {
    std::vector<const char*> argv{"chido"};
    for (const std::string& word : words) argv.push_back(word.c_str());
    out_.str("");
    err_.str("");
    Terminal terminal{out_, err_};
    return RunCommandLine(StoreCommands(), argv, terminal);
  }
  std::string Path(const std::string& name) { return (folder_ / name).string(); }

  testing::TemporaryFolder folder_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(StoreCommandsTest, StatsCountsAndDigests) {
  EXPECT_EQ(Run({"stats", "--store", Path("store"), "--digest", "--json"}), 0);
  const auto json = nlohmann::json::parse(out_.str());
  EXPECT_EQ(json["documents"], 6);
  EXPECT_EQ(json["entities"]["official"], 6);
  EXPECT_EQ(json["statements"]["chaired"], 6);
  EXPECT_EQ(json["digest"].get<std::string>().size(), 16U);
  EXPECT_EQ(Run({"stats", "--store", Path("store"), "--digest"}), 0);
  EXPECT_THAT(out_.str(), HasSubstr(json["digest"].get<std::string>()));
  EXPECT_THAT(out_.str(), HasSubstr("documents"));
}

TEST_F(StoreCommandsTest, CheckTellsDamageByItsExitCodeAndRepairs) {
  EXPECT_EQ(Run({"check", "--store", Path("store")}), 0);
  {
    RawStore raw(folder_ / "store");
    raw.Delete(Family::kOut, raw.Rows(Family::kOut)[0].first);
  }
  EXPECT_EQ(Run({"check", "--store", Path("store")}), 1);
  EXPECT_THAT(out_.str(), HasSubstr("--repair"));
  EXPECT_EQ(Run({"check", "--repair", "--json", "--store", Path("store")}), 0);
  const auto json = nlohmann::json::parse(out_.str());
  EXPECT_EQ(json["repaired"], 1);
  EXPECT_EQ(json["details"][0]["family"], "out");
  EXPECT_EQ(Run({"check", "--store", Path("store")}), 0);
}

TEST_F(StoreCommandsTest, BackupAndRestoreGoThereAndBack) {
  EXPECT_EQ(Run({"backup", Path("backup"), "--store", Path("store")}), 0);
  EXPECT_EQ(Run({"restore", Path("backup"), Path("again")}), 0);
  EXPECT_EQ(Run({"check", "--store", Path("again")}), 0);
  EXPECT_EQ(Run({"restore", Path("backup"), Path("again")}), RowOf(Code::kAlreadyExists).exit_code);
}

TEST_F(StoreCommandsTest, EachFailureIsOneSentenceWithItsExitCode) {
  EXPECT_EQ(Run({"stats", "--store", Path("none")}), RowOf(Code::kNotFound).exit_code);
  EXPECT_THAT(err_.str(), HasSubstr("there is no store at"));
  EXPECT_EQ(Run({"stats", "--store", folder_.path().string()}), RowOf(Code::kBadInput).exit_code);
  const auto held = Store::Open(folder_ / "store");
  ASSERT_TRUE(held);
  EXPECT_EQ(Run({"backup", Path("backup"), "--store", Path("store")}),
            RowOf(Code::kConflict).exit_code);
  EXPECT_THAT(err_.str(), HasSubstr("in use"));
}

}  // namespace
}  // namespace chido
