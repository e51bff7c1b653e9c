#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using testing::DraftFixture;
using ::testing::ElementsAre;

/// "Name: title + body; …" of each official, with all posts that the article tells.
std::vector<std::string> OfficialsIn(const std::string& text) {
  DraftFixture fixture(text, {.url = "https://laichau.gov.vn/1", .published = "2022-05-05"});
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies, ReadPersons, ReadCoreference});
  std::vector<std::string> out;
  for (const OfficialItem& official : fixture.draft().officials) {
    std::string line = official.name + ":";
    for (const RoleItem& role : official.roles) {
      line += std::string(role.former ? " (former)" : "") + " " + role.title + " +";
      if (role.body != kNoItem) {
        line += " " + fixture.draft().bodies[static_cast<std::size_t>(role.body)].name;
      }
      line += ";";
    }
    out.push_back(line);
  }
  return out;
}

TEST(RoleCareer, PeriodsTellFormerPosts) {
  EXPECT_THAT(OfficialsIn("Trước tháng 6-2011, đồng chí Lò Văn Ngân là Đại tá, Giám đốc Sở Y tế; "
                          "từ tháng 6-2011 đến 6-2016: Phó Chủ tịch UBND tỉnh; từ tháng 6-2016 "
                          "đến nay: Bí thư Tỉnh ủy."),
              ElementsAre("Lò Văn Ngân: (former) Giám đốc + Sở Y tế Lai Châu; (former) Phó Chủ "
                          "tịch + Ủy ban nhân dân tỉnh Lai Châu; Bí thư + Tỉnh ủy Lai Châu;"));
}

