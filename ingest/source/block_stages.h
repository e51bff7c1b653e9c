#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/source/cues.h"
#include "ingest/source/lines.h"

namespace chido {

/// The work sheet of `ClassifyBlocks`: each stage gives kinds to lines that have none yet.
struct PageSheet {
  std::vector<PageLine> lines;
  const SourceCues& cues = SourceCues::BuiltIn();
  std::string title;              ///< `FoldKey` of the metadata's title; may be empty
  std::size_t title_line = npos;  ///< npos: none found
  std::size_t end = 0;            ///< first line after the article

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  bool Open(std::size_t i) const { return !lines[i].kind.has_value(); }
  void Set(std::size_t i, BlockKind kind) {
    if (Open(i)) lines[i].kind = kind;
  }
};

/// block_marks.cc: lines that tell by themselves what they are: counters, buttons, datelines, phone
/// numbers, photo credits, "Tin, ảnh: …".
void MarkByCues(PageSheet& sheet);
/// block_ends.cc: what follows the article: related links, ratings, comments, lists of documents.
void MarkTail(PageSheet& sheet);
/// block_ends.cc: title, and menus before it.
void MarkHead(PageSheet& sheet);
/// block_middle.cc: captions without a cue of their own, bare names at the end.
void MarkMiddle(PageSheet& sheet);

/// Whether the line says when the page was made, and nothing else.
bool IsDateline(const PageSheet& sheet, const PageLine& line);

}  // namespace chido
