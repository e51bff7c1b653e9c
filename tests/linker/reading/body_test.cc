#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using ::testing::Contains;
using testing::DraftFixture;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::PageFacts;

std::vector<std::string> BodiesOf(const std::string& text, PageFacts facts = {}) {
  if (facts.published.empty()) facts.published = "2022-05-05";
  DraftFixture fixture(text, std::move(facts));
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies});
  std::vector<std::string> out;
  for (const BodyItem& body : fixture.draft().bodies) out.push_back(body.name);
  return out;
}

const PageFacts kLaiChau{.url = "https://laichau.gov.vn/tin/1"};

TEST(Body, PutsThePlaceBehindTheName) {
  EXPECT_THAT(BodiesOf("Ban Tuyên giáo Tỉnh ủy Lai Châu họp với Huyện ủy Bù Đốp."),
              ElementsAre("Ban Tuyên giáo Tỉnh ủy Lai Châu", "Huyện ủy Bù Đốp"));
}

TEST(Body, TakesTheProvinceOfTheFrameWhereNoneIsStated) {
  EXPECT_THAT(BodiesOf("Ban Tổ chức Tỉnh ủy, UBND tỉnh và Sở Y tế họp.", kLaiChau),
              ElementsAre("Ban Tổ chức Tỉnh ủy Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu",
                          "Sở Y tế Lai Châu"));
}

TEST(Body, LeavesThePlaceOpenWhereNothingTellsIt) {
  EXPECT_THAT(BodiesOf("Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị."),
              ElementsAre("Ban Tuyên giáo Tỉnh ủy"));
}

TEST(Body, SharesTheUnitBehindAList) {
  EXPECT_THAT(BodiesOf("HĐND, UBND, UBMTTQ Việt Nam huyện Bù Đốp họp."),
              ElementsAre("Hội đồng nhân dân huyện Bù Đốp", "Ủy ban nhân dân huyện Bù Đốp",
                          "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Bù Đốp"));
}

TEST(Body, PassesOverPluralsAndKinds) {
  EXPECT_THAT(BodiesOf("Các sở, ngành; Ban Tuyên giáo các huyện ủy; cấp ủy các cấp họp.", kLaiChau),
              IsEmpty());
  EXPECT_THAT(BodiesOf("Các huyện ủy, thành ủy, đảng ủy báo cáo.", kLaiChau), IsEmpty());
}

TEST(Body, ReadsLowerCaseAndTheSlipInTuyenGiao) {
  EXPECT_THAT(BodiesOf("Ban Tuyến giáo tỉnh ủy họp.", kLaiChau),
              ElementsAre("Ban Tuyên giáo Tỉnh ủy Lai Châu"));
}

TEST(Body, ReadsAbbreviationsWithTheirCommittee) {
  EXPECT_THAT(BodiesOf("BTGTU tham mưu BTV Tỉnh ủy.", kLaiChau),
              ElementsAre("Ban Tuyên giáo Tỉnh ủy Lai Châu", "Ban Thường vụ Tỉnh ủy Lai Châu"));
}

TEST(Body, ReadsAnAbbreviationThatTheArticleDefines) {
  const auto bodies =
      BodiesOf("Trung tâm Hỗ trợ doanh nghiệp (TTHT) mở lớp. Lãnh đạo TTHT dự.", kLaiChau);
  EXPECT_THAT(bodies, ElementsAre("Trung tâm Hỗ trợ doanh nghiệp"));
}

TEST(Body, ReadsBoardsWithNumbers) {
  EXPECT_THAT(BodiesOf("Ban Chỉ đạo 35 huyện Bù Đốp họp."),
              ElementsAre("Ban Chỉ đạo 35 huyện Bù Đốp"));
}

TEST(Body, ReadsNamesByPatternToTheirGrammaticalEnd) {
  EXPECT_THAT(BodiesOf("Lãnh đạo Bệnh viện Phục hồi chức năng báo cáo; Quân khu 2 dự."),
              ElementsAre("Bệnh viện Phục hồi chức năng", "Quân khu 2"));
}

TEST(Body, InATitleTheCommitteeIsTheBody) {
  const auto bodies = BodiesOf("Ủy viên Ban Thường vụ Tỉnh ủy phát biểu.", kLaiChau);
  EXPECT_THAT(bodies, ElementsAre("Tỉnh ủy Lai Châu"));
}

TEST(Body, PassesOverTheAgencyOfAPicture) {
  EXPECT_THAT(BodiesOf("Ảnh: An Thu/TTXVN.", kLaiChau), Not(Contains("Thông tấn xã Việt Nam")));
}

TEST(Body, KnowsTheTemplateAndThePlace) {
  DraftFixture fixture("Huyện ủy Bù Đốp họp.", {.published = "2022-05-05"});
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies});
  ASSERT_EQ(fixture.draft().bodies.size(), 1U);
  const BodyItem& body = fixture.draft().bodies[0];
  EXPECT_EQ(body.template_id, "d.huyenuy");
  EXPECT_TRUE(body.place.starts_with("D"));
  EXPECT_FALSE(body.grounds.empty());
}

}  // namespace
}  // namespace chido
