#include "ingest/source/html.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/ingest/files.h"

namespace chido {
namespace {

using testing::TextOf;

const std::string kLong =
    "Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ sáu tháng đầu năm và thảo luận các giải "
    "pháp cho thời gian tới của huyện.";

Article Page(const std::string& html) {
  auto parts = ParseHtml(html, "page.html");
  if (!parts.has_value()) {
    ADD_FAILURE() << parts.error().message;
    return {};
  }
  auto article = MakeArticle(std::move(*parts));
  if (!article.has_value()) {
    ADD_FAILURE() << article.error().message;
    return {};
  }
  return *article;
}

TEST(HtmlTest, TakesTheArticleAndLeavesTheSiteOut) {
  const Article article = Page(
      "<html><head><title>Họp huyện ủy - Cổng thông tin</title></head><body>"
      "<nav><a href=/>Trang chủ</a></nav><div class='main-menu'>Giới thiệu chung</div>"
      "<h1>Huyện ủy Sông Vân họp phiên thường kỳ</h1><div class='sapo'>" +
      kLong + "</div><div class='entry-content'><p>" + kLong + "</p><p>Sau đó, " + kLong +
      "</p><div class='box-related'><p>Đoàn kiểm tra làm việc tại xã</p></div></div>"
      "<p class='author'>Thu Hà</p><aside>Văn bản 17/CT-UBND</aside>"
      "<div id='comments'><p>Ý kiến của tôi về việc này rất dài.</p></div>"
      "<footer>Bản quyền</footer></body></html>");
  EXPECT_EQ(article.text, "Huyện ủy Sông Vân họp phiên thường kỳ\n\n" + kLong + "\n\n" + kLong +
                              "\n\nSau đó, " + kLong + "\n\nThu Hà");
  EXPECT_EQ(TextOf(article, BlockKind::kTitle), "Huyện ủy Sông Vân họp phiên thường kỳ");
  EXPECT_EQ(TextOf(article, BlockKind::kLead), kLong);
  EXPECT_EQ(TextOf(article, BlockKind::kByline), "Thu Hà");
}

TEST(HtmlTest, DecodesEntitiesAndNoBreakSpaces) {
  const Article article = Page(
      "<article><p>Đ&acirc;y l&agrave;&nbsp;&nbsp;b&#225;o c&aacute;o "
      "&quot;m&#x1EDB;i&quot; &amp;\n  đầy đủ.</p></article>");
  EXPECT_EQ(article.text, "Đây là báo cáo \"mới\" & đầy đủ.");
}

TEST(HtmlTest, NestedFiguresGiveCaptions) {
  const Article article =
      Page("<article><h1>Huyện ủy họp phiên thường kỳ</h1><p>" + kLong +
           "</p><figure><div><img src=a><figure><figcaption>Toàn cảnh <b>hội nghị</b>"
           "</figcaption></figure></div></figure><table class='image'><tr><td><img></td></tr>"
           "<tr><td><p class='PhotoCMS_Caption'>Đại biểu thảo luận tổ.</p></td></tr></table><p>" +
           kLong + "</p></article>");
  EXPECT_EQ(TextOf(article, BlockKind::kCaption), "Toàn cảnh hội nghị|Đại biểu thảo luận tổ.");
}

TEST(HtmlTest, ReadsOpenGraphAndJsonLd) {
  const Article graph = Page(
      "<head><meta property='og:title' content='Tin A'><meta property='og:site_name' "
      "content='Báo Sông Vân'><meta property='article:published_time' "
      "content='2023-05-25T22:00:00+07:00'><link rel='canonical' href='https://x.vn/a'></head>"
      "<article><p>" +
      kLong + "</p></article>");
  EXPECT_EQ(graph.title, "Tin A");
  EXPECT_EQ(graph.publisher, "Báo Sông Vân");
  EXPECT_EQ(graph.published, "2023-05-25");
  EXPECT_EQ(graph.url, "https://x.vn/a");
  const Article linked = Page(
      "<head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},"
      "{\"@type\":\"NewsArticle\",\"headline\":\"Tin "
      "B\",\"datePublished\":\"2022-12-31T18:00:00Z\","
      "\"publisher\":{\"name\":\"Cổng B\"}}]}</script></head><article><p>" +
      kLong + "</p></article>");
  EXPECT_EQ(linked.published, "2023-01-01");
  EXPECT_EQ(linked.title, "Tin B");
  EXPECT_EQ(linked.publisher, "Cổng B");
}

TEST(HtmlTest, ThePagesOwnDateLineCounts) {
  const Article article = Page(
      "<h1>Huyện ủy họp phiên thường kỳ</h1><span class='post-date'>Thứ năm, 25/05/2023 - 22:47"
      "</span><div id='news-bodyhtml'><p>" +
      kLong + "</p><p>" + kLong + "</p></div>");
  EXPECT_EQ(article.published, "2023-05-25");
}

TEST(HtmlTest, WithoutNamesTheDensestElementIsTheArticle) {
  const Article article = Page(
      "<body><div><div><ul><li><a>Mục một</a></li><li><a>Mục hai</a></li></ul></div>"
      "<div><div><p>" +
      kLong + "</p><p>Sau đó, " + kLong +
      "</p><br>Dòng một<br>Dòng hai"
      "</div></div></div></body>");
  EXPECT_EQ(article.text, kLong + "\n\nSau đó, " + kLong + "\n\nDòng một\nDòng hai");
}

TEST(HtmlTest, AnInlineLinkOfAnyClassStaysInItsSentence) {
  const Article article = Page(
      "<article><p>Ủy ban <a class='tag-link related' href=x>Mặt trận Tổ "
      "quốc</a> huyện họp phiên <span class='author'>thường kỳ</span> "
      "tháng năm.</p></article>");
  EXPECT_EQ(article.text, "Ủy ban Mặt trận Tổ quốc huyện họp phiên thường kỳ tháng năm.");
}

TEST(HtmlTest, AWrapperWithAnUnluckyNameIsNotDropped) {
  const Article article = Page("<body class='has-sidebar'><div class='content with sidebar'><p>" +
                               kLong + "</p><p>" + kLong + "</p></div></body>");
  EXPECT_EQ(article.text, kLong + "\n\n" + kLong);
}

TEST(HtmlTest, ReadsWindows1258AndUtf16) {
  const std::string old =
      "<meta http-equiv='Content-Type' content='text/html; "
      "charset=windows-1258'><p>T\xDD\xEC \xF0\xF4i h\xF4\xF2p \xFD n\xE0y</p>";
  const auto decoded = ParseHtml(old, "old.html");
  ASSERT_TRUE(decoded.has_value()) << decoded.error().message;
  EXPECT_NE(decoded->text.find("đôi"), std::string::npos);
  std::string wide("\xFF\xFE", 2);
  for (const char c : std::string("<p>Xin chao</p>")) wide += std::string{c, '\0'};
  const auto utf16 = ParseHtml(wide, "wide.html");
  ASSERT_TRUE(utf16.has_value()) << utf16.error().message;
  EXPECT_EQ(utf16->text, "Xin chao");
}

TEST(HtmlTest, BadBytesAndUnknownCharsetsAreToldWithTheirPlace) {
  const auto bad = ParseHtml("<p>abc\xFF</p>", "bad.html");
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().code, Code::kBadInput);
  EXPECT_NE(bad.error().message.find("bad.html: not valid UTF-8 at byte 6"), std::string::npos)
      << bad.error().message;
  const auto unknown = ParseHtml("<meta charset='klingon'><p>a</p>", "k.html");
  EXPECT_EQ(unknown.error().code, Code::kUnsupported);
  const auto empty = ParseHtml("<html><script>1</script></html>", "e.html");
  EXPECT_EQ(empty.error().code, Code::kBadInput);
}

TEST(HtmlTest, HostileNestingAndTenMegabytesStayFast) {
  const auto begin = std::chrono::steady_clock::now();
  std::string nested = "<p>" + kLong + "</p>";
  for (int i = 0; i < 100'000; ++i) nested += "<div><b><table><i>";
  nested += "đáy";
  EXPECT_TRUE(ParseHtml(nested, "nested.html").has_value());
  std::string wide = "<article>";
  while (wide.size() < 10'000'000) wide += "<p>" + kLong + "</p>\n";
  const auto parts = ParseHtml(wide + "</article>", "wide.html");
  ASSERT_TRUE(parts.has_value());
  EXPECT_GT(parts->text.size(), 9'000'000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace chido
