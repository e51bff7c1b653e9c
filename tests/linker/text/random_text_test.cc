#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "linker/text/tokens.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

/// Text of the characters that are hardest to bring into the normal form.
std::string HardText(std::mt19937& random, int length) {
  static constexpr std::u32string_view kPieces =
      U"aàảeêếoòơuủưữyỳiìgqhnctmAÀOÒUƯQG đĐ\u00D0\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323"
      U"\u200B\u00AD\uFEFF\u00A0\u2019\u2013\u201C.,;:-'\"()/\n\r\t "
      U"019\u1100\u1161\u11A8\u212B\u0344"
      U"\u0E01\u0E34\u0130\u00DF\U0001F600";
  std::string text;
  for (int i = 0; i < length; ++i) AppendUtf8(kPieces[random() % kPieces.size()], text);
  return text;
}

bool IsBoundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

TEST(RandomTextTest, NormalFormIsStableAndMapsToWholeCodePoints) {
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    const std::string stored = HardText(random, 1 + static_cast<int>(random() % 40));
    const auto normal = Normalise(stored);
    ASSERT_TRUE(normal.has_value());
    ASSERT_EQ(FindInvalidUtf8(normal->text), std::string::npos);
    ASSERT_EQ(normal->lower.size(), normal->text.size());
    const auto again = Normalise(normal->text);
    ASSERT_EQ(again->text, normal->text) << testing::PrintToString(stored);
    std::uint32_t previous = 0;
    for (std::uint32_t at = 0; at <= normal->text.size(); ++at) {
      if (!IsBoundary(normal->text, at)) continue;
      const std::uint32_t back = normal->map.ToStored(at);
      ASSERT_LE(previous, back) << testing::PrintToString(stored);
      ASSERT_LE(back, stored.size());
      ASSERT_TRUE(IsBoundary(stored, back)) << at << ' ' << testing::PrintToString(stored);
      ASSERT_EQ(normal->map.ToNormalised(back), at) << testing::PrintToString(stored);
      previous = back;
    }
  }
}

TEST(RandomTextTest, EveryTokenStandsInOneSentenceInOrder) {
  std::mt19937 random(12);
  for (int round = 0; round < 2000; ++round) {
    Article article;
    article.text = HardText(random, 1 + static_cast<int>(random() % 60));
    const auto text = Analyse(article);
    ASSERT_TRUE(text.has_value());
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < text->sentences.size(); ++i) {
      const TokenRange range = text->sentences[i].tokens;
      ASSERT_EQ(range.begin, next);
      ASSERT_LT(range.begin, range.end);
      ASSERT_EQ(text->SentenceOf(range.begin), i);
      next = range.end;
    }
    ASSERT_EQ(next, text->tokens.size());
    std::uint32_t end = 0;
    for (const Token& token : text->tokens) {
      ASSERT_LE(end, token.span.begin);
      ASSERT_FALSE(token.span.empty());
      end = token.span.end;
    }
  }
}

}  // namespace
}  // namespace chido
