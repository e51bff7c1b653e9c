#include "linker/resolve/judgement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "linker/resolve/resolver.h"
#include "linker/text/normal.h"
#include "tests/support/random_readings.h"
#include "tests/support/world.h"

namespace chido {
namespace {

using ::testing::HasSubstr;
using testing::RandomReadings;
using testing::Told;
using testing::World;

/// An article in which an invented person holds a post.
Told Holding(const std::string& name, const std::string& body, const std::string& published) {
  Told told;
  told.article.title = name + " " + body + " " + published;
  told.article.text = name + ", Giám đốc " + body;
  told.article.id = ContentId(told.article.title, told.article.text);
  told.reading.document = told.article.id;
  told.reading.frame.published = ParseEdtf(published).value();
  const Ground ground{{0, 5}, {0, 5}, "person.role", 1};
  told.reading.bodies.push_back({.name = body, .grounds = {ground}});
  OfficialItem official{.name = name, .grounds = {ground}};
  official.roles.push_back({.title = "Giám đốc", .body = 0, .grounds = {ground}});
  told.reading.officials.push_back(official);
  return told;
}

Judgement Judged(Verdict verdict, const JudgedMention& a, const JudgedMention& b) {
  return {verdict, a, b, "người kiểm", "", "2026-01-02T03:04:05Z"};
}

/// Three bodies that are no one's gazetteer: nothing joins their holders but a judgement.
constexpr const char* kBodies[] = {"Bộ Công Thương", "Bộ Xây dựng", "Bộ Y tế"};

TEST(JudgementTest, SamenessJoinsAndItsRetractionPartsAgain) {
  World world;
  for (const char* body : kBodies) world.Add(Holding("Lê Văn Thử", body, "2020-01-02"));
  const std::vector<EntityId> apart = world.Officials();
  ASSERT_EQ(apart.size(), 3U);
  const std::uint64_t before = world.Digest();
  const Judgement same = Judged(Verdict::kSame, world.At(apart[0]), world.At(apart[1]));
  ASSERT_TRUE(world.resolver->Judge(same).has_value());
  EXPECT_EQ(world.Officials().size(), 2U);
  world.ExpectSound();
  const auto snapshot = world.store->Read();
  EXPECT_EQ(snapshot->ResolveId(apart[0]).value()->id, snapshot->ResolveId(apart[1]).value()->id);
  ASSERT_TRUE(world.resolver->Retract(same.Key()).has_value());
  EXPECT_EQ(world.Digest(), before);
  world.ExpectSound();
  EXPECT_EQ(world.Officials(), apart);
}

TEST(JudgementTest, NamesThatDifferAreJoinedToo) {
  World world;
  world.Add(Holding("Lê Văn Thử", kBodies[0], "2020-01-02"));
  world.Add(Holding("Lê Thử", kBodies[1], "2021-01-02"));
  const std::vector<EntityId> apart = world.Officials();
  ASSERT_TRUE(world.resolver->Judge(Judged(Verdict::kSame, world.At(apart[0]), world.At(apart[1])))
                  .has_value());
  EXPECT_EQ(world.Officials().size(), 1U);
  // A later article of either name finds the one person.
  world.Add(Holding("Lê Thử", kBodies[1], "2022-01-02"));
  EXPECT_EQ(world.Officials().size(), 1U);
  world.ExpectSound();
}

TEST(JudgementTest, DifferenceGoesBeforeSharedPosts) {
  World world;
  world.Add(Holding("Lê Văn Thử", kBodies[0], "2020-01-02"));
  world.Add(Holding("Lê Văn Thử", kBodies[0], "2020-02-02"));
  ASSERT_EQ(world.Officials().size(), 1U);
  const Told first = Holding("Lê Văn Thử", kBodies[0], "2020-01-02");
  const Told second = Holding("Lê Văn Thử", kBodies[0], "2020-02-02");
  const auto mention = [](const Told& told) {
    return JudgedMention{"official/" + SearchKey("Lê Văn Thử"), told.article.id,
                         FoldKey("Lê Văn Thử"), "Lê Văn Thử"};
  };
  ASSERT_TRUE(world.resolver->Judge(Judged(Verdict::kDifferent, mention(first), mention(second)))
                  .has_value());
  EXPECT_EQ(world.Officials().size(), 2U);
  // A third that fits both goes to the older, and never joins the two.
  world.Add(Holding("Lê Văn Thử", kBodies[0], "2020-03-02"));
  EXPECT_EQ(world.Officials().size(), 2U);
  world.ExpectSound();
}

TEST(JudgementTest, AContradictionIsRefusedWithItsChain) {
  World world;
  for (const char* body : kBodies) world.Add(Holding("Lê Văn Thử", body, "2020-01-02"));
  const std::vector<EntityId> ids = world.Officials();
  const auto a = world.At(ids[0]);
  const auto b = world.At(ids[1]);
  const auto c = world.At(ids[2]);
  const Judgement first = Judged(Verdict::kSame, a, b);
  const Judgement second = Judged(Verdict::kSame, b, c);
  ASSERT_TRUE(world.resolver->Judge(first).has_value());
  ASSERT_TRUE(world.resolver->Judge(second).has_value());
  const Status refused = world.resolver->Judge(Judged(Verdict::kDifferent, a, c));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, Code::kConflict);
  EXPECT_THAT(refused.error().message, HasSubstr(first.Key()));
  EXPECT_THAT(refused.error().message, HasSubstr(second.Key()));
  // Taken back in the middle of the chain, the ends may be judged.
  ASSERT_TRUE(world.resolver->Retract(first.Key()).has_value());
  ASSERT_TRUE(world.resolver->Judge(Judged(Verdict::kDifferent, a, c)).has_value());
  EXPECT_FALSE(world.resolver->Judge(first).has_value());
  world.ExpectSound();
}

/// Judgements over the officials of a world, none against another.
std::vector<Judgement> RandomJudgements(const World& world, std::size_t count,
                                        std::mt19937_64& random) {
  const std::vector<EntityId> ids = world.Officials();
  Judgements admitted;
  std::vector<Judgement> all;
  for (std::size_t i = 0; i < 20 * count && all.size() < count; ++i) {
    const auto a = world.At(ids[random() % ids.size()]);
    const auto b = world.At(ids[random() % ids.size()]);
    const Judgement judgement = Judged(random() % 2 ? Verdict::kSame : Verdict::kDifferent, a, b);
    if (!admitted.Admit(judgement) || admitted.all().contains(judgement.Key())) continue;
    admitted.Put(judgement);
    all.push_back(judgement);
  }
  return all;
}

/// Ends where all documents are stored and all judgements hold, by detours.
void RunScript(World& world, const std::vector<Told>& documents,
               const std::vector<Judgement>& judgements, std::mt19937_64& random) {
  std::vector<bool> stored(documents.size());
  std::vector<bool> judged(judgements.size());
  const auto flip_document = [&](std::size_t i) {
    if (stored[i]) {
      ASSERT_TRUE(world.resolver->Remove(documents[i].article.id).has_value());
    } else {
      world.Add(documents[i]);
    }
    stored[i] = !stored[i];
  };
  const auto flip_judgement = [&](std::size_t i) {
    const Status status = judged[i] ? world.resolver->Retract(judgements[i].Key())
                                    : world.resolver->Judge(judgements[i]);
    ASSERT_TRUE(status.has_value()) << status.error().message;
    judged[i] = !judged[i];
  };
  for (std::size_t step = 0; step < documents.size() + judgements.size(); ++step) {
    if (random() % 3 == 0) {
      flip_judgement(random() % judgements.size());
    } else {
      flip_document(random() % documents.size());
    }
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!stored[i]) flip_document(i);
  }
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    if (!judged[i]) flip_judgement(i);
  }
}

/// How many random scripts are run: a few, or as many as CHIDO_SCRIPTS says.
std::uint64_t Scripts() {
  const char* asked = std::getenv("CHIDO_SCRIPTS");
  return asked != nullptr ? std::strtoull(asked, nullptr, 10) : 10;
}

TEST(JudgementTest, RandomScriptsEndInTheSameStore) {
  for (std::uint64_t seed = 1; seed <= Scripts(); ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const std::vector<Told> documents = RandomReadings(16, seed);
    World plain;
    for (const Told& told : documents) plain.Add(told);
    const std::vector<Judgement> judgements = RandomJudgements(plain, 6, random);
    ASSERT_FALSE(judgements.empty());
    for (const Judgement& judgement : judgements) {
      ASSERT_TRUE(plain.resolver->Judge(judgement).has_value());
    }
    plain.ExpectSound();
    World detour;
    RunScript(detour, documents, judgements, random);
    EXPECT_EQ(plain.Digest(), detour.Digest());
    detour.ExpectSound();
  }
}

}  // namespace
}  // namespace chido
