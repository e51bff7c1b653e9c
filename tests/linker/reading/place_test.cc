#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using testing::DraftFixture;
using testing::PageFacts;

/// "text → uid's name and type" of each resolved place.
std::vector<std::string> PlacesOf(const std::string& text, PageFacts facts = {}) {
  DraftFixture fixture(text, std::move(facts));
  fixture.Run({ReadFrame, ReadDates, ReadPlaces});
  std::vector<std::string> out;
  for (const PlaceMention& place : fixture.draft().places) {
    if (!place.resolved) continue;
    const UnitRow& unit = fixture.draft().lexicon.units()[place.units.front()];
    out.push_back(std::string(unit.type) + " " + std::string(unit.name));
  }
  return out;
}

std::string ProvinceOfFirst(const std::string& text, PageFacts facts = {}) {
  DraftFixture fixture(text, std::move(facts));
  fixture.Run({ReadFrame, ReadDates, ReadPlaces});
  const Draft& draft = fixture.draft();
  if (draft.places.empty() || !draft.places[0].resolved) return "";
  const auto province = draft.lexicon.ProvinceOf(draft.places[0].units.front());
  return province ? std::string(draft.lexicon.units()[*province].name) : "";
}

TEST(Place, ReadsUnitsWithTheirWord) {
  EXPECT_EQ(PlacesOf("Hội nghị họp tại huyện Krông Ana, tỉnh Đắk Lắk năm 2020."),
            (std::vector<std::string>{"huyện Krông Ana", "tỉnh Đắk Lắk"}));
}

TEST(Place, ReadsAProvinceWithoutItsWord) {
  EXPECT_EQ(PlacesOf("Đoàn đã đến Lai Châu năm 2020."),
            (std::vector<std::string>{"tỉnh Lai Châu"}));
}

TEST(Place, KeepsBareDistrictNamesOnlyWhereTheUnitIsNamed) {
  EXPECT_TRUE(PlacesOf("Ông đã đi qua Krông Ana năm 2020.").empty());
  EXPECT_EQ(PlacesOf("Huyện Krông Ana báo cáo năm 2020. Đoàn biểu dương Krông Ana.").size(), 2U);
}

TEST(Place, TakesTheFollowingUnitAsTheOneAround) {
  EXPECT_EQ(ProvinceOfFirst("Đoàn đến huyện Châu Thành, tỉnh Long An năm 2020."), "Long An");
  EXPECT_EQ(ProvinceOfFirst("Đoàn đến huyện Châu Thành, tỉnh Tiền Giang năm 2020."), "Tiền Giang");
}

TEST(Place, PrefersTheProvinceOfTheFrame) {
  EXPECT_EQ(ProvinceOfFirst("Đoàn đến huyện Châu Thành.",
                            {.url = "https://kiengiang.gov.vn/1", .published = "2020-05-05"}),
            "Kiên Giang");
}

TEST(Place, LeavesNamesOfPersonsAlone) {
  EXPECT_TRUE(PlacesOf("Đồng chí Nguyễn Thái Bình phát biểu năm 2020.").empty());
  EXPECT_TRUE(PlacesOf("Học tập tư tưởng Hồ Chí Minh năm 2020.").empty());
}

TEST(Place, ChoosesTheUnitOfTheArticlesTime) {
  DraftFixture fixture("Tỉnh Gia Lai họp.", {.published = "2025-08-01"});
  fixture.Run({ReadFrame, ReadDates, ReadPlaces});
  ASSERT_EQ(fixture.draft().places.size(), 1U);
  const auto& unit = fixture.draft().lexicon.units()[fixture.draft().places[0].units.front()];
  EXPECT_EQ(unit.valid_from, "2025-07-01");
}

}  // namespace
}  // namespace chido
