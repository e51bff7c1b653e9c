#include "linker/reading/evaluate.h"

#include <gtest/gtest.h>

#include <string>

#include "linker/reading/evaluate_fold.h"

namespace chido {
namespace {

constexpr std::string_view kGold = R"({"id":"a","frame":{"jurisdiction":"Đắk Lắk"},)"
                                   R"("officials":[)"
                                   R"({"id":"o1","name":"Lò Thị Hoà","alt":["Hoà"],"roles":[)"
                                   R"({"title":"Bí thư","body":"Huyện ủy Ea Tul"}]},)"
                                   R"({"id":"o2","name":"Vàng A Sử","doubtful":true}],)"
                                   R"("bodies":[{"name":"Ủy ban nhân dân huyện Ea Tul"}],)"
                                   R"("meetings":[{"id":"m1","title":"Hội nghị giao ban quý I",)"
                                   R"("date":"2023-07-21","organisers":["Huyện ủy Ea Tul"],)"
                                   R"("chaired":["o1"],"attended":["o1","o2"]}],)"
                                   R"("directives":[{"id":"d1","number":"05-CT/TW",)"
                                   R"("function":"implements"}]})";

const EvaluationRow* RowOf(const Evaluation& evaluation, std::string_view kind) {
  for (const EvaluationRow& row : evaluation.rows) {
    if (row.kind == kind) return &row;
  }
  return nullptr;
}

Evaluation Judged(std::string_view system) {
  auto evaluation = EvaluateJson(kGold, system);
  EXPECT_TRUE(evaluation) << evaluation.error().message;
  return evaluation.value_or(Evaluation{});
}

TEST(EvaluateTest, AnArticleWithoutAnswerIsAllMissed) {
  const Evaluation evaluation = Judged("");
  const EvaluationRow* officials = RowOf(evaluation, "officials");
  ASSERT_NE(officials, nullptr);
  EXPECT_EQ(officials->gold, 1U);  // the doubtful one does not count
  EXPECT_EQ(officials->hits, 0U);
  EXPECT_FALSE(officials->precision());
  EXPECT_EQ(officials->f1(), 0.0);
}

TEST(EvaluateTest, OtherSpellingsAndFormsOfANameAreRight) {
  const Evaluation evaluation = Judged(R"({"id":"a","officials":[{"id":"x","name":"Hòa"}],)"
                                       R"("bodies":[{"name":"Uỷ ban Nhân dân Ea Tul"}]})");
  EXPECT_EQ(RowOf(evaluation, "officials")->hits, 1U);
  EXPECT_EQ(RowOf(evaluation, "bodies")->hits, 1U);
}

TEST(EvaluateTest, ADoubtfulGoldItemIsNeitherHitNorExtra) {
  const Evaluation evaluation = Judged(R"({"id":"a","officials":[{"id":"x","name":"Vàng A Sử"}]})");
  EXPECT_EQ(RowOf(evaluation, "officials")->system, 0U);
}

TEST(EvaluateTest, PartsCountInTheMeetingThatAnswersTheGoldOne) {
  const Evaluation evaluation =
      Judged(R"({"id":"a","officials":[{"id":"x","name":"Lò Thị Hòa"}],"meetings":[)"
             R"({"id":"n1","title":"Lễ kỷ niệm","date":"2023-01-01","chaired":["x"]},)"
             R"({"id":"n2","title":"Giao ban quý I","date":"2023-07-21","chaired":["x"]}]})");
  EXPECT_EQ(RowOf(evaluation, "meetings")->hits, 1U);
  EXPECT_EQ(RowOf(evaluation, "meetings")->system, 2U);
  EXPECT_EQ(RowOf(evaluation, "chaired")->hits, 1U);
  EXPECT_EQ(RowOf(evaluation, "chaired")->system, 2U);
  EXPECT_EQ(RowOf(evaluation, "meeting dates")->hits, 1U);
}

TEST(EvaluateTest, ASeatInAStandingCommitteeIsTheSameUnderBothBodies) {
  constexpr std::string_view kSeat =
      R"({"id":"b","officials":[{"id":"o1","name":"Lò A","roles":[)"
      R"({"title":"Ủy viên Ban Thường vụ","body":"Tỉnh ủy Lai Châu"}]}]})";
  const auto evaluation =
      EvaluateJson(kSeat, R"({"id":"b","officials":[{"id":"o1","name":"Lò A","roles":[)"
                          R"({"title":"Ủy viên","body":"Ban Thường vụ Tỉnh ủy Lai Châu"}]}]})");
  ASSERT_TRUE(evaluation);
  EXPECT_EQ(RowOf(*evaluation, "roles")->hits, 1U);
}

TEST(EvaluateTest, ErrorsNameArticleKindAndFact) {
  const Evaluation evaluation = Judged(R"({"id":"a","directives":[{"number":"35-CT/TW"}]})");
  std::string listed;
  for (const EvaluationError& error : evaluation.errors) {
    if (error.kind == "directives") listed += (error.missed ? "-" : "+") + error.fact + ";";
  }
  EXPECT_EQ(listed, "+number 35-ct/tw;-number 05-ct/tw;");
}

TEST(EvaluateTest, ALineThatIsNoReadingIsNamed) {
  const auto evaluation = EvaluateJson("\n{\"id\":\"a\"}\nnot json\n", "");
  ASSERT_FALSE(evaluation);
  EXPECT_EQ(evaluation.error().code, Code::kBadInput);
  EXPECT_NE(evaluation.error().message.find("line 3 of the gold"), std::string::npos);
}

TEST(EvaluateFoldTest, UnitWordsGoButOrgansStay) {
  EXPECT_EQ(FoldBodyForJudging("UBND tỉnh Lai Châu"), "ubnd lai châu");
  EXPECT_EQ(FoldBodyForJudging("Tỉnh ủy TP. Huế"), "tỉnh ủy huế");
  EXPECT_EQ(FoldBodyForJudging("Huyện đoàn Ea Tul"), "huyện đoàn ea tul");
}

TEST(EvaluateFoldTest, DashesBlanksAndPunctuationFold) {
  EXPECT_EQ(FoldForJudging("Sở Lao động – Thương binh, Xã hội"), "sở lao động-thương binh xã hội");
  EXPECT_EQ(FoldNumberForJudging("số 22 - CT/TW."), "22-ct/tw");
  EXPECT_EQ(FoldTitleForJudging("Quyền Chủ tịch"), "chủ tịch");
}

}  // namespace
}  // namespace chido
