#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/article.h"

namespace chido {

/// A line of a page with what its shape tells. Blank lines are not lines.
struct PageLine {
  Span span;             ///< without blanks at either end; never empty
  std::string fold;      ///< `FoldKey` of the first 400 bytes; of long paragraphs less
  std::string_view raw;  ///< into the text
  std::uint32_t words = 0;
  bool stop = false;         ///< ends as a sentence does
  bool ellipsis = false;     ///< ends in "..." or "…"
  bool gap = false;          ///< a blank line stands before it
  bool names = false;        ///< every word begins with a capital, and there are no digits
  bool lower_start = false;  ///< begins with a lower-case letter
  bool letters = false;      ///< has a letter
  bool digits = false;       ///< has a digit
  std::optional<BlockKind> kind;

  /// A whole sentence of some length: the text proper of an article.
  bool Prose() const { return stop && !ellipsis && words >= 8; }
  bool LongProse() const { return stop && !ellipsis && words >= 20; }
};

/// All lines of `text` (valid UTF-8), which must outlive them. Linear.
std::vector<PageLine> SplitLines(std::string_view text);

}  // namespace chido
