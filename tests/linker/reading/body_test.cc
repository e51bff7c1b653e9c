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

TEST(Body, ReadsAWholeNameOfTheTable) {
  EXPECT_THAT(
      BodiesOf("Cục Quản lý Dược, Ban Tôn giáo Chính phủ và EVN cùng dự."),
      ElementsAre("Cục Quản lý Dược", "Ban Tôn giáo Chính phủ", "Tập đoàn Điện lực Việt Nam"));
}

TEST(Body, WritesOutWhatTheTableKnowsByAShortForm) {
  EXPECT_THAT(BodiesOf("Theo Ban Kinh tế T.Ư, Ủy ban Pháp luật đã thẩm tra."),
              ElementsAre("Ban Kinh tế Trung ương", "Ủy ban Pháp luật của Quốc hội"));
}

TEST(Body, ACodeOfANumberIsNoBody) {
  EXPECT_THAT(
      BodiesOf("Quyết định số 118/QĐ-UBND và Nghị định 46/2021/TT-BCT có hiệu lực.", kLaiChau),
      IsEmpty());
}

TEST(Body, PassesOverTheSourceOfAPicture) {
  EXPECT_THAT(BodiesOf("VOV.VN - Sáng nay, trời mưa. Ảnh: Báo Lai Châu", kLaiChau), IsEmpty());
}

TEST(Body, SpellsTheFormOfAnEnterprise) {
  EXPECT_THAT(BodiesOf("Công ty CP tư vấn thiết kế đường bộ, Công ty TNHH MTV Điện lực Sơn Hà và "
                       "Công ty Cổ phần Tập đoàn Hoàng Phát ký kết."),
              ElementsAre("Công ty Cổ phần tư vấn thiết kế đường bộ",
                          "Công ty Trách nhiệm hữu hạn một thành viên Điện lực Sơn Hà",
                          "Công ty Cổ phần Tập đoàn Hoàng Phát"));
}

TEST(Body, AFormAloneNamesNoEnterprise) {
  EXPECT_THAT(BodiesOf("Một Công ty Cổ phần và các Trường THPT dự."), IsEmpty());
}

TEST(Body, ReadsAKindInLowerCaseBeforeAName) {
  EXPECT_THAT(
      BodiesOf("Ông đến bệnh viện Chợ Rẫy rồi về trung đoàn 95; thị trường Việt Nam sôi động."),
      ElementsAre("Bệnh viện Chợ Rẫy", "Trung đoàn 95"));
}

TEST(Body, SharesOneHeadAmongMinistries) {
  EXPECT_THAT(BodiesOf("Bộ trưởng các Bộ: Công Thương, GTVT và Công an cùng dự."),
              ElementsAre("Bộ Công Thương", "Bộ Giao thông vận tải", "Bộ Công an"));
}

TEST(Body, SharesOneHeadAmongUnits) {
  EXPECT_THAT(BodiesOf("Tỉnh ủy các tỉnh Lai Châu, Sơn La và Điện Biên ký kết."),
              ElementsAre("Tỉnh ủy Lai Châu", "Tỉnh ủy Sơn La", "Tỉnh ủy Điện Biên"));
}

TEST(Body, ASeriesOfUnitWordsIsNoUnit) {
  EXPECT_THAT(
      BodiesOf("UBND tỉnh Lai Châu họp. HĐND, UBND huyện, thị xã, thành phố báo cáo.", kLaiChau),
      ElementsAre("Ủy ban nhân dân tỉnh Lai Châu"));
}

TEST(Body, ABranchStandsBehindTheNameOfTheCountry) {
  EXPECT_THAT(
      BodiesOf("Hội LHTN Việt Nam tỉnh Lai Châu, Hội Nông dân Việt Nam huyện Bù Đốp và Đoàn "
               "TNCS Hồ Chí Minh phối hợp."),
      ElementsAre("Hội Liên hiệp Thanh niên Việt Nam tỉnh Lai Châu", "Hội Nông dân huyện Bù Đốp",
                  "Đoàn Thanh niên Cộng sản Hồ Chí Minh"));
}

TEST(Body, TheBureauOfAMassOrganisationIsItsOwn) {
  EXPECT_THAT(BodiesOf("Ban Thường vụ Hội LHPN tỉnh Lai Châu đề nghị."),
              ElementsAre("Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Lai Châu"));
}

TEST(Body, ReadsABoardOfTheStateWithItsTask) {
  EXPECT_THAT(
      BodiesOf("Ban Chỉ đạo Nhà nước các công trình, dự án trọng điểm ngành giao thông vận tải "
               "đã họp."),
      ElementsAre("Ban Chỉ đạo Nhà nước các công trình, dự án trọng điểm ngành giao thông "
                  "vận tải"));
}

