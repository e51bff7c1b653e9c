#include "linker/lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

namespace chido {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

const Lexicon& Lex() { return Lexicon::BuiltIn(); }

/// Phrases of `kind` found in `text`, each once, in order.
std::vector<std::string> Found(const std::string& text, EntryKind kind) {
  const AnalysedText analysed = AnalysePhrase(text);
  std::vector<std::string> phrases;
  for (const Match& match : Lex().FindAll(analysed)) {
    std::string phrase(analysed.Text(match.tokens));
    if (match.kind == kind && (phrases.empty() || phrases.back() != phrase)) {
      phrases.push_back(std::move(phrase));
    }
  }
  return phrases;
}

/// Names of the provinces in `rows`.
std::set<std::string> Names(const std::vector<std::uint32_t>& rows) {
  std::set<std::string> names;
  for (const std::uint32_t row : rows) names.emplace(Lex().units()[row].name);
  return names;
}

TEST(LexiconTest, FindsUnitsByNameAndAlias) {
  EXPECT_THAT(Found("huyện Krông Ana, tỉnh Bình Phước", EntryKind::kUnit),
              IsSupersetOf({"Krông Ana", "Bình Phước"}));
  EXPECT_THAT(Found("ở Quận 1 và phường 2 có 1 người", EntryKind::kUnit),
              ElementsAre("Quận 1", "phường 2"));
}

TEST(LexiconTest, FindsTheLongestBody) {
  const AnalysedText text = AnalysePhrase("Ban Tuyên giáo Tỉnh uỷ Đắk Lắk");
  bool canonical = false;
  for (const Match& match : Lex().FindAll(text)) {
    if (match.kind != EntryKind::kBody || match.tokens.begin != 0) continue;
    EXPECT_EQ(match.tokens.end, 5U);
    if (Lex().bodies()[match.entry].id == "p.btg") {
      canonical = match.form == PhraseForm::kCanonical;
    }
  }
  EXPECT_TRUE(canonical);
}

TEST(LexiconTest, FindsTheBareHeadOfABody) {
  const auto matches = Lex().Lookup("Ủy ban nhân dân");
  EXPECT_TRUE(std::any_of(matches.begin(), matches.end(), [](const Match& m) {
    return m.kind == EntryKind::kBody && m.form == PhraseForm::kBareHead &&
           Lex().bodies()[m.entry].id == "d.ubnd";
  }));
}

TEST(LexiconTest, ShortAbbreviationsMatchOnlyInCapitals) {
  EXPECT_THAT(Found("Chỉ thị 05-CT/TU", EntryKind::kIssuerCode), Contains("TU"));
  EXPECT_THAT(Found("tu dưỡng đạo đức", EntryKind::kIssuerCode), Not(Contains("tu")));
  EXPECT_THAT(Found("theo TƯ, ubnd và UBND", EntryKind::kBody), ElementsAre("TƯ", "ubnd", "UBND"));
}

TEST(LexiconTest, PhrasesRunOverALineBreakButNotOverASentence) {
  Article article;
  article.text = "Họp với Ban Tuyên\ngiáo Trung ương.\n\nBan Tuyên\n\ngiáo Trung ương";
  const auto text = Analyse(article);
  ASSERT_TRUE(text.has_value());
  std::vector<std::string> found;
  for (const Match& match : Lex().FindAll(*text)) {
    if (match.kind == EntryKind::kBody) found.emplace_back(text->Text(match.tokens));
  }
  EXPECT_THAT(found, Contains("Ban Tuyên\ngiáo Trung ương"));
  EXPECT_THAT(found, Not(Contains("Ban Tuyên\n\ngiáo Trung ương")));
}

TEST(LexiconTest, FindsRolesHonorificsTypesAndSurnames) {
  const std::string text = "đồng chí Nguyễn Văn Hùng, Phó Bí thư, theo Chỉ thị 05";
  EXPECT_THAT(Found(text, EntryKind::kHonorific), Contains("đồng chí"));
  EXPECT_THAT(Found(text, EntryKind::kRole), Contains("Phó Bí thư"));
  EXPECT_THAT(Found(text, EntryKind::kDirectiveType), Contains("Chỉ thị"));
  EXPECT_THAT(Found(text, EntryKind::kSurname), Contains("Nguyễn"));
}

TEST(LexiconTest, GivesTheLongestCueOfEachKind) {
  const AnalysedText text = AnalysePhrase("triển khai thực hiện nghị quyết");
  EXPECT_THAT(Found("triển khai thực hiện nghị quyết", EntryKind::kCue),
              Contains("triển khai thực hiện"));
  EXPECT_FALSE(Lex().cues().empty());
}

TEST(LexiconTest, LookupNeedsTheWholePhrase) {
  const auto matches = Lex().Lookup("  krông ana ");
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(Lex().units()[matches[0].entry].name, "Krông Ana");
  EXPECT_THAT(Lex().Lookup("Krông Ana Phường"), IsEmpty());
  EXPECT_THAT(Lex().Lookup(""), IsEmpty());
}

TEST(LexiconTest, ProvincesFollowParentsInTime) {
  const auto name_of_province = [](std::string_view uid) -> std::string {
    const auto unit = Lex().UnitByUid(uid);
    if (!unit) return "no such unit";
    const auto province = Lex().ProvinceOf(*unit);
    return province ? std::string(Lex().units()[*province].uid) : "none";
  };
  EXPECT_EQ(name_of_province("D001@0"), "P01@2008-08-01");
  EXPECT_EQ(name_of_province("C00004@0"), "P01@2008-08-01");
  EXPECT_EQ(name_of_province("C00004@2025-07-01"), "P01@2008-08-01");
  EXPECT_EQ(name_of_province("P66@2025-07-01"), "P66@2025-07-01");
  EXPECT_FALSE(Lex().UnitByUid("D001@1").has_value());
}

TEST(LexiconTest, EveryUnitThatStillExistsHasAProvinceThatStillExists) {
  for (std::uint32_t i = 0; i < Lex().units().size(); ++i) {
    const UnitRow& unit = Lex().units()[i];
    if (!unit.valid_to.empty()) continue;
    const auto province = Lex().ProvinceOf(i);
    ASSERT_TRUE(province.has_value()) << unit.uid;
    EXPECT_TRUE(Lex().units()[*province].valid_to.empty()) << unit.uid;
  }
}

TEST(LexiconTest, HostsNameProvinces) {
  EXPECT_EQ(Names(Lex().ProvincesByHost("daklak.gov.vn")), std::set<std::string>{"Đắk Lắk"});
  EXPECT_EQ(Names(Lex().ProvincesByHost("krongana.daklak.gov.vn")),
            std::set<std::string>{"Đắk Lắk"});
  EXPECT_THAT(Names(Lex().ProvincesByHost("www.baosonla.org.vn")), Contains("Sơn La"));
  EXPECT_THAT(Names(Lex().ProvincesByHost("tuyengiao.hagiang.gov.vn")), Contains("Hà Giang"));
  EXPECT_THAT(Names(Lex().ProvincesByHost("tinhuybinhphuoc.vn")), Contains("Bình Phước"));
  EXPECT_THAT(Names(Lex().ProvincesByHost("tuyengiaotiengiang.vn")), Contains("Tiền Giang"));
  EXPECT_EQ(Names(Lex().ProvincesByHost("daklak")), std::set<std::string>{"Đắk Lắk"});
  EXPECT_THAT(Lex().ProvincesByHost("vnexpress.net"), IsEmpty());
  EXPECT_THAT(Lex().ProvincesByHost(""), IsEmpty());
  const auto rows = Lex().ProvincesByHost("daklak.gov.vn");
  EXPECT_TRUE(Lex().units()[rows.front()].valid_to.empty());
}

TEST(LexiconTest, HostsNameDistricts) {
  EXPECT_EQ(Names(Lex().DistrictsByHost("daksong_website")), std::set<std::string>{"Đắk Song"});
  EXPECT_EQ(Names(Lex().DistrictsByHost("krongana.daklak.gov.vn")),
            std::set<std::string>{"Krông Ana"});
  EXPECT_EQ(Names(Lex().UnitsBySlug("daksong")), std::set<std::string>{"Đắk Song"});
  EXPECT_THAT(Lex().UnitsBySlug("paris"), IsEmpty());
}

TEST(LexiconTest, LandlineCodesNameTheOldProvince) {
  const auto name = [](std::string_view digits) {
    const auto row = Lex().ProvinceByPhone(digits);
    return row ? std::string(Lex().units()[*row].name) : std::string();
  };
  EXPECT_EQ(name("02623852345"), "Đắk Lắk");
  EXPECT_EQ(name("0262"), "Đắk Lắk");
  EXPECT_EQ(name("05003852345"), "Đắk Lắk");
  EXPECT_EQ(name("0257"), "Phú Yên");
  EXPECT_EQ(name("02438221234"), "Hà Nội");
  EXPECT_EQ(name("0912345678"), "");
}

TEST(LexiconTest, IsTheSameForEveryCaller) {
  EXPECT_EQ(&Lexicon::BuiltIn(), &Lex());
  EXPECT_NE(Lex().fingerprint(), 0U);
}

}  // namespace
}  // namespace chido
