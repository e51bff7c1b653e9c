// `Check` finds every planted damage; repair heals what follows from other rows, and only that.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/store/counter_key.h"
#include "graph/store/edge_key.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"
#include "graph/store/name_key.h"
#include "graph/store/values.h"
#include "tests/graph/store/store_fixture.h"
#include "tests/support/raw_store.h"

namespace chido {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CheckTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    Apply(SampleChanges(12));
    ASSERT_THAT(Problems(), IsEmpty());
  }

  template <typename Damage>
  void Plant(const Damage& damage) {
    Close();
    {
      RawStore raw(folder_ / "store");
      damage(raw);
    }
    Open();
  }

  /// The damage is told, repaired, and gone after that.
  void ExpectHealed(Family family) {
    const std::string name(NameOf(family));
    EXPECT_THAT(Problems(), Contains(HasSubstr(name)));
    const auto repaired = store_->Check(/*repair=*/true).value();
    EXPECT_GE(repaired.repaired_count, 1U);
    EXPECT_TRUE(repaired.Sound());
    EXPECT_THAT(Problems(), IsEmpty());
  }

  /// The damage is told, and repair does not pretend to heal it.
  void ExpectTold(const std::string& words) {
    EXPECT_THAT(Problems(), Contains(HasSubstr(words)));
    const auto repaired = store_->Check(/*repair=*/true).value();
    EXPECT_FALSE(repaired.Sound());
    EXPECT_THAT(Problems(), Contains(HasSubstr(words)));
  }
};

class DerivedFamilyTest : public CheckTest, public ::testing::WithParamInterface<Family> {};

TEST_P(DerivedFamilyTest, AMissingRowIsFoundAndHealed) {
  Plant([&](RawStore& raw) { raw.Delete(GetParam(), raw.Rows(GetParam())[2].first); });
  ExpectHealed(GetParam());
}

TEST_P(DerivedFamilyTest, AStrayRowIsFoundAndHealed) {
  Plant([&](RawStore& raw) {
    auto [key, value] = raw.Rows(GetParam())[2];
    key.back() = static_cast<char>(key.back() ^ 0x55);
    raw.Put(GetParam(), key, value);
  });
  ExpectHealed(GetParam());
}

TEST_P(DerivedFamilyTest, AnAlteredRowIsFoundAndHealed) {
  Plant([&](RawStore& raw) {
    const auto [key, value] = raw.Rows(GetParam())[2];
    raw.Put(GetParam(), key, value + "x");
  });
  ExpectHealed(GetParam());
}

TEST_P(DerivedFamilyTest, AnEmptiedFamilyIsHealed) {
  Plant([&](RawStore& raw) {
    for (const auto& [key, value] : raw.Rows(GetParam())) raw.Delete(GetParam(), key);
  });
  ExpectHealed(GetParam());
}

INSTANTIATE_TEST_SUITE_P(AllDerivedFamilies, DerivedFamilyTest,
                         ::testing::Values(Family::kOut, Family::kIn, Family::kName,
                                           Family::kDocStatement, Family::kCounter),
                         [](const auto& tested) { return std::string(NameOf(tested.param)); });

TEST_F(CheckTest, EveryKindOfNameRowIsCompared) {
  for (const char kind : {kNameKind, kTrigramKind, kUrlKind}) {
    Plant([&](RawStore& raw) {
      for (const auto& [key, value] : raw.Rows(Family::kName)) {
        if (key.front() != kind) continue;
        raw.Delete(Family::kName, key);
        break;
      }
    });
    ExpectHealed(Family::kName);
  }
}

TEST_F(CheckTest, AMissingSubjectIsTold) {
  Plant([](RawStore& raw) { raw.Delete(Family::kEntity, EncodeIdKey(SampleOfficial(0))); });
  ExpectTold("the subject " + ToString(SampleOfficial(0)) + " is not stored");
}

TEST_F(CheckTest, AMissingObjectIsTold) {
  Plant([](RawStore& raw) { raw.Delete(Family::kEntity, EncodeIdKey(SampleMeeting(0))); });
  ExpectTold("the object " + ToString(SampleMeeting(0)) + " is not stored");
}

TEST_F(CheckTest, AMissingStatementLeavesEvidenceThatIsTold) {
  Plant(
      [](RawStore& raw) { raw.Delete(Family::kStatement, raw.Rows(Family::kStatement)[3].first); });
  ExpectTold("its statement is not stored");
}

TEST_F(CheckTest, AMissingPieceOfEvidenceIsTold) {
  Plant([](RawStore& raw) { raw.Delete(Family::kEvidence, raw.Rows(Family::kEvidence)[3].first); });
  ExpectTold("evidence");
}

