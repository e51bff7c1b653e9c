#include <gtest/gtest.h>

#include <string>

#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using testing::DraftFixture;
using testing::PageFacts;

/// All dates of `text`, "EDTF" or "EDTF*" where the year was inferred, joined by blanks; "?" for a
/// date without a year.
std::string DatesOf(const std::string& text, PageFacts facts = {}) {
  DraftFixture fixture(text, std::move(facts));
  fixture.Run({ReadFrame, ReadDates});
  std::string all;
  for (const DateMention& date : fixture.draft().dates) {
    if (!all.empty()) all += ' ';
    all += date.date.empty() ? "?" : FormatEdtf(date.date);
    if (date.year_inferred && !date.date.empty()) all += '*';
  }
  return all;
}

TEST(Dates, ReadsEveryWrittenFormOfAFullDay) {
  EXPECT_EQ(DatesOf("Ngày 21/7/2023, hội nghị khai mạc."), "2023-07-21");
  EXPECT_EQ(DatesOf("Ngày 7.7.2023 hội nghị khai mạc."), "2023-07-07");
  EXPECT_EQ(DatesOf("Ngày 05-11-2021 hội nghị khai mạc."), "2021-11-05");
  EXPECT_EQ(DatesOf("Ngày 28 tháng 10 năm 2020, hội nghị khai mạc."), "2020-10-28");
  EXPECT_EQ(DatesOf("Ngày 28 tháng 10/2020, hội nghị khai mạc."), "2020-10-28");
}

TEST(Dates, TakesTheYearFromThePublicationAndMarksIt) {
  const PageFacts july{.published = "2019-07-10"};
  EXPECT_EQ(DatesOf("Ngày 8-7, Tỉnh ủy họp.", july), "2019-07-08*");
  EXPECT_EQ(DatesOf("Sáng ngày 4 - 7, Tỉnh ủy họp.", july), "2019-07-04*");
  EXPECT_EQ(DatesOf("Chiều 9.7, Tỉnh ủy họp.", july), "2019-07-09*");
  EXPECT_EQ(DatesOf("Sáng ngày 9 tháng 7, Tỉnh ủy họp.", july), "2019-07-09*");
}

TEST(Dates, CrossesTheTurnOfTheYear) {
  EXPECT_EQ(DatesOf("Sáng 28/12, Tỉnh ủy họp.", {.published = "2022-01-03"}), "2021-12-28*");
  EXPECT_EQ(DatesOf("Lễ hội mở ngày 05/01.", {.published = "2021-12-20"}), "2022-01-05*");
}

TEST(Dates, TakesTheYearFromTheSentenceWhereThePageHasNone) {
  EXPECT_EQ(DatesOf("Ngày 8-7, Ban tổ chức hội nghị triển khai nhiệm vụ 6 tháng cuối năm 2019."),
            "2019-07-08* 2019");
  EXPECT_EQ(DatesOf("Hội nghị giao ban quý 3/2022 diễn ra ngày 20/9."),
            "2022-07/2022-09 2022-09-20*");
}

TEST(Dates, WhatWasReachedInAYearIsToldEarlyInTheNext) {
  EXPECT_EQ(DatesOf("Sáng 8/2, Tỉnh ủy báo cáo kết quả thực hiện nhiệm vụ năm 2016."),
            "2017-02-08* 2016");
  EXPECT_EQ(DatesOf("Sáng 8/2, Tỉnh ủy triển khai nhiệm vụ năm 2016."), "2016-02-08* 2016");
}

TEST(Dates, AFeastIsPreparedBeforeItsDay) {
  EXPECT_EQ(
      DatesOf("Nhân 95 năm Ngày truyền thống (18/11/1930 - 18/11/2025), ngày 2/11, khu phố tổ "
              "chức ngày hội."),
      "1930-11-18/2025-11-18 2025-11-02*");
}

TEST(Dates, ACongressOpensItsTerm) {
  EXPECT_EQ(DatesOf("Ngày 2/11, phường tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025 - 2030."),
            "2025-11-02* 2025/2030");
}

TEST(Dates, AnnualResultsAreToldWithTheTasksOfTheNextYear) {
  EXPECT_EQ(
      DatesOf("Chiều 26/12, hội nghị tổng kết công tác văn hóa và du lịch năm 2024, triển khai "
              "nhiệm vụ năm 2025."),
      "2024-12-26* 2024 2025");
}

TEST(Dates, ADocumentOfLastMonthIsNearTheNews) {
  EXPECT_EQ(
      DatesOf("Ngày 10/7, cuộc đấu giá được phép theo văn bản số 31/UBND-KGVX ngày 27/6/2017."),
      "2017-07-10* 2017-06-27");
  EXPECT_EQ(DatesOf("Chiều 28/6, lễ công bố diễn ra. Quyết định có hiệu lực từ ngày 1/7/2025."),
            "2025-06-28* 2025-07-01");
}

TEST(Dates, TheOnlyYearThatIsNamedDecides) {
  EXPECT_EQ(DatesOf("Sáng 25/12, hội nghị khai mạc. Tổ kiểm điểm xong. Phiếu phát đủ. Ba mức được "
                    "ghi. Nội dung là sự lãnh đạo của cấp ủy năm 2018."),
            "2018-12-25* 2018");
}

TEST(Dates, ACareerSaysNothingOfTheNews) {
  EXPECT_EQ(
      DatesOf("Ngày 3/6, hội nghị diễn ra. Một. Hai. Ba. Bốn. Năm việc. Đồng chí được bổ nhiệm "
              "làm Thứ trưởng tháng 8/2019."),
      "? 2019-08");
}

