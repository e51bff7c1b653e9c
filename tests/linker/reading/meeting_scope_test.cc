#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

Reading Read(const std::string& text, const std::string& published = "2023-07-24") {
  Article article;
  article.source_id = "t";
  article.published = published;
  article.url = "https://tuyengiao.daklak.gov.vn/tin/1";
  article.text = text;
  article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(text.size())}}};
  article.id = ContentId("", text);
  auto reading = ReadArticle(article, Lexicon::BuiltIn());
  EXPECT_TRUE(reading);
  return reading.value_or(Reading{});
}

template <typename Item>
std::string Names(const std::vector<Item>& items, const std::vector<PartItem>& parts) {
  std::vector<std::string> names;
  for (const PartItem& part : parts) {
    if (!part.doubtful) names.push_back(items[part.who].name);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string joined;
  for (const std::string& name : names) joined += joined.empty() ? name : ", " + name;
  return joined;
}

std::string Who(const Reading& reading, const std::vector<PartItem>& parts) {
  return Names(reading.officials, parts);
}

std::string Bodies(const Reading& reading, const std::vector<PartItem>& parts) {
  return Names(reading.bodies, parts);
}

constexpr const char* kConference =
    "Sáng 20/7/2023, Sở Y tế tổ chức Hội nghị sơ kết công tác y tế. Đồng chí Trần Đình Quý, Giám "
    "đốc Sở Y tế phát biểu tại hội nghị. ";

TEST(MeetingScopeTest, WhatIsToldToThePressIsNotSaidAtTheMeeting) {
  const Reading reading = Read(
      std::string(kConference) +
      "Trao đổi với phóng viên, ông Lê Văn Mưu, Chủ tịch UBND huyện Lắk cho biết huyện sẽ xem xét. "
      "Ông Mưu nói huyện đã có kế hoạch.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingScopeTest, ThePressIsAnsweredAtAPressConference) {
  const Reading reading = Read(
      "Chiều 20/7/2023, Sở Y tế tổ chức họp báo. Trả lời báo chí, ông Lê Văn Mưu, Giám đốc Sở Y tế "
      "cho biết thuốc đã đủ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Lê Văn Mưu");
}

TEST(MeetingScopeTest, AnEarlierDayIsAnotherMatter) {
  const Reading reading =
      Read(std::string(kConference) +
           "Trước đó, ngày 3/7/2023, ông Lê Văn Mưu, Chủ tịch UBND huyện Lắk đề nghị hỗ trợ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingScopeTest, WhoIsOnlyDecidedUponDoesNotSpeak) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức Hội nghị công bố quyết định. Bổ nhiệm ông Lê Văn Mưu, Chánh "
      "Văn phòng Sở Y tế, giữ chức Phó Giám đốc Sở Y tế kể từ ngày 1/8/2023, giới thiệu ứng cử. "
      "Đồng chí Trần Đình Quý, Bí thư Tỉnh ủy phê bình, yêu cầu đồng chí H'Wen Niê, Giám đốc Sở Y "
      "tế báo cáo lại.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingScopeTest, TheCommemoratedAreNotPresent) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức Lễ dâng hương. Các đại biểu tưởng nhớ đồng chí Trần Văn Cổ, "
      "nguyên Bí thư Tỉnh ủy và đồng chí Lê Văn Kim, nguyên Chủ tịch UBND tỉnh tại buổi lễ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "");
}

TEST(MeetingScopeTest, WhoReceivesADecisionIsPresent) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức Hội nghị công bố quyết định. Đồng chí Trần Đình Quý, Bí thư "
      "Tỉnh ủy (bên phải), trao quyết định cho đồng chí Lê Văn Mưu, Giám đốc Sở Y tế.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Lê Văn Mưu, Trần Đình Quý");
}

TEST(MeetingScopeTest, TheDeputyHeadOfADelegationDoesNotLeadIt) {
  const Reading reading = Read(
      "Ngày 20/7/2023, Đoàn kiểm tra của Tỉnh ủy do đồng chí Trần Đình Quý, Phó Bí thư Tỉnh ủy làm "
      "Trưởng đoàn làm việc với Huyện ủy Lắk. Đồng chí Lê Văn Mưu, Phó Trưởng đoàn kiểm tra công "
      "bố "
      "quyết định.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Trần Đình Quý");
  EXPECT_EQ(Bodies(reading, reading.meetings[0].participants), "Huyện ủy Lắk");
}

TEST(MeetingScopeTest, TheHeadTakesTheOccasionInItsName) {
  const Reading reading = Read(
      "Tại buổi làm việc ngày 20/7/2023 của đồng chí Trần Đình Quý, Bí thư Tỉnh ủy với Sở Y tế, "
      "nhiều việc đã được nêu.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Trần Đình Quý");
  EXPECT_EQ(FormatEdtf(reading.meetings[0].date), "2023-07-20");
}

TEST(MeetingScopeTest, BodiesThatSentSomebodyTookPart) {
  const Reading reading =
      Read(std::string(kConference) +
           "Cùng dự có đại diện lãnh đạo Sở Tài chính, Bảo hiểm xã hội tỉnh; lãnh đạo các phòng.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Bodies(reading, reading.meetings[0].participants),
            "Bảo hiểm xã hội tỉnh Đắk Lắk, Sở Tài chính Đắk Lắk");
}

TEST(MeetingScopeTest, TheNameOfASessionTellsWhoHoldsIt) {
  const Reading reading =
      Read("Sáng 20/7/2023, đồng chí Trần Đình Quý chủ trì cuộc họp thứ ba của UBND tỉnh.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Bodies(reading, reading.meetings[0].organisers), "Ủy ban nhân dân tỉnh Đắk Lắk");
}

TEST(MeetingScopeTest, WhoReportsOfASessionDidNotHoldIt) {
  const Reading reading = Read(
      "Văn phòng UBND tỉnh vừa có thông báo kết luận tại cuộc họp về giá thuốc. Cuộc họp được tổ "
      "chức ngày 20/7/2023 do đồng chí Trần Đình Quý, Chủ tịch UBND tỉnh chủ trì.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Bodies(reading, reading.meetings[0].organisers), "");
}

TEST(MeetingScopeTest, ATitleGoesOnWithThePersonItIsAbout) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức Hội nghị công bố quyết định bổ nhiệm đồng chí Lê Văn Mưu, "
      "Giám đốc Sở Y tế.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_TRUE(reading.meetings[0].title.starts_with(
      "Hội nghị công bố quyết định bổ nhiệm đồng chí Lê Văn Mưu"));
}

