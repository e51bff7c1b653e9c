#include "linker/resolve/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chido {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// The keys of a person with one post; `body` with its template, or without one.
std::vector<std::string> KeysOf(const std::string& title, const BodyItem* body,
                                const std::string& province = "") {
  Reading reading;
  reading.frame.jurisdiction_uid = province;
  RoleItem role{.title = title};
  if (body != nullptr) {
    reading.bodies.push_back(*body);
    role.body = 0;
  }
  OfficialItem official{.name = "Lò Văn Thử"};
  official.roles.push_back(role);
  return OfficialKeys(reading, official, Lexicon::BuiltIn());
}

TEST(OfficialKeysTest, AMinisterIsALeaderWhateverTheMinistry) {
  EXPECT_THAT(KeysOf("Bộ trưởng", nullptr), ElementsAre("r:leader"));
  const BodyItem ministry{.name = "Bộ Y tế", .template_id = "s.byt"};
  EXPECT_THAT(KeysOf("Bộ trưởng", &ministry), Contains("r:leader"));
  EXPECT_THAT(KeysOf("Vụ trưởng", &ministry), Not(Contains("r:leader")));
}

TEST(OfficialKeysTest, SeatsOfManyNameNobody) {
  const BodyItem assembly{.name = "Quốc hội", .template_id = "s.qh"};
  EXPECT_THAT(KeysOf("Đại biểu", &assembly), IsEmpty());
  EXPECT_THAT(KeysOf("Phó Chủ tịch", &assembly), Contains("r:leader"));
}

TEST(OfficialKeysTest, ABareTitleLeavesTheArticlesProvince) {
  EXPECT_THAT(KeysOf("Giám đốc", nullptr), IsEmpty());
  EXPECT_THAT(KeysOf("Giám đốc", nullptr, "P12@2004-01-01"), ElementsAre("w:P12@2004-01-01"));
}

}  // namespace
}  // namespace chido
