#include "linker/text/normal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "linker/text/utf8.h"

namespace chido {
namespace {

std::string Normal(std::string_view stored) {
  const auto normal = Normalise(stored);
  EXPECT_TRUE(normal.has_value()) << normal.error().message;
  return normal->text;
}

TEST(NormaliseTest, PutsTheToneOnOneVowelPerSyllable) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Uỷ ban", "Ủy ban"}, {"hoà", "hòa"},        {"thuỷ", "thủy"},     {"khoẻ", "khỏe"},
      {"quí", "quí"},       {"qúy", "quý"},        {"gìa", "già"},       {"giấy", "giấy"},
      {"hòang", "hoàng"},   {"hoàng", "hoàng"},    {"nguyễn", "nguyễn"}, {"HOÁ", "HÓA"},
      {"xoài", "xoài"},     {"khuỷu", "khuỷu"},    {"uỹ", "ũy"},         {"thuở", "thuở"},
      {"ngoẽ", "ngõe"},     {"tùân", "tuần"},      {"huế", "huế"},       {"gì", "gì"},
      {"giếng", "giếng"},   {"mùa", "mùa"},        {"bìa", "bìa"},       {"Café", "Café"},
      {"Néang", "Néang"},   {"Yả", "Yả"},          {"quạu", "quạu"},     {"đứơc", "đước"},
      {"qùy", "quỳ"},       {"nghiêng", "nghiêng"}};
  for (const auto& [given, wanted] : cases) EXPECT_EQ(Normal(given), wanted) << given;
}

TEST(NormaliseTest, ComposesDecomposedAndDisorderedMarks) {
  EXPECT_EQ(Normal("Nguye\u0302\u0303n"), "Nguyễn");
  EXPECT_EQ(Normal("Nguye\u0303\u0302n"), "Nguyễn");
  EXPECT_EQ(Normal("Nguyê\u0303n"), "Nguyễn");
  EXPECT_EQ(Normal("Nguy\u1EBD\u0302n"), "Nguyễn");
  EXPECT_EQ(Normal("Vie\u0323\u0302t"), "Việt");
  EXPECT_EQ(Normal("Vie\u0302\u0323t"), "Việt");
  EXPECT_EQ(Normal("tu\u031B\u0323"), "tự");
  EXPECT_EQ(Normal("hoa\u0300 bình"), "hòa bình");
  EXPECT_EQ(Normal("tru\u0340"), "trù");
}

TEST(NormaliseTest, DropsStrayMarksAndZeroWidthCharacters) {
  EXPECT_EQ(Normal("\uFEFFTỉnh\u200B ủy\u00AD"), "Tỉnh ủy");
  EXPECT_EQ(Normal(" \u0301Tỉnh \u0301\u0300ủy"), " Tỉnh ủy");
  EXPECT_EQ(Normal("ba\u0301\u0301\u0301\u0301o"), "báo");
}

