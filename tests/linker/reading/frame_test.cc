#include <gtest/gtest.h>

#include <string>

#include "linker/reading/stages.h"
#include "tests/support/draft_fixture.h"

namespace chido {
namespace {

using testing::DraftFixture;
using testing::PageFacts;

FrameItem FrameOf(const std::string& text, PageFacts facts = {}) {
  DraftFixture fixture(text, std::move(facts));
  return fixture.Run({ReadFrame}).draft().frame;
}

TEST(Frame, TakesTheProvinceFromTheAddress) {
  const FrameItem frame = FrameOf("Ban Tuyên giáo Tỉnh ủy tổ chức giao ban.",
                                  {.url = "https://tuyengiao.laichau.gov.vn/tin/giao-ban"});
  EXPECT_EQ(frame.jurisdiction, "Lai Châu");
  EXPECT_FALSE(frame.jurisdiction_uid.empty());
  EXPECT_FALSE(frame.grounds.empty());
}

TEST(Frame, TakesTheProvinceOfADistrictInTheAddress) {
  EXPECT_EQ(FrameOf("Thường trực HĐND huyện họp.", {.url = "http://hauloc.thanhhoa.gov.vn/p/1"})
                .jurisdiction,
            "Thanh Hóa");
  EXPECT_EQ(FrameOf("Huyện ủy họp.", {.publisher = "github:nhom/daksong_website"}).jurisdiction,
            "Đắk Nông");
}

TEST(Frame, TakesTheProvinceFromThePublishersName) {
  EXPECT_EQ(FrameOf("Đồng chí Bí thư Tỉnh ủy làm việc với bệnh viện.",
                    {.publisher = "Báo Thái Nguyên via trangtin.vn"})
                .jurisdiction,
            "Thái Nguyên");
}

TEST(Frame, TakesTheProvinceFromNamedUnits) {
  EXPECT_EQ(FrameOf("Ban Tuyên giáo Tỉnh ủy Bắc Kạn tổ chức hội nghị giao ban.").jurisdiction,
            "Bắc Kạn");
  EXPECT_EQ(FrameOf("Đoàn của Tỉnh ủy làm việc tại huyện Bù Đốp.").jurisdiction, "Bình Phước");
}

TEST(Frame, LeavesAnUnnamedProvinceOpen) {
  const FrameItem frame = FrameOf("Ngày 8-7, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban.");
  EXPECT_EQ(frame.jurisdiction, "");
  EXPECT_EQ(frame.jurisdiction_uid, "");
}

TEST(Frame, GivesCandidatesWhereTwoProvincesAreEquallyNamed) {
  const FrameItem frame =
      FrameOf("Tỉnh Sơn La và tỉnh Hòa Bình ký kết. Tỉnh Hòa Bình và tỉnh Sơn La chúc mừng.");
  EXPECT_EQ(frame.jurisdiction, "");
  EXPECT_EQ(frame.candidates.size(), 2U);
}

TEST(Frame, KnowsNationalMatters) {
  EXPECT_EQ(FrameOf("Thủ tướng Chính phủ chủ trì phiên họp Chính phủ thường kỳ.\n"
                    "Dự phiên họp tại điểm cầu Nghệ An có lãnh đạo địa phương.")
                .jurisdiction,
            "Trung ương");
}

TEST(Frame, LeavesToTheCentreWhatNoProvinceActsIn) {
  EXPECT_EQ(FrameOf("Mức lương cơ sở mới được áp dụng khi nào?\nMức lương được nêu rõ.\n"
                    "Cách tính lương như sau.\nCông thức rất rõ.\nBộ Nội vụ đang soạn nghị định. "
                    "Chính phủ trình Quốc hội. Thủ tướng đã chỉ đạo. Nhà tang lễ ở Quận 3, thành "
                    "phố Hồ Chí Minh.")
                .jurisdiction,
            "Trung ương");
}

TEST(Frame, TakesTheProvinceBehindALesserUnit) {
  EXPECT_EQ(FrameOf("Ngày 2-11, phường Nghĩa Tân, Hà Nội tổ chức đại hội thể thao.").jurisdiction,
            "Hà Nội");
}

TEST(Frame, TakesAUnitAsItWasOnTheDay) {
  const std::string text = "Bí thư Thành ủy Huế dự hội nghị của thành phố Huế.";
  EXPECT_EQ(FrameOf(text, {.published = "2021-04-16"}).jurisdiction, "Thừa Thiên Huế");
  EXPECT_EQ(FrameOf(text, {.published = "2025-04-16"}).jurisdiction, "Huế");
}

TEST(Frame, LetsGuestsPostsSayLessThanOrgansThatAct) {
  EXPECT_EQ(FrameOf("Ban Tổ chức Trung ương trao quyết định của Bộ Chính trị về cán bộ.\n"
                    "Trung ương Hội tiếp nhận cán bộ mới.\n"
                    "Ban Bí thư đánh giá cao việc chuẩn bị.\n"
                    "Dự hội nghị có Bí thư Thành ủy Hải Phòng và Phó Chủ tịch UBND tỉnh Lạng Sơn.")
                .jurisdiction,
            "Trung ương");
}

TEST(Frame, PrefersTheProvinceThatACentralBodyVisits) {
  EXPECT_EQ(FrameOf("Thứ trưởng Bộ Công an làm việc với Công an tỉnh Lai Châu\n"
                    "Đoàn của Bộ Công an thăm Công an tỉnh Lai Châu. Lãnh đạo tỉnh Lai Châu dự.\n"
                    "Công an tỉnh Lai Châu giữ vững an ninh trên địa bàn tỉnh.")
                .jurisdiction,
            "Lai Châu");
}

TEST(Frame, FollowsAMergedProvinceToItsSuccessor) {
  EXPECT_EQ(FrameOf("Đảng ủy phường họp.",
                    {.url = "https://binhphuoc.gov.vn/tin", .published = "2025-09-01"})
                .jurisdiction,
            "Đồng Nai");
  EXPECT_EQ(
      FrameOf("Huyện ủy họp.", {.url = "https://binhphuoc.gov.vn/tin", .published = "2023-09-01"})
          .jurisdiction,
      "Bình Phước");
}

TEST(Frame, TakesTheDateOfTheMetadataBeforeThatOfThePage) {
  const FrameItem frame =
      FrameOf("Thứ tư - 14/06/2023 23:03\nTỉnh ủy họp.", {.published = "2023-06-15"});
  EXPECT_EQ(FormatEdtf(frame.published), "2023-06-15");
}

TEST(Frame, ReadsThePagesOwnDateLine) {
  EXPECT_EQ(FormatEdtf(FrameOf("Cập nhật lúc: 24/07/2023\nTỉnh ủy họp.").published), "2023-07-24");
  EXPECT_EQ(FormatEdtf(FrameOf("Chủ nhật - 17/01/2021 14:47 2.527 0\nTỉnh ủy họp.").published),
            "2021-01-17");
  EXPECT_EQ(FormatEdtf(FrameOf("Ngày 28 tháng 10 năm 2020\nTỉnh ủy họp.").published), "2020-10-28");
  EXPECT_EQ(FormatEdtf(FrameOf("Báo tỉnh - Thứ Năm, 20/4/2023\nTỉnh ủy họp.").published),
            "2023-04-20");
}

TEST(Frame, TakesNoEventForTheDateOfThePage) {
  EXPECT_TRUE(FrameOf("Ngày 21/7/2023, Tỉnh ủy tổ chức hội nghị.").published.empty());
}

}  // namespace
}  // namespace chido
