#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "linker/lexicon/table.h"
#include "linker/text/normal.h"
#include "tests/datasets/read_tables.h"

namespace chido {
namespace {

/// Key columns of a table: what the manifest says, for word lists kind and phrase.
std::vector<std::string> KeyOf(const std::string& path) {
  for (const Record& row : ReadRawTable("MANIFEST.tsv").records) {
    if (row.at("path") == path) return Parts(row.at("key"));
  }
  return {"kind", "phrase"};
}

std::set<std::string> SourcesOf(const RawTable& table) {
  std::set<std::string> sources;
  for (const Record& row : table.records) {
    if (!row.contains("source")) continue;
    for (const std::string& source : Parts(row.at("source"))) sources.insert(source);
  }
  return sources;
}

class TableTest : public testing::TestWithParam<std::string> {};

TEST_P(TableTest, FitsItsSchema) {
  const TableFile file{GetParam(), ReadRawTable(GetParam()).content};
  const auto table = ReadTable(file);
  EXPECT_TRUE(table.has_value()) << table.error().message;
}

TEST_P(TableTest, IsSortedBytewiseAndUniqueByItsKey) {
  const RawTable table = ReadRawTable(GetParam());
  std::vector<std::string> previous;
  for (const Record& row : table.records) {
    std::vector<std::string> key;
    for (const std::string& column : KeyOf(GetParam())) key.push_back(row.at(column));
    EXPECT_LT(previous, key) << "write the row of " << key.back() << " where it belongs";
    previous = key;
  }
}

TEST_P(TableTest, NamesKnownSources) {
  std::set<std::string> known;
  for (const Record& row : ReadRawTable("SOURCES.tsv").records) known.insert(row.at("key"));
  for (const std::string& source : SourcesOf(ReadRawTable(GetParam()))) {
    EXPECT_TRUE(known.contains(source)) << source << " is no key of datasets/SOURCES.tsv";
  }
}

TEST_P(TableTest, IsWrittenInTheNormalForm) {
  const RawTable table = ReadRawTable(GetParam());
  EXPECT_TRUE(table.content.ends_with('\n'));
  EXPECT_EQ(table.content.find("\n\n"), std::string::npos) << "an empty line";
  for (const Record& row : table.records) {
    for (const auto& [column, cell] : row) EXPECT_EQ(NormalName(cell), cell) << column;
  }
}

TEST_P(TableTest, IsCountedInTheManifest) {
  const RawTable table = ReadRawTable(GetParam());
  for (const Record& row : ReadRawTable("MANIFEST.tsv").records) {
    if (row.at("path") != GetParam()) continue;
    EXPECT_EQ(std::stoul(row.at("rows")), table.records.size());
    const std::vector<std::string> sources = Parts(row.at("sources"));
    EXPECT_EQ(std::set<std::string>(sources.begin(), sources.end()), SourcesOf(table));
    return;
  }
  EXPECT_TRUE(GetParam().starts_with("lexicon/cues")) << "name the table in datasets/MANIFEST.tsv";
}

INSTANTIATE_TEST_SUITE_P(AllTables, TableTest, testing::ValuesIn(TablePaths()),
                         [](const testing::TestParamInfo<std::string>& table) {
                           std::string name = table.param;
                           std::replace_if(
                               name.begin(), name.end(), [](char c) { return c < '0'; }, '_');
                           return name;
                         });

TEST(KnownDirectivesTest, RelationsPointToOtherRows) {
  const RawTable table = ReadRawTable("lexicon/known_directives.tsv");
  std::set<std::string> ids;
  for (const Record& row : table.records) ids.insert(row.at("id"));
  for (const Record& row : table.records) {
    for (const std::string& relation : Parts(row.at("relations"))) {
      const std::size_t colon = relation.find(':');
      ASSERT_NE(colon, std::string::npos) << relation;
      EXPECT_THAT(relation.substr(0, colon),
                  testing::AnyOf("replaces", "amends", "supplements", "follows", "implements"));
      EXPECT_TRUE(ids.contains(relation.substr(colon + 1))) << relation;
      EXPECT_NE(relation.substr(colon + 1), row.at("id"));
    }
  }
}

TEST(TermsTest, FollowOneAnother) {
  const Record* previous = nullptr;
  const RawTable table = ReadRawTable("lexicon/terms.tsv");
  for (const Record& row : table.records) {
    if (previous != nullptr && previous->at("system") == row.at("system")) {
      EXPECT_EQ(previous->at("valid_to"), row.at("valid_from")) << row.at("id");
      EXPECT_EQ(std::stoi(previous->at("arabic")) + 1, std::stoi(row.at("arabic")));
    }
    previous = &row;
  }
}

}  // namespace
}  // namespace chido
