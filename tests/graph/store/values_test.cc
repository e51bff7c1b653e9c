#include "graph/store/values.h"

#include <gtest/gtest.h>

#include "graph/store/evidence_key.h"

namespace chido {
namespace {

EntityRecord SomeEntity() {
  EntityRecord record;
  record.entity.id = EntityId{7};
  record.entity.type = EntityType::kMeeting;
  record.entity.label = "Hội nghị thử";
  record.entity.names = {"Hội nghị", "Hội nghị thử nghiệm"};
  record.entity.attributes = {{"date", "2024-03-05"}, {"kind", "conference"}};
  record.entity.first_seen = "2024-03-05";
  record.entity.last_seen = "2024-03-06";
  record.name_keys = {"hoi nghi", "hoi nghi thu"};
  return record;
}

Statement SomeStatement(EdtfDate valid) {
  Statement statement;
  statement.id = StatementId{3};
  statement.subject = EntityId{1};
  statement.predicate = Predicate::kChaired;
  statement.object = EntityId{7};
  statement.qualifiers = {{"manner", "chair"}};
  statement.valid = valid;
  statement.valid_inferred = true;
  statement.confidence = 0.875F;
  statement.evidence_count = 300;
  return statement;
}

TEST(ValuesTest, EntitiesComeBackWhole) {
  const EntityRecord record = SomeEntity();
  EXPECT_EQ(DecodeEntity(record.entity.id, EncodeEntity(record)).value(), record);
}

TEST(ValuesTest, StatementsComeBackWithEveryFormOfDate) {
  for (const char* text :
       {"2023-07-21", "2023-07", "2023", "2016~", "2023-07-21/2023-07-22", "2023/..", "../2023"}) {
    const Statement statement = SomeStatement(ParseEdtf(text).value());
    EXPECT_EQ(DecodeStatement(statement.id, EncodeStatement(statement)).value(), statement) << text;
  }
  const Statement dateless = SomeStatement({});
  EXPECT_EQ(DecodeStatement(dateless.id, EncodeStatement(dateless)).value(), dateless);
}

TEST(ValuesTest, EvidenceComesBackFromKeyAndValue) {
  Evidence evidence;
  evidence.statement = StatementId{3};
  evidence.document = DocumentId{4};
  evidence.sentence = {10, 90};
  evidence.subject = {12, 30};
  evidence.object = {};
  evidence.rule = "chair.verb";
  evidence.rule_version = 2;
  evidence.confidence = 0.5F;
  evidence.valid = EdtfDate::Day(2024, 3, 5);
  evidence.repeats = true;
  const std::string key = EncodeEvidenceKey(EvidenceKeyOf(evidence));
  EXPECT_EQ(DecodeEvidence(key, EncodeEvidence(evidence)).value(), evidence);
}

TEST(ValuesTest, EveryCutIsCorruptionAndNeverACrash) {
  const std::string entity = EncodeEntity(SomeEntity());
  const std::string statement = EncodeStatement(SomeStatement(EdtfDate::Day(2024, 3, 5)));
  for (std::size_t size = 0; size < entity.size(); ++size) {
    EXPECT_FALSE(DecodeEntity(EntityId{7}, entity.substr(0, size))) << size;
  }
  for (std::size_t size = 0; size < statement.size(); ++size) {
    EXPECT_FALSE(DecodeStatement(StatementId{3}, statement.substr(0, size))) << size;
  }
}

TEST(ValuesTest, AnUnknownTypeOrPredicateIsCorruption) {
  std::string entity = EncodeEntity(SomeEntity());
  entity[0] = 77;
  EXPECT_EQ(DecodeEntity(EntityId{7}, entity).error().code, Code::kCorruption);
  std::string statement = EncodeStatement(SomeStatement({}));
  statement[8] = 77;
  EXPECT_EQ(DecodeStatement(StatementId{3}, statement).error().code, Code::kCorruption);
}

}  // namespace
}  // namespace chido
