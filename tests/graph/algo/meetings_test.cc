#include "graph/algo/meetings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/algo/cochair.h"
#include "graph/algo/roles.h"
#include "tests/support/drawn_store.h"

namespace chido {
namespace {

using ::testing::ElementsAre;

class MeetingsTest : public ::testing::Test {
 protected:
  MeetingsTest() {
    drawn.Set("Giao", "date", "2023-07-21");
    drawn.Set("Giao", "date_inferred", "1");
    drawn.Set("Giao", "place", "Huyện Bản Mẫu");
    drawn.Set("bai1", "jurisdiction", "Đắk Lắk");
  }
  MeetingList Of(std::string_view name, const EdgeFilter& filter = {}, std::size_t limit = 10) {
    auto list = MeetingsOf(drawn.snapshot(), drawn.Id(name), filter, limit, 3);
    EXPECT_TRUE(list);
    return std::move(*list);
  }
  static std::vector<std::string> LabelsOf(const std::vector<Entity>& entities) {
    std::vector<std::string> labels;
    for (const Entity& entity : entities) labels.push_back(entity.label);
    return labels;
  }

  testing::DrawnStore drawn{R"(
    o:An   chaired   m:Giao  2023-07-21 manner=co-chair    in=bai1#2,~bai1#5
    o:Binh chaired   m:Giao  2023-07-21 manner=co-chair    in=bai1#2
    o:An   spoke_at  m:Giao  2023-07-21 manner=concluding  in=bai1#3
    b:Ban  organised m:Giao  2023-07-21 manner=lead        in=bai1#1
    o:An   attended  m:Cu    2019-05-01 manner=present     in=bai2#1
    o:An   chaired   m:Trong                               in=bai2#2
    o:An   chaired   m:Hai   2022-01-01 manner=chair       in=bai2#3
    o:Binh chaired   m:Hai   2022-01-01 manner=chair       in=bai2#3
    o:Chi  chaired   m:Hai   2022-01-01 manner=chair       in=bai2#3
  )"};
};

TEST_F(MeetingsTest, MeetingsComeByDateAndUndatedLast) {
  const MeetingList list = Of("An");
  std::vector<std::string> names;
  for (const MeetingPart& part : list.meetings) names.push_back(part.meeting.label);
  EXPECT_THAT(names, ElementsAre("Cu", "Hai", "Giao", "Trong"));
}

TEST_F(MeetingsTest, APartTellsAllThatIsKnownOfTheMeeting) {
  const MeetingList list = Of("An");
  const MeetingPart& giao = list.meetings[2];
  EXPECT_EQ(giao.date, "2023-07-21");
  EXPECT_TRUE(giao.date_inferred);
  EXPECT_EQ(giao.place, "Huyện Bản Mẫu");
  EXPECT_EQ(giao.jurisdiction, "Đắk Lắk");
  EXPECT_THAT(giao.parts, ElementsAre(Predicate::kChaired, Predicate::kSpokeAt));
  EXPECT_THAT(giao.manners, ElementsAre("co-chair", "concluding"));
  EXPECT_THAT(LabelsOf(giao.organisers), ElementsAre("Ban"));
  EXPECT_THAT(LabelsOf(giao.chairs), ElementsAre("An", "Binh"));
  EXPECT_TRUE(list.meetings[0].jurisdiction.empty()) << "the second article does not tell";
}

TEST_F(MeetingsTest, QuotesHaveTheirLineAndRepetitionsComeLast) {
  const MeetingPart giao = Of("An", EdgeFilter::Only(Predicate::kChaired)).meetings[1];
  ASSERT_EQ(giao.quotes.size(), 2U);
  EXPECT_EQ(giao.quotes[0].text, "bai1 dòng 2");
  EXPECT_EQ(giao.quotes[0].line, 2U);
  EXPECT_EQ(giao.quotes[0].origin, "bai1.txt");
  EXPECT_TRUE(giao.quotes[1].repeats);
}

TEST_F(MeetingsTest, TheFilterSelectsPartsAndDates) {
  EXPECT_EQ(Of("An", EdgeFilter::Only(Predicate::kChaired)).meetings.size(), 3U);
  EdgeFilter year;
  year.first_day = ToDays({2019, 1, 1});
  year.last_day = ToDays({2019, 12, 31});
  EXPECT_EQ(Of("An", year).meetings.size(), 1U);
}

TEST_F(MeetingsTest, MoreMeetingsThanTheLimitAreTold) {
  const MeetingList list = Of("An", {}, 2);
  EXPECT_EQ(list.meetings.size(), 2U);
  EXPECT_TRUE(list.truncated);
}

TEST_F(MeetingsTest, CoChairsAreRankedBySharedMeetings) {
  const auto answer = CoChairsOf(drawn.snapshot(), drawn.Id("An"), {}, Budget{});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->partners.size(), 2U);
  EXPECT_EQ(answer->partners[0].official.label, "Binh");
  EXPECT_THAT(LabelsOf(answer->partners[0].meetings), ElementsAre("Hai", "Giao"));
  EXPECT_EQ(answer->partners[1].official.label, "Chi");
  EXPECT_FALSE(answer->truncated);
  const auto cut = CoChairsOf(drawn.snapshot(), drawn.Id("An"), {}, Budget{.max_nodes = 2});
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->truncated);
}

TEST(RolesTest, APostIsPastIfItIsCalledSoOrStaleOrItsBodyEnded) {
  testing::DrawnStore drawn(R"(
    o:An holds_role b:Tinh   2023-01-01/2024-03-01 title=Bi_thu
    o:An holds_role b:Huyen  2019-01-01/2020-06-01 title=Bi_thu
    o:An holds_role b:So     ../2023-01-01         title=Giam_doc status=former
    o:An holds_role b:Ban    2024-02-01            title=Truong_ban
  )");
  drawn.Set("Ban", "valid", "1976/2024-01-01");
  const auto roles = RolesOf(drawn.snapshot(), drawn.Id("An"));
  ASSERT_TRUE(roles);
  ASSERT_EQ(roles->now.size(), 1U);
  EXPECT_EQ(roles->now[0].body.label, "Tinh");
  EXPECT_EQ(roles->now[0].title, "Bi_thu");
  EXPECT_EQ(roles->as_of, "2024-03-01");
  std::vector<std::string> past;
  for (const RoleHeld& role : roles->past) past.push_back(role.body.label);
  EXPECT_THAT(past, ElementsAre("Ban", "So", "Huyen"));
}

}  // namespace
}  // namespace chido
