#include "graph/algo/trace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_store.h"

namespace chido {
namespace {

class TraceTest : public ::testing::Test {
 protected:
  CitationTrace Of(std::string_view name, std::size_t limit = 100, const Budget& budget = {}) {
    auto trace = TraceDirective(drawn.snapshot(), drawn.Id(name), limit, budget);
    EXPECT_TRUE(trace);
    return std::move(*trace);
  }
  static std::vector<std::string> LinksOf(const CitationTrace& trace) {
    std::vector<std::string> links;
    for (const DirectiveLink& link : trace.links) {
      links.push_back(link.from.label + " " + link.function + " " + link.to.label);
    }
    return links;
  }

  //  NQ5 ─replaces→ NQ4 ─replaces→ NQ3      KH1 ─implements→ NQ4      NQ9 stands apart
  testing::DrawnStore drawn{R"(
    b:BCT  issued d:NQ4                                               in=bai1#1
    a:bai1 cites  d:NQ4 2024-01-01 function=reviews                   in=bai1#2,bai1#4
    m:Giao cites  d:NQ4 2024-01-01 function=reviews                   in=bai1#2
    o:An   cited_by_speaker d:NQ4 2024-01-01 function=reviews meeting=Giao in=bai1#2
    a:bai2 cites  d:NQ4 2024-01-02 function=implements                in=bai2#1
    a:bai3 cites  d:NQ9 2024-01-03 function=mentions                  in=bai3#1
    d:NQ5  cites  d:NQ4 2024-01-02 function=replaces                  in=bai2#3
    d:NQ4  cites  d:NQ3 2024-01-02 function=replaces                  in=bai2#4
    d:KH1  cites  d:NQ4 2024-01-02 function=implements                in=bai2#5
  )"};
};

TEST_F(TraceTest, OnePlaceIsOneCitationWithItsMeetingAndSpeaker) {
  drawn.Set("Giao", "date", "2023-12-30");
  const CitationTrace trace = Of("NQ4");
  ASSERT_EQ(trace.citations.size(), 3U);
  EXPECT_EQ(trace.citing_documents, 2U);
  const Citation& first = trace.citations[0];
  EXPECT_EQ(first.quote.text, "bai1 dòng 2");
  EXPECT_EQ(first.function, "reviews");
  ASSERT_TRUE(first.meeting);
  EXPECT_EQ(first.meeting->label, "Giao");
  EXPECT_EQ(first.meeting_date, "2023-12-30");
  ASSERT_TRUE(first.speaker);
  EXPECT_EQ(first.speaker->label, "An");
  EXPECT_FALSE(trace.citations[1].speaker) << "line 4 was said by nobody";
  EXPECT_EQ(trace.citations[2].quote.published, "2024-01-02");
}

TEST_F(TraceTest, LinksAreFollowedBothWaysOverSeveralHops) {
  const std::vector<std::string> links = LinksOf(Of("NQ3"));
  EXPECT_THAT(links, ::testing::UnorderedElementsAre("NQ4 replaces NQ3", "NQ5 replaces NQ4",
                                                     "KH1 implements NQ4"));
  EXPECT_EQ(links.front(), "NQ4 replaces NQ3") << "the nearest comes first";
  EXPECT_EQ(Of("NQ5").links.size(), 3U);
  EXPECT_EQ(Of("NQ9").links.size(), 0U);
}

TEST_F(TraceTest, ALinkHasItsQuote) {
  const CitationTrace trace = Of("NQ3");
  ASSERT_EQ(trace.links[0].quotes.size(), 1U);
  EXPECT_EQ(trace.links[0].quotes[0].text, "bai2 dòng 4");
}

TEST_F(TraceTest, IssuersAreTold) {
  ASSERT_EQ(Of("NQ4").issuers.size(), 1U);
  EXPECT_EQ(Of("NQ4").issuers[0].label, "BCT");
  EXPECT_TRUE(Of("NQ9").issuers.empty());
}

TEST_F(TraceTest, ACutListStillCountsAllCitingDocuments) {
  const CitationTrace trace = Of("NQ4", 1);
  EXPECT_EQ(trace.citations.size(), 1U);
  EXPECT_EQ(trace.citing_documents, 2U);
  EXPECT_TRUE(trace.truncated);
}

TEST_F(TraceTest, ASpentBudgetIsTold) {
  EXPECT_TRUE(Of("NQ3", 100, {.max_nodes = 1}).truncated);
  EXPECT_FALSE(Of("NQ3").truncated);
}

TEST_F(TraceTest, OnlyADirectiveIsTraced) {
  const auto trace = TraceDirective(drawn.snapshot(), drawn.Id("An"), 10, Budget{});
  ASSERT_FALSE(trace);
  EXPECT_EQ(trace.error().code, Code::kNotFound);
}

TEST_F(TraceTest, ADirectiveThatNobodyTellsApartNamesItsCandidates) {
  drawn.LeaveOpen("NQ9", "NQ4");
  const CitationTrace trace = Of("NQ9");
  EXPECT_TRUE(trace.open);
  ASSERT_EQ(trace.candidates.size(), 1U);
  EXPECT_EQ(trace.candidates[0].label, "NQ4");
  EXPECT_FALSE(Of("NQ4").open);
}

}  // namespace
}  // namespace chido