TEST(Body, ReadsAProjectBoardToItsPlace) {
  EXPECT_THAT(
      BodiesOf("Ban quản lý dự án đầu tư xây dựng hạ tầng ưu tiên TP Đà Nẵng làm chủ đầu tư."),
      ElementsAre("Ban Quản lý dự án đầu tư xây dựng hạ tầng ưu tiên thành phố Đà Nẵng"));
}

TEST(Body, ReadsBodiesBelowTheCommune) {
  EXPECT_THAT(BodiesOf("Chi bộ ấp Tân Lợi và Ban công tác Mặt trận khu phố 3 họp."),
              ElementsAre("Chi bộ ấp Tân Lợi", "Ban Công tác Mặt trận khu phố 3"));
}

TEST(Body, TheOwnerOfAnOfficeMayStandApart) {
  EXPECT_THAT(
      BodiesOf("Phòng Cảnh sát giao thông - Công an tỉnh và Ban Đô thị (HĐND tỉnh) dự.", kLaiChau),
      ElementsAre("Phòng Cảnh sát giao thông, Công an tỉnh Lai Châu", "Công an tỉnh Lai Châu",
                  "Ban Đô thị Hội đồng nhân dân tỉnh Lai Châu", "Hội đồng nhân dân tỉnh Lai Châu"));
}

TEST(Body, TheTermMayStandBeforeTheUnit) {
  EXPECT_THAT(
      BodiesOf("Đoàn đại biểu Quốc hội khóa XV tỉnh Lai Châu và Ủy ban nhân dân (UBND) huyện Bù "
               "Đốp dự."),
      ElementsAre("Đoàn đại biểu Quốc hội tỉnh Lai Châu", "Ủy ban nhân dân huyện Bù Đốp"));
}

TEST(Body, ReadsAMarkInBracketsAsAShortName) {
  EXPECT_THAT(
      BodiesOf("Ngân hàng TMCP Sao Mai (Saomaibank - mã: SMB) họp. HĐQT Saomaibank báo cáo."),
      ElementsAre("Ngân hàng thương mại cổ phần Sao Mai",
                  "Hội đồng quản trị Ngân hàng thương mại cổ phần Sao Mai"));
}

TEST(Body, CoSoIsNoDepartment) {
  EXPECT_THAT(BodiesOf("Việc này có cơ sở khoa học.", kLaiChau), IsEmpty());
}

TEST(Body, AHolderBehindTheHeadIsNoName) {
  EXPECT_THAT(BodiesOf("Trưởng Ban Chỉ đạo Nguyễn Văn Thanh và Chủ tịch Hội Trần Đức Bình dự."),
              IsEmpty());
}

TEST(Body, HalfAWordIsNoName) {
  EXPECT_THAT(BodiesOf("Cục Ngưng tụ họp. Vụ Thủ Hòa gây tranh cãi. Đài Loan mở cửa."), IsEmpty());
}

TEST(Body, ABureauOfAnOpenBodyIsNotTheLastOne) {
  EXPECT_THAT(BodiesOf("Ban Thường vụ Tỉnh ủy Lai Châu họp. Ban Thường vụ Đảng ủy cùng dự."),
              ElementsAre("Ban Thường vụ Tỉnh ủy Lai Châu"));
}

TEST(Body, TheTaskOfABoardEndsBeforeWhatItDoes) {
  EXPECT_THAT(BodiesOf("Ban Chỉ đạo Trung ương về phòng, chống thiên tai tổ chức họp."),
              ElementsAre("Ban Chỉ đạo Trung ương về phòng, chống thiên tai"));
}

TEST(Body, AShortNameOfAnEnterpriseIsThatEnterprise) {
  EXPECT_THAT(BodiesOf("Công ty TNHH Xây dựng Hoàng Phát họp. Công ty Hoàng Phát báo cáo."),
              Contains("Công ty Trách nhiệm hữu hạn Xây dựng Hoàng Phát"));
}

TEST(Body, CanBoIsNoMinistry) {
  EXPECT_THAT(BodiesOf("Ông là cán bộ văn hóa thông tin.", kLaiChau), IsEmpty());
}

TEST(Body, TheBoardOfAnEventIsNamedAfterIt) {
  EXPECT_THAT(BodiesOf("Ban Tổ chức Lễ hội Hoa Ban năm 2024 thông báo. Ban Tổ chức Đại hội họp."),
              ElementsAre("Ban Tổ chức Lễ hội Hoa Ban năm 2024"));
}

TEST(Body, ReadsANumberedUnitByItsShortWord) {
  EXPECT_THAT(BodiesOf("UBND Q.12 và Công an quận 1 họp.", {.url = "https://tphcm.gov.vn/tin/1"}),
              ElementsAre("Ủy ban nhân dân quận 12", "Công an quận 1"));
}

TEST(Body, AMarkNamesItsBank) {
  EXPECT_THAT(BodiesOf("Ngân hàng Agribank và Tập đoàn PVN ký kết.", {.published = "2019-05-05"}),
              ElementsAre("Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam",
                          "Tập đoàn Dầu khí Việt Nam"));
}

