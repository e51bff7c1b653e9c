#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

Reading Read(const std::string& text, const std::string& title = "") {
  Article article;
  article.source_id = "t";
  article.title = title;
  article.published = "2023-07-24";
  article.url = "https://tuyengiao.daklak.gov.vn/tin/1";
  article.text = text;
  article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(text.size())}}};
  article.id = ContentId(title, text);
  auto reading = ReadArticle(article, Lexicon::BuiltIn());
  EXPECT_TRUE(reading);
  return reading.value_or(Reading{});
}

/// Names of the officials of `parts` whose part is sure, sorted, joined by ", ".
std::string Who(const Reading& reading, const std::vector<PartItem>& parts,
                std::string_view manner = "") {
  std::vector<std::string> names;
  for (const PartItem& part : parts) {
    if (part.doubtful || (!manner.empty() && part.manner != manner)) continue;
    names.push_back(reading.officials[part.who].name);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string joined;
  for (const std::string& name : names) joined += joined.empty() ? name : ", " + name;
  return joined;
}

std::string Organisers(const Reading& reading, const MeetingItem& meeting) {
  std::string joined;
  for (const PartItem& part : meeting.organisers) {
    joined += joined.empty() ? "" : ", ";
    joined += reading.bodies[part.who].name;
  }
  return joined;
}

TEST(MeetingTest, TheOrganiserTheDateAndTheTitleStandInOneSentence) {
  const Reading reading = Read(
      "Ngày 21/7/2023, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị sơ kết công tác 6 tháng đầu năm. "
      "Đồng chí Lương Văn Khải, Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  const MeetingItem& meeting = reading.meetings[0];
  EXPECT_EQ(meeting.kind, "hội nghị");
  EXPECT_EQ(meeting.title, "Hội nghị sơ kết công tác 6 tháng đầu năm");
  EXPECT_EQ(FormatEdtf(meeting.date), "2023-07-21");
  EXPECT_EQ(Organisers(reading, meeting), "Ban Tuyên giáo Tỉnh ủy Đắk Lắk");
  EXPECT_EQ(Who(reading, meeting.chaired), "Lương Văn Khải");
  EXPECT_EQ(Who(reading, meeting.attended), "Lương Văn Khải");
}

TEST(MeetingTest, AListAfterTheVerbHasOnePartEach) {
  const Reading reading = Read(
      "Sáng 20/7, Tỉnh ủy tổ chức Hội nghị quán triệt nghị quyết. Dự và chủ trì hội nghị có các "
      "đồng chí: Trần Đình Quý, Bí thư Tỉnh ủy; Nguyễn Thị Hạnh, Phó Bí thư Thường trực Tỉnh ủy; "
      "Lê Quang Bảo, Phó Bí thư Tỉnh ủy.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired),
            "Lê Quang Bảo, Nguyễn Thị Hạnh, Trần Đình Quý");
}

TEST(MeetingTest, ChairsStandAfterUnderTheChairOf) {
  const Reading reading = Read(
      "Chiều 20/7, dưới sự chủ trì của đồng chí Trần Đình Quý, Bí thư Tỉnh ủy, Ban Thường vụ Tỉnh "
      "ủy họp cho ý kiến về công tác cán bộ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Trần Đình Quý");
}

TEST(MeetingTest, ABodyThatLeadsATaskIsNoChair) {
  const Reading reading = Read(
      "Sáng 20/7, Tỉnh ủy tổ chức Hội nghị quán triệt nghị quyết. Đồng chí Trần Đình Quý, Bí thư "
      "Tỉnh ủy yêu cầu Ban Tuyên giáo Tỉnh ủy là cơ quan chủ trì, các ngành chủ trì, phối hợp "
      "thực hiện.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "");
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingTest, TheHeadOfAnInspectingDelegationChairs) {
  const Reading reading = Read(
      "Sáng ngày 14/6, Đoàn Kiểm tra của Ban Tuyên giáo Tỉnh ủy do đồng chí Lương Văn Khải - Phó "
      "Trưởng Ban Tuyên giáo Tỉnh ủy làm Trưởng Đoàn đã kiểm tra công tác tuyên giáo tại huyện "
      "Krông Bông. Tiếp và làm việc với Đoàn có đồng chí Y Blơm Êban, Bí thư Huyện ủy.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Lương Văn Khải");
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Lương Văn Khải, Y Blơm Êban");
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "Ban Tuyên giáo Tỉnh ủy Đắk Lắk");
}

TEST(MeetingTest, SpeakersAreReadWithTheirManner) {
  const Reading reading = Read(
      "Sáng 20/7, Tỉnh ủy tổ chức Hội nghị quán triệt nghị quyết. Phát biểu khai mạc hội nghị, "
      "đồng chí Trần Đình Quý, Bí thư Tỉnh ủy nhấn mạnh ý nghĩa của nghị quyết. Kết luận hội nghị, "
      "đồng chí Nguyễn Thị Hạnh, Phó Bí thư Tỉnh ủy đề nghị các cấp ủy xây dựng kế hoạch.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  const MeetingItem& meeting = reading.meetings[0];
  EXPECT_EQ(Who(reading, meeting.spoke, "opening"), "Trần Đình Quý");
  EXPECT_EQ(Who(reading, meeting.spoke, "concluding"), "Nguyễn Thị Hạnh");
  EXPECT_EQ(Who(reading, meeting.spoke, "directing"), "Nguyễn Thị Hạnh");
}

TEST(MeetingTest, APersonOnlySpokenOfHasNoPart) {
  const Reading reading = Read(
      "Sáng 20/7, Tỉnh ủy tổ chức Hội nghị quán triệt bài viết của Tổng Bí thư Trần Văn Tuệ. Đồng "
      "chí Trần Đình Quý, Bí thư Tỉnh ủy chủ trì hội nghị.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Trần Đình Quý");
}

TEST(MeetingTest, APlannedMeetingIsNone) {
  EXPECT_TRUE(Read("Tỉnh ủy yêu cầu các huyện ủy chuẩn bị tổ chức hội nghị tổng kết cuối năm.")
                  .meetings.empty());
}

TEST(MeetingTest, TwoDaysAreTwoMeetingsWithTheirOwnPeople) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức Hội nghị quán triệt nghị quyết. Đồng chí Trần Đình Quý, Bí "
      "thư Tỉnh ủy chủ trì hội nghị.\n\nChiều 22/7/2023, UBND tỉnh tổ chức Hội nghị xúc tiến đầu "
      "tư. Đồng chí Hoàng Văn Lộc, Chủ tịch UBND tỉnh chủ trì hội nghị.");
  ASSERT_EQ(reading.meetings.size(), 2U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Trần Đình Quý");
  EXPECT_EQ(Who(reading, reading.meetings[1].chaired), "Hoàng Văn Lộc");
  EXPECT_EQ(FormatEdtf(reading.meetings[1].date), "2023-07-22");
}

TEST(MeetingTest, ItemsOfARoundUpAreMeetingsOfTheirOwn) {
  const Reading reading = Read(
      "Ngày 20/7, nhiều nơi tổ chức Ngày hội Đại đoàn kết.\n\n* Sáng 20/7, UBND xã Ea Tul tổ chức "
      "Ngày hội. Dự ngày hội có đồng chí Trần Đình Quý, Bí thư Tỉnh ủy.\n\n* Ngày 20/7, UBND xã Cư "
      "Né tổ chức Ngày hội. Dự ngày hội có đồng chí Hoàng Văn Lộc, Chủ tịch UBND tỉnh.");
  ASSERT_EQ(reading.meetings.size(), 2U);
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Trần Đình Quý");
  EXPECT_EQ(Who(reading, reading.meetings[1].attended), "Hoàng Văn Lộc");
}

TEST(MeetingTest, ARecalledMeetingCountsWithItsDayAndOrganiser) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức Hội nghị quán triệt nghị quyết. Đồng chí Trần Đình Quý, Bí "
      "thư Tỉnh ủy chủ trì hội nghị. Trước đó, ngày 12/6/2023, UBND tỉnh tổ chức Hội nghị xúc tiến "
      "đầu tư. Tại các hội nghị trước, nhiều ý kiến đã được nêu.");
  EXPECT_EQ(reading.meetings.size(), 2U);
}

