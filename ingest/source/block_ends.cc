#include <algorithm>

#include "ingest/source/block_stages.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// Bytes of long whole sentences in lines [begin, end) that no cue has called something else.
std::size_t ProseBytes(const PageSheet& sheet, std::size_t begin, std::size_t end) {
  std::size_t bytes = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const PageLine& line = sheet.lines[i];
    const bool text =
        sheet.Open(i) || line.kind == BlockKind::kBody || line.kind == BlockKind::kLead;
    if (text && line.LongProse()) bytes += line.span.size();
  }
  return bytes;
}

void DropFrom(PageSheet& sheet, std::size_t begin) {
  for (std::size_t i = begin; i < sheet.lines.size(); ++i) {
    // What HTML or a cue has called a byline may stand below the ratings.
    if (sheet.lines[i].kind != BlockKind::kByline) sheet.lines[i].kind = BlockKind::kBoilerplate;
  }
  sheet.end = std::min(sheet.end, begin);
}

/// A box of links in the middle of an article: the titles right below its heading.
void DropBox(PageSheet& sheet, std::size_t heading) {
  sheet.lines[heading].kind = BlockKind::kBoilerplate;
  for (std::size_t i = heading + 1; i < sheet.lines.size() && i <= heading + 5; ++i) {
    const PageLine& line = sheet.lines[i];
    if (!sheet.Open(i) || line.stop || line.words < 5 || line.words > 30) return;
    sheet.Set(i, BlockKind::kBoilerplate);
  }
}

/// A short line that could be an entry of a menu.
bool MenuLike(const PageSheet& sheet, std::size_t i) {
  const PageLine& line = sheet.lines[i];
  const char first = line.fold.empty() ? ' ' : line.fold.front();
  const bool list = first == '-' || first == '+' || (first >= '0' && first <= '9');
  return sheet.Open(i) && line.words <= 6 && !line.stop && !list && !line.names;
}

bool IsMenuRow(const PageLine& line) {
  const bool parted =
      line.fold.find(" | ") != std::string::npos || line.fold.find(" » ") != std::string::npos ||
      line.fold.find(" › ") != std::string::npos || line.fold.find(" > ") != std::string::npos;
  return parted && line.words <= 24 && !line.stop;
}

/// The line that is the metadata's title, or begins with it where that was cut with "...".
std::size_t TitleByMetadata(const PageSheet& sheet) {
  std::string_view wanted = sheet.title;
  while (wanted.ends_with('.') || wanted.ends_with(' ')) wanted.remove_suffix(1);
  if (wanted.size() < 8) return PageSheet::npos;
  const std::size_t limit = std::min<std::size_t>(sheet.end, 60);
  for (std::size_t i = 0; i < limit; ++i) {
    const std::string& fold = sheet.lines[i].fold;
    if (fold.starts_with(wanted) && fold.size() <= wanted.size() + 120) return i;
  }
  return PageSheet::npos;
}

/// A heading by its shape.
bool TitleLike(const PageSheet& sheet, std::size_t i) {
  const PageLine& line = sheet.lines[i];
  const bool asks = line.raw.ends_with('?') || line.raw.ends_with('!');
  return sheet.Open(i) && line.words >= 4 && line.words <= 45 && (!line.stop || asks) &&
         line.letters && !IsMenuRow(line);
}

/// Without metadata: the heading next to the page's date; else in a long head the last one before
/// the first sentence (those above it are a menu), in a short head the first.
std::size_t TitleByShape(const PageSheet& sheet) {
  std::size_t first_prose = 0;
  while (first_prose < sheet.end &&
         !(sheet.lines[first_prose].Prose() && sheet.Open(first_prose))) {
    ++first_prose;
  }
  if (first_prose == sheet.end) return PageSheet::npos;
  std::size_t first = PageSheet::npos;
  std::size_t last = PageSheet::npos;
  std::size_t dated = PageSheet::npos;
  for (std::size_t i = 0; i < first_prose; ++i) {
    if (sheet.lines[i].kind == BlockKind::kDateline && dated == PageSheet::npos) dated = i;
    if (!TitleLike(sheet, i)) continue;
    if (first == PageSheet::npos) first = i;
    if (dated == PageSheet::npos || last == PageSheet::npos) last = i;
  }
  if (dated != PageSheet::npos) return last;
  return first_prose > 6 ? last : first;
}

void DropMenus(PageSheet& sheet, std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    if (sheet.Open(i) && IsMenuRow(sheet.lines[i])) sheet.Set(i, BlockKind::kBoilerplate);
  }
  for (std::size_t i = 0; i < end;) {
    std::size_t run = i;
    while (run < end && MenuLike(sheet, run)) ++run;
    if (run - i >= 2) {
      for (; i < run; ++i) sheet.Set(i, BlockKind::kBoilerplate);
    }
    i = std::max(run, i) + 1;
  }
}

/// "./." closes the report of an agency: one short paragraph below is the lead of another.
void DropTeaser(PageSheet& sheet) {
  std::size_t close = sheet.end;
  while (close > 0 && !(sheet.Open(close - 1) && sheet.lines[close - 1].raw.ends_with("./."))) {
    --close;
  }
  if (close == 0) return;
  std::size_t teaser = PageSheet::npos;
  for (std::size_t i = close; i < sheet.end; ++i) {
    if (!sheet.Open(i) || !sheet.lines[i].LongProse()) continue;
    if (teaser != PageSheet::npos) return;
    teaser = i;
  }
  if (teaser == PageSheet::npos) return;
  constexpr std::size_t kLeastShare = 4;
  if (sheet.lines[teaser].span.size() * kLeastShare > ProseBytes(sheet, 0, close)) return;
  sheet.Set(teaser, BlockKind::kBoilerplate);
}

}  // namespace

void MarkTail(PageSheet& sheet) {
  const std::size_t count = sheet.lines.size();
  for (std::size_t i = 0; i < count && i < sheet.end; ++i) {
    const std::string& fold = sheet.lines[i].fold;
    const bool other = !sheet.Open(i) && sheet.lines[i].kind != BlockKind::kBoilerplate;
    if (other || sheet.lines[i].words > 16) continue;
    const bool hard = sheet.cues.Begins("end", fold);
    const bool box = !hard && (sheet.cues.Is("box", fold) || sheet.cues.Begins("box", fold)) &&
                     sheet.lines[i].words <= 8;
    if (!hard && !box) continue;
    const std::size_t before = ProseBytes(sheet, 0, i);
    const std::size_t after = ProseBytes(sheet, i + 1, count);
    if (before > 0 && (after == 0 || (hard && after * 2 <= before))) {
      DropFrom(sheet, i);
    } else if (box) {
      DropBox(sheet, i);
    }
  }
  DropTeaser(sheet);
}

void MarkHead(PageSheet& sheet) {
  if (sheet.title_line == PageSheet::npos) {
    sheet.title_line = TitleByMetadata(sheet);
    if (sheet.title_line == PageSheet::npos) sheet.title_line = TitleByShape(sheet);
    if (sheet.title_line == PageSheet::npos) return;
    sheet.lines[sheet.title_line].kind = BlockKind::kTitle;
  }
  DropMenus(sheet, sheet.title_line);
  // Counts between title and text ("3", "liên quan") belong to the page.
  for (std::size_t i = 0; i < sheet.end; ++i) {
    const PageLine& line = sheet.lines[i];
    if (sheet.Open(i) && line.Prose()) break;
    if (sheet.Open(i) && line.digits && !line.letters) sheet.Set(i, BlockKind::kBoilerplate);
  }
}

}  // namespace chido
