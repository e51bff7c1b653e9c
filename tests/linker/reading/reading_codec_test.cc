#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>

#include "linker/reading/reading.h"
#include "tests/support/random_readings.h"

namespace chido {
namespace {

/// A reading in which every member differs from its default.
Reading FullReading() {
  Reading reading;
  reading.document = DocumentId{0x0123456789abcdefU};
  reading.source_id = "tin-17";
  const Ground ground{{10, 60}, {12, 20}, "person.honorific", 0.75F};
  reading.frame = {"Đắk Lắk", "66", {"Đắk Nông"}, EdtfDate::Day(2023, 7, 24), {ground}};
  reading.officials = {{"H'Lan Êban", {"H'Lan"}, "female", true, {}, {ground}}};
  reading.officials[0].roles = {{"Trưởng Ban", 0, true, true, true, {ground}}};
  reading.bodies = {{"Ban Dân vận Huyện ủy Ea Tul", {"BDV"}, "d.bdv", "uid-1", true, {ground}}};
  reading.places = {{"uid-1", "Huyện Ea Tul", {ground}}};
  MeetingItem meeting{"Hội nghị giao ban",
                      "hội nghị",
                      EdtfDate::Day(2023, 7, 21),
                      true,
                      "Hội trường A",
                      "uid-1",
                      true};
  meeting.organisers = {{0, "lead", false, {ground}}};
  meeting.participants = {{0, "", true, {}}};
  meeting.chaired = {{0, "co-chair", false, {ground}}};
  meeting.spoke = {{0, "opening", false, {ground}}, {0, "report", true, {ground}}};
  meeting.attended = {{0, "directing", false, {ground}}};
  meeting.grounds = {ground};
  reading.meetings = {meeting};
  DirectiveItem directive;
  directive.type = "Quy chế";
  directive.number = "04-QC/TU";
  directive.name = "Quy chế phối hợp";
  directive.alt = {"04"};
  directive.issuer = "Ban Thường vụ";
  directive.issuer_body = 0;
  directive.signer = 0;
  directive.date =
      EdtfDate::Between(CalendarDate{2021, 3, 0}, std::nullopt);  // an open end is kept
  directive.title = "về phối hợp";
  directive.known_id = "04";
  directive.doubtful = true;
  directive.citations = {{"implements", 0, 0, ground}};
  reading.directives = {directive, directive};
  reading.directive_relations = {{0, 1, "replaces", ground}};
  reading.body_relations = {
      {0, 0, "succeeded_by", "renamed", EdtfDate::Single({2025, 0, 0}), ground}};
  reading.doubts = {"tỉnh nào?"};
  return reading;
}

TEST(ReadingCodecTest, EveryMemberComesBack) {
  const Reading reading = FullReading();
  const auto decoded = DecodeReading(EncodeReading(reading));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, reading);
}

TEST(ReadingCodecTest, RandomReadingsComeBack) {
  for (const testing::Told& told : testing::RandomReadings(200, 7)) {
    const auto decoded = DecodeReading(EncodeReading(told.reading));
    ASSERT_TRUE(decoded) << decoded.error().message;
    EXPECT_EQ(*decoded, told.reading);
  }
}

TEST(ReadingCodecTest, EqualReadingsAreEqualBytes) {
  EXPECT_EQ(EncodeReading(FullReading()), EncodeReading(FullReading()));
}

TEST(ReadingCodecTest, EveryTruncationIsCorruption) {
  const std::string bytes = EncodeReading(FullReading());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto decoded = DecodeReading(std::string_view(bytes).substr(0, size));
    ASSERT_FALSE(decoded) << "cut to " << size << " bytes";
    EXPECT_EQ(decoded.error().code, Code::kCorruption);
  }
}

TEST(ReadingCodecTest, BytesAfterTheEndAreCorruption) {
  EXPECT_FALSE(DecodeReading(EncodeReading(FullReading()) + '\0'));
}

TEST(ReadingCodecTest, AnUnknownFormNamesTheRemedy) {
  std::string bytes = EncodeReading(FullReading());
  bytes[0] = 99;
  const auto decoded = DecodeReading(bytes);
  ASSERT_FALSE(decoded);
  EXPECT_NE(decoded.error().message.find("chido reread"), std::string::npos);
}

TEST(ReadingCodecTest, AnIndexBeyondItsListIsCorruption) {
  Reading reading = FullReading();
  reading.meetings[0].chaired[0].who = 1;
  EXPECT_FALSE(DecodeReading(EncodeReading(reading)));
}

TEST(ReadingCodecTest, FlippedBytesNeverCrashAndIndicesHold) {
  const std::string bytes = EncodeReading(FullReading());
  std::mt19937 random(3);
  for (int i = 0; i < 5000; ++i) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    const auto decoded = DecodeReading(damaged);
    if (!decoded) continue;
    for (const MeetingItem& meeting : decoded->meetings) {
      for (const PartItem& part : meeting.chaired) {
        ASSERT_LT(static_cast<std::size_t>(part.who), decoded->officials.size());
      }
    }
  }
}

}  // namespace
}  // namespace chido