TEST(RoleCareer, LinesOfACareerBelongToThePersonNamedBefore) {
  EXPECT_THAT(OfficialsIn("Đồng chí Lò Văn Ngân, Bí thư Tỉnh ủy.\n"
                          "- Từ 9/2010 đến 12/2015: Giám đốc Sở Y tế.\n"
                          "- Từ 1/2016 đến 12/2019: Phó Chủ tịch UBND tỉnh."),
              ElementsAre("Lò Văn Ngân: Bí thư + Tỉnh ủy Lai Châu; (former) Giám đốc + Sở Y tế "
                          "Lai Châu; (former) Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
}

TEST(RoleCareer, ReadsListsOfFormerPosts) {
  EXPECT_THAT(OfficialsIn("Đồng chí Lò Văn Ngân công tác lâu năm tại tỉnh, kinh qua nhiều chức vụ "
                          "như trưởng Ban Dân vận Tỉnh ủy, giám đốc Sở Y tế."),
              ElementsAre("Lò Văn Ngân: (former) Trưởng Ban + Ban Dân vận Tỉnh ủy Lai Châu; "
                          "(former) Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, NguyenHoldsForTheListBehindAName) {
  EXPECT_THAT(
      OfficialsIn("Đồng chí Lò Văn Ngân, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự."),
      ElementsAre("Lò Văn Ngân: (former) Phó Bí thư + Tỉnh ủy Lai Châu; (former) Chủ tịch "
                  "+ Ủy ban nhân dân tỉnh Lai Châu;"));
  EXPECT_THAT(OfficialsIn("Nguyên Giám đốc Sở Y tế, Chủ tịch UBND tỉnh Lò Văn Ngân dự."),
              ElementsAre("Lò Văn Ngân: (former) Giám đốc + Sở Y tế Lai Châu; Chủ tịch + Ủy ban "
                          "nhân dân tỉnh Lai Châu;"));
}

TEST(RoleCareer, AnAppointmentEndsTheOldPost) {
  EXPECT_THAT(OfficialsIn("Bổ nhiệm ông Lò Văn Ngân, Phó Giám đốc Sở Y tế, giữ chức Giám đốc Sở "
                          "Tài chính."),
              ElementsAre("Lò Văn Ngân: (former) Phó Giám đốc + Sở Y tế Lai Châu; Giám đốc + Sở "
                          "Tài chính Lai Châu;"));
  EXPECT_THAT(OfficialsIn("Điều động ông Lò Văn Ngân sang làm Giám đốc Sở Y tế."),
              ElementsAre("Lò Văn Ngân: Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, SeatsTakeTheCommitteeOfThePostBeside) {
  EXPECT_THAT(
      OfficialsIn("Ông Lò Văn Ngân được chỉ định tham gia Ban Chấp hành, Ban Thường vụ, giữ "
                  "chức Phó Bí thư Tỉnh ủy."),
      ElementsAre("Lò Văn Ngân: Tỉnh ủy viên + Tỉnh ủy Lai Châu; Ủy viên Ban Thường vụ + "
                  "Tỉnh ủy Lai Châu; Phó Bí thư + Tỉnh ủy Lai Châu;"));
}

TEST(RoleCareer, ADismissalNamesTheHolderBehindThePost) {
  EXPECT_THAT(OfficialsIn("Ban Thường vụ do Bí thư Tỉnh ủy Trần Khắc Vinh chủ trì đã quyết định "
                          "cách chức Giám đốc Sở Y tế với ông Lò Văn Ngân."),
              ElementsAre("Trần Khắc Vinh: Bí thư + Tỉnh ủy Lai Châu;",
                          "Lò Văn Ngân: (former) Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, ThePredicateNamesTheHolder) {
  EXPECT_THAT(OfficialsIn("Giám đốc Sở Y tế là ông Lò Văn Ngân."),
              ElementsAre("Lò Văn Ngân: Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, APostBeforeAColonIsShared) {
  EXPECT_THAT(
      OfficialsIn("Dự có các đồng chí Ủy viên Trung ương Đảng: Lò Văn Ngân, Bí thư Tỉnh ủy; "
                  "Thượng tướng Trần Khắc Vinh, Thứ trưởng Bộ Công an."),
      ElementsAre("Lò Văn Ngân: Ủy viên + Ban Chấp hành Trung ương Đảng; Bí thư + Tỉnh ủy "
                  "Lai Châu;",
                  "Trần Khắc Vinh: Ủy viên + Ban Chấp hành Trung ương Đảng; Thứ trưởng + Bộ "
                  "Công an;"));
}

TEST(RoleCareer, AnUnknownBodyHidesNothing) {
  EXPECT_THAT(OfficialsIn("Cục trưởng Cục Kiểm lâm Trần Khắc Vinh phát biểu."),
              ElementsAre("Trần Khắc Vinh: Cục trưởng + Cục Kiểm lâm;"));
  EXPECT_THAT(OfficialsIn("Bộ trưởng Giáo dục và Đào tạo Lò Văn Ngân phát biểu."),
              ElementsAre("Lò Văn Ngân: Bộ trưởng + Bộ Giáo dục và Đào tạo;"));
}

TEST(RoleCareer, ABareWordMeansTheBodyNamedBefore) {
  EXPECT_THAT(OfficialsIn("Đoàn kiểm tra Sở Y tế. Ông Lò Văn Ngân, Phó Giám đốc Sở cho biết."),
              ElementsAre("Lò Văn Ngân: Phó Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, TheNextClauseKeepsItsSubject) {
  EXPECT_THAT(OfficialsIn("Thủ tướng Trần Khắc Vinh đến dự. Tiếp Bí thư Tỉnh ủy Lò Văn Ngân, Thủ "
                          "tướng nhấn mạnh kết quả."),
              ElementsAre("Trần Khắc Vinh: Thủ tướng + Chính phủ;",
                          "Lò Văn Ngân: Bí thư + Tỉnh ủy Lai Châu;"));
}

TEST(RoleCareer, TheTitlesOwnWordIsNotThePhrases) {
  EXPECT_THAT(OfficialsIn("Ông Lò Văn Ngân từng giữ chức Vụ trưởng Vụ Tuyên truyền; Phó Chủ tịch "
                          "UBND tỉnh."),
              ElementsAre("Lò Văn Ngân: (former) Vụ trưởng + Vụ Tuyên truyền; (former) Phó Chủ "
                          "tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
}

TEST(RoleCareer, AnAssistantIsNotTheMaster) {
  EXPECT_THAT(OfficialsIn("Trợ lý Chủ tịch Quốc hội Lò Văn Ngân cùng dự."),
              ElementsAre("Lò Văn Ngân: Trợ lý + Quốc hội;"));
}

TEST(RoleCareer, AUnitStandsForItsOrgan) {
  EXPECT_THAT(OfficialsIn("Phó Chủ tịch tỉnh Trần Khắc Vinh phát biểu."),
              ElementsAre("Trần Khắc Vinh: Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
}

TEST(RoleCareer, OnePostAndOneLetterMakeOnePerson) {
  EXPECT_THAT(OfficialsIn("Giám đốc Sở Y tế Trần Thị Mai Anh dự. Giám đốc Sở Y tế Trần Thi Mai Anh "
                          "phát biểu."),
              ElementsAre("Trần Thị Mai Anh: Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, APostUnderAPrepositionIsNotTheNextPersons) {
  EXPECT_THAT(
      OfficialsIn("Báo cáo với Chủ tịch nước, bác sĩ Lò Văn Ngân, Giám đốc Sở Y tế cho biết."),
      ElementsAre("Lò Văn Ngân: Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, ABracketBehindANameIsPassedOver) {
  EXPECT_THAT(OfficialsIn("Đồng chí Lò Văn Ngân (bìa trái), Giám đốc Sở Y tế và đồng chí Trần Khắc "
                          "Vinh, Chủ tịch UBND tỉnh."),
              ElementsAre("Lò Văn Ngân: Giám đốc + Sở Y tế Lai Châu;",
                          "Trần Khắc Vinh: Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
}

TEST(RoleCareer, NamesEndWhereTheArticleEndsThem) {
  EXPECT_THAT(OfficialsIn("Chủ tịch UBND tỉnh Trần Khắc Vinh Ưu tiên việc làm.\nChủ tịch UBND tỉnh "
                          "Trần Khắc Vinh phát biểu.\nChủ tịch UBND tỉnh Trần Khắc VinhTheo dõi."),
              ElementsAre("Trần Khắc Vinh: Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
}

TEST(RoleCareer, WhoIsHonouredTakesNoPart) {
  EXPECT_THAT(OfficialsIn("Đoàn dâng hương tưởng nhớ đồng chí Lò Văn Ngân. Nhân dịp Xuân Đinh Dậu, "
                          "Thủ tướng chúc Tết."),
              ElementsAre());
}

TEST(RoleCareer, PostsOfThatTimeAreOverAndThoseOfTodayAreHeld) {
  EXPECT_THAT(OfficialsIn("Bà Vàng Thị Mai - khi đó là Giám đốc Sở Y tế và hiện nay là Chủ tịch "
                          "UBND tỉnh - đã ký."),
              ElementsAre("Vàng Thị Mai: (former) Giám đốc + Sở Y tế Lai Châu; Chủ tịch + Ủy ban "
                          "nhân dân tỉnh Lai Châu;"));
  EXPECT_THAT(OfficialsIn("Giám đốc Sở Y tế lúc bấy giờ là ông Lò Văn Ngân đã ký."),
              ElementsAre("Lò Văn Ngân: (former) Giám đốc + Sở Y tế Lai Châu;"));
}

TEST(RoleCareer, YearsInAPostAreOver) {
  EXPECT_THAT(
      OfficialsIn("Ông Lò Văn Ngân từng có nhiều năm làm Phó Giám đốc Sở Y tế kiêm Giám "
                  "đốc Bệnh viện Đa khoa tỉnh Lai Châu."),
      ElementsAre("Lò Văn Ngân: (former) Phó Giám đốc + Sở Y tế Lai Châu; (former) Giám đốc "
                  "+ Bệnh viện Đa khoa tỉnh Lai Châu;"));
}

TEST(RoleCareer, APronounBehindAClauseWithAPostTakesWhatFollows) {
  EXPECT_THAT(
      OfficialsIn("Giám đốc Sở Y tế Lò Văn Ngân dự. Trước khi được bầu giữ chức Phó Chủ tịch "
                  "UBND tỉnh, ông từng là Bí thư Huyện ủy Mường Tè."),
      ElementsAre("Lò Văn Ngân: Giám đốc + Sở Y tế Lai Châu; (former) Bí thư + Huyện ủy "
                  "Mường Tè;"));
}

TEST(RoleCareer, ABareWordStandsForTheBodyNamedBefore) {
  EXPECT_THAT(OfficialsIn("Đại tá Lò Văn Ngân công tác tại Quân khu 2, từng giữ các chức vụ Phó "
                          "Chính ủy, Chính ủy Quân khu, Bí thư Đảng ủy Quân khu."),
              ElementsAre("Lò Văn Ngân: (former) Phó Chính ủy + Quân khu 2; (former) Chính ủy + "
                          "Quân khu 2; (former) Bí thư + Đảng ủy Quân khu 2;"));
}

TEST(RoleCareer, TheOnlyPartyCommitteeOfAnArticleIsMeant) {
  EXPECT_THAT(OfficialsIn("Đảng ủy Trường Đại học Mường Thanh họp. Ông Lò Văn Ngân, Bí thư Đảng ủy "
                          "chủ trì."),
              ElementsAre("Lò Văn Ngân: Bí thư + Đảng ủy Trường Đại học Mường Thanh;"));
}

}  // namespace
}  // namespace chido
