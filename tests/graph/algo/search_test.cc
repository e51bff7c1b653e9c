#include "graph/algo/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "graph/store/store.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using ::testing::ElementsAre;

/// Folds for these tests: keys are in lower case, "tones" are the digits behind a syllable.
std::string WithTones(std::string_view text) {
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(), [](unsigned char c) { return std::tolower(c); });
  return folded;
}
std::string WithoutTones(std::string_view text) {
  std::string folded = WithTones(text);
  std::erase_if(folded, [](unsigned char c) { return std::isdigit(c) != 0; });
  return folded;
}

class SearchTest : public ::testing::Test {
 protected:
  SearchTest() : store_(std::move(*Store::Open(folder_ / "s", {.create_if_missing = true}))) {
    Put(1, EntityType::kOfficial, "Hung1 An");
    Put(2, EntityType::kOfficial, "Hung2 An");
    Put(3, EntityType::kOfficial, "Hung1 Anh");
    Put(4, EntityType::kBody, "Hung1 An");
    Put(5, EntityType::kDocument, "Bai Mot");
    Put(6, EntityType::kDocument, "Bai Hai");
    Mention(5, 2);
    Mention(6, 2);
    Mention(5, 3);
    EXPECT_TRUE(store_->Apply(change_));
    snapshot_ = store_->Read();
  }
  void Put(std::uint64_t id, EntityType type, const std::string& label) {
    EntityRecord record;
    record.entity.id = EntityId{id};
    record.entity.type = type;
    record.entity.label = label;
    record.name_keys = {WithoutTones(label)};
    change_.put_entities.push_back(std::move(record));
  }
  void Mention(std::uint64_t document, std::uint64_t entity) {
    Statement statement;
    statement.subject = EntityId{document};
    statement.object = EntityId{entity};
    statement.id = MakeStatementId(statement.subject, statement.predicate, statement.object, {});
    change_.put_statements.push_back(std::move(statement));
  }
  static NameQuestion Asking(std::string_view text, std::optional<EntityType> type = {}) {
    return {WithoutTones(text), WithTones(text), type, WithTones};
  }
  static std::vector<std::uint64_t> IdsOf(const std::vector<SearchHit>& hits) {
    std::vector<std::uint64_t> ids;
    for (const SearchHit& hit : hits) ids.push_back(hit.entity.id.value);
    return ids;
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Snapshot> snapshot_;
  Change change_;
};

TEST_F(SearchTest, TonesComeFirstThenDocumentsThenPrefixes) {
  const auto answer = SearchNames(*snapshot_, Asking("hung1 an"), 10);
  ASSERT_TRUE(answer);
  EXPECT_THAT(IdsOf(answer->hits), ElementsAre(1, 4, 2, 3));
  EXPECT_EQ(answer->hits[0].fit, NameFit::kToneExact);
  EXPECT_EQ(answer->hits[2].fit, NameFit::kExact);
  EXPECT_EQ(answer->hits[2].documents, 2U);
  EXPECT_EQ(answer->hits[3].fit, NameFit::kPrefix);
  const auto bare = SearchNames(*snapshot_, Asking("hung an"), 10);
  EXPECT_THAT(IdsOf(bare->hits), ElementsAre(2, 1, 4, 3)) << "the most mentioned comes first";
}

TEST_F(SearchTest, TheTypeSelects) {
  const auto bodies = SearchNames(*snapshot_, Asking("hung an", EntityType::kBody), 10);
  EXPECT_THAT(IdsOf(bodies->hits), ElementsAre(4));
}

TEST_F(SearchTest, ALimitIsToldAsTruncated) {
  const auto answer = SearchNames(*snapshot_, Asking("hung"), 2);
  EXPECT_EQ(answer->hits.size(), 2U);
  EXPECT_TRUE(answer->truncated);
  EXPECT_FALSE(SearchNames(*snapshot_, Asking("hung"), 4)->truncated);
}

TEST_F(SearchTest, ANameIsAnsweredByItsTonesAloneIfAnyBearsThem) {
  EXPECT_THAT(IdsOf(*EntitiesNamed(*snapshot_, Asking("Hung2 An"), 10)), ElementsAre(2));
  EXPECT_THAT(IdsOf(*EntitiesNamed(*snapshot_, Asking("hung an"), 10)), ElementsAre(2, 1, 4));
  EXPECT_TRUE(EntitiesNamed(*snapshot_, Asking("hung"), 10)->empty()) << "a beginning is no name";
}

TEST_F(SearchTest, LikeNamesAreSuggested) {
  EXPECT_THAT(IdsOf(*NamesLike(*snapshot_, Asking("hungg anh"), 1)), ElementsAre(3));
  EXPECT_TRUE(NamesLike(*snapshot_, Asking(""), 5)->empty());
}

TEST_F(SearchTest, SeveralDirectivesOfOneNumberComeByDate) {
  Change change;
  for (const auto& [id, date] : {std::pair(21, "2020-01-01"), std::pair(22, "2010-01-01")}) {
    EntityRecord record;
    record.entity.id = EntityId{static_cast<std::uint64_t>(id)};
    record.entity.type = EntityType::kDirective;
    record.entity.label = "Quy che";
    record.entity.attributes = {{"date", date}, {"type", "Quy che"}};
    record.name_keys = {"04 qc tu"};
    change.put_entities.push_back(std::move(record));
  }
  ASSERT_TRUE(store_->Apply(change));
  const std::vector<std::string> keys{"4 qc tu", "04 qc tu"};
  const auto found = DirectivesNumbered(*store_->Read(), keys);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 2U);
  EXPECT_EQ((*found)[0].id, EntityId{22});
}

}  // namespace
}  // namespace chido
