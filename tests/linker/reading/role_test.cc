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

/// "Name: title + body; …" of each named mention.
std::vector<std::string> RolesIn(const std::string& text) {
  DraftFixture fixture(text, {.url = "https://laichau.gov.vn/1", .published = "2022-05-05"});
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies, ReadPersons});
  std::vector<std::string> out;
  for (const PersonMention& person : fixture.draft().persons) {
    if (person.form != PersonMention::Form::kFull) continue;
    std::string line = person.text + ":";
    for (const RoleMention& role : person.roles) {
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

TEST(Role, SplitsTitleAndBody) {
  EXPECT_THAT(RolesIn("Đồng chí Lò Văn Ngân, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tổ chức "
                      "Tỉnh ủy chủ trì."),
              ElementsAre("Lò Văn Ngân: Ủy viên Ban Thường vụ + Tỉnh ủy Lai Châu; Trưởng Ban + Ban "
                          "Tổ chức Tỉnh ủy Lai Châu;"));
}

TEST(Role, ReadsBothPostsOfAShortList) {
  EXPECT_THAT(RolesIn("Đồng chí Lò Văn Ngân - Phó Bí thư, Chủ tịch UBND tỉnh dự."),
              ElementsAre("Lò Văn Ngân: Phó Bí thư + Tỉnh ủy Lai Châu; Chủ tịch + Ủy ban nhân dân "
                          "tỉnh Lai Châu;"));
}

TEST(Role, ReadsCentralPosts) {
  EXPECT_THAT(
      RolesIn("Đồng chí Lò Văn Ngân, Ủy viên Bộ Chính trị, Phó Thủ tướng Chính phủ dự; đồng "
              "chí Trần Khắc Vinh, UVTW Đảng, Bộ trưởng Bộ Y tế dự."),
      ElementsAre("Lò Văn Ngân: Ủy viên + Bộ Chính trị; Phó Thủ tướng + Chính phủ;",
                  "Trần Khắc Vinh: Ủy viên + Ban Chấp hành Trung ương Đảng; Bộ trưởng + Bộ "
                  "Y tế;"));
}

TEST(Role, AnOfficeOfOnePersonHasNoBody) {
  EXPECT_THAT(RolesIn("Chủ tịch nước Lò Văn Ngân dự."),
              ElementsAre("Lò Văn Ngân: Chủ tịch nước +;"));
}

TEST(Role, SharesThePostOfAPlural) {
  EXPECT_THAT(RolesIn("Dự có các đồng chí Phó Chủ tịch UBND tỉnh: Lò Văn Ngân, Trần Khắc Vinh."),
              ElementsAre("Lò Văn Ngân: Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;",
                          "Trần Khắc Vinh: Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
}

TEST(Role, GivesEachNameThePostBeforeIt) {
  EXPECT_THAT(RolesIn("Đồng chí Lò Văn Ngân, Bí thư Tỉnh ủy và Phó Chủ tịch HĐND tỉnh Trần Khắc "
                      "Vinh dự."),
              ElementsAre("Lò Văn Ngân: Bí thư + Tỉnh ủy Lai Châu;",
                          "Trần Khắc Vinh: Phó Chủ tịch + Hội đồng nhân dân tỉnh Lai Châu;"));
}

TEST(Role, MarksFormerPosts) {
  EXPECT_THAT(RolesIn("Ông Lò Văn Ngân, nguyên Bí thư Tỉnh ủy dự."),
              ElementsAre("Lò Văn Ngân: (former) Bí thư + Tỉnh ủy Lai Châu;"));
}

TEST(Role, CarriesAStatedProvinceThroughTheList) {
  EXPECT_THAT(RolesIn("Đồng chí Lò Văn Ngân - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Gia Lai dự."),
              ElementsAre("Lò Văn Ngân: Phó Bí thư + Tỉnh ủy Gia Lai; Chủ tịch + Ủy ban nhân dân "
                          "tỉnh Gia Lai;"));
}

TEST(Role, SharesWordsBetweenTitleAndBody) {
  EXPECT_THAT(RolesIn("Đồng chí Lò Văn Ngân, Chánh Văn phòng Tỉnh ủy; đồng chí Trần Khắc Vinh, "
                      "Trưởng Đoàn ĐBQH tỉnh."),
              ElementsAre("Lò Văn Ngân: Chánh Văn phòng + Văn phòng Tỉnh ủy Lai Châu;",
                          "Trần Khắc Vinh: Trưởng Đoàn + Đoàn đại biểu Quốc hội tỉnh Lai Châu;"));
}

TEST(Role, TakesTheCommuneOfTheNextPost) {
  EXPECT_THAT(
      RolesIn("Dự có đồng chí Lò Văn Ngân, Bí thư Đảng ủy, Chủ tịch HĐND phường Tân Phong."),
      ElementsAre("Lò Văn Ngân: Bí thư + Đảng ủy phường Tân Phong; Chủ tịch + Hội đồng nhân "
                  "dân phường Tân Phong;"));
}

TEST(Role, TakesANewPostFarBehindTheName) {
  EXPECT_THAT(
      RolesIn("Ban Thường vụ điều động đồng chí Lò Văn Ngân, Bí thư Huyện ủy Tam Đường, đến "
              "nhận công tác mới, giữ chức Trưởng ban Dân vận Tỉnh ủy."),
      ElementsAre("Lò Văn Ngân: (former) Bí thư + Huyện ủy Tam Đường; Trưởng Ban + Ban Dân "
                  "vận Tỉnh ủy Lai Châu;"));
}

TEST(Role, AMinisterAloneHeadsTheMinistryNamedBefore) {
  EXPECT_THAT(RolesIn("Bộ Y tế họp ngày 5/5. Bộ trưởng Lò Văn Ngân kết luận."),
              ElementsAre("Lò Văn Ngân: Bộ trưởng + Bộ Y tế;"));
}

TEST(Role, ReadsMembersByTheirCommittee) {
  EXPECT_THAT(RolesIn("Đồng chí Lò Văn Ngân - TUV, Bí thư Huyện ủy Tam Đường dự."),
              ElementsAre("Lò Văn Ngân: Tỉnh ủy viên + Tỉnh ủy Lai Châu; Bí thư + Huyện ủy Tam "
                          "Đường;"));
}

TEST(Role, ACountedPostIsSharedByTheNamesBehindIt) {
  EXPECT_THAT(
      RolesIn("Ông Lò Văn Ngân, Chủ tịch UBND tỉnh Lai Châu và 3 Phó Chủ tịch bao gồm các đồng "
              "chí: Trần Khắc Vinh, Vàng Thị Mai, Hà Minh Tú."),
      ElementsAre("Lò Văn Ngân: Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;",
                  "Trần Khắc Vinh: Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;",
                  "Vàng Thị Mai: Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;",
                  "Hà Minh Tú: Phó Chủ tịch + Ủy ban nhân dân tỉnh Lai Châu;"));
  EXPECT_THAT(
      RolesIn("2 Phó Bí thư Tỉnh ủy là ông Trần Khắc Vinh - Trưởng ban Tổ chức Tỉnh ủy, và bà "
              "Vàng Thị Mai."),
      ElementsAre("Trần Khắc Vinh: Phó Bí thư + Tỉnh ủy Lai Châu; Trưởng Ban + Ban Tổ chức Tỉnh ủy "
                  "Lai Châu;",
                  "Vàng Thị Mai: Phó Bí thư + Tỉnh ủy Lai Châu;"));
}

TEST(Role, TheFieldOfAPostMayStandBeforeItsBody) {
  EXPECT_THAT(RolesIn("Thượng úy Lò Văn Ngân, Trợ lý Công tác Quần chúng Bộ CHQS tỉnh dự."),
              ElementsAre("Lò Văn Ngân: Trợ lý Công tác Quần chúng + Bộ Chỉ huy Quân sự tỉnh Lai "
                          "Châu;"));
}

TEST(Role, TheConstituencyOfADeputyIsNotHisName) {
  EXPECT_THAT(RolesIn("Đại biểu Quốc hội tỉnh Lai Châu Lò Văn Ngân phát biểu."),
              ElementsAre("Lò Văn Ngân: Đại biểu + Quốc hội;"));
}

TEST(Role, TheErrandOfADelegationDoesNotHideThePostBehindIt) {
  EXPECT_THAT(RolesIn("Ông Lò Văn Ngân – Trưởng đoàn Thanh tra (Phó Chánh thanh tra tỉnh) nói."),
              ElementsAre("Lò Văn Ngân: Phó Chánh Thanh tra + Thanh tra tỉnh Lai Châu;"));
}

TEST(Role, AnOfficeOfTheDistrictIsKnownByItsHead) {
  EXPECT_THAT(RolesIn("Ông Lò Văn Ngân, Phó Chủ tịch UBND huyện Mường Tè, ông Trần Khắc Vinh, Phó "
                      "Trưởng phòng TN&MT dự."),
              ElementsAre("Lò Văn Ngân: Phó Chủ tịch + Ủy ban nhân dân huyện Mường Tè;",
                          "Trần Khắc Vinh: Phó Trưởng Phòng + Phòng Tài nguyên và Môi trường huyện "
                          "Mường Tè;"));
}

TEST(Role, ThePartyCommitteeOfASchoolIsThatOfItsCouncil) {
  EXPECT_THAT(RolesIn("Ông Lò Văn Ngân - Bí thư Đảng ủy, Chủ tịch Hội đồng Học viện Mường Thanh."),
              ElementsAre("Lò Văn Ngân: Bí thư + Đảng ủy Học viện Mường Thanh; Chủ tịch + Hội đồng "
                          "Học viện Mường Thanh;"));
}

}  // namespace
}  // namespace chido
