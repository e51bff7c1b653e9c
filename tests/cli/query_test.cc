#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "graph/store/store.h"
#include "http/api/api.h"
#include "http/layout.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProgramResult;

/// A store with the sample articles, taken in once by the binary itself.
class QueryTest : public ::testing::Test {
 protected:
  static std::string StoreFolder() {
    static const testing::TemporaryFolder kFolder;
    static const std::string kStore = [] {
      std::vector<std::string> arguments{"--store", kFolder / "store", "ingest"};
      const std::filesystem::path sample(std::string(CHIDO_SOURCE_DIR) + "/datasets/sample");
      for (const auto& entry : std::filesystem::directory_iterator(sample)) {
        const std::string name = entry.path().filename();
        if (name != "gold.jsonl" && name != "README.md") arguments.push_back(entry.path());
      }
      const ProgramResult run = testing::RunChido(arguments);
      EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
      return std::string(kFolder / "store");
    }();
    return kStore;
  }

  static ProgramResult Ask(std::vector<std::string> words) {
    words.insert(words.begin(), {"--store", StoreFolder()});
    return testing::RunChido(words);
  }
  static std::string Said(std::vector<std::string> words) {
    const ProgramResult run = Ask(std::move(words));
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(run.err, "");
    return run.out;
  }
};

TEST_F(QueryTest, ChairedTellsDatePlaceOrganiserAndQuoteWithItsLine) {
  const std::string said = Said({"chaired", "H'Wên Êban"});
  EXPECT_THAT(said, HasSubstr("2023-07-14 (năm suy ra) Hội nghị sơ kết công tác tuyên giáo"));
  EXPECT_THAT(said, HasSubstr("Địa phương: Đắk Lắk"));
  EXPECT_THAT(said, HasSubstr("Cơ quan tổ chức: Ban Tuyên giáo Tỉnh ủy Đắk Lắk"));
  EXPECT_THAT(said, HasSubstr("01-cu-mgar-so-ket-tuyen-giao.txt:5"));
  EXPECT_THAT(said, HasSubstr("chủ trì hội nghị.”"));
}

TEST_F(QueryTest, NamesWithoutDiacriticsAndUnquotedAreFound) {
  const std::string wanted = Said({"chaired", "H'Wên Êban"});
  EXPECT_EQ(Said({"chaired", "h'wen", "eban"}), wanted);
  EXPECT_EQ(Said({"chaired", "H’WÊN ÊBAN"}), wanted);
  EXPECT_EQ(Said({"show", "ban tuyen giao tinh uỷ dak lak"}),
            Said({"show", "Ban Tuyên giáo Tỉnh ủy Đắk Lắk"}));
}

TEST_F(QueryTest, NamesakesAreAnsweredApartAndATypedToneSelects) {
  const std::string apart = Said({"chaired", "Trần Quang Vịnh"});
  EXPECT_THAT(apart, HasSubstr("người cùng tên “Trần Quang Vịnh”"));
  EXPECT_THAT(apart, Not(HasSubstr("Trần Quang Vĩnh,")));
  EXPECT_THAT(Said({"chaired", "tran quang vinh"}), HasSubstr("Trần Quang Vĩnh,"));
}

TEST_F(QueryTest, AProvinceThatNothingTellsIsUnknown) {
  const Json answer =
      Json::parse(Said({"search", "hội nghị giao ban", "--type", "meeting", "--json"}));
  EXPECT_FALSE(answer["items"].empty());
  const Json june = Json::parse(Said({"chaired", "Hồ Viết Toại", "--json"}));
  EXPECT_TRUE(june["items"][0]["items"][0]["jurisdiction"].is_null());
  EXPECT_THAT(Said({"chaired", "Hồ Viết Toại"}), HasSubstr("Địa phương: không rõ (unknown)"));
}

TEST_F(QueryTest, DirectivesOfOneNumberAreListedApartWithIssuerAndDate) {
  const std::string said = Said({"cited", "04-QC/TU"});
  EXPECT_THAT(said, HasSubstr("văn bản cùng số “04-QC/TU”"));
  EXPECT_THAT(said, HasSubstr("Lai Châu, 2021-05-12"));
  EXPECT_THAT(said, HasSubstr("Hưng Yên, 2021-08-19"));
  EXPECT_THAT(said, HasSubstr("03-lai-chau-tong-ket-2022.txt:13"));
  EXPECT_THAT(said, HasSubstr("Người nói: Lò Minh Chấn"));
}

TEST_F(QueryTest, ATraceCountsArticlesAndTellsReplacements) {
  const std::string said = Said({"trace", "35-NQ/TW"});
  EXPECT_THAT(said, HasSubstr("Nghị quyết 35-NQ/TW – Bộ Chính trị, 2018-10-22"));
  EXPECT_THAT(said, HasSubstr("Được viện dẫn trong 11 bài viết"));
  EXPECT_THAT(said, Not(HasSubstr("35-CT/TW –")));
}

