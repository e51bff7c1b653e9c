#include "linker/lexicon/compiler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linker/lexicon/lexicon.h"

namespace chido {
namespace {

using testing::HasSubstr;

constexpr const char* kProvinces =
    "uid\tcode\tname\ttype\tvalid_from\tvalid_to\tsuccessors\tpredecessors\taliases\tslug\t"
    "landline_codes\tlandline_codes_before_2017\thosts\tiso\tsource\n";
constexpr const char* kDistricts =
    "uid\tcode\tname\ttype\tprovince_code\tvalid_from\tvalid_"
    "to\tsuccessors\tpredecessors\taliases\t"
    "source\n";
constexpr const char* kCues = "kind\tphrase\tvalue\tsource\n";

TableFile Provinces(const std::string& rows) {
  return {"gazetteer/provinces.tsv", kProvinces + rows};
}
TableFile Districts(const std::string& rows) {
  return {"gazetteer/districts.tsv", kDistricts + rows};
}
TableFile Cues(const std::string& rows) { return {"lexicon/cues.tsv", kCues + rows}; }

const std::string kOld = "P1@0\t01\tCũ\ttỉnh\t\t2008\tP1@2008\t\t\tcu\t\t\t\t\tt\n";
const std::string kNew = "P1@2008\t01\tMới\ttỉnh\t2008\t\t\t\t\tmoi\t\t\t\t\tt\n";

/// The sentence of the error that `files` give.
std::string Complaint(const std::vector<TableFile>& files) {
  const auto blob = CompileLexicon(files);
  return blob.has_value() ? "none" : blob.error().message;
}

/// A lexicon of few rows, with the bytes that it needs.
struct Small {
  std::string blob;
  std::unique_ptr<Lexicon> lexicon;
};

Small Compile(const std::vector<TableFile>& files) {
  Small small;
  auto blob = CompileLexicon(files);
  EXPECT_TRUE(blob.has_value()) << blob.error().message;
  small.blob = *std::move(blob);
  auto lexicon = Lexicon::Load(small.blob);
  EXPECT_TRUE(lexicon.has_value()) << lexicon.error().message;
  small.lexicon = *std::move(lexicon);
  return small;
}

TEST(CompilerTest, NamesFileLineAndColumnOfAFault) {
  EXPECT_EQ(Complaint({Provinces(kOld + "P2\t02\t\ttỉnh\t\t\t\t\t\t\t\t\t\t\tt\n")}),
            "datasets/gazetteer/provinces.tsv, line 3, column name: the cell is empty and must not "
            "be");
  EXPECT_THAT(Complaint({Provinces("P2\t02\tA\ttỉnh\t2008-13\t\t\t\t\t\t\t\t\t\tt\n")}),
              HasSubstr("line 2, column valid_from: '2008-13' is no date"));
  EXPECT_THAT(Complaint({Cues("a\tb\tc\n")}), HasSubstr("3 cells and the header has 4"));
  EXPECT_THAT(Complaint({Cues("a\tb \t\tt\n")}), HasSubstr("column phrase: a blank"));
  EXPECT_THAT(Complaint({Cues("a\t\xFF\t\tt\n")}), HasSubstr("line 2: the text is not UTF-8"));
  EXPECT_THAT(Complaint({{"lexicon/cues.tsv", "kind\tphrase\tsource\n"}}),
              HasSubstr("column 'value' is missing"));
  EXPECT_THAT(Complaint({{"lexicon/cues.tsv", "kind\tphrase\tvalue\tsource\tx\n"}}),
              HasSubstr("5 columns and the schema has 4"));
  EXPECT_THAT(Complaint({{"lexicon/other.tsv", ""}}), HasSubstr("is no table of the lexicon"));
}

TEST(CompilerTest, RefusesReferencesToNothing) {
  EXPECT_THAT(Complaint({Provinces(kOld)}), HasSubstr("no unit has the uid 'P1@2008'"));
  EXPECT_THAT(Complaint({Provinces(kOld + kNew), Districts("D1\t1\tA\thuyện\t09\t\t\t\t\t\tt\n")}),
              HasSubstr("districts.tsv, line 2, column province_code: no unit has the code '09'"));
  EXPECT_THAT(Complaint({Provinces(kNew + kNew)}), HasSubstr("the uid stands twice"));
  EXPECT_THAT(Complaint({Provinces("P1\t1\tA\ttỉnh\t2009\t2008\t\t\t\t\t\t\t\t\tt\n")}),
              HasSubstr("ends before it begins"));
}

TEST(CompilerTest, GivesAUnitTheLastParentOfItsTime) {
  const Small small =
      Compile({Provinces(kOld + kNew), Districts("D1\t1\tA Lưới\thuyện\t01\t\t2007\t\t\t\tt\n"
                                                 "D2\t2\tB\thuyện\t01\t\t2025\t\t\t\tt\n")});
  const auto province = [&](std::string_view uid) {
    return small.lexicon->units()[*small.lexicon->ProvinceOf(*small.lexicon->UnitByUid(uid))].name;
  };
  EXPECT_EQ(province("D1"), "Cũ");
  EXPECT_EQ(province("D2"), "Mới");
}

TEST(CompilerTest, GivesTheSameBytesForTheSameTables) {
  const std::vector<TableFile> files = {Provinces(kOld + kNew), Cues("a.b\tchủ trì\tv\tt\n")};
  EXPECT_EQ(*CompileLexicon(files), *CompileLexicon(files));
  EXPECT_NE(*CompileLexicon(files), *CompileLexicon(std::vector{files[0]}));
}

TEST(CompilerTest, KeepsTheLongestPhraseOfEachCueKind) {
  const Small small =
      Compile({Cues("a\tchủ trì\t1\tt\na\tchủ trì hội nghị\t2\tt\nb\tchủ trì\t3\tt\n")});
  const AnalysedText text = AnalysePhrase("CHỦ TRÌ hội\nnghị");
  std::vector<std::string> found;
  for (const Match& match : small.lexicon->FindAll(text)) {
    found.push_back(std::string(small.lexicon->cues()[match.entry].value) + " " +
                    std::to_string(match.tokens.size()));
  }
  EXPECT_THAT(found, testing::UnorderedElementsAre("2 5", "3 2"));
}

TEST(CompilerTest, MatchesShortWordsInCapitalsAsTheyAreWritten) {
  const Small small = Compile({Cues("a\tTU\t\tt\na\tThU\t\tt\na\tUBND\t\tt\na\tđ/c\t\tt\n")});
  const auto count = [&](std::string_view text) {
    return small.lexicon->FindAll(AnalysePhrase(text)).size();
  };
  EXPECT_EQ(count("TU tu Tu"), 1U);
  EXPECT_EQ(count("ThU THU thu"), 2U);
  EXPECT_EQ(count("UBND ubnd"), 2U);
  EXPECT_EQ(count("Đ/C đ/c"), 2U);
}

TEST(BlobTest, RefusesEveryChangedByteAndEveryCut) {
  const std::string blob = Compile({Provinces(kOld + kNew)}).blob;
  for (std::size_t i = 0; i < blob.size(); ++i) {
    std::string changed = blob;
    changed[i] = static_cast<char>(changed[i] + 1);
    const auto loaded = Lexicon::Load(changed);
    ASSERT_FALSE(loaded.has_value()) << i;
    EXPECT_THAT(loaded.error().code, testing::AnyOf(Code::kCorruption, Code::kUnsupported));
  }
  for (std::size_t size = 0; size < blob.size(); size += 7) {
    EXPECT_EQ(Lexicon::Load(blob.substr(0, size)).error().code, Code::kCorruption);
  }
}

TEST(BlobTest, NamesAnUnsupportedVersion) {
  std::string blob = Compile({Provinces(kOld + kNew)}).blob;
  blob[8] = 99;
  const auto loaded = Lexicon::Load(blob);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, Code::kUnsupported);
  EXPECT_THAT(loaded.error().message, HasSubstr("version 99"));
}

}  // namespace
}  // namespace chido
