// Every key codec: bytes compare as the parts do, and decoding gives back what was encoded.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "graph/store/block_key.h"
#include "graph/store/counter_key.h"
#include "graph/store/doc_statement_key.h"
#include "graph/store/edge_key.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"
#include "graph/store/name_key.h"
#include "graph/store/reading_key.h"

namespace chido {
namespace {

/// Numbers where order goes wrong most easily: around byte borders, and anything else.
class Numbers {
 public:
  std::uint64_t Next() {
    const std::uint64_t any = random_();
    switch (any % 4) {
      case 0:
        return any >> 2 & 3;
      case 1:
        return 254 + (any >> 2 & 3);
      case 2:
        return any | 0x8000000000000000U;
      default:
        return any;
    }
  }
  std::uint32_t Next32() { return static_cast<std::uint32_t>(Next()); }

 private:
  std::mt19937_64 random_{20240301};
};

/// Asks for 4,000 random pairs whether keys and bytes agree about order.
template <typename Make, typename Tuple, typename Encode>
void ExpectSameOrder(const Make& make, const Tuple& tuple, const Encode& encode) {
  for (int i = 0; i < 4000; ++i) {
    const auto a = make();
    const auto b = make();
    ASSERT_EQ(tuple(a) < tuple(b), encode(a) < encode(b));
    ASSERT_EQ(tuple(a) == tuple(b), encode(a) == encode(b));
  }
}

EdgeRow RandomEdge(Numbers& numbers) {
  EdgeRow row;
  row.entity = EntityId{numbers.Next() & 1};
  row.predicate = static_cast<Predicate>(numbers.Next() % 3 + 1);
  row.valid_from = static_cast<std::int32_t>(numbers.Next32());
  row.valid_to = static_cast<std::int32_t>(numbers.Next32());
  row.other = EntityId{numbers.Next() % 5};
  row.statement = StatementId{numbers.Next()};
  row.confidence = 0.5F;
  row.evidence_count = numbers.Next32();
  row.valid_inferred = (numbers.Next() & 1) != 0;
  return row;
}

TEST(EdgeKeyTest, ByteOrderFollowsEntityPredicateDayOtherStatement) {
  Numbers numbers;
  ExpectSameOrder([&] { return RandomEdge(numbers); },
                  [](const EdgeRow& row) {
                    return std::tuple(row.entity, row.predicate, row.valid_from, row.other,
                                      row.statement);
                  },
                  [](const EdgeRow& row) { return EncodeEdgeKey(row); });
}

TEST(EdgeKeyTest, DaysBefore1970ComeBeforeDaysAfter) {
  EdgeRow old_row;
  old_row.valid_from = -1;
  EdgeRow new_row;
  new_row.valid_from = 1;
  EXPECT_LT(EncodeEdgeKey(old_row), EncodeEdgeKey(new_row));
}

TEST(EdgeKeyTest, RowsComeBackWhole) {
  Numbers numbers;
  for (int i = 0; i < 1000; ++i) {
    const EdgeRow row = RandomEdge(numbers);
    EdgeRow back;
    ASSERT_TRUE(DecodeEdgeRow(EncodeEdgeKey(row), EncodeEdgeValue(row), back));
    ASSERT_EQ(back, row);
  }
}

TEST(EdgeKeyTest, DamagedRowsAreRefused) {
  EdgeRow row;
  const std::string key = EncodeEdgeKey(row);
  EXPECT_EQ(DecodeEdgeRow(key.substr(1), EncodeEdgeValue(row), row).error().code,
            Code::kCorruption);
  EXPECT_EQ(DecodeEdgeRow(key, "", row).error().code, Code::kCorruption);
  std::string unknown = key;
  unknown[8] = 99;
  EXPECT_EQ(DecodeEdgeRow(unknown, EncodeEdgeValue(row), row).error().code, Code::kCorruption);
}

TEST(EdgeKeyTest, AnEntityHasOneRowPerSideOfAStatement) {
  Statement statement;
  statement.id = StatementId{9};
  statement.subject = EntityId{1};
  statement.object = EntityId{2};
  statement.valid = EdtfDate::Day(2024, 3, 5);
  const EdgeRow out = EdgeRowOf(statement, Direction::kOut);
  const EdgeRow in = EdgeRowOf(statement, Direction::kIn);
  EXPECT_EQ(out.entity, in.other);
  EXPECT_EQ(out.other, in.entity);
  EXPECT_EQ(out.valid_from, ToDays({2024, 3, 5}));
  EXPECT_EQ(out.valid_to, out.valid_from);
}

TEST(EvidenceKeyTest, ByteOrderFollowsThePartsAndComesBack) {
  Numbers numbers;
  const auto make = [&] {
    return EvidenceKey{StatementId{numbers.Next() & 1},
                       DocumentId{numbers.Next() & 1},
                       {numbers.Next32() & 1, numbers.Next32()},
                       numbers.Next32(),
                       numbers.Next32(),
                       (numbers.Next() & 1) != 0 ? "a" : "ab"};
  };
  ExpectSameOrder(make, [](const EvidenceKey& key) { return key; }, EncodeEvidenceKey);
  for (int i = 0; i < 100; ++i) {
    const EvidenceKey key = make();
    ASSERT_EQ(DecodeEvidenceKey(EncodeEvidenceKey(key)).value(), key);
  }
  EXPECT_FALSE(DecodeEvidenceKey("short"));
}

TEST(DocStatementKeyTest, ByteOrderFollowsDocumentThenStatementAndComesBack) {
  Numbers numbers;
  const auto make = [&] {
    return DocStatementKey{DocumentId{numbers.Next()}, StatementId{numbers.Next()}};
  };
  ExpectSameOrder(make, [](const DocStatementKey& key) { return key; }, EncodeDocStatementKey);
  const DocStatementKey key = make();
  EXPECT_EQ(DecodeDocStatementKey(EncodeDocStatementKey(key)).value(), key);
  EXPECT_FALSE(DecodeDocStatementKey("seventeen bytes !"));
}

TEST(ReadingKeyTest, ByteOrderFollowsDocumentThenVersionAndComesBack) {
  Numbers numbers;
  const auto make = [&] { return ReadingKey{DocumentId{numbers.Next() & 1}, numbers.Next32()}; };
  ExpectSameOrder(make, [](const ReadingKey& key) { return key; }, EncodeReadingKey);
  const ReadingKey key = make();
  EXPECT_EQ(DecodeReadingKey(EncodeReadingKey(key)).value(), key);
  EXPECT_FALSE(DecodeReadingKey(""));
}

TEST(IdKeyTest, ByteOrderFollowsTheNumberAndComesBack) {
  Numbers numbers;
  ExpectSameOrder([&] { return EntityId{numbers.Next()}; }, [](EntityId id) { return id; },
                  [](EntityId id) { return EncodeIdKey(id); });
  EXPECT_EQ(DecodeIdKey<EntityId>(EncodeIdKey(EntityId{256})).value(), EntityId{256});
  EXPECT_FALSE(DecodeIdKey<EntityId>("1234567"));
}

TEST(BlockKeyTest, AShorterBlockDoesNotTakeInTheRowsOfALongerOne) {
  const std::string row = EncodeBlockKey("official/an", DocumentId{1}, 2);
  EXPECT_TRUE(row.starts_with(BlockKeyPrefix("official/an")));
  EXPECT_FALSE(row.starts_with(BlockKeyPrefix("official/a")));
  const BlockKey back = DecodeBlockKey(row).value();
  EXPECT_EQ(back, (BlockKey{"official/an", DocumentId{1}, 2}));
  EXPECT_FALSE(DecodeBlockKey("no zero byte in here"));
}

TEST(NameKeyTest, IdsWithZeroBytesComeBack) {
  const NameKey back = DecodeNameKey(EncodeNameKey("tran thu", EntityId{0x0100})).value();
  EXPECT_EQ(back.text, "tran thu");
  EXPECT_EQ(back.id, 0x0100U);
}

TEST(NameKeyTest, TrigramsAreSortedUniqueAndPadded) {
  std::vector<std::string> keys;
  for (const Trigram trigram : TrigramsOf("anan")) keys.push_back(EncodeTrigramKey(trigram, "x"));
  EXPECT_EQ(keys, (std::vector<std::string>{"t anx", "tan x", "tanax", "tnanx"}));
  EXPECT_TRUE(TrigramsOf(std::string(kMaxTrigramKey + 1, 'a')).empty());
  EXPECT_FLOAT_EQ(TrigramSimilarity(TrigramsOf("tran thu"), TrigramsOf("tran thu")), 1.0F);
  EXPECT_FLOAT_EQ(TrigramSimilarity(TrigramsOf("abc"), TrigramsOf("xyz")), 0.0F);
}

TEST(CounterKeyTest, EachCounterHasAKeyOfItsOwn) {
  std::vector<std::string> keys;
  for (std::size_t place = 0; place < Counters::size(); ++place) {
    keys.push_back(Counters::KeyAt(place));
  }
  std::ranges::sort(keys);
  EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end());
}

TEST(CounterKeyTest, KindsDoNotMix) {
  Counters counters;
  counters.AddEntity(EntityType::kDocument, 1);
  counters.AddStatement(Predicate::kHoldsRole, 2);
  counters.AddStatement(Predicate::kMentions, 3);
  counters.AddDocument(4);
  counters.AddEvidence(5);
  EXPECT_EQ(counters.Entities(EntityType::kDocument), 1);
  EXPECT_EQ(counters.Statements(Predicate::kHoldsRole), 2);
  EXPECT_EQ(counters.Statements(Predicate::kMentions), 3);
  EXPECT_EQ(counters.Documents(), 4);
  EXPECT_EQ(counters.Evidence(), 5);
}

}  // namespace
}  // namespace chido