TEST(Dates, LeavesADayWithoutAnyYearOpen) {
  EXPECT_EQ(DatesOf("Ngày 26/2, Ủy ban Kiểm tra họp kỳ thứ 55, nhiệm kỳ 2020 - 2025."),
            "? 2020/2025");
  EXPECT_EQ(DatesOf("Chiều 26/5, hai bên họp theo Nghị quyết số 28-NQ/TW ngày 22/9/2008."),
            "? 2008-09-22");
}

TEST(Dates, TakesTheFirstYearOfAnAgreementThatIsSigned) {
  EXPECT_EQ(DatesOf("Sáng 9.6, hai bên ký kết chương trình phối hợp giai đoạn 2017 - 2022."),
            "2017-06-09* 2017/2022");
}

TEST(Dates, FindsTheOnlyLeapYearOfATerm) {
  EXPECT_EQ(DatesOf("Sáng ngày 29/02, Hội đồng nhân dân khóa XX, nhiệm kỳ 2021 - 2026 họp."),
            "2024-02-29* 2021/2026");
}

TEST(Dates, MakesIntervalsOfSeveralDays) {
  const PageFacts autumn{.published = "2020-11-10"};
  EXPECT_EQ(DatesOf("Trong hai ngày 5 và 6/11, đoàn làm việc.", autumn), "2020-11-05/2020-11-06*");
  EXPECT_EQ(DatesOf("Từ 27-28/10, đoàn làm việc.", autumn), "2020-10-27/2020-10-28*");
  EXPECT_EQ(DatesOf("Trong 2 ngày (27-28/7), đoàn làm việc.", autumn), "2020-07-27/2020-07-28*");
  EXPECT_EQ(DatesOf("Từ ngày 30/9 đến ngày 2/10/2020, đoàn làm việc."), "2020-09-30/2020-10-02");
  EXPECT_EQ(DatesOf("Các ngày 3, 4, 5/11, đoàn làm việc.", autumn), "2020-11-03/2020-11-05*");
}

TEST(Dates, MakesIntervalsWithDotsAndDashesWhereADayIsExpected) {
  const PageFacts autumn{.published = "2024-08-10"};
  EXPECT_EQ(DatesOf("Ngày 23 và 24.4.2024, đoàn họp."), "2024-04-23/2024-04-24");
  EXPECT_EQ(DatesOf("Trong hai ngày 5 và 6-8, đoàn họp.", autumn), "2024-08-05/2024-08-06*");
  EXPECT_EQ(DatesOf("Ngày 25-27/9, đoàn họp.", autumn), "2024-09-25/2024-09-27*");
  EXPECT_EQ(DatesOf("Ngày 2-9-2023, đoàn họp."), "2023-09-02");
}

TEST(Dates, LooksFromACutOffIntoTheNextYear) {
  EXPECT_EQ(DatesOf("Chiều 5-7, Ban họp. Tính đến 31-12-2016, còn 12 dự án."),
            "2017-07-05* 2016-12-31");
  EXPECT_EQ(DatesOf("Chiều 5-7, Ban họp. Tính đến tháng 3/2016, còn 12 dự án."),
            "2016-07-05* 2016-03");
}

TEST(Dates, TakesTheYearOfAFeastOrASpring) {
  EXPECT_EQ(DatesOf("Ngày 9/2, huyện họp. Ngay từ đầu năm mới 2017, huyện đã ra quân."),
            "2017-02-09*");
  EXPECT_EQ(DatesOf("Tối 10-6, lễ hội mở cửa. Lễ hội lần thứ nhất năm 2017 có chủ đề mới."),
            "2017-06-10* 2017");
  EXPECT_EQ(DatesOf("Sáng 31/3, huyện kỷ niệm 50 năm ngày giải phóng (31/3/1975 – 31/3/2025)."),
            "2025-03-31* 1975-03-31/2025-03-31");
}

TEST(Dates, KnowsTheDayOfTheArticle) {
  const PageFacts friday{.published = "2024-06-28"};
  EXPECT_EQ(DatesOf("Hôm nay, đoàn làm việc.", friday), "2024-06-28*");
  EXPECT_EQ(DatesOf("Hôm nay (28/6), đoàn làm việc.", friday), "2024-06-28*");
  EXPECT_EQ(DatesOf("Chiều qua, đoàn làm việc.", friday), "2024-06-27*");
  EXPECT_EQ(DatesOf("Ngày 20/6/2024, đoàn họp. Chiều cùng ngày, đoàn về.", friday),
            "2024-06-20 2024-06-20*");
}

TEST(Dates, ReadsMonthsYearsAndTerms) {
  EXPECT_EQ(DatesOf("Kết quả tháng 7/2023 và quý IV năm 2022."), "2023-07 2022-10/2022-12");
  EXPECT_EQ(DatesOf("Giai đoạn 2021 - 2025 và năm 2020."), "2021/2025 2020");
}

TEST(Dates, LeavesNumbersOfOtherKindsAlone) {
  EXPECT_EQ(DatesOf("Hoàn thành 10/10 mục tiêu, giảm 23,4% so với 2/3 số xã."), "");
  EXPECT_EQ(DatesOf("Nghị định số 19/2021/NĐ-CP và Chỉ thị 05-CT/TW."), "");
  EXPECT_EQ(DatesOf("Điện thoại 02623.637.106, số nhà 12/4 đường Quang Trung."), "");
}

}  // namespace
}  // namespace chido
