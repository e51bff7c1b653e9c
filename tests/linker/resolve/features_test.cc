#include "linker/resolve/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linker/resolve/mention.h"

namespace chido {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::StartsWith;

/// The keys of a person with one post; `body` with its template, or without one.
std::vector<std::string> KeysOf(const std::string& title, const BodyItem* body,
                                const std::string& province = "", bool former = false) {
  Reading reading;
  reading.frame.jurisdiction_uid = province;
  RoleItem role{.title = title, .former = former};
  if (body != nullptr) {
    reading.bodies.push_back(*body);
    role.body = 0;
  }
  OfficialItem official{.name = "Lò Văn Thử"};
  official.roles.push_back(role);
  reading.officials.push_back(official);
  return OfficialKeys(reading, Lexicon::BuiltIn()).front();
}

TEST(OfficialKeysTest, AMinisterIsALeaderWhateverTheMinistry) {
  EXPECT_THAT(KeysOf("Bộ trưởng", nullptr), ElementsAre("h:Bộ trưởng", "l:0", "r:leader"));
  const BodyItem ministry{.name = "Bộ Y tế", .template_id = "s.byt"};
  EXPECT_THAT(KeysOf("Bộ trưởng", &ministry), Contains("r:leader"));
  EXPECT_THAT(KeysOf("Vụ trưởng", &ministry), Not(Contains("r:leader")));
}

TEST(OfficialKeysTest, SeatsOfManyNameNobody) {
  const BodyItem assembly{.name = "Quốc hội", .template_id = "s.qh"};
  EXPECT_THAT(KeysOf("Đại biểu", &assembly), ElementsAre("h:Đại biểu"));
  EXPECT_THAT(KeysOf("Phó Chủ tịch", &assembly), Contains("r:leader"));
}

TEST(OfficialKeysTest, ABareTitleLeavesTheArticlesProvince) {
  EXPECT_THAT(KeysOf("Giám đốc", nullptr), ElementsAre("h:Giám đốc"));
  EXPECT_THAT(KeysOf("Giám đốc", nullptr, "P12@2004-01-01"),
              ElementsAre("h:Giám đốc", "w:P12@2004-01-01"));
}

TEST(OfficialKeysTest, APostTellsItsUnitProvinceAndWhatFollowedIt) {
  const BodyItem body{.name = "Huyện ủy Bù Đốp", .template_id = "d.huyenuy", .place = "D693@0"};
  const auto keys = KeysOf("Bí thư", &body);
  EXPECT_THAT(keys, Contains("u:D693@0"));
  EXPECT_THAT(keys, Contains("p:P70@1997-01-01"));
  EXPECT_THAT(keys, Contains("n:P70@1997-01-01"));
  EXPECT_THAT(keys, Contains(StartsWith("s:P75@")));
  EXPECT_THAT(keys, Contains("l:2"));
  EXPECT_THAT(keys, Contains(StartsWith("x:d.huyenuy|Bí thư@")));
}

TEST(OfficialKeysTest, AnEndedPostTellsOfNoPresentPlace) {
  const BodyItem body{
      .name = "Tỉnh ủy Lai Châu", .template_id = "p.tinhuy", .place = "P12@2004-01-01"};
  const auto keys = KeysOf("Bí thư", &body, "", true);
  EXPECT_THAT(keys, Contains("p:P12@2004-01-01"));
  EXPECT_THAT(keys, Not(Contains(StartsWith("n:"))));
  EXPECT_THAT(keys, Not(Contains(StartsWith("x:"))));
}

TEST(OfficialKeysTest, PeopleOfOneMeetingAreKnownByEachOtherButLeadersByNobody) {
  Reading reading;
  reading.officials = {{.name = "Lò Văn Thử"}, {.name = "Trần Thị Nghiệm"}, {.name = "Đỗ Mẫu"}};
  reading.officials[2].roles = {{.title = "Bộ trưởng"}};
  reading.meetings.push_back({.chaired = {{.who = 0}}, .attended = {{.who = 1}, {.who = 2}}});
  const auto keys = OfficialKeys(reading, Lexicon::BuiltIn());
  EXPECT_THAT(keys[0], ElementsAre("m:trần thị nghiệm"));
  EXPECT_THAT(keys[2], Not(Contains(StartsWith("m:"))));
}

TEST(UnitOfBodyTest, AUnitStandsForAllOfItsNameThatTheBodysNameAllows) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  EXPECT_EQ(UnitOfBody(lexicon, "Tỉnh ủy An Giang", "P89@1976"),
            UnitOfBody(lexicon, "Tỉnh ủy An Giang", "P91@2025-07-01"));
  EXPECT_EQ(UnitOfBody(lexicon, "Tỉnh ủy Đồng Nai", "P75@2026-04-30"), "P75@2025-07-01");
  EXPECT_EQ(UnitOfBody(lexicon, "Thành ủy Đồng Nai", "P75@1976"), "P75@2026-04-30");
  EXPECT_EQ(UnitOfBody(lexicon, "Sở Y tế Đồng Nai", "P75@1976"), "P75@2026-04-30");
  EXPECT_EQ(UnitOfBody(lexicon, "Huyện ủy Châu Thành", "D708@0"), "D708@0");
}

TEST(BodyEntityIdTest, CommunesOfOneNameAreSeveral) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  BodyItem here{.name = "Huyện ủy Châu Thành", .template_id = "d.huyenuy", .place = "D708@0"};
  BodyItem there = here;
  there.place = "D933@0";
  EXPECT_NE(BodyEntityId(here, DocumentId{1}, lexicon),
            BodyEntityId(there, DocumentId{1}, lexicon));
  EXPECT_EQ(BodyEntityId(here, DocumentId{1}, lexicon), BodyEntityId(here, DocumentId{2}, lexicon));
  here.place = there.place = "";
  EXPECT_NE(BodyEntityId(here, DocumentId{1}, lexicon),
            BodyEntityId(there, DocumentId{2}, lexicon));
}

}  // namespace
}  // namespace chido
