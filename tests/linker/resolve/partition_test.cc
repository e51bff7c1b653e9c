#include "linker/resolve/partition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
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

const OfficialModel& Model() {
  static const OfficialModel model(Lexicon::BuiltIn());
  return model;
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

/// Borne by some two hundred officials, and by nobody else.
constexpr const char* kCommon = "nguyễn văn hùng";
constexpr const char* kRare = "mạc khuông nghiệm";
constexpr const char* kHere = "P12@2004-01-01";
constexpr const char* kThere = "P96@1997-01-01";

/// Keys of a post in a body of a province.
std::vector<std::string> Post(const std::string& body, const std::string& title,
                              const std::string& province) {
  const std::string at = body + "@" + province;
  return {"b:" + at,       "h:" + title,
          "l:1",           "n:" + province,
          "p:" + province, "t:" + at + "|" + title,
          "u:" + province, "x:p.tinhuy|" + title + "@" + body};
}

TEST(PartitionOfficialsTest, ASharedPostJoinsAFrequentNameAndOneProvinceDoesNot) {
  const std::vector<Mention> mentions{
      Official(1, kCommon, Post("1", "Bí thư", kHere)),
      Official(2, kCommon, Post("1", "Bí thư", kHere), "2022-01-01"),
      Official(3, kCommon, {std::string("p:") + kHere})};
  const auto entities = PartitionOfficials(mentions, Model());
  EXPECT_EQ(entities[0], entities[1]);
  EXPECT_NE(entities[0], entities[2]);
}

TEST(PartitionOfficialsTest, OneProvinceJoinsARareName) {
  const std::vector<Mention> mentions{Official(1, kRare, {std::string("p:") + kHere}),
                                      Official(2, kRare, Post("1", "Bí thư", kHere))};
  const auto entities = PartitionOfficials(mentions, Model());
  EXPECT_EQ(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, TheSameNameInTwoProvincesIsTwoPeople) {
  for (const char* name : {kCommon, kRare}) {
    const std::vector<Mention> mentions{Official(1, name, Post("1", "Bí thư", kHere)),
                                        Official(2, name, Post("2", "Bí thư", kThere))};
    const auto entities = PartitionOfficials(mentions, Model());
    EXPECT_NE(entities[0], entities[1]) << name;
  }
}

TEST(PartitionOfficialsTest, AnArticleThatTellsOfBothPostsMakesACareerOfThem) {
  std::vector<std::string> both = Post("1", "Bí thư", kHere);
  for (const std::string& key : Post("2", "Bí thư", kThere)) both.push_back(key);
  std::ranges::sort(both);
  const std::vector<Mention> mentions{Official(1, kRare, Post("1", "Bí thư", kHere), "2018-01-01"),
                                      Official(2, kRare, Post("2", "Bí thư", kThere), "2023-01-01"),
                                      Official(3, kRare, both, "2020-06-01")};
  const auto entities = PartitionOfficials(mentions, Model());
  EXPECT_EQ(entities[0], entities[2]);
  EXPECT_EQ(entities[1], entities[2]);
}

TEST(PartitionOfficialsTest, AToneApartIsAnotherPersonEvenInOneBody) {
  const std::vector<Mention> mentions{Official(1, "lò văn thử", Post("1", "Bí thư", kHere)),
                                      Official(2, "lò văn thứ", Post("1", "Bí thư", kHere))};
  const auto entities = PartitionOfficials(mentions, Model());
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, AManAndAWomanOfAFrequentNameAreTwoEvenInOnePost) {
  std::vector<std::string> keys = Post("1", "Bí thư", kHere);
  keys.insert(keys.begin() + 1, "g:male");
  std::vector<Mention> mentions{Official(1, kCommon, keys)};
  keys[1] = "g:female";
  mentions.push_back(Official(2, kCommon, keys));
  const auto entities = PartitionOfficials(mentions, Model());
  EXPECT_NE(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, ABareNameJoinsTheOnlyPersonOfARareNameButNotOneOfTwo) {
  std::vector<Mention> mentions{Official(1, kRare, Post("1", "Bí thư", kHere)),
                                Official(2, kRare, {})};
  auto entities = PartitionOfficials(mentions, Model());
  EXPECT_EQ(entities[0], entities[1]);
  mentions.push_back(Official(3, kRare, Post("2", "Bí thư", kThere)));
  entities = PartitionOfficials(mentions, Model());
  EXPECT_NE(entities[1], entities[0]);
  EXPECT_NE(entities[1], entities[2]);
}

TEST(PartitionOfficialsTest, ABareNameJoinsWhomNearlyAllOthersMean) {
  std::vector<Mention> mentions{Official(1, kRare, {}),
                                Official(2, kRare, Post("2", "Bí thư", kThere))};
  for (std::uint64_t document = 10; document < 13; ++document) {
    mentions.push_back(Official(document, kRare, Post("1", "Bí thư", kHere)));
  }
  auto entities = PartitionOfficials(mentions, Model());
  EXPECT_NE(entities[0], entities[2]) << "three to one are not enough";
  for (std::uint64_t document = 13; document < 16; ++document) {
    mentions.push_back(Official(document, kRare, Post("1", "Bí thư", kHere)));
  }
  entities = PartitionOfficials(mentions, Model());
  EXPECT_EQ(entities[0], entities[2]);
  EXPECT_NE(entities[1], entities[2]);
}

TEST(PartitionOfficialsTest, ABareFrequentNameIsNobodysButAFamousOnes) {
  std::vector<Mention> mentions{Official(1, kCommon, {}),
                                Official(2, kCommon, Post("1", "Bí thư", kHere))};
  EXPECT_NE(PartitionOfficials(mentions, Model())[0], PartitionOfficials(mentions, Model())[1]);
  for (std::uint64_t document = 10; document < 200; ++document) {
    mentions.push_back(Official(document, kCommon, Post("1", "Bí thư", kHere)));
  }
  const auto entities = PartitionOfficials(mentions, Model());
  EXPECT_EQ(entities[0], entities[1]);
}

TEST(PartitionOfficialsTest, AJudgementGoesBeforeTheScore) {
  const std::vector<Mention> mentions{Official(1, kRare, Post("1", "Bí thư", kHere)),
                                      Official(2, kRare, Post("1", "Bí thư", kHere)),
                                      Official(3, kRare, Post("2", "Bí thư", kThere))};
  const auto entities =
      PartitionOfficials(mentions, Model(), {.same = {{0, 2}}, .different = {{0, 1}}});
  EXPECT_EQ(entities[0], entities[2]);
  EXPECT_NE(entities[0], entities[1]);
}

/// People of one name in as many provinces, each told of by several documents.
std::vector<Mention> Crowd(std::size_t people, std::uint64_t seed) {
  std::vector<Mention> mentions;
  std::mt19937_64 random(seed);
  for (std::size_t i = 0; i < people; ++i) {
    const std::string province = "P" + std::to_string(i % 60) + "@0";
    for (std::size_t k = 0; k < 1 + random() % 3; ++k) {
      std::vector<std::string> keys = Post(std::to_string(i), "Bí thư", province);
      if (random() % 4 == 0) keys = {"w:" + province};
      mentions.push_back(Official(random(), kCommon, std::move(keys),
                                  std::to_string(2005 + random() % 20) + "-05-01"));
    }
  }
  return mentions;
}

TEST(PartitionOfficialsTest, TheOrderOfAFrequentNamesMentionsDoesNotMatter) {
  for (const std::size_t people : {40U, 400U, 1500U}) {
    std::vector<Mention> mentions = Crowd(people, people);
    const std::vector<EntityId> before = PartitionOfficials(mentions, Model());
    std::map<DocumentId, EntityId> expected;
    for (std::size_t i = 0; i < mentions.size(); ++i) expected[mentions[i].document] = before[i];
    std::mt19937_64 random(7);
    std::ranges::shuffle(mentions, random);
    const std::vector<EntityId> after = PartitionOfficials(mentions, Model());
    std::size_t moved = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      moved += expected[mentions[i].document] == after[i] ? 0 : 1;
    }
    EXPECT_EQ(moved, 0U) << people;
    EXPECT_GE(std::set(after.begin(), after.end()).size(), people / 2);
  }
}

TEST(PartitionOfficialsTest, AClusterIsNamedAfterItsOldestMentionWhateverTheOrder) {
  const Mention old = Official(9, "lò văn thử", Post("1", "Bí thư", kHere), "2019-05-01");
  const Mention young = Official(1, "lò văn thử", Post("1", "Bí thư", kHere), "2020-05-01");
  const Mention undated = Official(0, "lò văn thử", Post("1", "Bí thư", kHere), "");
  const auto one = PartitionOfficials(std::vector{old, young, undated}, Model());
  const auto other = PartitionOfficials(std::vector{undated, young, old}, Model());
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
