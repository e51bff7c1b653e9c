#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linker/text/tokens.h"

namespace chido {
namespace {

using testing::ElementsAre;

std::vector<std::string> Sentences(std::string text) {
  Article article;
  article.text = std::move(text);
  const auto analysed = Analyse(article);
  EXPECT_TRUE(analysed.has_value());
  std::vector<std::string> sentences;
  for (const Sentence& sentence : analysed->sentences) {
    TokenRange range = sentence.tokens;
    while (analysed->tokens[range.end - 1].kind == TokenKind::kLineBreak) --range.end;
    sentences.emplace_back(analysed->Text(range));
  }
  return sentences;
}

/// Sentences of "A | B" are A and B.
void ExpectCuts(const std::string& marked) {
  std::string text;
  std::vector<std::string> wanted(1);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '|') {
      wanted.back().pop_back();
      wanted.emplace_back();
      ++i;
      continue;
    }
    text.push_back(marked[i]);
    wanted.back().push_back(marked[i]);
  }
  EXPECT_EQ(Sentences(text), wanted) << marked;
}

TEST(SentencesTest, DoNotEndAfterAbbreviations) {
  ExpectCuts("Hội nghị ở TP. Hồ Chí Minh. | Đ/c. Nguyễn Văn Hùng dự.");
  ExpectCuts("GS.TS. Trần Văn Bình, ThS. Lê Hoa, Th.S. Mai và PGS. Nam dự. | Sau đó nghỉ.");
  ExpectCuts("Tại P. Tân Lập, Q. Bình Thạnh, H. Krông Ana, TX. Buôn Hồ và TT. Ea Drăng. | Xong.");
  ExpectCuts("Ông Lê T. H. Vân nói. | Bà nghe.");
  ExpectCuts("Ở TP.HCM, Tp.Buôn Ma Thuột và T.Ư có mưa. | Hết.");
}

TEST(SentencesTest, EndAfterCodesAndDates) {
  ExpectCuts("Theo Nghị quyết 35-NQ/TW. | Đồng chí dự.");
  ExpectCuts("Ngày 7.7.2023, họp. | Số 12.500 người. | Năm 2023. | Ban họp.");
  ExpectCuts("Theo Chỉ thị 05-CT/T.Ư. | Ban họp.");
  ExpectCuts("Quyết định 12-QĐ/TX. | Ban họp.");
  ExpectCuts("Đại hội lần thứ XIII. | Ban họp.");
}

TEST(SentencesTest, DoNotEndAfterListNumbers) {
  ExpectCuts("1. Đánh giá kết quả. | 2. Phương hướng.");
  ExpectCuts("II. Nội dung chính. | a. Công tác.");
}

TEST(SentencesTest, EndWithTheMarksOfOfficialPaper) {
  ExpectCuts("Ban họp./. | Tin khác");
  ExpectCuts("Ban họp/. | Tin khác");
  ExpectCuts("Ban họp! | Có đúng không? | Có.");
}

TEST(SentencesTest, KeepShortQuotationsTogether) {
  ExpectCuts("Phương châm \"Dân biết. Dân bàn. Dân làm\" được nêu. | Hết.");
  ExpectCuts("Ông nói: \"Tốt. Rất tốt.\" | Bà nghe.");
  ExpectCuts("Ban (thành lập năm 2010. Nay giải thể) họp. | Hết.");
  ExpectCuts("Ông nói \"dài. | Bà nghe.");
}

TEST(SentencesTest, EllipsisEndsOnlyBeforeACapital) {
  ExpectCuts("Các sở, ngành... tham dự. | Hết.");
  ExpectCuts("Lúa, ngô… | Ban họp.");
  ExpectCuts("Lúa; ngô, v.v. | Ban họp; nghỉ.");
}

TEST(SentencesTest, SeeAForgottenBlank) {
  ExpectCuts("Ban họp. | Đồng chí dự.");
  EXPECT_THAT(Sentences("Khai mạc hội nghị.Đồng chí Mai dự.UBND họp năm 2023.Hết."),
              ElementsAre("Khai mạc hội nghị.", "Đồng chí Mai dự.", "UBND họp năm 2023.", "Hết."));
  EXPECT_THAT(Sentences("Xem krongana.daklak.gov.vn và TS.Nguyễn Nam"),
              ElementsAre("Xem krongana.daklak.gov.vn và TS.Nguyễn Nam"));
}

TEST(SentencesTest, LineBreaksEndCaptionsAndListItems) {
  EXPECT_THAT(
      Sentences("Quang cảnh hội nghị\nNgày 5/7, Ban họp,\nĐồng chí dự\nvà nói.\n\nhết"),
      ElementsAre("Quang cảnh hội nghị", "Ngày 5/7, Ban họp,\nĐồng chí dự\nvà nói.", "hết"));
  EXPECT_THAT(Sentences("Gồm:\n- một;\n- hai.\n1) ba"),
              ElementsAre("Gồm:", "- một;", "- hai.", "1) ba"));
}

TEST(SentencesTest, AreCutInMachineSpacedText) {
  ExpectCuts("TP HCM , ngày 5 - 6 . 7 . 2023 , họp . | Đồng chí \" nói . Hay \" thế .");
}

TEST(SentencesTest, StayLinearOnHostileText) {
  for (const std::string_view unit :
       {"\"a ", "(a ", "(", "\"", ".", "A. ", "- ", "a\n", "1. ", ". /"}) {
    std::string text;
    while (text.size() < 1U << 20U) text += unit;
    EXPECT_FALSE(Sentences(text).empty()) << unit;
  }
}

}  // namespace
}  // namespace chido
