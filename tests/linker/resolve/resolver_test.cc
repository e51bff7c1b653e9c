#include "linker/resolve/resolver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "linker/resolve/mention.h"
#include "tests/support/random_readings.h"
#include "tests/support/world.h"

namespace chido {
namespace {

using testing::RandomReadings;
using testing::Told;
using testing::World;

TEST(ResolverTest, TheOrderOfArticlesDoesNotMatter) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    std::vector<Told> all = RandomReadings(60, seed);
    World one;
    for (const Told& told : all) one.Add(told);
    one.ExpectSound();
    std::mt19937_64 random(seed);
    std::ranges::shuffle(all, random);
    World other;
    for (const Told& told : all) other.Add(told);
    EXPECT_EQ(one.Digest(), other.Digest()) << "seed " << seed;
  }
}

TEST(ResolverTest, AddingAgainChangesNothing) {
  const std::vector<Told> all = RandomReadings(20, 7);
  World world;
  for (const Told& told : all) world.Add(told);
  const std::uint64_t before = world.Digest();
  for (const Told& told : all) world.Add(told);
  EXPECT_EQ(world.Digest(), before);
}

TEST(ResolverTest, TakingADocumentBackLeavesAStoreThatNeverHadIt) {
  for (std::uint64_t seed = 11; seed <= 14; ++seed) {
    const std::vector<Told> all = RandomReadings(40, seed);
    World with;
    World without;
    for (std::size_t i = 0; i < all.size(); ++i) {
      with.Add(all[i]);
      if (i % 3 != 0) without.Add(all[i]);
    }
    for (std::size_t i = 0; i < all.size(); i += 3) {
      const Status status = with.resolver->Remove(all[i].article.id);
      ASSERT_TRUE(status.has_value()) << status.error().message;
    }
    with.ExpectSound();
    EXPECT_EQ(with.Digest(), without.Digest()) << "seed " << seed;
  }
}

TEST(ResolverTest, ANewReadingReplacesTheOld) {
  std::vector<Told> all = RandomReadings(30, 21);
  const std::vector<Told> others = RandomReadings(30, 22);
  World replaced;
  World fresh;
  for (std::size_t i = 0; i < all.size(); ++i) {
    replaced.Add(all[i]);
    all[i].reading = others[i].reading;
    all[i].reading.document = all[i].article.id;
  }
  for (const Told& told : all) {
    replaced.Add(told);
    fresh.Add(told);
  }
  replaced.ExpectSound();
  EXPECT_EQ(replaced.Digest(), fresh.Digest());
}

TEST(ResolverTest, AnIdOnceServedLeadsToWhereItsMentionsWent) {
  const std::vector<Told> all = RandomReadings(60, 31);
  World world;
  std::set<EntityId> served;
  for (const Told& told : all) {
    world.Add(told);
    const auto page = world.store->Read()->ScanEntities(std::nullopt, 100'000).value();
    for (const Entity& entity : page.items) served.insert(entity.id);
  }
  const auto snapshot = world.store->Read();
  for (const EntityId id : served) {
    EXPECT_TRUE(snapshot->ResolveId(id).value().has_value()) << ToString(id);
  }
}

TEST(ResolverTest, PlacesAndBodiesBringTheirSuccessors) {
  World world;
  Told told = RandomReadings(1, 41).front();
  told.reading.bodies = {
      {"Ban Tuyên giáo Tỉnh ủy Bình Phước", {}, "p.btg", "P70@1997-01-01", false, {}}};
  told.reading.officials.clear();
  told.reading.meetings.clear();
  told.reading.directives.clear();
  world.Add(told);
  world.ExpectSound();
  const auto snapshot = world.store->Read();
  const EntityId old =
      BodyEntityId(told.reading.bodies.front(), told.article.id, Lexicon::BuiltIn());
  const auto page =
      snapshot->Edges(old, Direction::kOut, {.predicate = Predicate::kSucceededBy}).value();
  ASSERT_EQ(page.items.size(), 1u);
  const auto successor = snapshot->GetEntity(page.items.front().other).value();
  ASSERT_TRUE(successor.has_value());
  EXPECT_EQ(successor->label, "Ban Tuyên giáo và Dân vận Tỉnh ủy Bình Phước");
  const auto place = snapshot->EntitiesByName("tinh dong nai", {}).value();
  EXPECT_FALSE(place.empty()) << "Bình Phước leads to Đồng Nai";
}

TEST(ResolverTest, TakingBackAnUnknownDocumentIsAnError) {
  World world;
  const Status status = world.resolver->Remove(DocumentId{42});
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error().code, Code::kNotFound);
}

}  // namespace
}  // namespace chido
