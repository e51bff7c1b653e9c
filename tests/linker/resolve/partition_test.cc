#include "linker/resolve/partition.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chido {
namespace {

Mention Official(std::uint64_t document, std::string name, std::vector<std::string> keys,
                 std::string published = "2021-01-01") {
  Mention mention;
  mention.document = DocumentId{document};
  mention.identity = std::move(name);
  mention.keys = std::move(keys);
  mention.published = std::move(published);
  return mention;
}

Mention Meeting(std::uint64_t document, std::vector<std::string> keys,
                std::vector<std::uint64_t> words) {
  Mention mention = Official(document, "", std::move(keys));
  mention.words = std::move(words);
  mention.date = "2021-01-15";
  return mention;
}

Mention Directive(std::uint64_t document, std::string identity, std::string date,
                  std::string published) {
  Mention mention = Official(document, std::move(identity), {}, std::move(published));
  mention.date = std::move(date);
  return mention;
}

TEST(PartitionOfficialsTest, ASharedBodyJoinsEqualNames) {
  const std::vector<Mention> mentions{Official(1, "lò văn thử", {"b:1"}),
                                      Official(2, "lò văn thử", {"b:1", "p:x"})};
  const auto entities = PartitionOfficials(mentions);
  EXPECT_EQ(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, TheSameNameInTwoProvincesIsTwoPeople) {
  const std::vector<Mention> mentions{Official(1, "lò văn thử", {"b:1", "p:x"}),
                                      Official(2, "lò văn thử", {"b:2", "p:y"})};
  const auto entities = PartitionOfficials(mentions);
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, AToneApartIsAnotherPersonEvenInOneBody) {
  const std::vector<Mention> mentions{Official(1, "lò văn thử", {"b:1"}),
                                      Official(2, "lò văn thứ", {"b:1"})};
  const auto entities = PartitionOfficials(mentions);
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, ABareNameJoinsTheOnlyPersonOfThatNameButNotOneOfTwo) {
  std::vector<Mention> mentions{Official(1, "lò văn thử", {"p:x"}), Official(2, "lò văn thử", {})};
  auto entities = PartitionOfficials(mentions);
  EXPECT_EQ(entities[0], entities[1]);
  mentions.push_back(Official(3, "lò văn thử", {"p:y"}));
  entities = PartitionOfficials(mentions);
  EXPECT_NE(entities[1], entities[0]);
  EXPECT_NE(entities[1], entities[2]);
}

TEST(PartitionOfficialsTest, ABareNameJoinsWhomNearlyAllOthersMean) {
  std::vector<Mention> mentions{Official(1, "lò văn thử", {}), Official(2, "lò văn thử", {"p:y"})};
  for (std::uint64_t document = 10; document < 17; ++document) {
    mentions.push_back(Official(document, "lò văn thử", {"p:x"}));
  }
  auto entities = PartitionOfficials(mentions);
  EXPECT_NE(entities[0], entities[2]) << "seven to one are not enough";
  mentions.push_back(Official(17, "lò văn thử", {"p:x"}));
  entities = PartitionOfficials(mentions);
  EXPECT_EQ(entities[0], entities[2]);
  EXPECT_NE(entities[1], entities[2]);
}

TEST(PartitionOfficialsTest, TheArticlesProvinceJoinsButDoesNotPart) {
  std::vector<Mention> mentions{Official(1, "lò văn thử", {"p:x"}),
                                Official(2, "lò văn thử", {"w:x"}),
                                Official(3, "lò văn thử", {"w:y"})};
  auto entities = PartitionOfficials(mentions);
  EXPECT_EQ(entities[0], entities[1]);
  EXPECT_EQ(entities[0], entities[2]) << "nobody else bears the name";
  mentions.push_back(Official(4, "lò văn thử", {"p:y"}));
  entities = PartitionOfficials(mentions);
  EXPECT_EQ(entities[2], entities[3]);
  EXPECT_NE(entities[0], entities[3]);
}

TEST(PartitionOfficialsTest, AClusterIsNamedAfterItsOldestMentionWhateverTheOrder) {
  const Mention old = Official(9, "lò văn thử", {"b:1"}, "2019-05-01");
  const Mention young = Official(1, "lò văn thử", {"b:1"}, "2020-05-01");
  const Mention undated = Official(0, "lò văn thử", {"b:1"}, "");
  const auto one = PartitionOfficials(std::vector{old, young, undated});
  const auto other = PartitionOfficials(std::vector{undated, young, old});
  EXPECT_EQ(one[0], other[0]);
  EXPECT_EQ(one[0], AnchoredEntityId("official", old));
}

TEST(PartitionMeetingsTest, OrganiserAndTitleJoinTwoArticlesOnOneMeeting) {
  const auto entities = PartitionMeetings(
      std::vector{Meeting(1, {"o:1"}, {1, 2, 3, 4}), Meeting(2, {"o:1"}, {1, 2, 3, 9})});
  EXPECT_EQ(entities[0], entities[1]);
}

TEST(PartitionMeetingsTest, TwoMeetingsOfOneBodyOnOneDayAreToldApartByTheirTitles) {
  const auto entities = PartitionMeetings(
      std::vector{Meeting(1, {"o:1"}, {1, 2, 3, 4}), Meeting(2, {"o:1"}, {1, 7, 8, 9})});
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionMeetingsTest, TheSameTitleInTwoProvincesIsTwoMeetings) {
  const auto entities = PartitionMeetings(
      std::vector{Meeting(1, {"p:x"}, {1, 2, 3}), Meeting(2, {"p:y"}, {1, 2, 3})});
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionMeetingsTest, TwoMeetingsOfOneArticleAreNeverOne) {
  const auto entities = PartitionMeetings(
      std::vector{Meeting(1, {"o:1"}, {1, 2, 3}), Meeting(1, {"o:1"}, {1, 2, 3})});
  EXPECT_EQ(entities.size(), 2u);
}

TEST(PartitionDirectivesTest, AnUndatedCitationGoesToTheNewestBeforeItsArticle) {
  const KnownTargets known(Lexicon::BuiltIn());
  const std::string identity = "quy chế|4-qc/tu|x";
  const auto entities =
      PartitionDirectives(std::vector{Directive(1, identity, "2016-05-15", "2016-06-01"),
                                      Directive(2, identity, "2021-03-31", "2021-04-01"),
                                      Directive(3, identity, "", "2018-01-01"),
                                      Directive(4, identity, "", "2022-01-01"),
                                      Directive(5, identity, "", "2010-01-01")},
                          known)
          .entities;
  EXPECT_EQ(entities[2], entities[0]);
  EXPECT_EQ(entities[3], entities[1]);
  EXPECT_NE(entities[4], entities[0]);
  EXPECT_NE(entities[4], entities[1]);
}

TEST(PartitionDirectivesTest, TheSameNumberInTwoProvincesIsTwoDocuments) {
  const KnownTargets known(Lexicon::BuiltIn());
  const auto entities =
      PartitionDirectives(std::vector{Directive(1, "quy chế|4-qc/tu|x", "2021-03-31", ""),
                                      Directive(2, "quy chế|4-qc/tu|y", "2021-03-31", "")},
                          known)
          .entities;
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionDirectivesTest, KnownDirectivesDecideBetweenTerms) {
  const KnownTargets known(Lexicon::BuiltIn());
  const std::string identity = "chỉ thị|35-ct/tw|central";
  EXPECT_GE(known.Of(identity).size(), 2u);  // of 2019 and of 2024
  const auto entities = PartitionDirectives(std::vector{Directive(1, identity, "", "2021-01-01"),
                                                        Directive(2, identity, "", "2025-01-01")},
                                            known)
                            .entities;
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionDirectivesTest, ATitleDecidesBeforeTime) {
  const KnownTargets known(Lexicon::BuiltIn());
  const std::string identity = "quy chế|4-qc/tu|x";
  std::vector<Mention> mentions{Directive(1, identity, "2016-05-15", "2016-06-01"),
                                Directive(2, identity, "2021-03-31", "2021-04-01"),
                                Directive(3, identity, "", "2022-01-01")};
  mentions[0].words = {1, 2, 3, 4};
  mentions[1].words = {5, 6, 7, 8};
  mentions[2].words = {1, 2, 3, 9};
  const auto made = PartitionDirectives(mentions, known);
  EXPECT_EQ(made.entities[2], made.entities[0]);
  EXPECT_TRUE(made.pending.empty());
}

TEST(PartitionDirectivesTest, ATitleThatNoneBearsLeavesACitationOpen) {
  const KnownTargets known(Lexicon::BuiltIn());
  const std::string identity = "quy chế|4-qc/tu|x";
  std::vector<Mention> mentions{Directive(1, identity, "2016-05-15", "2016-06-01"),
                                Directive(3, identity, "", "2022-01-01")};
  mentions[0].words = {1, 2, 3, 4};
  mentions[1].words = {11, 12, 13, 14};
  const auto made = PartitionDirectives(mentions, known);
  EXPECT_NE(made.entities[1], made.entities[0]);
  ASSERT_EQ(made.pending.size(), 1u);
  EXPECT_EQ(made.pending[0], (PendingCitation{made.entities[1], {made.entities[0]}}));
}

TEST(PartitionDirectivesTest, WhatIsCitedAtTheArticlesTimeGoesBeforeTheNewest) {
  const KnownTargets known(Lexicon::BuiltIn());
  const std::string identity = "quy chế|4-qc/tu|x";
  const auto entities =
      PartitionDirectives(std::vector{Directive(1, identity, "2016-05-15", "2023-06-01"),
                                      Directive(2, identity, "2021-03-31", "2021-04-01"),
                                      Directive(3, identity, "", "2023-09-01")},
                          known)
          .entities;
  EXPECT_EQ(entities[2], entities[0]);
}

TEST(PartitionDirectivesTest, ANumberOfUnknownProvinceStaysOpenUnlessItsTitleTells) {
  const KnownTargets known(Lexicon::BuiltIn());
  const std::string own = "quy chế|4-qc/tu|" + ToString(DocumentId{3});
  std::vector<Mention> mentions{Directive(1, "quy chế|4-qc/tu|x", "2021-03-31", "2021-06-01"),
                                Directive(2, "quy chế|4-qc/tu|y", "2021-05-05", "2021-06-01"),
                                Directive(3, own, "", "2021-09-01")};
  mentions[0].words = {1, 2, 3, 4};
  mentions[1].words = {5, 6, 7, 8};
  auto made = PartitionDirectives(mentions, known);
  ASSERT_EQ(made.pending.size(), 1u);
  EXPECT_EQ(made.pending[0].directive, made.entities[2]);
  EXPECT_EQ(made.pending[0].candidates.size(), 2u);
  mentions[2].words = {5, 6, 7, 9};
  made = PartitionDirectives(mentions, known);
  EXPECT_EQ(made.entities[2], made.entities[1]);
  EXPECT_TRUE(made.pending.empty());
}

}  // namespace
}  // namespace chido
