#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/ids.h"
#include "graph/model/span.h"

namespace chido {

/// What a stretch of an article's text is. The numbers are stored and never change.
enum class BlockKind : std::uint8_t {
  kTitle = 1,
  kLead = 2,
  kBody = 3,
  kCaption = 4,
  kByline = 5,
  kDateline = 6,     ///< the page's own date and counters around it
  kBoilerplate = 7,  ///< menus, related links, sidebars, counters, comments: states nothing
};

std::string_view NameOf(BlockKind kind);
std::optional<BlockKind> BlockKindFromName(std::string_view name);

/// A stretch of the stored text. Blocks are in text order and do not overlap.
struct Block {
  BlockKind kind = BlockKind::kBody;
  Span span;
  friend bool operator==(const Block&, const Block&) = default;
};

/// One article as it was taken in: the exact text, and what the page says of itself.
struct Article {
  DocumentId id;          ///< `ContentId` of the text
  std::string source_id;  ///< the id the source gave it (JSON lines `id`, else the file's stem)
  std::string url;        ///< empty if unknown
  std::string title;      ///< from metadata; empty if unknown
  std::string publisher;  ///< site or newspaper name or host; empty if unknown
  std::string published;  ///< EDTF day from metadata or the page; empty if unknown
  std::string origin;     ///< file as named by the user, with ":line" for JSON lines
  std::string text;       ///< valid UTF-8, exactly as stored
  std::vector<Block> blocks;

  friend bool operator==(const Article&, const Article&) = default;
};

/// The document id of a title and text: what makes two copies of an article one document.
DocumentId ContentId(std::string_view title, std::string_view text);

/// The stored form, and back. Error kCorruption for damaged bytes.
std::string EncodeArticle(const Article& article);
Result<Article> DecodeArticle(std::string_view bytes);

}  // namespace chido
