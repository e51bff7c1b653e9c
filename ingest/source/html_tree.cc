#include "ingest/source/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "ingest/source/cues.h"

namespace chido {
namespace {

constexpr std::size_t kTextOfLimit = std::size_t{1} << 20;
/// Of the text of the whole page: an element with more than this is never left out for its name.
constexpr double kTooMuchToDrop = 0.5;
/// An element found by its name is the main one if it holds at least this part of the text.
constexpr double kNamedShare = 0.3;
/// Without a name to go by: the innermost element with this part of the text.
constexpr double kDenseShare = 0.8;

template <std::size_t N>
bool OneOf(std::string_view tag, const std::array<std::string_view, N>& tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

/// Elements that never hold an article's text.
bool IsDeadTag(std::string_view tag) {
  constexpr std::array<std::string_view, 19> kDead{
      "script", "style",  "noscript", "nav",    "aside",    "footer", "form",
      "button", "select", "iframe",   "svg",    "template", "object", "input",
      "head",   "video",  "audio",    "canvas", "textarea"};
  return OneOf(tag, kDead);
}

/// Elements whose class may say that they are not part of the article. Inline ones are part of
/// sentences, whatever their class.
bool IsBlockTag(std::string_view tag) {
  constexpr std::array<std::string_view, 10> kBlocks{"div", "section", "ul",    "ol", "table",
                                                     "dl",  "header",  "aside", "li", "p"};
  return OneOf(tag, kBlocks);
}

/// Of several kinds of names, which speaks loudest for the main text; 0 for none.
int MainRank(const HtmlNode* node) {
  if (AttributeOf(node, "itemprop") == "articleBody") return 4;
  const std::string_view tag = TagOf(node);
  const bool block = IsBlockTag(tag) || tag == "article" || tag == "main" || tag == "td";
  if (block && SourceCues::BuiltIn().Names("html.main", NamesOf(node))) return 3;
  if (tag == "article") return 2;
  return tag == "main" || AttributeOf(node, "role") == "main" ? 1 : 0;
}

bool SaysDrop(const HtmlNode* node) {
  if (IsDeadTag(TagOf(node))) return true;
  if (!IsBlockTag(TagOf(node))) return false;
  const std::string style = AttributeOf(node, "style");
  if (style.find("display:none") != std::string::npos) return true;
  if (style.find("display: none") != std::string::npos) return true;
  if (xmlHasProp(node, BAD_CAST "hidden") != nullptr) return true;
  return SourceCues::BuiltIn().Names("html.drop", NamesOf(node));
}

std::string_view ContentOf(const HtmlNode* node) {
  if (node->content == nullptr) return {};
  return reinterpret_cast<const char*>(node->content);
}

void AppendText(const HtmlNode* node, std::string& out) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) out += ContentOf(node);
  for (const HtmlNode* child = node->children; child != nullptr; child = child->next) {
    if (out.size() < kTextOfLimit) AppendText(child, out);
  }
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
  // HTML_PARSE_HUGE is left off: it would lift the bound on nesting.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  document_ =
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions);
  const HtmlNode* top = root();
  if (top == nullptr) return;
  const std::size_t total = Weigh(top);
  MarkDropped(top, total);
}

HtmlTree::~HtmlTree() { xmlFreeDoc(document_); }

const HtmlNode* HtmlTree::root() const {
  return document_ == nullptr ? nullptr : xmlDocGetRootElement(document_);
}

const NodeFacts& HtmlTree::Facts(const HtmlNode* node) const {
  static const NodeFacts kNone;
  const auto found = facts_.find(node);
  return found == facts_.end() ? kNone : found->second;
}

/// Bytes of text below `node`; fills the facts of all elements below.
std::size_t HtmlTree::Weigh(const HtmlNode* node) {
  NodeFacts facts;
  for (const HtmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE) {
      const std::string_view text = ContentOf(child);
      facts.text += static_cast<std::size_t>(
          std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > 0x20; }));
    }
    if (child->type != XML_ELEMENT_NODE) continue;
    const std::string_view tag = TagOf(child);
    const std::size_t below = Weigh(child);
    if (tag != "a" && !IsDeadTag(tag)) facts.text += below;
    facts.has_title = facts.has_title || tag == "h1" || Facts(child).has_title;
  }
  facts_[node] = facts;
  return facts.text;
}

void HtmlTree::MarkDropped(const HtmlNode* node, std::size_t total) {
  for (const HtmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    NodeFacts& facts = facts_[child];
    const bool weighty =
        static_cast<double>(facts.text) > kTooMuchToDrop * static_cast<double>(total);
    const bool dead = IsDeadTag(TagOf(child)) && TagOf(child) != "form";
    facts.dropped = dead || (SaysDrop(child) && !weighty && !facts.has_title);
    if (!facts.dropped) MarkDropped(child, total);
  }
}

/// The element of the highest rank, and among those the one with most text.
const HtmlNode* HtmlTree::BestNamed() const {
  const HtmlNode* best = nullptr;
  int best_rank = 0;
  // Pre-order without recursion or a stack: down, else right, else up and right.
  for (const HtmlNode* node = root(); node != nullptr;) {
    const NodeFacts& facts = Facts(node);
    const bool element = node->type == XML_ELEMENT_NODE && !facts.dropped;
    const int rank = element ? MainRank(node) : 0;
    const std::size_t least =
        static_cast<std::size_t>(kNamedShare * static_cast<double>(Facts(root()).text));
    const bool better =
        rank > best_rank || (best != nullptr && rank == best_rank && facts.text > Facts(best).text);
    if (rank > 0 && facts.text >= std::max<std::size_t>(least, 1) && better) {
      best = node;
      best_rank = rank;
    }
    const HtmlNode* next = element ? node->children : nullptr;
    while (next == nullptr && node != nullptr) {
      next = node->next;
      if (next == nullptr) node = node->parent == root() ? nullptr : node->parent;
    }
    node = next;
  }
  return best;
}

const HtmlNode* HtmlTree::Main() const {
  if (const HtmlNode* named = BestNamed()) return named;
  const HtmlNode* node = root();
  const auto least = static_cast<std::size_t>(kDenseShare * static_cast<double>(Facts(node).text));
  for (const HtmlNode* child = node == nullptr ? nullptr : node->children; child != nullptr;) {
    const NodeFacts& facts = Facts(child);
    const bool holds = !facts.dropped && facts.text >= least && facts.text > 0;
    const bool paragraph = TagOf(child) == "p" || TagOf(child) == "span";
    if (holds && !paragraph) node = child;
    child = holds && !paragraph ? child->children : child->next;
  }
  return node;
}

std::string_view TagOf(const HtmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || node->name == nullptr) return {};
  return reinterpret_cast<const char*>(node->name);
}

std::string AttributeOf(const HtmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return {};
  xmlChar* value = xmlGetProp(node, BAD_CAST name);
  if (value == nullptr) return {};
  std::string copy(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return copy;
}

std::string NamesOf(const HtmlNode* node) {
  return AttributeOf(node, "class") + " " + AttributeOf(node, "id");
}

std::string TextOf(const HtmlNode* node) {
  std::string text;
  AppendText(node, text);
  return text;
}

}  // namespace chido
