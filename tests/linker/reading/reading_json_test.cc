#include <gtest/gtest.h>

#include <string>

#include "linker/reading/evaluate.h"
#include "linker/reading/reading.h"

namespace chido {
namespace {

Reading SmallReading() {
  Reading reading;
  reading.source_id = "a1";
  reading.frame.jurisdiction = "Đắk Lắk";
  reading.bodies = {{"Huyện ủy Ea Tul", {}, "", "", false, {}}};
  reading.officials = {
      {"Y Thim \"Niê\"", {"Thim"}, "", false, {{"Bí thư", 0}}, {{{0, 9}, {2, 5}}}}};
  MeetingItem meeting;
  meeting.title = "Hội nghị";
  meeting.kind = "hội nghị";
  meeting.organisers = {{0, "lead", false, {}}};
  meeting.chaired = {{0, "chair", true, {}}};
  meeting.spoke = {{0, "opening", false, {}}, {0, "concluding", false, {}}};
  reading.meetings = {meeting};
  DirectiveItem directive;
  directive.type = "Chỉ thị";
  directive.number = "05-CT/TW";
  directive.date = EdtfDate::Day(2016, 5, 15);
  directive.citations = {{"mentions", kNoItem, kNoItem, {}}, {"implements", 0, kNoItem, {}}};
  reading.directives = {directive};
  return reading;
}

TEST(ReadingJsonTest, KeysStandInTheOrderOfTheForm) {
  Reading reading;
  reading.source_id = "a1";
  EXPECT_EQ(ReadingToJson(reading),
            R"({"id":"a1","frame":{"jurisdiction":null,"published":null},"officials":[],)"
            R"("bodies":[],"meetings":[],"directives":[],"relations":[],"doubts":[]})");
}

TEST(ReadingJsonTest, PersonsCarryTheirPostsAndSpans) {
  EXPECT_NE(ReadingToJson(SmallReading())
                .find(R"({"id":"o1","name":"Y Thim \"Niê\"","alt":["Thim"],)"
                      R"("roles":[{"title":"Bí thư","body":"Huyện ủy Ea Tul"}],"spans":[[2,5]]})"),
            std::string::npos);
}

TEST(ReadingJsonTest, ADoubtfulPartStandsApartAndASpeakerOnce) {
  EXPECT_NE(ReadingToJson(SmallReading())
                .find(R"("date":null,"place":null,"organisers":["Huyện ủy Ea Tul"],)"
                      R"("chaired":[],"doubtful_chaired":["o1"],"spoke":["o1"],"attended":[])"),
            std::string::npos);
}

TEST(ReadingJsonTest, TheFirstCitationGivesTheFunctionAndTheFirstMeetingTheMeeting) {
  EXPECT_NE(ReadingToJson(SmallReading())
                .find(R"("date":"2016-05-15","function":"mentions","meeting":"m1")"),
            std::string::npos);
}

TEST(ReadingJsonTest, AReadingAgreesWithItselfAsGold) {
  const Reading reading = SmallReading();
  const auto evaluation = Evaluate(ReadingToJson(reading), {&reading, 1});
  ASSERT_TRUE(evaluation) << evaluation.error().message;
  for (const EvaluationRow& row : evaluation->rows) {
    EXPECT_EQ(row.hits, row.gold) << row.kind;
    EXPECT_EQ(row.hits, row.system) << row.kind;
  }
  EXPECT_TRUE(evaluation->errors.empty());
}

}  // namespace
}  // namespace chido
