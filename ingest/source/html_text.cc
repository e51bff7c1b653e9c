#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "ingest/source/cues.h"
#include "ingest/source/html_tree.h"

namespace chido {
namespace {

using MaybeKind = std::optional<BlockKind>;

bool IsParagraphTag(std::string_view tag) {
  constexpr std::array<std::string_view, 33> kTags{
      "p",    "div",    "section",    "article",    "main",  "header",  "h1",
      "h2",   "h3",     "h4",         "h5",         "h6",    "ul",      "ol",
      "li",   "dl",     "dt",         "dd",         "table", "thead",   "tbody",
      "tr",   "figure", "figcaption", "blockquote", "pre",   "address", "center",
      "form", "body",   "hr",         "caption",    "html"};
  return std::ranges::find(kTags, tag) != kTags.end();
}

/// Collects paragraphs and the kinds that the page gives them.
class Paragraphs {
 public:
  explicit Paragraphs(PageParts& parts) : parts_(parts) {}

  void Add(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool hard = text.substr(i, 2) == "\xC2\xA0";
      if (hard || static_cast<unsigned char>(text[i]) <= 0x20) {
        blank_ = true;
        if (hard) ++i;
        continue;
      }
      if (blank_ && !line_.empty() && line_.back() != '\n') line_ += ' ';
      blank_ = false;
      line_ += text[i];
    }
  }
  void Blank() { blank_ = true; }
  /// One line break ends a line, two in a row a paragraph.
  void LineBreak(MaybeKind kind) {
    if (line_.ends_with('\n')) {
      Flush(kind);
    } else if (!line_.empty()) {
      line_ += '\n';
    }
    blank_ = false;
  }
  void Flush(MaybeKind kind) {
    while (line_.ends_with('\n')) line_.pop_back();
    blank_ = false;
    if (line_.empty()) return;
    if (!parts_.text.empty()) parts_.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(parts_.text.size());
    parts_.text += line_;
    if (kind) {
      parts_.hints.push_back({*kind, {begin, static_cast<std::uint32_t>(parts_.text.size())}});
    }
    line_.clear();
  }

 private:
  PageParts& parts_;
  std::string line_;
  bool blank_ = false;
};

/// Walks the page in order. Before the main element only title, lead and date are taken, after it
/// only a byline.
class Walker {
 public:
  Walker(const HtmlTree& tree, PageParts& parts)
      : tree_(tree), main_(tree.Main()), out_(parts), whole_page_(main_ == tree.root()) {}

  void Run() {
    Visit(tree_.root(), whole_page_, std::nullopt);
    out_.Flush(std::nullopt);
  }

 private:
  /// What the page itself calls this element.
  MaybeKind KindOf(const HtmlNode* node, bool inside) {
    const std::string_view tag = TagOf(node);
    if (tag == "h1" && !titled_) return BlockKind::kTitle;
    if (tag == "figcaption" || tag == "caption") return BlockKind::kCaption;
    if (tag == "time" && !inside) return BlockKind::kDateline;
    const std::string names = NamesOf(node);
    if (names.size() <= 1 || tree_.Facts(node).text > kLongestPart) return std::nullopt;
    const SourceCues& cues = SourceCues::BuiltIn();
    if (cues.Names("html.caption", names)) return BlockKind::kCaption;
    if (cues.Names("html.byline", names)) return BlockKind::kByline;
    if (!seen_main_ && cues.Names("html.lead", names)) return BlockKind::kLead;
    if (!inside && !seen_main_ && cues.Names("html.date", names)) return BlockKind::kDateline;
    return std::nullopt;
  }

  /// Whether a part of this kind is taken where it stands.
  bool Taken(const HtmlNode* node, BlockKind kind) const {
    if (kind == BlockKind::kTitle) return true;
    if (kind == BlockKind::kByline) return seen_main_;
    return !seen_main_ && tree_.Facts(node).text >= (kind == BlockKind::kLead ? 40U : 6U);
  }

  void Visit(const HtmlNode* node, bool inside, MaybeKind kind) {
    for (const HtmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE && inside) {
        out_.Add(reinterpret_cast<const char*>(child->content));
      }
      if (child->type == XML_ELEMENT_NODE && !tree_.Facts(child).dropped) {
        Element(child, inside, kind);
      }
    }
  }

  void Element(const HtmlNode* node, bool inside, MaybeKind kind) {
    const std::string_view tag = TagOf(node);
    if (tag == "br") return inside ? out_.LineBreak(kind) : void();
    if (node == main_) {
      out_.Flush(kind);
      Visit(node, true, std::nullopt);
      out_.Flush(std::nullopt);
      seen_main_ = true;
      return;
    }
    MaybeKind own = kind ? kind : KindOf(node, inside);
    bool take = inside;
    if (!inside && own && !kind) {
      take = Taken(node, *own);
      if (!take) own = std::nullopt;
    }
    const bool named = own != kind;
    if (own == BlockKind::kTitle) titled_ = true;
    // A name inside a sentence ("<span class=author>") parts nothing.
    const bool paragraph = IsParagraphTag(tag) || (named && !inside);
    if (!paragraph) {
      if (tag == "td" || tag == "th") out_.Blank();
      Visit(node, take, kind);
      return;
    }
    out_.Flush(kind);
    Visit(node, take, own);
    out_.Flush(own);
  }

  /// A lead, caption or byline is shorter than this; longer ones are wrappers of a whole page.
  static constexpr std::size_t kLongestPart = 2000;

  const HtmlTree& tree_;
  const HtmlNode* main_;
  Paragraphs out_;
  bool whole_page_ = false;
  bool seen_main_ = false;
  bool titled_ = false;
};

}  // namespace

void ReadMainText(const HtmlTree& tree, PageParts& parts) { Walker(tree, parts).Run(); }

}  // namespace chido
