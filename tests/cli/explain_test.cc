#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using Json = nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::ProgramResult;

constexpr const char* kText =
    "Ngày 21/7, tại huyện Cư Kuin, tỉnh Đắk Lắk, Ban Tuyên giáo Tỉnh ủy Đắk Lắk tổ chức Hội nghị "
    "sơ kết công tác 6 tháng đầu năm. Đồng chí Lương Văn Khải, Trưởng Ban Tuyên giáo Tỉnh ủy chủ "
    "trì hội nghị tại xã Hòa Hiệp.\nDự kiến ngày 30/8, Ban Tuyên giáo Tỉnh ủy sẽ tổ chức Hội nghị "
    "tổng kết Nghị quyết số 35-NQ/TW.\n";

class ExplainTest : public ::testing::Test {
 protected:
  ExplainTest() { std::ofstream(file_) << kText; }

  ProgramResult Explain(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"extract", file_, "--explain"});
    return testing::RunChido(more);
  }

 private:
  testing::TemporaryFolder folder_;
  std::string file_ = folder_ / "bai.txt";
};

TEST_F(ExplainTest, PeopleReadWhatWasTakenByWhichRuleAndWhatLost) {
  const ProgramResult run = Explain();
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("“xã Hòa Hiệp” → xã Hòa Hiệp, Đắk Lắk"), HasSubstr("[place.named, "),
                    HasSubstr(": lies outside Đắk Lắk, whose matter the article is\n"),
                    HasSubstr("not Hội nghị tổng kết Nghị quyết số 35-NQ/TW: still to come\n")));
  EXPECT_THAT(run.out, HasSubstr("Hội nghị sơ kết công tác 6 tháng đầu năm, manner chair  "
                                 "[chair.verb, 0.90]"));
}

TEST_F(ExplainTest, ProgramsReadOneLineWithSpansAndCodes) {
  const ProgramResult run = Explain({"--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const Json told = Json::parse(run.out);
  EXPECT_EQ(told["id"], "bai");
  bool planned = false;
  for (const Json& mention : told["mentions"]) {
    EXPECT_LE(mention["span"][0], mention["span"][1]);
    EXPECT_LE(mention["span"][1], std::string(kText).size());
    for (const Json& lost : mention["lost"]) planned = planned || lost["code"] == "planned";
  }
  EXPECT_TRUE(planned) << run.out;
  EXPECT_FALSE(told["statements"].empty());
}

}  // namespace
}  // namespace chido
