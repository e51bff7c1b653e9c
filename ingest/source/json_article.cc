#include "ingest/source/json_article.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "ingest/source/html.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

std::unexpected<Error> NotAnArticle(std::string_view origin, std::string_view why) {
  return Fail(Code::kBadInput,
              fmt::format("{}: not an article: {}; each line must be a JSON object with \"text\" "
                          "(and if known \"id\", \"url\", \"title\", \"published\", \"source\")",
                          origin, why));
}

/// A string or a whole number; empty for null, an absent key and everything else.
std::string StringOf(const simdjson::dom::object& object, const char* key) {
  simdjson::dom::element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  std::int64_t number = 0;
  return value.get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

bool IsString(const simdjson::dom::object& object, const char* key) {
  simdjson::dom::element value;
  return object.at_key(key).get(value) == simdjson::SUCCESS && value.is_string();
}

}  // namespace

struct JsonArticles::Parser {
  simdjson::dom::parser dom;
};

JsonArticles::JsonArticles() : parser_(std::make_unique<Parser>()) {}
JsonArticles::~JsonArticles() = default;

Result<PageParts> JsonArticles::Parse(std::string_view line, std::string_view origin) {
  simdjson::dom::element root;
  const auto error = parser_->dom.parse(line.data(), line.size()).get(root);
  if (error == simdjson::UTF8_ERROR) {
    return Fail(Code::kBadInput, fmt::format("{}: not valid UTF-8 at byte {} of the line; convert "
                                             "the file to UTF-8 first",
                                             origin, FindInvalidUtf8(line)));
  }
  if (error != simdjson::SUCCESS) {
    return NotAnArticle(origin, fmt::format("it is not JSON ({})", simdjson::error_message(error)));
  }
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return NotAnArticle(origin, "it is not an object");
  const bool has_text = IsString(object, "text");
  if (!has_text && !IsString(object, "html")) {
    return NotAnArticle(origin, "the key \"text\" is missing or not a string");
  }
  PageParts parts;
  parts.origin = origin;
  if (has_text) {
    parts.text = StringOf(object, "text");
  } else {
    CHIDO_ASSIGN(parts, ParseHtml(StringOf(object, "html"), origin));
  }
  const auto take = [&](const char* key, std::string& field) {
    std::string value = StringOf(object, key);
    if (!value.empty()) field = std::move(value);
  };
  take("id", parts.source_id);
  take("url", parts.url);
  take("title", parts.title);
  take("published", parts.published);
  take("source", parts.publisher);
  return parts;
}

}  // namespace chido
