// What one change does, and that it does it whole or not at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "graph/base/hash.h"
#include "tests/graph/store/store_fixture.h"

namespace chido {
namespace {

using ::testing::IsEmpty;

TEST_F(StoreTest, AnArticleIsThereWithAllThatItStates) {
  const Change change = SampleChanges(1).front();
  Apply(change);
  const auto view = store_->Read();
  const DocumentId document = change.put_articles.front().id;
  EXPECT_EQ(view->GetArticle(document)->value(), change.put_articles.front());
  EXPECT_TRUE(*view->HasArticle(document));
  EXPECT_FALSE(*view->HasArticle(DocumentId{1}));
  EXPECT_EQ(view->GetReading(document)->value().bytes, "reading 0");
  EXPECT_EQ(view->GetEntityRecord(SampleOfficial(0))->value(), change.put_entities.front());
  const Statement& statement = change.put_statements.front();
  EXPECT_EQ(view->GetStatement(statement.id)->value(), statement);
  EXPECT_EQ(view->EvidenceOf(statement.id, 10)->items.front(), change.put_evidence.front());
  EXPECT_EQ(view->StatementsOf(document)->size(), change.put_statements.size());
  EXPECT_EQ(view->ScanBlock("official/tran thu man")->size(), 1U);
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(StoreTest, AbsentRowsAreEmptyAndNoError) {
  const auto view = store_->Read();
  EXPECT_FALSE(view->GetArticle(DocumentId{1})->has_value());
  EXPECT_FALSE(view->GetReading(DocumentId{1})->has_value());
  EXPECT_FALSE(view->GetEntity(EntityId{1})->has_value());
  EXPECT_FALSE(view->ResolveId(EntityId{1})->has_value());
  EXPECT_FALSE(view->GetStatement(StatementId{1})->has_value());
  EXPECT_FALSE(view->Meta("lexicon")->has_value());
}

TEST_F(StoreTest, ASnapshotDoesNotSeeWhatComesLater) {
  const std::vector<Change> changes = SampleChanges(2);
  Apply(changes[0]);
  const auto before = store_->Read();
  Apply(changes[1]);
  Change remove;
  remove.delete_entities = {SampleOfficial(0)};
  Apply(remove);
  EXPECT_TRUE(before->GetEntity(SampleOfficial(0))->has_value());
  EXPECT_FALSE(before->GetEntity(SampleOfficial(1))->has_value());
  EXPECT_FALSE(store_->Read()->GetEntity(SampleOfficial(0))->has_value());
}

TEST_F(StoreTest, ASnapshotOutlivesItsStore) {
  Apply(SampleChanges(1));
  const auto view = store_->Read();
  Close();
  EXPECT_TRUE(view->GetEntity(SampleOfficial(0))->has_value());
}

TEST_F(StoreTest, ARefusedChangeLeavesNothingBehind) {
  Apply(SampleChanges(1));
  const std::uint64_t digest = Digest();
  Change change = SampleChanges(3).back();
  change.put_statements.back().id = StatementId{1};
  EXPECT_EQ(ApplyError(change), Code::kInvalidArgument);
  EXPECT_EQ(Digest(), digest);
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(StoreTest, APredicateMustFitTheTypesOfKnownEntities) {
  Apply(SampleChanges(1));
  Statement wrong;
  wrong.subject = SampleDirective(0);
  wrong.predicate = Predicate::kChaired;
  wrong.object = SampleMeeting(0);
  wrong.id = MakeStatementId(wrong.subject, wrong.predicate, wrong.object, {});
  Change change;
  change.put_statements = {wrong};
  EXPECT_EQ(ApplyError(change), Code::kInvalidArgument);
}

TEST_F(StoreTest, OtherContentUnderADocumentsIdIsAConflict) {
  Change change = SampleChanges(1).front();
  Apply(change);
  change.put_articles.front().text += "More.";
  EXPECT_EQ(ApplyError(change), Code::kConflict);
}

TEST_F(StoreTest, OtherMetadataOfTheSameContentReplacesAndMovesTheAddress) {
  Change change = SampleChanges(1).front();
  Apply(change);
  Article& article = change.put_articles.front();
  const std::string old_url = article.url;
  article.url = "https://vi.example/moved";
  Apply(change);
  const auto view = store_->Read();
  EXPECT_THAT(*view->DocumentsByUrl(old_url), IsEmpty());
  EXPECT_THAT(*view->DocumentsByUrl(article.url), ::testing::ElementsAre(article.id));
  EXPECT_EQ(store_->Stats()->documents, 1U);
}

TEST_F(StoreTest, KeysThatWouldBreakTheStoreAreRefused) {
  Change zero_name = SampleChanges(1).front();
  zero_name.put_entities.front().name_keys = {std::string("a\0b", 3)};
  EXPECT_EQ(ApplyError(zero_name), Code::kInvalidArgument);
  Change unsorted = SampleChanges(1).front();
  unsorted.put_entities.front().name_keys = {"b", "a"};
  EXPECT_EQ(ApplyError(unsorted), Code::kInvalidArgument);
  Change zero_id;
  zero_id.put_entities.resize(1);
  EXPECT_EQ(ApplyError(zero_id), Code::kInvalidArgument);
  Change reserved;
  reserved.put_meta = {{"store/format", "9"}};
  EXPECT_EQ(ApplyError(reserved), Code::kInvalidArgument);
  Change block;
  block.put_block_rows = {{"", DocumentId{1}, 0, ""}};
  EXPECT_EQ(ApplyError(block), Code::kInvalidArgument);
}

TEST_F(StoreTest, DeletesComeBeforePutsOfTheSameChange) {
  const Change change = SampleChanges(1).front();
  Apply(change);
  const std::uint64_t digest = Digest();
  Change again = change;
  again.delete_documents = {change.put_articles.front().id};
  for (const EntityRecord& record : change.put_entities) {
    again.delete_entities.push_back(record.entity.id);
  }
  for (const Statement& statement : change.put_statements) {
    again.delete_statements.push_back(statement.id);
  }
  Apply(again);
  EXPECT_EQ(Digest(), digest);
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(StoreTest, DeletingEverythingLeavesNoDerivedRow) {
  const Change merged = MergeChanges(SampleChanges(5));
  const std::uint64_t empty = Digest();
  Apply(merged);
  Change remove;
  for (const Article& article : merged.put_articles) remove.delete_documents.push_back(article.id);
  for (const EntityRecord& one : merged.put_entities) {
    remove.delete_entities.push_back(one.entity.id);
  }
  for (const Statement& one : merged.put_statements) remove.delete_statements.push_back(one.id);
  remove.delete_block_rows = merged.put_block_rows;
  Apply(remove);
  EXPECT_EQ(Digest(), empty);
  EXPECT_THAT(Problems(), IsEmpty());
  EXPECT_EQ(store_->Stats()->EntityTotal(), 0U);
  EXPECT_EQ(store_->Stats()->evidence, 0U);
}

TEST_F(StoreTest, AStatementWhoseTimeGrowsMovesItsEdges) {
  Change change = SampleChanges(1).front();
  Apply(change);
  Change later;
  later.put_statements = {change.put_statements.front()};
  later.put_statements.front().valid = EdtfDate::Day(2030, 1, 1);
  Apply(later);
  const auto edges = store_->Read()->Edges(SampleOfficial(0), Direction::kOut,
                                           {.predicate = Predicate::kHoldsRole});
  ASSERT_EQ(edges->items.size(), 1U);
  EXPECT_EQ(edges->items.front().valid_from, ToDays({2030, 1, 1}));
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(StoreTest, RetractingOneDocumentKeepsTheEvidenceOfOthers) {
  const std::vector<Change> changes = SampleChanges(22);  // articles 0 and 21 state the same role
  Apply(changes);
  const StatementId role = changes[0].put_statements.front().id;
  ASSERT_EQ(role, changes[21].put_statements.front().id);
  Change retract;
  retract.delete_evidence = {{role, changes[0].put_articles.front().id}};
  retract.put_statements = {changes[0].put_statements.front()};
  Apply(retract);
  const auto evidence = store_->Read()->EvidenceOf(role, 10);
  ASSERT_EQ(evidence->items.size(), 1U);
  EXPECT_EQ(evidence->items.front().document, changes[21].put_articles.front().id);
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(StoreTest, AReadingReplacesThoseOfOtherVersions) {
  Change change = SampleChanges(1).front();
  Apply(change);
  Change reread;
  reread.put_readings = {{change.put_articles.front().id, 2, "better"}};
  Apply(reread);
  EXPECT_EQ(store_->Read()->GetReading(change.put_articles.front().id)->value().version, 2U);
  Change older;
  older.put_readings = {change.put_readings.front()};
  Apply(older);
  EXPECT_EQ(store_->Read()->GetReading(change.put_articles.front().id)->value().version, 1U);
}

TEST_F(StoreTest, RedirectsAreFollowedToTheLivingEntityAndEndWhenTheirIdLivesAgain) {
  Apply(SampleChanges(2));
  Change merge;
  merge.put_redirects = {{EntityId{11}, EntityId{12}}, {EntityId{12}, SampleOfficial(0)}};
  Apply(merge);
  EXPECT_EQ(store_->Read()->ResolveId(EntityId{11})->value().id, SampleOfficial(0));
  EXPECT_TRUE(store_->Read()->ResolveId(EntityId{11})->value().redirected);
  EXPECT_FALSE(store_->Read()->ResolveId(SampleOfficial(0))->value().redirected);
  Change alive;
  alive.put_entities = {SampleChanges(1).front().put_entities.front()};
  alive.put_entities.front().entity.id = EntityId{12};
  Apply(alive);
  EXPECT_EQ(store_->Read()->ResolveId(EntityId{11})->value().id, EntityId{12});
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(StoreTest, ALivingEntityCannotBeRedirected) {
  Apply(SampleChanges(2));
  Change change;
  change.put_redirects = {{SampleOfficial(0), SampleOfficial(1)}};
  EXPECT_EQ(ApplyError(change), Code::kInvalidArgument);
  change.put_redirects = {{EntityId{5}, EntityId{5}}};
  EXPECT_EQ(ApplyError(change), Code::kInvalidArgument);
}

TEST_F(StoreTest, JudgementsPendingAndMetaAreKeptAndTakenBack) {
  Change change;
  change.put_judgements = {{"j1", "same"}, {"j2", "different"}};
  const PendingCitation open{EntityId{35}, {EntityId{1}, EntityId{2}}};
  change.put_pending = {open, {EntityId{36}, {}}};
  change.put_meta = {{"lexicon", "7"}};
  Apply(change);
  Change back;
  back.delete_judgements = {"j1"};
  back.delete_pending = {EntityId{36}};
  Apply(back);
  const auto view = store_->Read();
  EXPECT_THAT(*view->Judgements(), ::testing::ElementsAre(::testing::Pair("j2", "different")));
  EXPECT_EQ(view->PendingOf(EntityId{35}).value(), open);
  EXPECT_EQ(view->PendingOf(EntityId{36}).value(), std::nullopt);
  EXPECT_THAT(view->ScanPending(10)->items, ::testing::ElementsAre(open));
  EXPECT_EQ(view->Meta("lexicon")->value(), "7");
}

TEST_F(StoreTest, TheDigestDoesNotKnowOrderNorDetours) {
  const std::vector<Change> changes = SampleChanges(15);
  Apply(changes);
  const std::uint64_t digest = Digest();
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    const testing::TemporaryFolder other_folder;
    const auto other = Store::Open(other_folder / "store", {.create_if_missing = true});
    ASSERT_TRUE(other);
    for (const Change& change : ShuffledPuts(MergeChanges(changes), seed)) {
      ASSERT_TRUE((*other)->Apply(change));
    }
    EXPECT_EQ((*other)->Digest().value(), digest);
    EXPECT_TRUE((*other)->Check(false)->problems.empty());
  }
  Change detour;
  detour.delete_entities = {SampleOfficial(3)};
  Apply(detour);
  EXPECT_NE(Digest(), digest);
  Apply(MergeChanges(changes));
  EXPECT_EQ(Digest(), digest);
}

TEST_F(StoreTest, WritersAndReadersAtOnceLeaveRightCounters) {
  const std::vector<Change> changes = ShuffledPuts(MergeChanges(SampleChanges(30)), 5);
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> failed = false;
  const auto work = [&] {
    for (std::size_t i = next++; i < changes.size(); i = next++) {
      if (!store_->Apply(changes[i]) || !store_->Stats() ||
          !store_->Read()->GetEntity(SampleOfficial(0))) {
        failed = true;
      }
    }
  };
  std::vector<std::jthread> workers;
  for (int i = 0; i < 4; ++i) workers.emplace_back(work);
  workers.clear();
  EXPECT_FALSE(failed);
  EXPECT_THAT(Problems(), IsEmpty());
  EXPECT_EQ(store_->Stats()->documents, 30U);
}

}  // namespace
}  // namespace chido
