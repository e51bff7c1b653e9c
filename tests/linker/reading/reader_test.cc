#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

Article SampleArticle() {
  Article article;
  article.source_id = "s1";
  article.published = "2023-07-24";
  article.text =
      "Ngày 21/7, tại huyện Krông Bông, Ban Tuyên giáo Tỉnh ủy Đắk Lắk tổ chức Hội nghị sơ kết. "
      "Đồng chí Lương Văn Khải - Trưởng Ban Tuyên giáo Tỉnh ủy chủ trì hội nghị và yêu cầu thực "
      "hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.\nĐồng chí Y Blơm Êban phát biểu "
      "tại hội nghị.";
  article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(article.text.size())}}};
  article.id = ContentId("", article.text);
  return article;
}

TEST(ReaderTest, TheSameArticleGivesTheSameBytesInEveryThread) {
  const Article article = SampleArticle();
  std::string results[4];
  std::thread threads[4];
  for (int i = 0; i < 4; ++i) {
    threads[i] = std::thread([&article, &out = results[i]] {
      for (int round = 0; round < 20; ++round) {
        const auto reading = ReadArticle(article, Lexicon::BuiltIn());
        if (!reading) return;
        const std::string bytes = EncodeReading(*reading);
        if (round > 0 && bytes != out) {
          out = "differs between rounds";
          return;
        }
        out = bytes;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_GT(results[0].size(), 200U);
  for (const std::string& result : results) EXPECT_EQ(result, results[0]);
}

TEST(ReaderTest, SpansPointIntoTheStoredText) {
  Article article = SampleArticle();
  // A no-break space, a zero-width space and a decomposed letter before everything shift the spans.
  const std::string noise = "To\u0300a\u00a0so\u200bạn.\n\n";
  article.text = noise + article.text;
  article.blocks[0].span.end = static_cast<std::uint32_t>(article.text.size());
  const auto reading = ReadArticle(article, Lexicon::BuiltIn());
  ASSERT_TRUE(reading);
  ASSERT_FALSE(reading->officials.empty());
  EXPECT_EQ(reading->officials[0].name, "Lương Văn Khải");
  const Ground& ground = reading->officials[0].grounds.front();
  EXPECT_NE(ground.mention.In(article.text).find("Lương Văn Khải"), std::string_view::npos);
  EXPECT_TRUE(ground.sentence.Contains(ground.mention));
}

TEST(ReaderTest, EveryStatementHasAGroundWithARule) {
  const auto reading = ReadArticle(SampleArticle(), Lexicon::BuiltIn());
  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->meetings.size(), 1U);
  const MeetingItem& meeting = reading->meetings[0];
  for (const auto* parts :
       {&meeting.organisers, &meeting.chaired, &meeting.spoke, &meeting.attended}) {
    EXPECT_FALSE(parts->empty());
    for (const PartItem& part : *parts) {
      ASSERT_FALSE(part.grounds.empty());
      EXPECT_FALSE(part.grounds.front().rule.empty());
      EXPECT_FALSE(part.grounds.front().sentence.empty());
    }
  }
}

TEST(ReaderTest, ItemsStandInTheOrderOfTheText) {
  const auto reading = ReadArticle(SampleArticle(), Lexicon::BuiltIn());
  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->officials.size(), 2U);
  EXPECT_EQ(reading->officials[0].name, "Lương Văn Khải");
  EXPECT_EQ(reading->officials[1].name, "Y Blơm Êban");
}

TEST(ReaderTest, BoilerplateStatesNothing) {
  Article article = SampleArticle();
  article.blocks[0].kind = BlockKind::kBoilerplate;
  const auto reading = ReadArticle(article, Lexicon::BuiltIn());
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->officials.empty());
  EXPECT_TRUE(reading->meetings.empty());
  EXPECT_TRUE(reading->directives.empty());
}

TEST(ReaderTest, AnEmptyArticleGivesAnEmptyReading) {
  Article article;
  article.source_id = "empty";
  const auto reading = ReadArticle(article, Lexicon::BuiltIn());
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->source_id, "empty");
  EXPECT_TRUE(reading->meetings.empty());
}

TEST(ReaderTest, InvalidUtf8IsAnError) {
  Article article;
  article.text = "Hội ngh\xFF";
  article.blocks = {{BlockKind::kBody, {0, static_cast<std::uint32_t>(article.text.size())}}};
  const auto reading = ReadArticle(article, Lexicon::BuiltIn());
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, Code::kBadInput);
}

}  // namespace
}  // namespace chido
