// Lists, pages and walks of one view.
#include "graph/store/snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/graph/store/store_fixture.h"

namespace chido {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Reads all pages of `read(cursor)`.
template <typename Read>
auto AllPages(const Read& read) {
  auto page = read(std::string()).value();
  auto items = page.items;
  while (!page.next.empty()) {
    page = read(page.next).value();
    EXPECT_FALSE(page.items.empty());
    items.insert(items.end(), page.items.begin(), page.items.end());
  }
  return items;
}

TEST_F(StoreTest, EdgesArePagedCompletelyInOrderOfDays) {
  Apply(SampleChanges(70));
  const auto view = store_->Read();
  const EdgeQuery all{.predicate = Predicate::kChaired, .limit = 1000};
  const auto whole = view->Edges(SampleOfficial(2), Direction::kOut, all)->items;
  ASSERT_THAT(whole, SizeIs(10));
  EXPECT_TRUE(std::ranges::is_sorted(whole, {}, &EdgeRow::valid_from));
  for (const std::size_t limit : {1U, 3U, 10U, 11U}) {
    const auto paged = AllPages([&](const std::string& cursor) {
      return view->Edges(SampleOfficial(2), Direction::kOut,
                         {.predicate = Predicate::kChaired, .limit = limit, .cursor = cursor});
    });
    EXPECT_EQ(paged, whole) << limit;
  }
}

TEST_F(StoreTest, APageHoldsWhileRowsComeAndGo) {
  const std::vector<Change> changes = SampleChanges(36);
  for (int i = 0; i < 28; ++i) Apply(changes[i]);
  const EdgeQuery two{.predicate = Predicate::kChaired, .limit = 2};
  const auto first = store_->Read()->Edges(SampleOfficial(0), Direction::kOut, two).value();
  ASSERT_THAT(first.items, SizeIs(2));
  Change remove;
  remove.delete_statements = {first.items.back().statement};
  Apply(remove);
  const auto second = store_->Read()
                          ->Edges(SampleOfficial(0), Direction::kOut,
                                  {.predicate = Predicate::kChaired, .cursor = first.next})
                          .value();
  ASSERT_THAT(second.items, SizeIs(2));
  EXPECT_GT(second.items.front().valid_from, first.items.back().valid_from);
}

TEST_F(StoreTest, EdgesOfADayAreThoseWhoseTimeIncludesIt) {
  Apply(SampleChanges(28));
  const auto view = store_->Read();
  const auto edges =
      view->Edges(SampleOfficial(0), Direction::kOut, {.valid_on = ToDays({2024, 3, 8})});
  // Article 7 of 8 March, and the role without a date, once per body.
  EXPECT_EQ(std::ranges::count(edges->items, Predicate::kChaired, &EdgeRow::predicate), 1);
  EXPECT_EQ(std::ranges::count(edges->items, Predicate::kHoldsRole, &EdgeRow::predicate), 3);
}

TEST_F(StoreTest, InEdgesMirrorOutEdges) {
  Apply(SampleChanges(5));
  const auto view = store_->Read();
  const auto in = view->Edges(SampleMeeting(3), Direction::kIn, {})->items;
  ASSERT_THAT(in, SizeIs(2));
  EXPECT_EQ(in[0].other, SampleOfficial(3));
  EXPECT_EQ(in[1].other, SampleBody(0));
}

TEST_F(StoreTest, ACursorOfAnotherQuestionIsRefused) {
  Apply(SampleChanges(30));
  const auto view = store_->Read();
  const auto page = view->Edges(SampleOfficial(0), Direction::kOut, {.limit = 1}).value();
  EXPECT_EQ(view->Edges(SampleOfficial(1), Direction::kOut, {.cursor = page.next}).error().code,
            Code::kInvalidArgument);
  EXPECT_EQ(view->Edges(SampleOfficial(0), Direction::kOut, {.cursor = "xyz"}).error().code,
            Code::kInvalidArgument);
  EXPECT_EQ(view->ScanEntities({}, 1, "0").error().code, Code::kInvalidArgument);
}

TEST_F(StoreTest, TheEdgeCursorWalksWhatTheListsTell) {
  Apply(SampleChanges(40));
  const auto view = store_->Read();
  const auto cursor = view->NewEdgeCursor();
  for (int round = 0; round < 2; ++round) {
    for (int official = 0; official < 7; ++official) {
      for (const Direction direction : {Direction::kOut, Direction::kIn}) {
        std::vector<EdgeRow> walked;
        cursor->Seek(SampleOfficial(official), direction);
        for (EdgeRow row; cursor->Next(row);) walked.push_back(row);
        EXPECT_EQ(walked, view->Edges(SampleOfficial(official), direction, {})->items);
      }
    }
  }
  EXPECT_TRUE(cursor->status());
}

TEST_F(StoreTest, TheEdgeCursorGoesOnAfterARow) {
  Apply(SampleChanges(40));
  const auto view = store_->Read();
  const auto all = view->Edges(SampleOfficial(0), Direction::kOut, {})->items;
  const auto cursor = view->NewEdgeCursor();
  cursor->SeekAfter(all[1], Direction::kOut);
  EdgeRow row;
  ASSERT_TRUE(cursor->Next(row));
  EXPECT_EQ(row, all[2]);
}

TEST_F(StoreTest, ScansArePagedCompletely) {
  Apply(SampleChanges(9));
  const auto view = store_->Read();
  const auto documents =
      AllPages([&](const std::string& cursor) { return view->ScanDocuments(4, cursor); });
  EXPECT_THAT(documents, SizeIs(9));
  const auto officials = AllPages([&](const std::string& cursor) {
    return view->ScanEntities(EntityType::kOfficial, 2, cursor);
  });
  EXPECT_THAT(officials, SizeIs(7));
  EXPECT_TRUE(std::ranges::is_sorted(officials, {}, &Entity::id));
  const auto statements =
      AllPages([&](const std::string& cursor) { return view->ScanStatements(5, cursor); });
  EXPECT_EQ(statements.size(), store_->Stats()->StatementTotal());
  const auto evidence = AllPages([&](const std::string& cursor) {
    return view->EvidenceOf(statements.front().id, 1, cursor);
  });
  EXPECT_EQ(evidence.size(), statements.front().evidence_count);
}

TEST_F(StoreTest, NamesAreFoundExactlyByPrefixAndByLikeness) {
  Apply(SampleChanges(9));
  const auto view = store_->Read();
  const auto exact = view->EntitiesByName("tran thu man", {}).value();
  ASSERT_THAT(exact, SizeIs(1));
  EXPECT_EQ(exact.front().entity, SampleOfficial(0));
  EXPECT_EQ(exact.front().type, EntityType::kOfficial);
  EXPECT_THAT(*view->EntitiesByName("tran thu", {}), IsEmpty());
  EXPECT_THAT(*view->EntitiesByNamePrefix("tran thu", {}), SizeIs(7));
  EXPECT_THAT(*view->EntitiesByNamePrefix("tran thu", {.limit = 3}), SizeIs(3));
  EXPECT_THAT(*view->EntitiesByNamePrefix("", {.type = EntityType::kBody}), SizeIs(3));
  const auto like = view->EntitiesBySimilarName("trn thu quyt", {.type = EntityType::kOfficial});
  ASSERT_FALSE(like->empty());
  EXPECT_EQ(like->front().key, "tran thu quyt");
  EXPECT_GT(like->front().similarity, 0.6F);
  EXPECT_LT(like->front().similarity, 1.0F);
  EXPECT_TRUE(std::ranges::is_sorted(*like, std::greater<>(), &NameHit::similarity));
  EXPECT_THAT(*view->EntitiesBySimilarName("zzzzzz", {}), IsEmpty());
}

TEST_F(StoreTest, AnEntityWithTwoNamesIsSuggestedOnce) {
  Change change = SampleChanges(1).front();
  change.put_entities.front().name_keys = {"tran thu man", "tran thu man xanh"};
  Apply(change);
  const auto view = store_->Read();
  EXPECT_THAT(*view->EntitiesByNamePrefix("tran", {}), SizeIs(1));
  EXPECT_THAT(*view->EntitiesBySimilarName("tran thu man", {.type = EntityType::kOfficial}),
              SizeIs(1));
}

TEST_F(StoreTest, ANameThatAnotherEntityBearsStaysFindableByLikeness) {
  Change change = SampleChanges(1).front();
  EntityRecord twin = change.put_entities.front();
  twin.entity.id = EntityId{77};
  change.put_entities.push_back(twin);
  Apply(change);
  Change remove;
  remove.delete_entities = {SampleOfficial(0)};
  remove.delete_statements = {change.put_statements[0].id, change.put_statements[1].id,
                              change.put_statements[4].id};
  Apply(remove);
  EXPECT_THAT(Problems(), IsEmpty());
  const auto hits = store_->Read()
                        ->EntitiesBySimilarName("tran thu mam", {.type = EntityType::kOfficial})
                        .value();
  ASSERT_THAT(hits, SizeIs(1));
  EXPECT_EQ(hits.front().entity, EntityId{77});
}

TEST_F(StoreTest, DocumentsAreFoundByAddress) {
  const std::vector<Change> changes = SampleChanges(2);
  Apply(changes);
  const Article& article = changes[1].put_articles.front();
  EXPECT_THAT(*store_->Read()->DocumentsByUrl(article.url), ElementsAre(article.id));
  EXPECT_THAT(*store_->Read()->DocumentsByUrl("https://vi.example/tin/"), IsEmpty());
}

}  // namespace
}  // namespace chido
