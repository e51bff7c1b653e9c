#include "ingest/source/blocks.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "ingest/source/parts.h"
#include "tests/ingest/files.h"

namespace chido {
namespace {

using testing::TextOf;

constexpr std::string_view kSentence =
    "Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ sáu tháng đầu năm và thảo luận các giải "
    "pháp cho thời gian tới.";

Article Classify(std::string text, std::string title = {}) {
  Article article;
  article.text = std::move(text);
  article.title = std::move(title);
  article.blocks = ClassifyBlocks(article.text, article.title);
  return article;
}

std::string Sentence(std::string_view before = {}) {
  return std::string(before) + std::string(kSentence);
}

TEST(BlocksTest, TellsTitleDatelineLeadAndBodyApart) {
  const Article article =
      Classify("Huyện ủy Sông Vân họp phiên thường kỳ\n\nThứ năm - 25/05/2023 22:47 611 0\n" +
               Sentence() + "\n\n" + Sentence("Tiếp đó, "));
  EXPECT_EQ(TextOf(article, BlockKind::kTitle), "Huyện ủy Sông Vân họp phiên thường kỳ");
  EXPECT_EQ(TextOf(article, BlockKind::kDateline), "Thứ năm - 25/05/2023 22:47 611 0");
  EXPECT_EQ(TextOf(article, BlockKind::kLead), Sentence());
  EXPECT_EQ(TextOf(article, BlockKind::kBody), Sentence("Tiếp đó, "));
}

TEST(BlocksTest, FindsTheTitleBelowTheDateAndBelowAMenu) {
  const Article dated =
      Classify("Cập nhật lúc: 24/07/2023\n\nTổng kết công tác dân vận năm qua\n\n" + Sentence());
  EXPECT_EQ(TextOf(dated, BlockKind::kTitle), "Tổng kết công tác dân vận năm qua");
  const Article menu = Classify(
      "Trang chủ\nGiới thiệu\nTin tức\nVăn bản\nThủ tục hành chính\nHỏi đáp\nLiên hệ\n"
      "Tổng kết công tác dân vận năm qua\n\n" +
      Sentence());
  EXPECT_EQ(TextOf(menu, BlockKind::kTitle), "Tổng kết công tác dân vận năm qua");
  EXPECT_EQ(TextOf(menu, BlockKind::kBoilerplate).find("Tổng kết"), std::string::npos);
  EXPECT_NE(TextOf(menu, BlockKind::kBoilerplate).find("Thủ tục hành chính"), std::string::npos);
}

TEST(BlocksTest, MetadataTitleWinsEvenIfItWasCut) {
  const Article article = Classify(
      "Sự kiện nổi bật trong tuần qua\nĐoàn công tác của tỉnh làm việc tại xã Bản Lầu\n\n" +
          Sentence(),
      "Đoàn công tác của tỉnh làm việc tại ...");
  EXPECT_EQ(TextOf(article, BlockKind::kTitle), "Đoàn công tác của tỉnh làm việc tại xã Bản Lầu");
}

TEST(BlocksTest, CaptionsAreLinesWithoutAFullStopOrWithAPhotoCredit) {
  const Article article =
      Classify("Hội nghị công tác dân vận năm qua\n\n" + Sentence() +
               "\n\nToàn cảnh hội nghị.\n\n" + Sentence("Cùng với đó, ") +
               "\n\nĐồng chí Tao Thị Viên - Trưởng ban phát biểu tại hội nghị\n[img]\n"
               "Lãnh đạo xã nhận hoa. Ảnh: T.SỸ\n" +
               Sentence("Sau đó, "));
  EXPECT_EQ(TextOf(article, BlockKind::kCaption),
            "Toàn cảnh hội nghị.|Đồng chí Tao Thị Viên - Trưởng ban phát biểu tại hội nghị|"
            "Lãnh đạo xã nhận hoa. Ảnh: T.SỸ");
}

TEST(BlocksTest, ARepeatedPictureTextIsTwoCaptions) {
  const std::string line = "Đồng chí Giàng A Sềnh trao Giấy khen cho các tập thể xuất sắc năm qua.";
  const Article article = Classify("Hội nghị công tác năm qua của huyện\n\n" + Sentence() + "\n" +
                                   line + "\n" + line + "\n" + Sentence("Dự họp, "));
  EXPECT_EQ(TextOf(article, BlockKind::kCaption), line + "|" + line);
}

TEST(BlocksTest, BylinesAreFoundByCueAndByShape) {
  for (const std::string byline : {"Tin, ảnh: Thu Hà", "Tác giả: Mạnh Cường.", "H'Yi Êban",
                                   "Thanh Nga - Thái Bạch", "T.SỸ", "PV"}) {
    const Article article =
        Classify("Hội nghị công tác năm qua của huyện\n\n" + Sentence() + "\n\n" + byline);
    EXPECT_EQ(TextOf(article, BlockKind::kByline), byline);
  }
  const Article interview = Classify("Trò chuyện với bí thư xã về chuyển đổi số\n\n" + Sentence() +
                                     "\nPhóng viên: Xin ông cho biết kết quả?\n" + Sentence());
  EXPECT_EQ(TextOf(interview, BlockKind::kByline), "");
}

TEST(BlocksTest, WhatFollowsTheArticleIsBoilerplate) {
  const Article article = Classify(
      "Huyện ủy Sông Vân họp phiên thường kỳ\n\n" + Sentence() + "\n\n" + Sentence("Sau đó, ") +
      "\n\nTác giả bài viết: Thu Hà\n\nTổng số điểm của bài viết là: 5 trong 1 đánh giá\n\n"
      "Số: 18/CT-UBND\n\nChỉ thị về phòng cháy mùa khô\n\nlượt xem: 424 | lượt tải:9\nĐang truy "
      "cập72\nBạn đã không sử dụng Site, Bấm vào đây. Thời gian chờ: 60 giây");
  EXPECT_EQ(TextOf(article, BlockKind::kByline), "Tác giả bài viết: Thu Hà");
  const std::string rest = TextOf(article, BlockKind::kBoilerplate);
  EXPECT_TRUE(rest.starts_with("Tổng số điểm")) << rest;
  EXPECT_NE(rest.find("18/CT-UBND"), std::string::npos);
  EXPECT_NE(rest.find("Đang truy cập72"), std::string::npos);
}

TEST(BlocksTest, AListedDocumentGoesWithItsCounterEvenInTheMiddle) {
  const Article article = Classify("Huyện ủy Sông Vân họp phiên thường kỳ\n\n" + Sentence() +
                                   "\n\n861-CV/BTGTU\n\nV/v tuyên truyền đại hội\n\nlượt xem: 88 | "
                                   "lượt tải:40\n\n" +
                                   Sentence("Sau đó, "));
  EXPECT_EQ(TextOf(article, BlockKind::kBoilerplate),
            "861-CV/BTGTU\n\nV/v tuyên truyền đại hội\n\nlượt xem: 88 | lượt tải:40");
  EXPECT_EQ(TextOf(article, BlockKind::kBody), Sentence("Sau đó, "));
}

TEST(BlocksTest, ALinkBoxInTheMiddleTakesOnlyItsLinks) {
  const Article article = Classify("Huyện ủy Sông Vân họp phiên thường kỳ\n\n" + Sentence() +
                                   "\nTin liên quan\nĐoàn kiểm tra làm việc tại xã Bản Lầu\n" +
                                   Sentence("Sau đó, ") + "\n" + Sentence("Cuối cùng, "));
  EXPECT_EQ(TextOf(article, BlockKind::kBoilerplate),
            "Tin liên quan\nĐoàn kiểm tra làm việc tại xã Bản Lầu");
  EXPECT_EQ(TextOf(article, BlockKind::kBody),
            Sentence("Sau đó, ") + "|" + Sentence("Cuối cùng, "));
}

TEST(BlocksTest, LinkHeadlinesAreBoilerplateAlsoInBold) {
  const Article article = Classify(
      "Bảng lương của năm nay\n\n**Mới: Cách tính tiền thưởng theo Nghị "
      "định 73**\n\n**>> Thời điểm tăng lương**\n\n" +
      Sentence());
  EXPECT_EQ(TextOf(article, BlockKind::kBoilerplate).find("**Mới: Cách"), 0U);
  EXPECT_EQ(TextOf(article, BlockKind::kLead), Sentence());
}

TEST(BlocksTest, OneParagraphBelowTheCloseIsATeaser) {
  std::string body = "Huyện ủy Sông Vân họp phiên thường kỳ\n\n";
  for (int i = 0; i < 6; ++i) body += Sentence("Sau đó, ") + "\n";
  body += "Hội nghị kết thúc tốt đẹp./.\n\n";
  const Article article = Classify(body + Sentence("Ở nơi khác, "));
  EXPECT_EQ(TextOf(article, BlockKind::kBoilerplate), Sentence("Ở nơi khác, "));
  const Article longer = Classify(body + Sentence("Rồi, ") + "\n" + Sentence("Rồi nữa, "));
  EXPECT_EQ(TextOf(longer, BlockKind::kBoilerplate), "");
}

TEST(BlocksTest, BodyIsNeverLostForACueInsideASentence) {
  const std::string body =
      "Chịu trách nhiệm chính về những vi phạm này là ban quản lý dự án của huyện.";
  const std::string more =
      "Việc theo dõi lượt xem, lượt tải văn bản của 12 xã đã được cải thiện rõ.";
  const std::string subheading = "Năm 2024 sẽ đánh giá lại toàn bộ đề án";
  const Article article = Classify("Huyện ủy Sông Vân họp phiên thường kỳ\n\n" + Sentence() + "\n" +
                                   body + "\n" + subheading + "\n" + more);
  EXPECT_EQ(TextOf(article, BlockKind::kBoilerplate), "");
  EXPECT_EQ(TextOf(article, BlockKind::kBody), body + "|" + subheading + "|" + more);
}

TEST(BlocksTest, AWrappedSentenceIsOneBlock) {
  const Article article =
      Classify("Huyện ủy Sông Vân họp phiên thường kỳ\n\n" + Sentence() +
               "\n\nT\nham mưu cho cấp ủy tổ chức học tập, quán triệt các nghị quyết của Đảng.");
  EXPECT_EQ(TextOf(article, BlockKind::kBody),
            "T\nham mưu cho cấp ủy tổ chức học tập, quán triệt các nghị quyết của Đảng.");
}

TEST(BlocksTest, EveryLineIsInExactlyOneBlockInTextOrder) {
  const Article article = Classify("a\n\nb | c\n3\n\n" + Sentence() + "\r\n\tx\n\xC2\xA0\ny  ");
  std::uint32_t end = 0;
  std::string covered;
  for (const Block& block : article.blocks) {
    EXPECT_GE(block.span.begin, end);
    EXPECT_LT(block.span.begin, block.span.end);
    end = block.span.end;
    covered += block.span.In(article.text);
  }
  EXPECT_NE(covered.find("y"), std::string::npos);
  EXPECT_EQ(end, article.text.find('y') + 1);
}

TEST(PartsTest, ATitleThatTheTextDoesNotShowIsPutFirst) {
  const auto added = MakeArticle({.title = "Tin mới", .origin = "a", .text = Sentence()});
  ASSERT_TRUE(added.has_value());
  EXPECT_EQ(added->text, "Tin mới\n\n" + Sentence());
  EXPECT_EQ(TextOf(*added, BlockKind::kTitle), "Tin mới");
  const auto shown = MakeArticle(
      {.title = "TIN MỚI CỦA HUYỆN", .origin = "a", .text = "Tin mới của huyện\n" + Sentence()});
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->text, "Tin mới của huyện\n" + Sentence());
}

TEST(PartsTest, TheDayComesFromMetadataElseFromThePage) {
  const std::string page = "Cập nhật lúc: 24/07/2023\n\nTổng kết công tác năm\n\n" + Sentence();
  EXPECT_EQ(MakeArticle({.origin = "a", .text = page})->published, "2023-07-24");
  EXPECT_EQ(MakeArticle({.published = "2023-08-01", .origin = "a", .text = page})->published,
            "2023-08-01");
}

TEST(PartsTest, RefusesBlankBinaryAndHugeTexts) {
  EXPECT_EQ(MakeArticle({.origin = "a.txt", .text = " \n\t"}).error().message,
            "a.txt: is empty; there is nothing to read");
  const auto binary = MakeArticle({.origin = "a.txt", .text = std::string("ab\0c", 4)});
  EXPECT_EQ(binary.error().code, Code::kBadInput);
  EXPECT_NE(binary.error().message.find("zero byte at 2"), std::string::npos);
  const auto huge = MakeArticle({.origin = "a", .text = std::string(kArticleLimit + 1, 'a')});
  EXPECT_EQ(huge.error().code, Code::kTooLarge);
}

/// The five pages that the product was asked for with, where they are at hand.
TEST(BlocksTest, SidebarsOfTheSeedPagesAreBoilerplate) {
  const std::filesystem::path corpus =
      std::filesystem::path(CHIDO_SOURCE_DIR).parent_path() / "shared" / "corpus";
  if (!std::filesystem::exists(corpus / "seed-003.txt"))
    GTEST_SKIP() << "no corpus next to the checkout";
  std::vector<std::string> paths;
  for (int i = 0; i < 5; ++i) {
    paths.push_back((corpus / ("seed-00" + std::to_string(i) + ".txt")).string());
  }
  const auto loaded = testing::Load(paths);
  ASSERT_EQ(loaded.articles.size(), 5u);
  EXPECT_EQ(loaded.articles[0].published, "2023-07-24");
  EXPECT_EQ(loaded.articles[3].published, "2021-01-17");
  EXPECT_EQ(loaded.articles[4].published, "2023-06-14");
  const std::string third = TextOf(loaded.articles[3], BlockKind::kBoilerplate);
  EXPECT_NE(third.find("17/CT-UBND"), std::string::npos);
  EXPECT_NE(third.find("3600/UBND-VX"), std::string::npos);
  const std::string fourth = TextOf(loaded.articles[4], BlockKind::kBoilerplate);
  EXPECT_NE(fourth.find("1383-CV/BTGTU"), std::string::npos);
  for (const Article& article : loaded.articles) {
    EXPECT_FALSE(TextOf(article, BlockKind::kTitle).empty());
    EXPECT_FALSE(TextOf(article, BlockKind::kLead).empty());
  }
}

}  // namespace
}  // namespace chido