TEST(MeetingTest, ADeadlineIsNotTheDayOfAMeeting) {
  const Reading reading = Read(
      "Tại hội nghị, đồng chí Trần Đình Quý, Bí thư Tỉnh ủy yêu cầu hoàn thành trước ngày "
      "30/9/2023.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_TRUE(reading.meetings[0].date.empty());
}

TEST(MeetingTest, ADirectiveCitedInASpeechHasItsSpeakerAndMeeting) {
  const Reading reading = Read(
      "Sáng 20/7, Tỉnh ủy tổ chức Hội nghị giao ban. Đồng chí Trần Đình Quý, Bí thư Tỉnh ủy yêu "
      "cầu thực hiện nghiêm Chỉ thị số 05-CT/TW của Bộ Chính trị.");
  ASSERT_EQ(reading.directives.size(), 1U);
  const CitationItem& citation = reading.directives[0].citations.front();
  ASSERT_EQ(citation.meeting, 0);
  ASSERT_NE(citation.speaker, kNoItem);
  EXPECT_EQ(reading.officials[citation.speaker].name, "Trần Đình Quý");
}

TEST(MeetingTest, AnHonourOfADayIsAGathering) {
  const Reading reading = Read(
      "Chiều 20/7, Bí thư Tỉnh ủy Trần Đình Quý đã trao quyết định bổ nhiệm ông Lê Văn Mưu giữ "
      "chức "
      "Giám đốc Sở Y tế. Ông Lê Văn Mưu sinh năm 1970.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(reading.meetings[0].kind, "lễ");
  EXPECT_EQ(FormatEdtf(reading.meetings[0].date), "2023-07-20");
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Lê Văn Mưu, Trần Đình Quý");
}

TEST(MeetingTest, AnHonourWithoutADayIsNone) {
  const Reading reading = Read(
      "Bí thư Tỉnh ủy Trần Đình Quý đã trao quyết định bổ nhiệm ông Lê Văn Mưu giữ chức Giám đốc "
      "Sở "
      "Y tế.");
  EXPECT_TRUE(reading.meetings.empty());
}

TEST(MeetingTest, OneMoreOnTheSameDayIsAGatheringOfItsOwn) {
  const Reading reading = Read(
      "Sáng 20/7, Tỉnh ủy tổ chức Hội nghị sơ kết. Đồng chí Trần Đình Quý, Bí thư Tỉnh ủy chủ trì "
      "hội nghị. Cũng trong sáng 20/7, tại Trụ sở UBND tỉnh, đồng chí Lê Văn Mưu, Chủ tịch UBND "
      "tỉnh đã trao quyết định bổ nhiệm ông Vũ Văn Hiền giữ chức Giám đốc Sở Y tế.");
  ASSERT_EQ(reading.meetings.size(), 2U);
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Trần Đình Quý");
  EXPECT_EQ(Who(reading, reading.meetings[1].attended), "Lê Văn Mưu, Vũ Văn Hiền");
  EXPECT_EQ(FormatEdtf(reading.meetings[1].date), "2023-07-20");
}

TEST(MeetingTest, AnAssemblyThatActsOnADaySits) {
  const Reading reading = Read(
      "Sáng 20/7, Hội đồng nhân dân tỉnh tiếp tục thảo luận về ngân sách. Đồng chí Trần Đình Quý, "
      "Chủ tịch HĐND tỉnh nhấn mạnh yêu cầu tiết kiệm.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(reading.meetings[0].kind, "phiên họp");
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "Hội đồng nhân dân tỉnh Đắk Lắk");
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Trần Đình Quý");
}

TEST(MeetingTest, WhatAnAssemblyIsSaidToHaveDoneIsNoSitting) {
  const Reading reading = Read(
      "Tối 20/7, đồng chí Trần Đình Quý, Chủ tịch HĐND tỉnh cho biết, Hội đồng nhân dân tỉnh đã "
      "thông qua nghị quyết về ngân sách.");
  EXPECT_TRUE(reading.meetings.empty());
}

TEST(MeetingTest, WhoDecidesAtASessionHoldsIt) {
  const Reading reading = Read(
      "Tại kỳ họp thứ 19 diễn ra ngày 8/7, Ủy ban Kiểm tra Tỉnh ủy đã xem xét, thi hành kỷ luật ba "
      "cán bộ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(FormatEdtf(reading.meetings[0].date), "2023-07-08");
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "Ủy ban Kiểm tra Tỉnh ủy Đắk Lắk");
}

TEST(MeetingTest, TheTermsOfABodyStandBeforeItsVerb) {
  const Reading reading = Read(
      "Chiều 20/7, Hội đồng nhân dân tỉnh khóa X, nhiệm kỳ 2021-2026 tổ chức Kỳ họp thứ 7. Đồng "
      "chí "
      "Trần Đình Quý, Chủ tịch HĐND tỉnh phát biểu khai mạc.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "Hội đồng nhân dân tỉnh Đắk Lắk");
}

TEST(MeetingTest, WhoseHouseItIsDoesNotHoldIt) {
  const Reading reading = Read(
      "Ngày 20/7, tại Hội trường lớn, Trụ sở chính Sở Y tế đã diễn ra Lễ công bố quyết định. Đồng "
      "chí Trần Đình Quý, Bí thư Tỉnh ủy phát biểu tại buổi lễ.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "");
}

TEST(MeetingTest, TheLeadTellsWhoStagedWhatIsNamedAfter) {
  const Reading reading = Read(
      "Sáng nay (20/7), UBND tỉnh công bố dự thảo kết luận thanh tra. Dự buổi công bố dự thảo có "
      "Chủ tịch UBND tỉnh Lê Văn Mưu; ông Vũ Văn Hiền, Giám đốc Sở Y tế.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "Ủy ban nhân dân tỉnh Đắk Lắk");
  EXPECT_EQ(FormatEdtf(reading.meetings[0].date), "2023-07-20");
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Lê Văn Mưu, Vũ Văn Hiền");
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "");
}

TEST(MeetingTest, ABracketBeforeTheVerbDoesNotPartItFromItsSubject) {
  const Reading reading = Read(
      "Ngày 20/7, Phó Chủ tịch UBND tỉnh Lê Văn Mưu (được Chủ tịch UBND tỉnh ủy quyền) tổ chức đối "
      "thoại với ông Vũ Văn Hiền.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(reading.meetings[0].kind, "đối thoại");
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Lê Văn Mưu");
}

TEST(MeetingTest, ATaskForceIsADelegation) {
  const Reading reading = Read(
      "Sáng 20/7, tổ công tác của Thủ tướng làm việc với Bộ Y tế. Tổ công tác do Bộ trưởng Bộ Nội "
      "vụ Lê Văn Mưu làm trưởng đoàn.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(reading.meetings[0].kind, "buổi làm việc");
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Lê Văn Mưu");
}

TEST(MeetingTest, OnlyTheHeadOfADelegationLeadsIt) {
  const Reading reading = Read(
      "Ngày 20/7, Đoàn kiểm tra của Tỉnh ủy gồm đồng chí Trần Đình Quý, Phó Bí thư Tỉnh ủy - "
      "Trưởng "
      "đoàn, cùng đồng chí Lê Văn Mưu, Giám đốc Sở Y tế đã kiểm tra tại huyện Lắk.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].chaired), "Trần Đình Quý");
}

TEST(MeetingTest, WhatADelegationCameForIsDone) {
  const Reading reading = Read(
      "Ngày 20/7, Đoàn công tác do đồng chí Lê Văn Mưu, Chủ tịch UBND tỉnh dẫn đầu đã đến xã Yang "
      "Tao để kiểm tra hồ chứa nước.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(reading.meetings[0].kind, "kiểm tra");
}

TEST(MeetingTest, AHamletMayHoldAGathering) {
  const Reading reading = Read(
      "Sáng 20/7, khu dân cư (KDC) Thượng 3, xã Hòa Sơn, tỉnh Đắk Lắk sôi nổi tổ chức Ngày hội Đại "
      "đoàn kết. Dự ngày hội có đồng chí Trần Đình Quý, Bí thư Tỉnh ủy.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Organisers(reading, reading.meetings[0]), "Khu dân cư Thượng 3, xã Hòa Sơn");
}

TEST(MeetingTest, WhoIsTalkedWithIsThere) {
  const Reading reading = Read(
      "Sáng 20/7/2023, Tỉnh ủy tổ chức buổi gặp mặt. Các đại biểu được giao lưu với Thượng úy Lê "
      "Văn "
      "Mưu, Trợ lý Bộ Chỉ huy Quân sự tỉnh. Đồng chí Trần Đình Quý, Bí thư Tỉnh ủy tặng hoa chúc "
      "mừng các đại biểu.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].attended), "Lê Văn Mưu, Trần Đình Quý");
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "");
}

TEST(MeetingTest, WhoSpeaksAtAGatheringNeedsNoPost) {
  const Reading reading = Read(
      "Sáng 20/7/2023, UBND tỉnh tổ chức đối thoại với doanh nghiệp. Tại buổi đối thoại, ông Lê "
      "Văn "
      "Mưu mong thủ tục gọn hơn. Ông Vũ Văn Hiền có ba con.");
  ASSERT_EQ(reading.meetings.size(), 1U);
  EXPECT_EQ(Who(reading, reading.meetings[0].spoke), "Lê Văn Mưu");
}

}  // namespace
}  // namespace chido
