#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "graph/store/store.h"
#include "http/api/api.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using Json = nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::ProgramResult;

/// A store in which one invented name is told of in several provinces.
class JudgeTest : public ::testing::Test {
 protected:
  /// Takes in an article in which Lương Văn Khải holds a post in the province.
  void Tell(const std::string& province, const std::string& day = "21/7/2023") {
    const std::string file = folder_ / ("bai-" + std::to_string(++articles_) + ".txt");
    std::ofstream(file) << "Hội nghị công tác tuyên giáo tại " << province << "\n\nNgày " << day
                        << ", Ban Tuyên giáo Tỉnh ủy " << province
                        << " tổ chức hội nghị công tác tuyên giáo. Đồng chí Lương Văn Khải, Trưởng "
                           "Ban Tuyên giáo Tỉnh ủy "
                        << province << " chủ trì hội nghị.\n";
    EXPECT_EQ(Run({"ingest", file}).exit_code, 0);
  }
  ProgramResult Run(std::vector<std::string> words) const {
    words.insert(words.begin(), {"--store", store_});
    return testing::RunChido(words);
  }
  std::string Said(std::vector<std::string> words) const {
    const ProgramResult run = Run(std::move(words));
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return run.out;
  }
  Json Answer(std::vector<std::string> words) const {
    words.emplace_back("--json");
    return Json::parse(Said(std::move(words)));
  }
  /// The ids of all who bear the name.
  std::vector<std::string> Bearers() const {
    std::vector<std::string> ids;
    const Json answer = Answer({"show", "Lương Văn Khải"});
    for (const Json& item : answer["items"]) ids.push_back(item["id"]);
    return ids;
  }
  std::string NewestKey() const { return Answer({"judgements"})["items"][0]["key"]; }
  const std::string& store() const { return store_; }

 private:
  testing::TemporaryFolder folder_;
  std::string store_ = folder_ / "store";
  int articles_ = 0;
};

TEST_F(JudgeTest, NamesakesAreReviewedJoinedAndPartedAgain) {
  Tell("Đắk Lắk");
  Tell("Lai Châu");
  const std::vector<std::string> ids = Bearers();
  ASSERT_EQ(ids.size(), 2U);
  EXPECT_THAT(Said({"review"}),
              AllOf(HasSubstr("Lương Văn Khải – một hay hai người?"), HasSubstr(ids[0]),
                    HasSubstr(ids[1]), HasSubstr("Trưởng Ban, Ban Tuyên giáo Tỉnh ủy Lai Châu")));
  const std::string same =
      Said({"same", ids[0], ids[1], "--author", "người kiểm", "--note", "chuyển công tác"});
  EXPECT_THAT(same, AllOf(HasSubstr("là một."), HasSubstr("bớt 1 thực thể"),
                          HasSubstr("chido retract " + NewestKey())));
  EXPECT_EQ(Bearers().size(), 1U);
  EXPECT_THAT(Said({"review"}), HasSubstr("Không có hai cán bộ cùng tên"));
  EXPECT_THAT(Said({"judgements"}),
              AllOf(HasSubstr("cùng một"), HasSubstr("người kiểm"), HasSubstr("chuyển công tác")));
  EXPECT_THAT(Said({"retract", NewestKey()}), HasSubstr("thêm 1 thực thể"));
  EXPECT_EQ(Bearers(), ids);
  EXPECT_THAT(Said({"judgements"}), HasSubstr("Chưa có quyết định nào"));
}

TEST_F(JudgeTest, WhatWasJudgedDifferentIsAskedNoMore) {
  Tell("Đắk Lắk");
  Tell("Lai Châu");
  const std::vector<std::string> ids = Bearers();
  ASSERT_EQ(ids.size(), 2U);
  EXPECT_THAT(Said({"different", ids[0], ids[1]}),
              AllOf(HasSubstr("là hai"), HasSubstr("Không thực thể nào nhập vào")));
  EXPECT_TRUE(Answer({"review"})["items"].empty());
  const ProgramResult refused = Run({"same", ids[0], ids[1]});
  EXPECT_EQ(refused.exit_code, RowOf(Code::kConflict).exit_code);
  EXPECT_THAT(refused.err, HasSubstr(NewestKey()));
}

