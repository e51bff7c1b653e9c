#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using testing::DraftFixture;
using ::testing::ElementsAre;

class Coreference : public ::testing::Test {
 protected:
  Draft& Read(const std::string& text) {
    fixture_ = std::make_unique<DraftFixture>(
        text, testing::PageFacts{.url = "https://laichau.gov.vn/1", .published = "2022-05-05"});
    fixture_->Run({ReadFrame, ReadDates, ReadPlaces, ReadBodies, ReadPersons, ReadCoreference});
    return fixture_->draft();
  }

  /// Names of the officials that the mentions stand for, in text order; "-" for none.
  static std::vector<std::string> Chain(const Draft& draft) {
    std::vector<std::string> out;
    for (const PersonMention& person : draft.persons) {
      out.push_back(person.official == kNoItem
                        ? "-"
                        : draft.officials[static_cast<std::size_t>(person.official)].name);
    }
    return out;
  }

  std::unique_ptr<DraftFixture> fixture_;
};

TEST_F(Coreference, GivenNamesPointToTheFullName) {
  const Draft& draft =
      Read("Đồng chí Lò Văn Ngân, Bí thư Tỉnh ủy chủ trì. Đồng chí Ngân nhấn mạnh kết quả.");
  EXPECT_THAT(Chain(draft), ElementsAre("Lò Văn Ngân", "Lò Văn Ngân"));
  EXPECT_EQ(draft.officials[0].grounds.size(), 2U);
}

TEST_F(Coreference, BareTitlesPointToTheirHolder) {
  const Draft& draft = Read(
      "Đồng chí Lò Văn Ngân, Bí thư Tỉnh ủy và đồng chí Trần Khắc Vinh, Chủ tịch UBND tỉnh dự.\n"
      "Bí thư Tỉnh ủy yêu cầu các sở báo cáo.");
  EXPECT_THAT(Chain(draft), ElementsAre("Lò Văn Ngân", "Trần Khắc Vinh", "Lò Văn Ngân"));
}

TEST_F(Coreference, PronounsPointToTheLastPersonThatFits) {
  const Draft& draft = Read(
      "Bà Giàng Thị Lý, Phó Bí thư Tỉnh ủy phát biểu. Ông Trần Khắc Vinh, Giám đốc Sở Y tế báo "
      "cáo. Bà đề nghị sửa.");
  EXPECT_THAT(Chain(draft), ElementsAre("Giàng Thị Lý", "Trần Khắc Vinh", "-"));
}

TEST_F(Coreference, AShorterStatementIsTheSamePost) {
  const Draft& draft = Read(
      "Đồng chí Lò Văn Ngân - Phó Bí thư Thường trực Tỉnh ủy chủ trì.\n"
      "Đồng chí Lò Văn Ngân, Phó Bí thư Tỉnh ủy kết luận.");
  ASSERT_EQ(draft.officials.size(), 1U);
  ASSERT_EQ(draft.officials[0].roles.size(), 1U);
  EXPECT_EQ(draft.officials[0].roles[0].title, "Phó Bí thư Thường trực");
  EXPECT_EQ(draft.officials[0].roles[0].grounds.size(), 2U);
}

TEST_F(Coreference, TheFullestFormIsTheName) {
  const Draft& draft =
      Read("Đồng chí Khắc Vinh, Chủ tịch UBND tỉnh dự.\nĐồng chí Trần Khắc Vinh phát biểu.");
  ASSERT_EQ(draft.officials.size(), 1U);
  EXPECT_EQ(draft.officials[0].name, "Trần Khắc Vinh");
  EXPECT_THAT(draft.officials[0].alt, ElementsAre("Khắc Vinh"));
}

TEST_F(Coreference, TwoNamesOneToneApartAreTwoPersons) {
  const Draft& draft = Read(
      "Đồng chí Mạc Đình Huân, Bí thư Tỉnh ủy; đồng chí Mạc Đình Huấn, Chủ tịch UBND tỉnh dự.");
  EXPECT_EQ(draft.officials.size(), 2U);
}

TEST_F(Coreference, PrivatePeopleAreNoOfficials) {
  const Draft& draft = Read("Ông Trần Khắc Vinh trú tại xã Bản Bo trồng chè.");
  EXPECT_TRUE(draft.officials.empty());
}

}  // namespace
}  // namespace chido
