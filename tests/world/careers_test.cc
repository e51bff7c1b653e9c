#include "tests/world/careers.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "graph/model/edtf.h"
#include "tests/world/world.h"

namespace chido::world {
namespace {

/// The whole-sized world, made once for the tests of this file.
World& Whole() {
  static World world({.seed = 7});
  return world;
}

TEST(CareersTest, TheSameSeedGivesTheSameCareersAndAnotherSeedOthers) {
  Atlas atlas;
  const Careers one = MakeCareers(atlas, 3, 600);
  const Careers again = MakeCareers(atlas, 3, 600);
  const Careers other = MakeCareers(atlas, 4, 600);
  ASSERT_EQ(one.people.size(), again.people.size());
  ASSERT_EQ(one.stints.size(), again.stints.size());
  for (std::size_t i = 0; i < one.stints.size(); ++i) {
    EXPECT_EQ(one.stints[i].person, again.stints[i].person);
    EXPECT_EQ(one.stints[i].office, again.stints[i].office);
    EXPECT_EQ(one.stints[i].life.from, again.stints[i].life.from);
  }
  EXPECT_NE(one.people[0].name + one.people[1].name, other.people[0].name + other.people[1].name);
}

TEST(CareersTest, AnOfficeHasOneHolderAtATimeWhileItExists) {
  const Careers& careers = Whole().careers;
  for (std::size_t office = 0; office < careers.offices.size(); ++office) {
    std::int32_t free_from = careers.offices[office].life.from;
    for (const std::uint32_t index : careers.by_office[office]) {
      const Stint& stint = careers.stints[index];
      EXPECT_GE(stint.life.from, free_from);
      EXPECT_LT(stint.life.from, stint.life.to);
      free_from = stint.life.to;
      const bool current = stint.life.to == kNever;
      EXPECT_TRUE(current || stint.life.to <= careers.offices[office].life.to);
    }
  }
}

TEST(CareersTest, APersonHoldsOneOfficeAtATimeForTwentyYearsAtMost) {
  const Careers& careers = Whole().careers;
  for (const Person& person : careers.people) {
    ASSERT_FALSE(person.stints.empty());
    std::int32_t free_from = FirstDay();
    for (const std::uint32_t index : person.stints) {
      EXPECT_GE(careers.stints[index].life.from, free_from);
      free_from = careers.stints[index].life.to;
    }
    const std::int32_t begin = careers.stints[person.stints.front()].life.from;
    EXPECT_TRUE(free_from == kNever || free_from - begin <= 21 * 365) << person.name;
  }
}

TEST(CareersTest, AboutAThirdShareTheirFullNameWithAnother) {
  const Careers& careers = Whole().careers;
  std::map<std::string, int> bearers;
  for (const Person& person : careers.people) ++bearers[person.name];
  double shared = 0;
  for (const Person& person : careers.people) shared += bearers[person.name] > 1 ? 1 : 0;
  EXPECT_GT(careers.people.size(), 4800U);
  EXPECT_GT(shared / static_cast<double>(careers.people.size()), 0.28);
  EXPECT_LT(shared / static_cast<double>(careers.people.size()), 0.42);
}

TEST(CareersTest, AfterTheMergerNobodyServesInADistrictAndMergedProvincesHaveOneHead) {
  World& world = Whole();
  const std::int32_t day = ToDays({2026, 1, 15});
  std::map<std::uint32_t, int> heads;
  int serving = 0;
  for (std::uint32_t office = 0; office < world.careers.offices.size(); ++office) {
    const Office& own = world.careers.offices[office];
    if (world.careers.At(office, day) == nullptr) continue;
    ++serving;
    EXPECT_FALSE(own.Kind().body.starts_with("d.")) << world.atlas.body(own.body).name;
    EXPECT_NE(own.Kind().body, "p.btg");
    const bool head = own.Kind().body == "p.tinhuy" && own.Kind().title == "Bí thư";
    if (head) ++heads[world.atlas.body(own.body).same_as];
  }
  EXPECT_GT(serving, 1000);
  for (const auto& [body, count] : heads) EXPECT_EQ(count, 1) << world.atlas.body(body).name;
}

TEST(CareersTest, ManyAreMovedToAnotherProvinceOrTheCentre) {
  World& world = Whole();
  EXPECT_GT(world.moves.size(), 150U);
  for (const std::uint32_t index : world.moves) {
    const Stint& stint = world.careers.stints[index];
    EXPECT_NE(world.careers.people[stint.person].stints.front(), index);
  }
}

TEST(LibraryTest, NumbersComeAgainInEveryProvinceAndTerm) {
  World& world = Whole();
  Draw draw(1, "test");
  std::map<std::string, std::map<std::uint64_t, Directive>> by_number;
  const auto provinces = world.atlas.Provinces(FirstDay(), ToDays({2024, 12, 31}));
  for (int i = 0; i < 4000; ++i) {
    const std::int32_t day = ToDays({2024, 6, 1}) - static_cast<std::int32_t>(draw.Below(5000));
    const Directive directive = world.library.Cite(draw, provinces[i % 4U], day);
    EXPECT_LT(directive.day, day);
    if (directive.unit != kNone) by_number[directive.number].emplace(directive.id, directive);
  }
  std::size_t provinces_seen = 0;
  for (const auto& [id, directive] : by_number["01-CT/TU"]) {
    const std::uint64_t newest = world.library.InForce(directive, ToDays({2024, 6, 1}));
    provinces_seen += newest == id ? 1U : 0U;
  }
  EXPECT_GT(provinces_seen, 2U) << "newest ones of several provinces";
  EXPECT_GT(by_number["01-CT/TU"].size(), provinces_seen) << "and older ones";
}

}  // namespace
}  // namespace chido::world
