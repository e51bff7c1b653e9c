#include "linker/text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/base/hash.h"

namespace chido {
namespace {

using testing::ElementsAre;

std::vector<std::string> Words(const AnalysedText& text) {
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) words.emplace_back(text.Text(i));
  return words;
}

TEST(TokensTest, CutsSyllablesNumbersAndPunctuation) {
  EXPECT_THAT(Words(AnalysePhrase("Chỉ thị 05-CT/TW, khóa XII")),
              ElementsAre("Chỉ", "thị", "05", "-", "CT", "/", "TW", ",", "khóa", "XII"));
  EXPECT_THAT(
      Words(AnalysePhrase("80/2015/QH13 H'Lim H' Lim 'a'")),
      ElementsAre("80", "/", "2015", "/", "QH", "13", "H'Lim", "H", "'", "Lim", "'", "a", "'"));
  EXPECT_THAT(Words(AnalysePhrase("a \n\n b\nc")), ElementsAre("a", "\n\n", "b", "\n", "c"));
}

TEST(TokensTest, KnowsCapitalsAndBlanks) {
  const AnalysedText text = AnalysePhrase("UBND Tỉnh (ủy) H'Lim");
  EXPECT_TRUE(text.tokens[0].all_capital);
  EXPECT_TRUE(text.tokens[1].capital);
  EXPECT_FALSE(text.tokens[1].all_capital);
  EXPECT_TRUE(text.tokens[2].space_before);
  EXPECT_FALSE(text.tokens[3].space_before);
  EXPECT_FALSE(text.tokens[3].capital);
  EXPECT_FALSE(text.tokens[5].all_capital);
  EXPECT_EQ(text.tokens[0].fold, Hash64("ubnd"));
  EXPECT_EQ(text.Lower(TokenRange{0, 2}), "ubnd tỉnh");
}

TEST(AnalyseTest, LeavesBoilerplateOutAndLeadsBackToTheStoredText) {
  Article article;
  article.text = "Uỷ ban họp\nMenu Trang chủ\nTỉnh uỷ kết luận.";
  const auto first = static_cast<std::uint32_t>(article.text.find("Menu"));
  const auto second = static_cast<std::uint32_t>(article.text.find("Tỉnh uỷ"));
  const auto size = static_cast<std::uint32_t>(article.text.size());
  article.blocks = {{BlockKind::kTitle, {0, first}},
                    {BlockKind::kBoilerplate, {first, second}},
                    {BlockKind::kBody, {second, size}}};
  const auto text = Analyse(article);
  ASSERT_TRUE(text.has_value());
  ASSERT_EQ(text->sentences.size(), 2U);
  EXPECT_EQ(text->sentences[0].block, BlockKind::kTitle);
  EXPECT_EQ(text->sentences[1].block_index, 2U);
  EXPECT_EQ(text->Text(TokenRange{4, 6}), "Tỉnh ủy");
  EXPECT_EQ(text->Stored({4, 6}).In(article.text), "Tỉnh uỷ");
  EXPECT_EQ(text->SentenceOf(0), 0U);
  EXPECT_EQ(text->SentenceOf(4), 1U);
}

TEST(AnalyseTest, GivesEveryTokenToOneSentence) {
  Article article;
  article.text = "\n\nTiêu đề\n\n1. Nội dung: a; b.\n\n  \n\"Kết luận.\" Hết./.\n";
  const auto text = Analyse(article);
  ASSERT_TRUE(text.has_value());
  std::uint32_t next = 0;
  for (const Sentence& sentence : text->sentences) {
    EXPECT_EQ(sentence.tokens.begin, next);
    EXPECT_FALSE(sentence.tokens.empty());
    next = sentence.tokens.end;
  }
  EXPECT_EQ(next, text->tokens.size());
}

TEST(AnalyseTest, RefusesDamagedBytes) {
  Article article;
  article.text = "a\xFF";
  EXPECT_EQ(Analyse(article).error().code, Code::kBadInput);
}

}  // namespace
}  // namespace chido
