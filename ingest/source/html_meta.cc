#include <libxml/tree.h>
#include <simdjson.h>

#include <algorithm>
#include <array>

#include "ingest/source/html_tree.h"
#include "ingest/source/published.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

void SetIfEmpty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

std::string Lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

void ReadMeta(const HtmlNode* node, PageParts& parts) {
  constexpr std::array<std::string_view, 14> kDates{
      "article:published_time", "datepublished", "pubdate",    "publishdate",
      "publish-date",           "date",          "dc.date",    "dc.date.issued",
      "dcterms.issued",         "dc.created",    "og:pubdate", "article:published",
      "publication_date",       "published_time"};
  std::string name = Lower(AttributeOf(node, "property"));
  if (name.empty()) name = Lower(AttributeOf(node, "name"));
  if (name.empty()) name = Lower(AttributeOf(node, "itemprop"));
  std::string content = AttributeOf(node, "content");
  if (content.empty()) return;
  if (name == "og:title") SetIfEmpty(parts.title, NormalName(content));
  if (name == "og:url") SetIfEmpty(parts.url, content);
  if (name == "og:site_name") SetIfEmpty(parts.publisher, NormalName(content));
  if (std::ranges::find(kDates, name) != kDates.end() && !ParsePublished(content).empty()) {
    SetIfEmpty(parts.published, content);
  }
}

std::string JsonString(const simdjson::dom::element& object, const char* key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

/// Looks for an object with `datePublished`, through arrays and "@graph".
void ReadJsonLd(const simdjson::dom::element& value, PageParts& parts, int depth) {
  constexpr int kDepth = 4;
  simdjson::dom::array array;
  if (value.get(array) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : array) {
      if (depth < kDepth) ReadJsonLd(item, parts, depth + 1);
    }
    return;
  }
  simdjson::dom::element graph;
  if (!value.is_object()) return;
  if (value["@graph"].get(graph) == simdjson::SUCCESS && depth < kDepth) {
    ReadJsonLd(graph, parts, depth + 1);
  }
  std::string published = JsonString(value, "datePublished");
  if (published.empty() || ParsePublished(published).empty()) return;
  SetIfEmpty(parts.published, std::move(published));
  simdjson::dom::element publisher;
  if (value["publisher"].get(publisher) == simdjson::SUCCESS && publisher.is_object()) {
    SetIfEmpty(parts.publisher, NormalName(JsonString(publisher, "name")));
  }
  SetIfEmpty(parts.title, NormalName(JsonString(value, "headline")));
}

/// Times and titles of the page, used where the metadata proper is silent.
struct Fallbacks {
  std::string time;
  std::string title;  ///< of the title element, without the site's name
};

/// "Tiêu đề - Báo X" without what follows the last separator.
std::string WithoutSite(std::string title) {
  for (const std::string_view separator : {" | ", " - ", " – ", " :: "}) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && at * 2 > title.size()) title.resize(at);
  }
  return title;
}

void Walk(const HtmlNode* node, PageParts& parts, Fallbacks& fallbacks) {
  const std::string_view tag = TagOf(node);
  if (tag == "meta") ReadMeta(node, parts);
  if (tag == "link" && AttributeOf(node, "rel") == "canonical") {
    SetIfEmpty(parts.url, AttributeOf(node, "href"));
  }
  if (tag == "title") SetIfEmpty(fallbacks.title, WithoutSite(NormalName(TextOf(node))));
  if (tag == "time" && !ParsePublished(AttributeOf(node, "datetime")).empty()) {
    SetIfEmpty(fallbacks.time, AttributeOf(node, "datetime"));
  }
  if (tag == "script" && AttributeOf(node, "type") == "application/ld+json") {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    // Damaged JSON-LD is common and tells nothing.
    const std::string json = TextOf(node);
    if (parser.parse(json).get(root) == simdjson::SUCCESS) ReadJsonLd(root, parts, 0);
  }
  for (const HtmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) Walk(child, parts, fallbacks);
  }
}

}  // namespace

void ReadMetadata(const HtmlTree& tree, PageParts& parts) {
  Fallbacks fallbacks;
  Walk(tree.root(), parts, fallbacks);
  SetIfEmpty(parts.published, std::move(fallbacks.time));
  if (!tree.Facts(tree.root()).has_title) SetIfEmpty(parts.title, std::move(fallbacks.title));
}

}  // namespace chido
