#include "ingest/source/blocks.h"

#include "ingest/source/block_stages.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

void ApplyHints(PageSheet& sheet, std::span<const Block> hints) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    PageLine& line = sheet.lines[i];
    while (next < hints.size() && hints[next].span.end <= line.span.begin) ++next;
    if (next == hints.size() || !hints[next].span.Contains(line.span)) continue;
    line.kind = hints[next].kind;
    if (line.kind == BlockKind::kTitle && sheet.title_line == PageSheet::npos) {
      sheet.title_line = i;
    }
  }
}

/// The first paragraph under the title is the lead; an article without title has none.
void MarkLead(PageSheet& sheet) {
  if (sheet.title_line == PageSheet::npos) return;
  for (std::size_t i = sheet.title_line + 1; i < sheet.lines.size(); ++i) {
    if (sheet.lines[i].kind == BlockKind::kLead) return;
    if (!sheet.Open(i) || !sheet.lines[i].Prose()) continue;
    sheet.Set(i, BlockKind::kLead);
    return;
  }
}

/// A line that goes on in the next one, as where a page was wrapped in the middle of a sentence.
bool GoesOn(const PageLine& line, const PageLine& next) {
  return !line.stop && next.lower_start && !next.gap;
}

std::vector<Block> Assemble(const PageSheet& sheet) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    const PageLine& line = sheet.lines[i];
    const BlockKind kind = line.kind.value_or(BlockKind::kBody);
    const bool same = !blocks.empty() && blocks.back().kind == kind;
    const bool joins =
        same && (kind == BlockKind::kBoilerplate || GoesOn(sheet.lines[i - 1], line));
    if (joins) {
      blocks.back().span.end = line.span.end;
    } else {
      blocks.push_back({kind, line.span});
    }
  }
  return blocks;
}

/// A title broken over two lines, a wrapped paragraph: the following line is of the same kind.
void CarryOver(PageSheet& sheet) {
  for (std::size_t i = 1; i < sheet.lines.size(); ++i) {
    const PageLine& before = sheet.lines[i - 1];
    if (before.kind == BlockKind::kBoilerplate || !sheet.Open(i)) continue;
    if (before.kind.has_value() && GoesOn(before, sheet.lines[i])) sheet.Set(i, *before.kind);
  }
}

}  // namespace

std::vector<Block> ClassifyBlocks(std::string_view text, std::string_view title,
                                  std::span<const Block> hints) {
  PageSheet sheet{.lines = SplitLines(text), .title = FoldKey(title)};
  sheet.end = sheet.lines.size();
  ApplyHints(sheet, hints);
  MarkByCues(sheet);
  MarkTail(sheet);
  MarkHead(sheet);
  MarkMiddle(sheet);
  MarkLead(sheet);
  CarryOver(sheet);
  return Assemble(sheet);
}

}  // namespace chido
