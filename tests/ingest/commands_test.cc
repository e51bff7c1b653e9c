#include "ingest/commands.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "graph/store/store.h"
#include "tests/ingest/files.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using testing::TemporaryFolder;
using testing::WriteFile;

constexpr std::string_view kArticle =
    "Huyện ủy Sìn Hồ sơ kết công tác tuyên giáo\n\nNgày 25/5/2023, Ban Tuyên giáo Huyện ủy Sìn Hồ "
    "tổ chức hội nghị sơ kết công tác. Đồng chí Chẻo Sử Mẩy, Trưởng Ban Tuyên giáo Huyện ủy chủ "
    "trì hội nghị và quán triệt Chỉ thị số 05-CT/TW.\n\nTác giả: Mạnh Cường\n";

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

Outcome Chido(std::vector<std::string> words) {
  words.insert(words.begin(), "chido");
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{.out = out, .err = err};
  const int code = RunCommandLine(IngestCommands(), argv, terminal);
  return {code, out.str(), err.str()};
}

std::string Rows(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i) {
    nlohmann::json row{{"id", "row:" + std::to_string(i)},
                       {"text", std::string(kArticle) + "\nBài số " + std::to_string(i) + "."}};
    rows += row.dump() + "\n";
  }
  return rows;
}

TEST(IngestCommandTest, TakesArticlesInOnceAndKnowsThemAfterwards) {
  const TemporaryFolder folder;
  const std::string store = folder / "store";
  const std::string page = WriteFile(folder / "in/a.txt", kArticle);
  WriteFile(folder / "in/b.jsonl", Rows(3));
  const Outcome first = Chido({"ingest", folder / "in", "--store", store, "--json"});
  ASSERT_EQ(first.code, 0) << first.err;
  const auto summary = nlohmann::json::parse(first.out);
  EXPECT_EQ(summary["articles"]["new"], 4);
  EXPECT_EQ(summary["files"], 2);
  EXPECT_EQ(summary["store"]["documents"], 4);
  EXPECT_GT(summary["store"]["statements"], 0);
  const auto digest = Store::Open(store).value()->Digest().value();
  const Outcome second = Chido({"--store", store, "ingest", folder / "in", "--quiet"});
  EXPECT_EQ(second.code, 0);
  EXPECT_NE(second.out.find("new 0, known 4, failed 0"), std::string::npos) << second.out;
  EXPECT_EQ(Store::Open(store).value()->Digest().value(), digest);
}

TEST(IngestCommandTest, WorkersAndOrderDoNotMatter) {
  const TemporaryFolder folder;
  const std::string a = WriteFile(folder / "a.txt", kArticle);
  const std::string b = WriteFile(folder / "b.jsonl", Rows(12));
  ASSERT_EQ(Chido({"ingest", a, b, "--store", folder / "one", "--workers", "1"}).code, 0);
  ASSERT_EQ(Chido({"ingest", b, a, "--store", folder / "two", "--workers", "5"}).code, 0);
  EXPECT_EQ(Store::Open(folder / "one").value()->Digest().value(),
            Store::Open(folder / "two").value()->Digest().value());
}

TEST(IngestCommandTest, SomeFailuresGiveOneAndAllFailuresTheirOwnCode) {
  const TemporaryFolder folder;
  const std::string store = folder / "store";
  const std::string good = WriteFile(folder / "good.txt", kArticle);
  const std::string bad = WriteFile(folder / "bad.jsonl", "{\"no\": 1}\n" + Rows(1));
  const Outcome some = Chido({"ingest", good, bad, folder / "missing.txt", "--store", store});
  EXPECT_EQ(some.code, 1);
  EXPECT_NE(some.err.find("2 could not be taken"), std::string::npos) << some.err;
  EXPECT_NE(some.err.find(bad + ":1: not an article"), std::string::npos);
  EXPECT_NE(some.err.find("missing.txt: no such file or folder"), std::string::npos);
  EXPECT_NE(some.out.find("new 2, known 0, failed 2"), std::string::npos) << some.out;
  const Outcome missing = Chido({"ingest", folder / "missing.txt", "--store", store});
  EXPECT_EQ(missing.code, RowOf(Code::kNotFound).exit_code);
  const Outcome empty = Chido({"ingest", WriteFile(folder / "e.txt", ""), "--store", store});
  EXPECT_EQ(empty.code, RowOf(Code::kBadInput).exit_code);
}

TEST(IngestCommandTest, AStoreInUseOrAFolderOfOtherThingsIsRefused) {
  const TemporaryFolder folder;
  const std::string page = WriteFile(folder / "in/a.txt", kArticle);
  const Outcome other = Chido({"ingest", page, "--store", folder / "in"});
  EXPECT_EQ(other.code, RowOf(Code::kBadInput).exit_code) << other.err;
  EXPECT_TRUE(std::filesystem::exists(page));
  const auto held = Store::Open(folder / "store", {.create_if_missing = true});
  ASSERT_TRUE(held.has_value());
  const Outcome busy = Chido({"ingest", page, "--store", folder / "store"});
  EXPECT_EQ(busy.code, RowOf(Code::kConflict).exit_code) << busy.err;
  EXPECT_EQ(Chido({"ingest", page}).code, RowOf(Code::kInvalidArgument).exit_code);
}

