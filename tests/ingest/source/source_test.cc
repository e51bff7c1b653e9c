#include "ingest/source/source.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include "tests/ingest/files.h"
#include "tests/support/temporary_folder.h"

namespace chido {
namespace {

using testing::Load;
using testing::Loaded;
using testing::TemporaryFolder;
using testing::WriteFile;
using testing::WriteGzip;

constexpr std::string_view kText =
    "Huyện ủy Sông Vân họp phiên thường kỳ vào sáng ngày 25 tháng 5.";

std::string Row(int id) {
  return "{\"id\": " + std::to_string(id) + ", \"text\": \"Bài số " + std::to_string(id) +
         " của huyện.\", \"unknown\": [1]}\n";
}

/// The only error, or a failed expectation.
Error OnlyError(const Loaded& loaded) {
  EXPECT_EQ(loaded.errors.size(), 1u);
  return loaded.errors.empty() ? Error{} : loaded.errors.front();
}

TEST(SourceTest, FoldersAreWalkedSortedAndByKnownNames) {
  const TemporaryFolder folder;
  WriteFile(folder / "b.txt", std::string(kText) + " B");
  WriteFile(folder / "a/z.html", "<p>" + std::string(kText) + "</p>");
  WriteFile(folder / "a/y.jsonl", Row(1) + Row(2));
  WriteFile(folder / ".hidden/x.txt", kText);
  WriteFile(folder / ".x.txt", kText);
  WriteFile(folder / "picture.jpg", "no");
  const Loaded loaded = Load({folder.path().string()});
  ASSERT_EQ(loaded.articles.size(), 4u);
  EXPECT_TRUE(loaded.errors.empty());
  EXPECT_EQ(loaded.articles[0].source_id, "1");
  EXPECT_EQ(loaded.articles[2].source_id, "z");
  EXPECT_EQ(loaded.articles[3].source_id, "b");
  EXPECT_EQ(loaded.articles[3].origin, folder / "b.txt");
  EXPECT_EQ(loaded.counts.files, 3u);
  EXPECT_EQ(loaded.counts.skipped, 1u);
  EXPECT_DOUBLE_EQ(loaded.counts.fraction, 1.0);
}

TEST(SourceTest, JsonLinesKeepTheirMetadata) {
  const TemporaryFolder folder;
  const std::string path = WriteFile(
      folder / "a.jsonl",
      "\xEF\xBB\xBF{\"id\":\"x:1\",\"url\":\"https://www.songvan.gov.vn/a\",\"title\":\"Tin\","
      "\"published\":\"20230525\",\"source\":null,\"text\":\"Nội dung\\u00e1.\"}\n\n" +
          Row(7));
  const Loaded loaded = Load({path});
  ASSERT_EQ(loaded.articles.size(), 2u);
  const Article& article = loaded.articles[0];
  EXPECT_EQ(article.source_id, "x:1");
  EXPECT_EQ(article.publisher, "songvan.gov.vn");
  EXPECT_EQ(article.published, "2023-05-25");
  EXPECT_EQ(article.text, "Tin\n\nNội dungá.");
  EXPECT_EQ(article.origin, path + ":1");
  EXPECT_EQ(article.id, ContentId(article.title, article.text));
  EXPECT_EQ(loaded.articles[1].origin, path + ":3");
}

TEST(SourceTest, LinesThatAreNotArticlesAreToldAndPassed) {
  const TemporaryFolder folder;
  const std::string path = WriteFile(
      folder / "a.jsonl", Row(1) + "{\"text\": 5}\n[1]\nnot json\n{\"text\": \"\xFF\"}\n" + Row(2));
  const Loaded loaded = Load({path});
  EXPECT_EQ(loaded.articles.size(), 2u);
  ASSERT_EQ(loaded.errors.size(), 4u);
  for (int line = 2; line <= 5; ++line) {
    const Error& error = loaded.errors[static_cast<std::size_t>(line - 2)];
    EXPECT_TRUE(error.message.starts_with(path + ":" + std::to_string(line) + ": "))
        << error.message;
    EXPECT_EQ(error.code, Code::kBadInput);
  }
  EXPECT_NE(loaded.errors[0].message.find("\"text\" is missing or not a string"),
            std::string::npos);
  EXPECT_NE(loaded.errors[3].message.find("not valid UTF-8 at byte 10"), std::string::npos);
}

TEST(SourceTest, GzipIsReadByItsBytes) {
  const TemporaryFolder folder;
  const Loaded loaded = Load(
      {WriteGzip(folder / "a.jsonl.gz", Row(1) + Row(2)), WriteGzip(folder / "b.txt.gz", kText)});
  ASSERT_EQ(loaded.articles.size(), 3u);
  EXPECT_EQ(loaded.articles[2].source_id, "b");
}

TEST(SourceTest, OfADamagedGzipWhatCameBeforeIsKept) {
  const TemporaryFolder folder;
  std::string rows;
  for (int i = 0; i < 60'000; ++i) rows += Row(i * 7919);
  const Loaded loaded = Load({WriteGzip(folder / "a.jsonl.gz", rows, 2000)});
  EXPECT_GT(loaded.articles.size(), 1000u);
  EXPECT_EQ(OnlyError(loaded).code, Code::kCorruption);
}

TEST(SourceTest, MissingEmptyUnreadableAndInvalidFilesAreClearAndTheRestGoesOn) {
  const TemporaryFolder folder;
  const Loaded missing = Load({folder / "no.txt", WriteFile(folder / "ok.txt", kText)});
  EXPECT_EQ(missing.articles.size(), 1u);
  EXPECT_EQ(OnlyError(missing).code, Code::kNotFound);
  EXPECT_EQ(OnlyError(missing).message,
            (folder / "no.txt").string() + ": no such file or folder; check the path");
  const Loaded empty = Load({WriteFile(folder / "e.txt", ""), WriteFile(folder / "e.jsonl", "")});
  ASSERT_EQ(empty.errors.size(), 2u);
  EXPECT_NE(empty.errors[0].message.find("is empty"), std::string::npos);
  EXPECT_NE(empty.errors[1].message.find("is empty"), std::string::npos);
  const Loaded invalid = Load({WriteFile(folder / "i.txt", "Huy\xEA\x6E")});
  EXPECT_EQ(OnlyError(invalid).code, Code::kBadInput);
  EXPECT_NE(OnlyError(invalid).message.find("i.txt: not valid UTF-8 at byte 3"), std::string::npos);
  std::filesystem::create_directory(folder / "nothing");
  EXPECT_EQ(OnlyError(Load({folder / "nothing"})).code, Code::kNotFound);
}

TEST(SourceTest, AFileWithoutPermissionIsTold) {
  const TemporaryFolder folder;
  const std::string path = WriteFile(folder / "secret.txt", kText);
  std::filesystem::permissions(path, std::filesystem::perms::none);
  // Root may read everything, so it steps down to "nobody" for the moment.
  const uid_t user = geteuid();
  ASSERT_TRUE(user != 0 || seteuid(65534) == 0);
  const Loaded loaded = Load({path});
  ASSERT_TRUE(user != 0 || seteuid(user) == 0);
  EXPECT_EQ(OnlyError(loaded).code, Code::kIo);
  EXPECT_NE(OnlyError(loaded).message.find("may not be read"), std::string::npos);
}

TEST(SourceTest, FiftyMegabytesAreTooMuchForOneArticleButNotForLines) {
  const TemporaryFolder folder;
  const Loaded text = Load({WriteFile(folder / "big.txt", std::string(50'000'000, 'a'))});
  EXPECT_EQ(OnlyError(text).code, Code::kTooLarge);
  EXPECT_NE(OnlyError(text).message.find("16 MiB"), std::string::npos);
  std::string lines = Row(1) + "{\"text\":\"" + std::string(70'000'000, 'a') + "\"}\n" + Row(3);
  const Loaded rows = Load({WriteFile(folder / "big.jsonl", lines)});
  ASSERT_EQ(rows.articles.size(), 2u);
  EXPECT_EQ(rows.articles[1].source_id, "3");
  EXPECT_EQ(OnlyError(rows).code, Code::kTooLarge);
  EXPECT_NE(OnlyError(rows).message.find("big.jsonl:2: "), std::string::npos);
}

TEST(SourceTest, FilesOfOtherNamesAreToldByTheirBytes) {
  const TemporaryFolder folder;
  const Loaded loaded = Load({WriteFile(folder / "one.data", Row(4)),
                              WriteFile(folder / "two", "  <!DOCTYPE html><p>Trang của huyện.</p>"),
                              WriteFile(folder / "three", kText)});
  ASSERT_EQ(loaded.articles.size(), 3u);
  EXPECT_EQ(loaded.articles[0].source_id, "4");
  EXPECT_EQ(loaded.articles[1].text, "Trang của huyện.");
  EXPECT_EQ(loaded.articles[2].text, kText);
}

TEST(SourceTest, AByteOrderMarkIsNotText) {
  const TemporaryFolder folder;
  const Loaded loaded = Load({WriteFile(folder / "a.txt", "\xEF\xBB\xBF" + std::string(kText))});
  ASSERT_EQ(loaded.articles.size(), 1u);
  EXPECT_EQ(loaded.articles[0].text, kText);
}

}  // namespace
}  // namespace chido