TEST_F(QueryTest, APathIsToldWithItsQuotes) {
  const std::string said = Said({"path", "H'Wên Êban", "Lò Minh Chấn"});
  EXPECT_THAT(said, HasSubstr("H'Wên Êban [cán bộ]"));
  EXPECT_THAT(said, HasSubstr("→ Lò Minh Chấn [cán bộ]"));
  EXPECT_THAT(said, HasSubstr("“"));
}

TEST_F(QueryTest, LinesKeepWithinTheTerminal) {
  std::istringstream lines(Said({"show", "H'Wên Êban"}) + Said({"cited", "35-NQ/TW"}));
  for (std::string line; std::getline(lines, line);) {
    // A path or address longer than a line cannot be broken.
    if (line.find_last_of(" ") <= 30) continue;
    EXPECT_LE(ColumnsOf(line), Layout::kColumns) << line;
  }
}

TEST_F(QueryTest, JsonIsExactlyWhatTheApiAnswers) {
  const auto store = Store::Open(StoreFolder(), {.read_only = true});
  ASSERT_TRUE(store);
  const api::Api served(**store);
  const auto answer = [&served](std::string_view target) {
    return served.Answer(api::RequestOf(target)).body + "\n";
  };
  EXPECT_EQ(Said({"chaired", "h'wen eban", "--json"}),
            answer("/v1/chaired?limit=100&name=h%27wen%20eban"));
  EXPECT_EQ(Said({"search", "tran quang", "--type", "official", "--json"}),
            answer("/v1/search?type=official&limit=20&q=tran%20quang"));
  EXPECT_EQ(Said({"trace", "85-QĐ/TW", "--json"}),
            answer("/v1/trace?number=85-Q%C4%90/TW&limit=100"));
  EXPECT_EQ(Said({"cited", "85-QĐ/TW", "--json"}),
            answer("/v1/cited?number=85-Q%C4%90/TW&limit=100"));
  EXPECT_EQ(Said({"show", "Lò Minh Chấn", "--json"}),
            answer("/v1/entities?name=L%C3%B2%20Minh%20Ch%E1%BA%A5n"));
  EXPECT_EQ(Said({"path", "h'wen eban", "lo minh chan", "--json"}),
            answer("/v1/paths?from=h%27wen+eban&to=lo+minh+chan&max_hops=6&limit=5"));
}

TEST_F(QueryTest, AnUnknownNameSuggestsOthersAndHasItsExitCode) {
  const ProgramResult run = Ask({"chaired", "H'Wen Ebanh"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("did you mean"));
  EXPECT_THAT(run.err, HasSubstr("H'Wên Êban"));
  const ProgramResult json = Ask({"chaired", "H'Wen Ebanh", "--json"});
  EXPECT_EQ(json.exit_code, 3);
  EXPECT_EQ(Json::parse(json.out)["code"], "not-found");
  EXPECT_EQ(Ask({"trace", "9999-NQ/XYZ"}).exit_code, 3);
}

TEST_F(QueryTest, ABadDateIsRefusedWithTheFormsThatAreTaken) {
  const ProgramResult run = Ask({"chaired", "H'Wên Êban", "--at", "14/7/2023"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("2023-07-21"));
}

TEST_F(QueryTest, DatesSelectMeetings) {
  EXPECT_THAT(Said({"chaired", "H'Wên Êban", "--at", "2025"}), HasSubstr("Chủ trì 1 cuộc họp"));
}

TEST_F(QueryTest, AnExportGoesIntoANewFileAlone) {
  const testing::TemporaryFolder folder;
  const std::string file = folder / "graph.jsonl";
  EXPECT_EQ(Ask({"export", "--format", "jsonl", "--out", file}).exit_code, 0);
  EXPECT_GT(std::filesystem::file_size(file), 1000U);
  const ProgramResult again = Ask({"export", "--format", "jsonl", "--out", file});
  EXPECT_EQ(again.exit_code, 4);
  EXPECT_THAT(again.err, HasSubstr("exists"));
  EXPECT_EQ(Ask({"export", "--format", "xlsx"}).exit_code, 2);
}

TEST(HelpTest, EveryCommandHasAnExampleInItsHelp) {
  for (const char* command :
       {"ingest", "extract", "serve", "search", "show", "chaired", "cited", "trace", "path",
        "stats", "check", "backup", "restore", "export", "reread"}) {
    const ProgramResult run = testing::RunChido({command, "--help"});
    EXPECT_EQ(run.exit_code, 0) << command;
    EXPECT_THAT(run.out, HasSubstr("Example:\n  chido ")) << command;
  }
}

TEST(BadStoreTest, EachIsASentenceWithItsExitCode) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(testing::RunChido({"search", "a"}).exit_code, 2) << "no store is named";
  EXPECT_EQ(testing::RunChido({"search", "a", "--store", folder / "none"}).exit_code, 3);
  const ProgramResult other = testing::RunChido({"search", "a", "--store", CHIDO_SOURCE_DIR});
  EXPECT_EQ(other.exit_code, 10);
  EXPECT_THAT(other.err, ::testing::StartsWith("chido: "));
}

}  // namespace
}  // namespace chido
