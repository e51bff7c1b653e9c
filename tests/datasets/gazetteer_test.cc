#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/datasets/read_tables.h"

namespace chido {
namespace {

using testing::UnorderedElementsAre;

const std::vector<Record>& Provinces() {
  static const RawTable table = ReadRawTable("gazetteer/provinces.tsv");
  return table.records;
}

const std::vector<Record>& Districts() {
  static const RawTable table = ReadRawTable("gazetteer/districts.tsv");
  return table.records;
}

const std::vector<Record>& Communes() {
  static const RawTable table = ReadRawTable("gazetteer/communes.tsv");
  return table.records;
}

/// Days compare as text; an empty end never comes.
std::string EndOf(const Record& unit) {
  return unit.at("valid_to").empty() ? "9999-12-31" : unit.at("valid_to");
}

bool IsValidOn(const Record& unit, const std::string& day) {
  return unit.at("valid_from") <= day && day < EndOf(unit);
}

std::vector<std::string> NamesOn(const std::vector<Record>& units, const std::string& day) {
  std::vector<std::string> names;
  for (const Record& unit : units) {
    if (IsValidOn(unit, day)) names.push_back(unit.at("name"));
  }
  return names;
}

const std::map<std::string, const Record*>& Units() {
  static const auto units = [] {
    std::map<std::string, const Record*> all;
    for (const auto* table : {&Provinces(), &Districts(), &Communes()}) {
      for (const Record& unit : *table) all[unit.at("uid")] = &unit;
    }
    return all;
  }();
  return units;
}

/// Names of the units that `uids` name.
std::vector<std::string> NamesOf(const std::vector<std::string>& uids) {
  std::vector<std::string> names;
  for (const std::string& uid : uids) names.push_back(Units().at(uid)->at("name"));
  return names;
}

std::vector<std::string> SuccessorsOf(std::string_view name, std::string_view ended) {
  for (const Record& province : Provinces()) {
    if (province.at("name") == name && province.at("valid_to") == ended) {
      return NamesOf(Parts(province.at("successors")));
    }
  }
  return {"no such province"};
}

TEST(GazetteerTest, CountsTheUnitsOfEachTime) {
  EXPECT_EQ(NamesOn(Provinces(), "2003-12-31").size(), 61U);
  EXPECT_EQ(NamesOn(Provinces(), "2004-01-01").size(), 64U);
  EXPECT_EQ(NamesOn(Provinces(), "2008-07-31").size(), 64U);
  EXPECT_EQ(NamesOn(Provinces(), "2008-08-01").size(), 63U);
  EXPECT_EQ(NamesOn(Provinces(), "2025-06-30").size(), 63U);
  EXPECT_EQ(NamesOn(Provinces(), "2025-07-01").size(), 34U);
  EXPECT_EQ(NamesOn(Districts(), "2023-06-01").size(), 705U);
  EXPECT_EQ(NamesOn(Districts(), "2025-06-30").size(), 696U);
  EXPECT_EQ(NamesOn(Districts(), "2025-07-01").size(), 0U);
  EXPECT_EQ(NamesOn(Communes(), "2025-06-30").size(), 10035U);
  EXPECT_EQ(NamesOn(Communes(), "2025-07-01").size(), 3321U);
}

TEST(GazetteerTest, EveryProvinceOfTheSixtyThreeGoesOnOrHasOneSuccessor) {
  std::set<std::string> reached;
  for (const Record& province : Provinces()) {
    if (!IsValidOn(province, "2025-06-30")) continue;
    if (IsValidOn(province, "2025-07-01")) {
      reached.insert(province.at("uid"));
      continue;
    }
    const std::vector<std::string> successors = Parts(province.at("successors"));
    ASSERT_EQ(successors.size(), 1U) << province.at("uid");
    EXPECT_TRUE(IsValidOn(*Units().at(successors[0]), "2025-07-01")) << province.at("uid");
    reached.insert(successors[0]);
  }
  EXPECT_EQ(reached.size(), 34U);
}

TEST(GazetteerTest, KnowsTheSplitsOf2004AndTheMergerOf2008) {
  EXPECT_THAT(SuccessorsOf("Đắk Lắk", "2004-01-01"), UnorderedElementsAre("Đắk Lắk", "Đắk Nông"));
  EXPECT_THAT(SuccessorsOf("Lai Châu", "2004-01-01"),
              UnorderedElementsAre("Lai Châu", "Điện Biên"));
  EXPECT_THAT(SuccessorsOf("Cần Thơ", "2004-01-01"), UnorderedElementsAre("Cần Thơ", "Hậu Giang"));
  EXPECT_THAT(SuccessorsOf("Hà Tây", "2008-08-01"), UnorderedElementsAre("Hà Nội"));
  EXPECT_THAT(SuccessorsOf("Hà Nội", "2008-08-01"), UnorderedElementsAre("Hà Nội"));
}

TEST(GazetteerTest, SuccessorsAreThereWhenTheirPredecessorEnds) {
  for (const auto& [uid, unit] : Units()) {
    EXPECT_LT(unit->at("valid_from"), EndOf(*unit)) << uid;
    for (std::string successor : Parts(unit->at("successors"))) {
      if (successor.starts_with('~')) successor.erase(0, 1);
      ASSERT_TRUE(Units().contains(successor)) << uid << " names " << successor;
      EXPECT_TRUE(IsValidOn(*Units().at(successor), EndOf(*unit))) << uid << " → " << successor;
    }
  }
}

TEST(GazetteerTest, PredecessorsNameTheirSuccessor) {
  for (const auto* table : {&Provinces(), &Districts()}) {
    for (const Record& unit : *table) {
      for (std::string predecessor : Parts(unit.at("predecessors"))) {
        if (predecessor.starts_with('~')) predecessor.erase(0, 1);
        ASSERT_TRUE(Units().contains(predecessor)) << unit.at("uid");
        const std::string& successors = Units().at(predecessor)->at("successors");
        EXPECT_NE(successors.find(unit.at("uid")), std::string::npos)
            << predecessor << " does not name " << unit.at("uid");
      }
    }
  }
}

TEST(GazetteerTest, OneCodeMeansOneUnitAtATime) {
  for (const auto* table : {&Provinces(), &Districts(), &Communes()}) {
    std::map<std::string, std::vector<const Record*>> by_code;
    for (const Record& unit : *table) by_code[unit.at("code")].push_back(&unit);
    for (const auto& [code, units] : by_code) {
      for (const Record* a : units) {
        for (const Record* b : units) {
          EXPECT_FALSE(a != b && IsValidOn(*a, b->at("valid_from")))
              << a->at("uid") << " and " << b->at("uid");
        }
      }
    }
  }
}

TEST(GazetteerTest, SlugsAndPhoneCodesAreOfOneProvinceAtATime) {
  for (const std::string day : {"2024-01-01", "2025-07-01"}) {
    std::set<std::string> seen;
    for (const Record& province : Provinces()) {
      if (!IsValidOn(province, day)) continue;
      EXPECT_FALSE(province.at("slug").empty()) << province.at("uid");
      EXPECT_TRUE(seen.insert(province.at("slug")).second) << province.at("uid");
      const auto codes = Parts(province.at("landline_codes"));
      EXPECT_FALSE(codes.empty()) << province.at("uid");
      for (const std::string& code : codes) {
        EXPECT_TRUE(code.starts_with("02") && code.size() <= 4) << code;
        EXPECT_TRUE(seen.insert(code).second) << code;
      }
    }
  }
}

}  // namespace
}  // namespace chido
