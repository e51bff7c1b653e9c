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

std::vector<std::string> NamesIn(const std::string& text) {
  DraftFixture fixture(text, {.url = "https://laichau.gov.vn/1", .published = "2022-05-05"});
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies, ReadPersons});
  std::vector<std::string> out;
  for (const PersonMention& person : fixture.draft().persons) {
    if (person.form == PersonMention::Form::kFull) out.push_back(person.text);
  }
  return out;
}

TEST(Person, ReadsHonorificsRanksAndDegrees) {
  EXPECT_THAT(NamesIn("Dự có đồng chí Lò Văn Ngân; Đại tá Trần Khắc Vinh; PGS.TS Lê Thị Mai Thảo."),
              ElementsAre("Lò Văn Ngân", "Trần Khắc Vinh", "Lê Thị Mai Thảo"));
}

TEST(Person, ReadsListsBehindOneHonorific) {
  EXPECT_THAT(NamesIn("Dự có các đồng chí: Lò Văn Ngân, Bí thư Huyện ủy; Trần Khắc Vinh, Chủ tịch "
                      "UBND huyện; Lê Mai Thảo."),
              ElementsAre("Lò Văn Ngân", "Trần Khắc Vinh", "Lê Mai Thảo"));
}

TEST(Person, ReadsNamesOfManyPeoples) {
  EXPECT_THAT(NamesIn("Đồng chí H'Lan Niê, đồng chí Y Thanh Hà Niê Kđăm, đồng chí Giàng A Páo và "
                      "đồng chí Rơ Châm H'Yéo dự."),
              ElementsAre("H'Lan Niê", "Y Thanh Hà Niê Kđăm", "Giàng A Páo", "Rơ Châm H'Yéo"));
}

TEST(Person, RestoresNamesInCapitals) {
  EXPECT_THAT(NamesIn("Đồng chí LÒ VĂN NGÂN phát biểu."), ElementsAre("Lò Văn Ngân"));
}

TEST(Person, EndsTheNameBeforeATitleAndAVerb) {
  EXPECT_THAT(NamesIn("Đồng chí Lò Văn Ngân Bí thư Huyện ủy dự."), ElementsAre("Lò Văn Ngân"));
  EXPECT_THAT(NamesIn("Thứ trưởng Bộ Y tế Trần Khắc Vinh Theo kế hoạch đã dự."),
              ElementsAre("Trần Khắc Vinh"));
}

TEST(Person, NguyenIsAlsoAGivenName) {
  EXPECT_THAT(NamesIn("Đồng chí Trần Hữu Nguyên, Bí thư Huyện ủy dự."),
              ElementsAre("Trần Hữu Nguyên"));
}

TEST(Person, ReadsANameBehindItsPost) {
  EXPECT_THAT(NamesIn("Phó Chủ tịch UBND tỉnh Lò Văn Ngân chủ trì."), ElementsAre("Lò Văn Ngân"));
  EXPECT_THAT(NamesIn("Bí thư Tỉnh ủy - Lò Văn Ngân chủ trì."), ElementsAre("Lò Văn Ngân"));
}

TEST(Person, ReadsForeignGuests) {
  EXPECT_THAT(NamesIn("Thủ tướng Lào Sonexay Vongkham thăm Hà Nội."),
              ElementsAre("Sonexay Vongkham"));
}

TEST(Person, PassesOverStreetsSchoolsAndSetPhrases) {
  EXPECT_THAT(NamesIn("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh."), IsEmpty());
  EXPECT_THAT(NamesIn("Lễ diễn ra trên đường Lê Hồng Phong, tại Trường THPT Trần Phú."), IsEmpty());
  EXPECT_THAT(NamesIn("Chủ tịch Hồ Chí Minh kính yêu."), IsEmpty());
}

TEST(Person, PassesOverPlacesBehindTitles) {
  EXPECT_THAT(NamesIn("Chủ tịch Gia Lai yêu cầu các xã báo cáo."), IsEmpty());
  EXPECT_THAT(NamesIn("Chủ tịch Gia Lai Trần Khắc Vinh yêu cầu."), ElementsAre("Trần Khắc Vinh"));
}

TEST(Person, TellsTheGenderFromAddressAndName) {
  DraftFixture fixture("Bà Giàng Páo Lý và đồng chí Trần Thị Mai dự.", {.published = "2022-05-05"});
  fixture.Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies, ReadPersons});
  ASSERT_EQ(fixture.draft().persons.size(), 2U);
  EXPECT_EQ(fixture.draft().persons[0].gender, "female");
  EXPECT_EQ(fixture.draft().persons[1].gender, "female");
}

}  // namespace
}  // namespace chido
