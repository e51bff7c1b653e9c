#pragma once

#include <memory>
#include <string_view>

#include "graph/base/result.h"
#include "ingest/source/parts.h"

namespace chido {

/// Reads articles from JSON lines. Holds the parser's memory; not thread-safe.
class JsonArticles {
 public:
  JsonArticles();
  ~JsonArticles();
  JsonArticles(const JsonArticles&) = delete;
  JsonArticles& operator=(const JsonArticles&) = delete;

  /// The article of one line: an object with "text" or "html", and if known "id", "url", "title",
  /// "published", "source"; other keys are ignored. `origin` ("file:line") stands in the result
  /// and in errors. Error kBadInput for anything else, with what is wrong.
  Result<PageParts> Parse(std::string_view line, std::string_view origin);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace chido
