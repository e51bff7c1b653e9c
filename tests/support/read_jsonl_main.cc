// chido_read_jsonl [FILE]: reads articles as JSON lines (id url title published source text) from a
// file or standard input and writes one reading per line. For work on the rules of the reader.

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "graph/model/article.h"
#include "graph/model/edtf.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace {

using chido::Article;
using chido::BlockKind;

std::string StringOf(const nlohmann::json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// An ISO day from "2025-04-22 10:27:00" or "Wed, 17 Apr 2024 18:00:00 +0700"; empty otherwise.
std::string DayOf(std::string_view published) {
  if (published.size() >= 10 && chido::ParseEdtf(published.substr(0, 10))) {
    return std::string(published.substr(0, 10));
  }
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    const std::size_t at = published.find(kMonths[month]);
    if (at == std::string_view::npos || at < 3 || at + 8 > published.size()) continue;
    const int day = std::atoi(std::string(published.substr(at - 3, 2)).c_str());
    const std::string year(published.substr(at + 4, 4));
    return fmt::format("{}-{:02}-{:02}", year, month + 1, day);
  }
  return {};
}

/// Where the page's own furniture begins below the article.
std::size_t EndOfBody(std::string_view text) {
  constexpr std::array<std::string_view, 8> kFurniture = {
      "\nTổng số điểm của bài viết", "\nTin cùng chuyên mục",  "\nVăn bản mới",
      "\nÝ kiến bạn đọc",            "\nXếp hạng:",            "\nTin liên quan",
      "\nClick để đánh giá",         "\nBạn đã không sử dụng",
  };
  std::size_t end = text.size();
  for (const std::string_view mark : kFurniture) end = std::min(end, text.find(mark));
  return end;
}

Article ArticleOf(const nlohmann::json& line) {
  Article article;
  article.source_id = StringOf(line, "id");
  article.url = StringOf(line, "url");
  article.title = StringOf(line, "title");
  article.publisher = StringOf(line, "source");
  article.published = DayOf(StringOf(line, "published"));
  article.text = StringOf(line, "text");
  article.id = chido::ContentId(article.title, article.text);
  const auto end = static_cast<std::uint32_t>(EndOfBody(article.text));
  const auto size = static_cast<std::uint32_t>(article.text.size());
  std::uint32_t begin = 0;
  if (!article.title.empty() && article.text.starts_with(article.title)) {
    begin = static_cast<std::uint32_t>(article.title.size());
    article.blocks.push_back({BlockKind::kTitle, {0, begin}});
  }
  if (begin < end) article.blocks.push_back({BlockKind::kBody, {begin, end}});
  if (end < size) article.blocks.push_back({BlockKind::kBoilerplate, {end, size}});
  return article;
}

int Run(std::istream& in) {
  const chido::Lexicon& lexicon = chido::Lexicon::BuiltIn();
  std::string line;
  int failures = 0;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const nlohmann::json parsed = nlohmann::json::parse(line, nullptr, false);
    if (!parsed.is_object()) {
      fmt::print(stderr, "line {} is not a JSON object\n", number);
      ++failures;
      continue;
    }
    const auto reading = chido::ReadArticle(ArticleOf(parsed), lexicon);
    if (!reading) {
      fmt::print(stderr, "line {}: {}\n", number, reading.error().message);
      ++failures;
      continue;
    }
    fmt::print("{}\n", chido::ReadingToJson(*reading));
  }
  return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return Run(std::cin);
  std::ifstream file(argv[1]);
  if (!file) {
    fmt::print(stderr, "cannot open {}\n", argv[1]);
    return 2;
  }
  return Run(file);
}
