#include "graph/model/edtf.h"

#include <gtest/gtest.h>

#include <limits>

namespace chido {
namespace {

TEST(EdtfTest, EveryFormIsWrittenAsItWasRead) {
  for (const char* text : {"2023-07-21", "2023-07", "2023", "2016~", "2023-07-21/2023-07-22",
                           "2023/..", "../2023", "0987-01"}) {
    const Result<EdtfDate> date = ParseEdtf(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(FormatEdtf(*date), text);
  }
  EXPECT_EQ(FormatEdtf(EdtfDate()), "");
}

TEST(EdtfTest, WhatIsNoDateIsRefusedWithTheForms) {
  for (const char* text : {"", "2023-13", "2023-02-29", "21-07-2023", "2023-7-1", "2023-07-21/",
                           "../..", "2023-07-22/2023-07-21", "2023-07-21T00", "~", "0000"}) {
    const Result<EdtfDate> date = ParseEdtf(text);
    ASSERT_FALSE(date) << text;
    EXPECT_EQ(date.error().code, Code::kInvalidArgument);
    EXPECT_NE(date.error().message.find("2023-07-21"), std::string::npos);
  }
}

TEST(EdtfTest, AMonthMeansAllItsDays) {
  const EdtfDate february = ParseEdtf("2024-02").value();
  EXPECT_EQ(february.FirstDay(), ToDays({2024, 2, 1}));
  EXPECT_EQ(february.LastDay(), ToDays({2024, 2, 29}));
  const EdtfDate year = ParseEdtf("2023").value();
  EXPECT_EQ(year.LastDay() - year.FirstDay(), 364);
}

TEST(EdtfTest, OpenEndsReachAllDays) {
  EXPECT_EQ(ParseEdtf("2023/..")->LastDay(), std::numeric_limits<std::int32_t>::max());
  EXPECT_EQ(ParseEdtf("../2023")->FirstDay(), std::numeric_limits<std::int32_t>::min());
  EXPECT_EQ(EdtfDate().FirstDay(), std::numeric_limits<std::int32_t>::min());
}

TEST(EdtfTest, OverlapIsADayInCommon) {
  const EdtfDate day = ParseEdtf("2023-07-21").value();
  EXPECT_TRUE(day.Overlaps(ParseEdtf("2023-07").value()));
  EXPECT_TRUE(day.Overlaps(ParseEdtf("2020/..").value()));
  EXPECT_FALSE(day.Overlaps(ParseEdtf("2023-07-22").value()));
}

TEST(CalendarDateTest, DaysAreCountedFrom1970AndBack) {
  EXPECT_EQ(ToDays({1970, 1, 1}), 0);
  EXPECT_EQ(ToDays({1969, 12, 31}), -1);
  for (std::int32_t days = -200000; days < 200000; days += 317) {
    EXPECT_EQ(ToDays(FromDays(days)), days);
  }
}

TEST(CalendarDateTest, LeapYearsAreKnown) {
  EXPECT_TRUE(IsValid({2024, 2, 29}));
  EXPECT_TRUE(IsValid({2000, 2, 29}));
  EXPECT_FALSE(IsValid({1900, 2, 29}));
  EXPECT_FALSE(IsValid({2023, 0, 5}));
  EXPECT_FALSE(IsValid({2023, 4, 31}));
}

}  // namespace
}  // namespace chido