TEST(RereadCommandTest, ReadsOnlyWhatIsOlderUnlessAllIsAsked) {
  const TemporaryFolder folder;
  const std::string store = folder / "store";
  ASSERT_EQ(Chido({"ingest", WriteFile(folder / "b.jsonl", Rows(3)), "--store", store}).code, 0);
  const auto digest = Store::Open(store).value()->Digest().value();
  const Outcome nothing = Chido({"reread", "--store", store, "--json"});
  ASSERT_EQ(nothing.code, 0) << nothing.err;
  EXPECT_EQ(nlohmann::json::parse(nothing.out)["articles"]["replaced"], 0);
  const Outcome all = Chido({"reread", "--all", "--store", store, "--json"});
  ASSERT_EQ(all.code, 0) << all.err;
  EXPECT_EQ(nlohmann::json::parse(all.out)["articles"]["replaced"], 3);
  EXPECT_EQ(Store::Open(store).value()->Digest().value(), digest);
  EXPECT_EQ(Chido({"reread", "--store", folder / "none"}).code, RowOf(Code::kNotFound).exit_code);
}

TEST(RereadCommandTest, MakesANewStoreOfOneThatOtherRulesLinked) {
  const TemporaryFolder folder;
  const std::string old = folder / "old";
  const std::string rows = WriteFile(folder / "b.jsonl", Rows(3));
  ASSERT_EQ(Chido({"ingest", rows, "--store", old}).code, 0);
  std::uint64_t digest = 0;
  {
    const auto store = Store::Open(old).value();
    digest = store->Digest().value();
    Change change;
    change.put_meta.emplace_back("linker/rules", "1");
    ASSERT_TRUE(store->Apply(change).has_value());
  }
  const std::string more = WriteFile(folder / "c.jsonl", Rows(4));
  const Outcome refused = Chido({"ingest", more, "--store", old});
  EXPECT_EQ(refused.code, RowOf(Code::kUnsupported).exit_code);
  EXPECT_NE(refused.err.find("reread --store " + old + " --into"), std::string::npos)
      << refused.err;
  const Outcome made = Chido({"reread", "--store", old, "--into", folder / "new"});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(Store::Open(folder / "new").value()->Digest().value(), digest);
  EXPECT_EQ(Chido({"ingest", more, "--store", folder / "new"}).code, 0);
}

TEST(ExtractCommandTest, KeepsOrderAndIdsForAnyNumberOfWorkers) {
  const TemporaryFolder folder;
  const std::string rows = WriteFile(folder / "b.jsonl", Rows(20) + Rows(1));
  const Outcome one = Chido({"extract", rows, "--workers", "1"});
  const Outcome four = Chido({"extract", rows, "--workers", "4", "--format", "reading"});
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(one.out, four.out);
  std::istringstream lines(one.out);
  std::vector<std::string> ids;
  for (std::string line; std::getline(lines, line);) {
    ids.push_back(nlohmann::json::parse(line)["id"]);
  }
  ASSERT_EQ(ids.size(), 21u);
  EXPECT_EQ(ids[19], "row:19");
  EXPECT_EQ(ids[20], "row:0");
}

TEST(ExtractCommandTest, PrettyIsForPeople) {
  const TemporaryFolder folder;
  const Outcome pretty =
      Chido({"extract", WriteFile(folder / "a.txt", kArticle), "--format", "pretty"});
  EXPECT_EQ(pretty.code, 0) << pretty.err;
  EXPECT_NE(pretty.out.find("Officials\n  Chẻo Sử Mẩy"), std::string::npos) << pretty.out;
  EXPECT_NE(pretty.out.find("05-CT/TW"), std::string::npos) << pretty.out;
  const Outcome wrong = Chido({"extract", "x.txt", "--format", "xml"});
  EXPECT_EQ(wrong.code, RowOf(Code::kInvalidArgument).exit_code);
}

TEST(EvaluateCommandTest, ItsOwnReadingsAreAllRight) {
  const TemporaryFolder folder;
  const std::string rows = WriteFile(folder / "b.jsonl", Rows(2));
  const std::string gold = WriteFile(folder / "gold.jsonl", Chido({"extract", rows}).out);
  const Outcome table = Chido({"evaluate", gold, rows, "--json"});
  ASSERT_EQ(table.code, 0) << table.err;
  const auto result = nlohmann::json::parse(table.out);
  ASSERT_GT(result["rows"].size(), 0u);
  for (const auto& row : result["rows"]) EXPECT_EQ(row["hits"], row["gold"]) << row;
  EXPECT_EQ(Chido({"evaluate", folder / "none", rows}).code, RowOf(Code::kNotFound).exit_code);
  EXPECT_NE(Chido({"evaluate", gold, rows}).out.find("precision"), std::string::npos);
}

}  // namespace
}  // namespace chido
