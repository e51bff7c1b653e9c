#include "ingest/source/published.h"

#include <gtest/gtest.h>

namespace chido {
namespace {

TEST(PublishedTest, ReadsDatesOfPages) {
  EXPECT_EQ(FindDay("Thứ tư - 14/06/2023 23:03 722 0"), "2023-06-14");
  EXPECT_EQ(FindDay("Cập nhật lúc: 24/07/2023"), "2023-07-24");
  EXPECT_EQ(FindDay("Ngày 28 tháng 10 năm 2020"), "2020-10-28");
  EXPECT_EQ(FindDay("22:48 09/01/2025"), "2025-01-09");
  EXPECT_EQ(FindDay("Đăng ngày 7.7.2023, 9:05"), "2023-07-07");
  EXPECT_EQ(FindDay("2023-07-24 08:00"), "2023-07-24");
}

TEST(PublishedTest, WhatIsNoWholeDateIsNone) {
  EXPECT_EQ(FindDay("Ngày 8-7"), "");
  EXPECT_EQ(FindDay("31/02/2023"), "");
  EXPECT_EQ(FindDay("Số: 17/13/2023"), "");
  EXPECT_EQ(FindDay("02623.637.106"), "");
  EXPECT_EQ(ParsePublished("hôm qua"), "");
  EXPECT_EQ(ParsePublished(""), "");
}

TEST(PublishedTest, ReadsMetadataInAllItsForms) {
  EXPECT_EQ(ParsePublished("20210430"), "2021-04-30");
  EXPECT_EQ(ParsePublished("2025-04-22 21:48:00"), "2025-04-22");
  EXPECT_EQ(ParsePublished("Sat, 21 Dec 2024 10:00:00 +0700"), "2024-12-21");
  EXPECT_EQ(ParsePublished("2023-09"), "2023-09");
  EXPECT_EQ(ParsePublished("2023"), "2023");
}

TEST(PublishedTest, AZonedTimeGivesTheDayInVietnam) {
  EXPECT_EQ(ParsePublished("2025-11-02T14:36:01.000Z"), "2025-11-02");
  EXPECT_EQ(ParsePublished("2025-12-31T18:36:01.000Z"), "2026-01-01");
  EXPECT_EQ(ParsePublished("2025-06-28T23:34:20+07:00"), "2025-06-28");
  EXPECT_EQ(ParsePublished("2025-03-01T03:00:00+12:00"), "2025-02-28");
}

}  // namespace
}  // namespace chido