TEST(Body, TheHeadMayHoldCac) {
  EXPECT_THAT(
      BodiesOf("Vụ trưởng Vụ Quản lý các khu kinh tế, Bộ Kế hoạch và Đầu tư dự."),
      ElementsAre("Vụ Quản lý các khu kinh tế, Bộ Kế hoạch và Đầu tư", "Bộ Kế hoạch và Đầu tư"));
}

TEST(Body, ABoardEndsBeforeTheBodyThatJoinsIt) {
  EXPECT_THAT(BodiesOf("Ban Chỉ đạo Tây Bắc và UBND tỉnh Lai Châu họp báo."),
              ElementsAre("Ban Chỉ đạo Tây Bắc", "Ủy ban nhân dân tỉnh Lai Châu"));
}

TEST(Body, UnitsOfAListShareTheWordBeforeIt) {
  EXPECT_THAT(BodiesOf("UBND các huyện: Mường Tè, Phong Thổ và Sìn Hồ họp.", kLaiChau),
              ElementsAre("Ủy ban nhân dân huyện Mường Tè", "Ủy ban nhân dân huyện Phong Thổ",
                          "Ủy ban nhân dân huyện Sìn Hồ"));
}

TEST(Body, AnAbbreviationInBracketsDoesNotCutTheName) {
  EXPECT_THAT(BodiesOf("Trưởng phòng Cảnh sát hình sự (PC02) Công an tỉnh Lai Châu dự."),
              ElementsAre("Phòng Cảnh sát hình sự Công an tỉnh Lai Châu"));
  EXPECT_THAT(BodiesOf("Cơ quan Cảnh sát điều tra (PC03) - Công an tỉnh Lai Châu khởi tố."),
              ElementsAre("Cơ quan Cảnh sát điều tra Công an tỉnh Lai Châu"));
}

TEST(Body, TheBodyAboveMayStandInBrackets) {
  EXPECT_THAT(BodiesOf("Đoàn của Cục Chống tham nhũng (Thanh tra Chính phủ) họp (TTXVN)."),
              ElementsAre("Cục Chống tham nhũng", "Thanh tra Chính phủ"));
}

TEST(Body, TheFormOfAnEnterpriseMayBeShort) {
  EXPECT_THAT(BodiesOf("CTCP Trung tâm Hội chợ Mường Thanh và Công ty Đấu giá Hợp danh Phong Lan; "
                       "Tập đoàn XDMT9 họp."),
              ElementsAre("Công ty Cổ phần Trung tâm Hội chợ Mường Thanh",
                          "Công ty Đấu giá Hợp danh Phong Lan", "Tập đoàn XDMT9"));
}

TEST(Body, AForeignHoldersNameIsNotTheBodys) {
  EXPECT_THAT(BodiesOf("Chủ tịch Ủy ban Kinh tế Á - Âu Marika Loretska dự."),
              ElementsAre("Ủy ban Kinh tế Á - Âu"));
}

TEST(Body, LeadersInAListDoNotPartIt) {
  EXPECT_THAT(
      BodiesOf("Thường trực HĐND, lãnh đạo UBND, Ủy ban MTTQ tỉnh dự.", kLaiChau),
      ElementsAre("Thường trực Hội đồng nhân dân tỉnh Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu",
                  "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lai Châu"));
}

TEST(Body, AShortNameIsTheLongOneSaidBefore) {
  EXPECT_THAT(BodiesOf("Ủy ban Quốc gia về chuyển đổi số họp. Các thành viên Ủy ban Quốc gia dự."),
              ElementsAre("Ủy ban Quốc gia về chuyển đổi số", "Ủy ban Quốc gia"));
  DraftFixture fixture("Ủy ban Quốc gia về chuyển đổi số họp. Các thành viên Ủy ban Quốc gia dự.");
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies});
  EXPECT_EQ(fixture.draft().body_mentions.front().item, fixture.draft().body_mentions.back().item);
}

TEST(Body, AProvinceAtTheHeadOfASectionPlacesItsBodies) {
  EXPECT_THAT(
      BodiesOf("Thí sinh dự thi.\n\nTại Lai Châu, Sở Y tế trực. Sở Xây dựng họp.\n\nTại Sơn "
               "La, Sở Y tế trực.\n\nSở Du lịch họp.",
               kLaiChau),
      ElementsAre("Sở Y tế Lai Châu", "Sở Xây dựng Lai Châu", "Sở Y tế Sơn La",
                  "Sở Du lịch Lai Châu"));
}

TEST(Body, TheSourceOfAnArticleIsNoBodyOfIt) {
  EXPECT_THAT(BodiesOf("UBND tỉnh Lai Châu họp./.Theo Lò Ngân/Báo Đầu tư"),
              ElementsAre("Ủy ban nhân dân tỉnh Lai Châu"));
}

}  // namespace
}  // namespace chido
