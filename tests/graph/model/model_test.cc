// Ids, entity types, articles, the predicate table and statement ids.
#include <gtest/gtest.h>

#include <set>

#include "graph/model/article.h"
#include "graph/model/entity.h"
#include "graph/model/predicate.h"
#include "graph/model/statement.h"

namespace chido {
namespace {

TEST(IdsTest, HexIsSixteenLowerCaseDigitsAndNothingElse) {
  EXPECT_EQ(ToHex(0xABCU), "0000000000000abc");
  EXPECT_EQ(FromHex("0000000000000abc"), 0xABCU);
  EXPECT_EQ(FromHex(ToHex(~0ULL)), ~0ULL);
  for (const char* text :
       {"", "abc", "0000000000000ABC", "0000000000000abg", "00000000000000abc"}) {
    EXPECT_FALSE(FromHex(text)) << text;
  }
}

TEST(EntityTypeTest, NamesComeBack) {
  for (const EntityType type : kEntityTypes) EXPECT_EQ(EntityTypeFromName(NameOf(type)), type);
  EXPECT_FALSE(EntityTypeFromName("person"));
}

TEST(ArticleTest, TheStoredFormComesBack) {
  Article article;
  article.title = "Hội nghị thử";
  article.text = "Hội nghị thử\nLời đầu.";
  article.id = ContentId(article.title, article.text);
  article.source_id = "s1";
  article.url = "https://vi.example/1";
  article.publisher = "vi.example";
  article.published = "2024-03-05";
  article.origin = "news.jsonl:3";
  article.blocks = {{BlockKind::kTitle, {0, 16}}, {BlockKind::kBoilerplate, {17, 20}}};
  const std::string bytes = EncodeArticle(article);
  EXPECT_EQ(DecodeArticle(bytes).value(), article);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeArticle(std::string_view(bytes).substr(0, size))) << size;
  }
}

TEST(ArticleTest, TitleAndTextBothMakeTheContent) {
  EXPECT_EQ(ContentId("a", "b"), ContentId("a", "b"));
  EXPECT_NE(ContentId("a", "b"), ContentId("", "b"));
  EXPECT_NE(ContentId("a", "b"), ContentId("a", "c"));
}

TEST(BlockKindTest, NamesComeBack) {
  for (int number = 1; number <= 7; ++number) {
    const auto kind = static_cast<BlockKind>(number);
    EXPECT_EQ(BlockKindFromName(NameOf(kind)), kind);
  }
  EXPECT_FALSE(BlockKindFromName(""));
}

TEST(PredicateTableTest, RowsAreInOrderWithNamesOfTheirOwn) {
  std::set<std::string_view> names;
  int number = 0;
  for (const PredicateRow& row : PredicateTable()) {
    EXPECT_EQ(static_cast<int>(row.predicate), ++number);
    EXPECT_EQ(PredicateFromName(row.name), row.predicate);
    EXPECT_EQ(&RowOf(row.predicate), &row);
    names.insert(row.name);
    names.insert(row.inverse);
    EXPECT_FALSE(row.domain.empty() || row.range.empty());
    EXPECT_FALSE(row.label_vi.empty() || row.inverse_label_vi.empty() || row.label_en.empty() ||
                 row.inverse_label_en.empty());
  }
  EXPECT_EQ(number, 15);
  EXPECT_EQ(names.size(), 30U);
}

TEST(PredicateTableTest, TypesMustFit) {
  EXPECT_TRUE(Fits(Predicate::kChaired, EntityType::kOfficial, EntityType::kMeeting));
  EXPECT_FALSE(Fits(Predicate::kChaired, EntityType::kBody, EntityType::kMeeting));
  EXPECT_TRUE(Fits(Predicate::kPartOf, EntityType::kPlace, EntityType::kPlace));
  EXPECT_FALSE(Fits(Predicate::kPartOf, EntityType::kBody, EntityType::kPlace));
  EXPECT_TRUE(Fits(Predicate::kMentions, EntityType::kDocument, EntityType::kDirective));
}

TEST(StatementIdTest, EveryPartOfWhatIsSaidCounts) {
  const EntityId a{1};
  const EntityId b{2};
  const auto id = MakeStatementId(a, Predicate::kChaired, b, {{"manner", "chair"}});
  EXPECT_EQ(id, MakeStatementId(a, Predicate::kChaired, b, {{"manner", "chair"}}));
  EXPECT_NE(id, MakeStatementId(b, Predicate::kChaired, a, {{"manner", "chair"}}));
  EXPECT_NE(id, MakeStatementId(a, Predicate::kAttended, b, {{"manner", "chair"}}));
  EXPECT_NE(id, MakeStatementId(a, Predicate::kChaired, b, {{"manner", "co-chair"}}));
  EXPECT_NE(MakeStatementId(a, Predicate::kChaired, b, {{"x", "yz"}}),
            MakeStatementId(a, Predicate::kChaired, b, {{"xy", "z"}}));
}

TEST(SpanTest, EmptyAndContainedSpans) {
  const Span whole{2, 10};
  EXPECT_TRUE(whole.Contains({2, 10}));
  EXPECT_FALSE(whole.Contains({1, 5}));
  EXPECT_TRUE((Span{5, 5}).empty());
  EXPECT_EQ((Span{2, 5}).In("0123456"), "234");
}

}  // namespace
}  // namespace chido
