#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/source/parts.h"

struct _xmlDoc;
struct _xmlNode;

namespace chido {

using HtmlNode = _xmlNode;

/// What the choice of the main text needs to know of an element.
struct NodeFacts {
  std::size_t text = 0;    ///< bytes of text below it that is not in a link, form or menu
  bool has_title = false;  ///< holds an h1
  bool dropped = false;    ///< left out with all below it
};

/// A parsed page. Owns the tree.
class HtmlTree {
 public:
  /// `html` is valid UTF-8. Never fails: what cannot be understood is skipped.
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// The html element, or nullptr for a page without any.
  const HtmlNode* root() const;
  const NodeFacts& Facts(const HtmlNode* node) const;
  /// The element that holds the article's text; the root if nothing speaks for another.
  const HtmlNode* Main() const;

 private:
  std::size_t Weigh(const HtmlNode* node);
  void MarkDropped(const HtmlNode* node, std::size_t total);
  const HtmlNode* BestNamed() const;

  _xmlDoc* document_ = nullptr;
  std::unordered_map<const HtmlNode*, NodeFacts> facts_;
};

/// Lower-case name of an element; empty for other nodes.
std::string_view TagOf(const HtmlNode* node);
/// Value of an attribute, empty if absent.
std::string AttributeOf(const HtmlNode* node, const char* name);
/// "class id" of an element.
std::string NamesOf(const HtmlNode* node);
/// All text below a node, blanks as they are. At most 1 MiB.
std::string TextOf(const HtmlNode* node);

/// html_meta.cc: fills title, url, publisher and published from head, JSON-LD and time elements.
void ReadMetadata(const HtmlTree& tree, PageParts& parts);
/// html_text.cc: fills text and hints.
void ReadMainText(const HtmlTree& tree, PageParts& parts);

}  // namespace chido