TEST_F(JudgeTest, AContradictionNamesItsChain) {
  for (const char* province : {"Đắk Lắk", "Lai Châu", "Hưng Yên"}) Tell(province);
  const std::vector<std::string> ids = Bearers();
  ASSERT_EQ(ids.size(), 3U);
  // The mentions are asked for before they are one.
  Said({"different", ids[0], ids[2]});
  Said({"same", ids[0], ids[1]});
  const std::string first = NewestKey();
  const ProgramResult refused = Run({"same", ids[1], ids[2]});
  EXPECT_EQ(refused.exit_code, RowOf(Code::kConflict).exit_code) << refused.out;
  EXPECT_THAT(refused.err, AllOf(HasSubstr("judged different"), HasSubstr("chido retract KEY")));
  EXPECT_EQ(Bearers().size(), 2U);
}

TEST_F(JudgeTest, OnePersonIsPartedByTwoDocuments) {
  Tell("Đắk Lắk");
  Tell("Đắk Lắk", "3/5/2024");
  const std::vector<std::string> ids = Bearers();
  ASSERT_EQ(ids.size(), 1U);
  const ProgramResult asked = Run({"different", ids[0]});
  EXPECT_EQ(asked.exit_code, RowOf(Code::kInvalidArgument).exit_code);
  std::vector<std::string> documents;
  const Json found = Answer({"search", "Hội nghị công tác", "--type", "document"});
  for (const Json& hit : found["items"]) {
    documents.push_back(hit["id"]);
    EXPECT_THAT(asked.err, HasSubstr(documents.back()));
  }
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(Run({"different", ids[0], "--document", documents[0]}).exit_code,
            RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_EQ(Run({"different", ids[0], "--document", documents[0], "--document", ids[0]}).exit_code,
            RowOf(Code::kNotFound).exit_code);
  EXPECT_THAT(Said({"different", ids[0], "--document", documents[0], "--document", documents[1]}),
              HasSubstr("thêm 1 thực thể"));
  EXPECT_EQ(Bearers().size(), 2U);
  EXPECT_TRUE(Answer({"review"})["items"].empty());
}

TEST_F(JudgeTest, ANameThatSeveralBearIsRefusedWithAllBearers) {
  Tell("Đắk Lắk");
  Tell("Lai Châu");
  const ProgramResult run = Run({"same", "luong van khai", "Lương Văn Khải"});
  EXPECT_EQ(run.exit_code, RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_THAT(run.err, AllOf(HasSubstr("2 officials are named"), HasSubstr("1 document"),
                             HasSubstr("Ban Tuyên giáo Tỉnh ủy Lai Châu")));
  for (const std::string& id : Bearers()) EXPECT_THAT(run.err, HasSubstr(id));
  const std::string id = Bearers()[0];
  EXPECT_EQ(Run({"same", id, id}).exit_code, RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_EQ(Run({"same", id, "Nguyễn Không Có"}).exit_code, RowOf(Code::kNotFound).exit_code);
  EXPECT_EQ(Run({"retract", "0000000000000000"}).exit_code, RowOf(Code::kNotFound).exit_code);
}

TEST_F(JudgeTest, AStoreThatIsWrittenToIsNotJudged) {
  Tell("Đắk Lắk");
  Tell("Lai Châu");
  const std::vector<std::string> ids = Bearers();
  const auto held = Store::Open(store());
  ASSERT_TRUE(held.has_value());
  const ProgramResult run = Run({"same", ids[0], ids[1]});
  EXPECT_EQ(run.exit_code, RowOf(Code::kConflict).exit_code);
}

TEST_F(JudgeTest, JsonIsExactlyWhatTheApiAnswers) {
  Tell("Đắk Lắk");
  Tell("Lai Châu");
  Tell("Hưng Yên");
  const std::vector<std::string> ids = Bearers();
  Said({"same", ids[0], ids[1]});
  const auto opened = Store::Open(store(), {.read_only = true});
  ASSERT_TRUE(opened.has_value());
  const auto answer = [&opened](std::string_view target) {
    return api::Api(**opened).Answer(api::RequestOf(target)).body + "\n";
  };
  EXPECT_EQ(Said({"judgements", "--json"}), answer("/v1/judgements"));
  EXPECT_EQ(Said({"review", "--limit", "3", "--json"}), answer("/v1/review?limit=3"));
}

}  // namespace
}  // namespace chido