TEST_F(CheckTest, AnAlteredCountIsTold) {
  Plant([](RawStore& raw) {
    const auto [key, value] = raw.Rows(Family::kStatement)[3];
    Statement statement = DecodeStatement(DecodeIdKey<StatementId>(key).value(), value).value();
    statement.evidence_count += 5;
    raw.Put(Family::kStatement, key, EncodeStatement(statement));
  });
  ExpectTold("pieces of evidence");
}

TEST_F(CheckTest, AStatementThatSaysSomethingElseThanItsIdIsTold) {
  Plant([](RawStore& raw) {
    const auto [key, value] = raw.Rows(Family::kStatement)[3];
    Statement statement = DecodeStatement(DecodeIdKey<StatementId>(key).value(), value).value();
    statement.qualifiers["manner"] = "other";
    raw.Put(Family::kStatement, key, EncodeStatement(statement));
  });
  ExpectTold("the id is not that of what the statement says");
}

TEST_F(CheckTest, AMissingArticleIsTold) {
  Plant([](RawStore& raw) { raw.Delete(Family::kArticle, raw.Rows(Family::kArticle)[0].first); });
  ExpectTold("is not stored");
}

TEST_F(CheckTest, ASpanBeyondTheTextIsTold) {
  Plant([](RawStore& raw) {
    const auto [key, value] = raw.Rows(Family::kEvidence)[0];
    Evidence evidence = DecodeEvidence(key, value).value();
    raw.Delete(Family::kEvidence, key);
    evidence.sentence.end = 1'000'000;
    raw.Put(Family::kEvidence, EncodeEvidenceKey(EvidenceKeyOf(evidence)),
            EncodeEvidence(evidence));
  });
  ExpectTold("does not lie in the text");
}

TEST_F(CheckTest, ASpanThatSplitsACharacterIsTold) {
  Plant([](RawStore& raw) {
    const auto [key, value] = raw.Rows(Family::kEvidence)[0];
    Evidence evidence = DecodeEvidence(key, value).value();
    raw.Delete(Family::kEvidence, key);
    ++evidence.subject.begin;  // the mention begins with a two-byte "đ"
    raw.Put(Family::kEvidence, EncodeEvidenceKey(EvidenceKeyOf(evidence)),
            EncodeEvidence(evidence));
  });
  ExpectTold("does not lie in the text");
}

TEST_F(CheckTest, DamagedBytesOfPrimaryRowsAreTold) {
  for (const Family family : {Family::kArticle, Family::kEntity, Family::kStatement}) {
    Plant([&](RawStore& raw) { raw.Put(family, raw.Rows(family)[1].first, "x"); });
    EXPECT_THAT(Problems(), Contains(HasSubstr(std::string(NameOf(family)) + " ")));
  }
}

TEST_F(CheckTest, ReadingsAndBlocksWithoutArticleAreTold) {
  Plant([](RawStore& raw) {
    std::string reading = raw.Rows(Family::kReading)[0].first;
    ++reading.front();
    raw.Put(Family::kReading, reading, "r");
  });
  ExpectTold("the reading's article is not stored");
}

TEST_F(CheckTest, RedirectsInACircleOrToNowhereAreTold) {
  Plant([](RawStore& raw) {
    raw.Put(Family::kRedirect, EncodeIdKey(EntityId{1}), EncodeIdKey(EntityId{2}));
    raw.Put(Family::kRedirect, EncodeIdKey(EntityId{2}), EncodeIdKey(EntityId{1}));
    raw.Put(Family::kRedirect, EncodeIdKey(EntityId{3}), EncodeIdKey(EntityId{4}));
  });
  ExpectTold("it runs in a circle");
  ExpectTold("which is not stored");
  EXPECT_EQ(store_->Read()->ResolveId(EntityId{1}).error().code, Code::kCorruption);
}

TEST_F(CheckTest, RepairNeverTouchesPrimaryRows) {
  const std::uint64_t digest = Digest();
  Plant([](RawStore& raw) {
    for (const auto& [key, value] : raw.Rows(Family::kOut)) raw.Delete(Family::kOut, key);
  });
  ASSERT_TRUE(store_->Check(/*repair=*/true)->Sound());
  EXPECT_EQ(Digest(), digest);
}

TEST_F(CheckTest, ManyProblemsAreCountedBeyondThoseListed) {
  Apply(SampleChanges(120));
  Plant([](RawStore& raw) {
    for (const auto& [key, value] : raw.Rows(Family::kName)) raw.Delete(Family::kName, key);
    for (const auto& [key, value] : raw.Rows(Family::kIn)) raw.Delete(Family::kIn, key);
  });
  const auto report = store_->Check(/*repair=*/false).value();
  EXPECT_THAT(report.problems, SizeIs(1000));
  EXPECT_GT(report.problem_count, 1000U);
}

}  // namespace
}  // namespace chido