TEST(MeetingScopeTest, SeveralDaysAreOneMeeting) {
  const Reading reading =
      Read("Từ ngày 19 đến ngày 20.7.2023, Sở Y tế tổ chức Hội nghị tập huấn chuyên môn.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(FormatEdtf(reading.meetings[0].date), "2023-07-19/2023-07-20");
}

TEST(MeetingScopeTest, TheLeadGivesTheDayOfTheCeremony) {
  const Reading reading = Read(
      "Ngày 20/7/2023, đồng chí Trần Đình Quý, Bí thư Tỉnh ủy trao quyết định về công tác cán bộ. "
      "Phát biểu tại Lễ trao quyết định, đồng chí Trần Đình Quý yêu cầu giữ đoàn kết.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(FormatEdtf(reading.meetings[0].date), "2023-07-20");
}

TEST(MeetingScopeTest, AVisitWithoutADayFarFromTheLeadIsNoNews) {
  const Reading reading = Read(
      "Giá cà phê tăng. Người dân phấn khởi. Diện tích mở rộng. Sản lượng khá. Xuất khẩu thuận "
      "lợi. "
      "Theo ông Lê Văn Mưu, Giám đốc Sở Công thương, thỉnh thoảng ông Mưu làm việc với Sở Tài "
      "chính.");
  EXPECT_TRUE(reading.meetings.empty());
}

TEST(MeetingScopeTest, WhatOnlyFramesTheOccasionIsNotTheMeeting) {
  const Reading reading = Read(
      "Sáng 20/7/2023, trong khuôn khổ Hội nghị xúc tiến đầu tư đã diễn ra lễ công bố quy hoạch. "
      "Phát biểu tại buổi lễ, đồng chí Trần Đình Quý, Bí thư Tỉnh ủy yêu cầu giữ rừng.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(reading.meetings[0].title, "lễ công bố quy hoạch");
}

TEST(MeetingScopeTest, ASessionAfterACeremonyIsAnother) {
  const Reading reading = Read(
      "Chiều 20/7/2023, đồng chí Trần Đình Quý, Bí thư Tỉnh ủy chủ trì lễ đón đoàn tỉnh bạn. Sau "
      "lễ "
      "đón, hai bên tiến hành hội đàm. Đồng chí Trần Đình Quý cảm ơn tỉnh bạn.");
  ASSERT_EQ(reading.meetings.size(), 2U);
  EXPECT_EQ(FormatEdtf(reading.meetings[1].date), "2023-07-20");
  EXPECT_EQ(Who(reading, reading.meetings[1].spoke), "Trần Đình Quý");
}

TEST(MeetingScopeTest, AFeastCalledOffIsNone) {
  const Reading reading =
      Read("Ngày 20/7/2023, UBND tỉnh yêu cầu tạm dừng tổ chức các sự kiện, lễ hội trên địa bàn.");
  EXPECT_TRUE(reading.meetings.empty());
}

TEST(MeetingScopeTest, WhoCarriesOutAnothersDirectionsSpeaksAlone) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Sở Y tế tổ chức Hội nghị giao ban. Đồng chí Trần Đình Quý, Giám đốc Sở Y tế "
      "nêu rõ việc thực hiện chỉ đạo của đồng chí Lê Văn Mưu, Bí thư Tỉnh ủy về rà soát, đề xuất "
      "biên chế.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingScopeTest, AllWhoSendADelegationHoldItsVisit) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Đoàn đại biểu Tỉnh ủy, HĐND, UBND tỉnh do đồng chí Trần Đình Quý, Bí thư "
      "Tỉnh "
      "ủy làm trưởng đoàn đã đến dâng hoa, dâng hương tại Nghĩa trang liệt sĩ tỉnh.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Bodies(reading, reading.meetings[0].organisers),
            "Hội đồng nhân dân tỉnh Đắk Lắk, Tỉnh ủy Đắk Lắk, Ủy ban nhân dân tỉnh Đắk Lắk");
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Trần Đình Quý");
}

TEST(MeetingScopeTest, LongAgoIsAnotherMatter) {
  const Reading reading = Read(
      std::string(kConference) +
      "Ngày 27/2/1997, tại đây, dưới sự chủ trì của đồng chí Lê Văn Mưu, Chủ tịch UBND huyện Lắk, "
      "trạm y tế được lập.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Names(reading.officials, reading.meetings[0].chaired).find("Lê Văn Mưu"),
            std::string::npos);
}

TEST(MeetingScopeTest, ACustomIsNoGathering) {
  const Reading reading = Read(
      "Hàng năm, Lễ hội đình Thượng diễn ra từ ngày 13 đến 16/9 âm lịch. Đồng chí Trần Đình Quý, "
      "Bí "
      "thư Tỉnh ủy yêu cầu giữ gìn di tích.");
  EXPECT_TRUE(reading.meetings.empty());
}

TEST(MeetingScopeTest, AGatheringOfADayJustPastIsOnlyRecalled) {
  const Reading reading = Read(
      "Ông Lê Văn Mưu, Giám đốc Sở Y tế cho biết đơn vị đã sửa đổi như thông tin nêu tại cuộc họp "
      "báo ngày 5/7 vừa qua.");
  EXPECT_TRUE(reading.meetings.empty());
}

TEST(MeetingScopeTest, WhoIsReportedFromSpeaks) {
  const Reading reading =
      Read(std::string(kConference) +
           "Tại hội nghị, theo báo cáo của Giám đốc Sở Y tế Lê Văn Mưu, thuốc đã đủ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Lê Văn Mưu, Trần Đình Quý");
}

TEST(MeetingScopeTest, AMagazineIsThePress) {
  const Reading reading =
      Read(std::string(kConference) +
           "Trao đổi với Thời báo Nông thôn chiều nay, ông Lê Văn Mưu, Giám đốc Sở Y tế cho biết "
           "thuốc đã đủ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingScopeTest, AGatheringOfLongAgoIsNoTelling) {
  const Reading reading = Read(
      std::string(kConference) +
      "Đặc biệt, ngày 27/2/1997, tại đây, dưới sự chủ trì của đồng chí Lê Văn Mưu, Chủ tịch UBND "
      "huyện Lắk, nhân dân đã tổ chức lễ khởi công trạm y tế.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "");
}

TEST(MeetingScopeTest, WhoSpeaksToThePressOfAMeetingIsNotThere) {
  const Reading reading = Read(
      std::string(kConference) +
      "Trao đổi với phóng viên, ông Lê Văn Mưu, Chủ tịch UBND huyện Lắk cho biết huyện đã có kế "
      "hoạch. Ông Mưu cho biết huyện sẽ tổ chức hội nghị về việc này.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

}  // namespace
}  // namespace chido