TEST(NormaliseTest, FoldsPunctuationBlanksAndLineEnds) {
  EXPECT_EQ(Normal("H’Lim ‘Niê’ Y–Biêr “Hội nghị” a\u00A0b\tc"),
            "H'Lim 'Niê' Y-Biêr \"Hội nghị\" a b c");
  EXPECT_EQ(Normal("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
  EXPECT_EQ(Normal("\u00D0ắk Lắk, \u0189ảng, \u00F0oàn"), "Đắk Lắk, Đảng, đoàn");
}

TEST(NormaliseTest, LowerKeepsTheOffsets) {
  const auto normal = Normalise("ĐẢNG BỘ TỈNH ĐẮK LẮK, H'LIM NIÊ, ƯƠNG; İ");
  ASSERT_TRUE(normal.has_value());
  EXPECT_EQ(normal->lower, "đảng bộ tỉnh đắk lắk, h'lim niê, ương; İ");
  EXPECT_EQ(normal->lower.size(), normal->text.size());
}

TEST(NormaliseTest, NamesTheByteOfInvalidUtf8) {
  for (const std::string_view bad : {"abc\xFF", "abc\xC3", "abc\xED\xA0\x80", "abc\xC0\x80"}) {
    const auto normal = Normalise(bad);
    ASSERT_FALSE(normal.has_value());
    EXPECT_EQ(normal.error().code, Code::kBadInput);
    EXPECT_THAT(normal.error().message, testing::HasSubstr("byte 3"));
  }
}

TEST(NormaliseTest, IsItsOwnNormalForm) {
  const std::string once = Normal("Uỷ viên “Hoà” H’Lim Nguye\u0302\u0303n \u00D0ắk \u200Bthuỷ qúy");
  EXPECT_EQ(Normal(once), once);
}

/// Every word of the normal text leads back to the word it came from.
void ExpectWordsMapBack(const std::string& stored) {
  const auto normal = Normalise(stored);
  ASSERT_TRUE(normal.has_value());
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(normal->text.size());
  while (begin < size) {
    const auto found = normal->text.find(' ', begin);
    const auto end = found == std::string::npos ? size : static_cast<std::uint32_t>(found);
    const Span span = normal->map.ToStored(Span{begin, end});
    ASSERT_LE(span.end, stored.size());
    const std::string back(span.In(stored));
    EXPECT_EQ(FindInvalidUtf8(back), std::string::npos);
    EXPECT_EQ(Normal(back), normal->text.substr(begin, end - begin));
    EXPECT_EQ(normal->map.ToNormalised(span.end), end) << back;
    begin = end + 1;
  }
}

TEST(OffsetMapTest, LeadsEveryWordBackToWhereItStood) {
  ExpectWordsMapBack("Uỷ viên “Hoà” H’Lim Nguye\u0302\u0303n – \u00D0ắk uỹ thuỷ qùy qúy xong");
  ExpectWordsMapBack("\uFEFFTỉnh uỷ\u200B họp ngoẽ\u00AD ra ho\u200Bà hoa\u0300\u0301 \u0301b");
}

TEST(OffsetMapTest, LeavesRemovedCharactersOutsideTheSpanBeforeThem) {
  const std::string stored = "Tỉnh ủy\u200B họp";
  const auto normal = Normalise(stored);
  ASSERT_TRUE(normal.has_value());
  EXPECT_EQ(normal->map.ToStored(Span{0, 11}).In(stored), "Tỉnh ủy");
}

TEST(NormaliseTest, HoldsOutAgainstAMegabyteOfMarks) {
  std::string marks = "a";
  while (marks.size() < 1U << 20U) marks += "\u0301\u0323\u0302";
  EXPECT_EQ(Normal(marks), "ậ");
  std::string zero;
  while (zero.size() < 1U << 20U) zero += "\u200Bà\u0301";
  EXPECT_FALSE(Normal(zero).empty());
  std::string vowels;
  while (vowels.size() < 1U << 20U) vowels += "oà";
  EXPECT_EQ(Normal(vowels), vowels);
}

TEST(NormalNameTest, TrimsAndCollapsesBlanks) {
  EXPECT_EQ(NormalName("  Nguyễn \u00A0Văn\n Hùng "), "Nguyễn Văn Hùng");
  EXPECT_EQ(NormalName("a\xFF"), "a\uFFFD");
}

TEST(FoldKeyTest, KeepsTonesApart) {
  EXPECT_EQ(FoldKey("NGUYỄN VĂN HÙNG"), FoldKey("Nguyễn Văn Hùng"));
  EXPECT_NE(FoldKey("Nguyễn Văn Hùng"), FoldKey("Nguyễn Văn Hưng"));
  EXPECT_EQ(FoldKey("H’Lim Niê"), "h'lim niê");
}

TEST(SearchKeyTest, DropsMarksApostrophesAndFreeY) {
  EXPECT_EQ(SearchKey("H'Lim Niê"), "hlim nie");
  EXPECT_EQ(SearchKey("H’ Lim Niê"), "hlim nie");
  EXPECT_EQ(SearchKey("Y-Biêr Êban"), "y bier eban");
  EXPECT_EQ(SearchKey("Đỗ Thị Mỹ Lý"), "do thi mi li");
  EXPECT_EQ(SearchKey("Quý"), SearchKey("Quí"));
  EXPECT_EQ(SearchKey("Huy Thủy Ây Bảy"), "huy thuy ay bay");
  EXPECT_EQ(SearchKey("Kpă Rơ Ñ ü"), "kpa ro n u");
  EXPECT_EQ(SearchKey("05-CT/TW"), "05 ct tw");
}

TEST(RestoreNameCaseTest, TouchesOnlyNamesInCapitals) {
  EXPECT_EQ(RestoreNameCase("H'LIM NIÊ"), "H'Lim Niê");
  EXPECT_EQ(RestoreNameCase("NGUYỄN ĐỨC ƯƠNG"), "Nguyễn Đức Ương");
  EXPECT_EQ(RestoreNameCase("Nguyễn Văn A"), "Nguyễn Văn A");
}

}  // namespace
}  // namespace chido
