#include "ingest/source/block_stages.h"

namespace chido {
namespace {

constexpr std::uint32_t kCaptionWords = 45;

/// The line above stands for a picture.
bool UnderImage(const PageSheet& sheet, std::size_t i) {
  return i > 0 && sheet.cues.Is("image", sheet.lines[i - 1].fold);
}

/// The same line once more right above or below: a picture's text and its caption.
bool Repeated(const PageSheet& sheet, std::size_t i) {
  const auto same = [&](std::size_t j) {
    return j < sheet.end && sheet.lines[j].raw == sheet.lines[i].raw;
  };
  return (i > 0 && same(i - 1)) || same(i + 1);
}

/// "Đồng chí X - chức vụ phát biểu tại hội nghị" on a line of its own, without a full stop or with
/// one set apart.
bool CaptionLike(const PageSheet& sheet, std::size_t i) {
  const PageLine& line = sheet.lines[i];
  if (line.words < 3 || line.words > kCaptionWords) return false;
  if (Repeated(sheet, i)) return true;
  if (UnderImage(sheet, i) && (!line.stop || line.words <= 25)) return true;
  const bool open_end = !line.stop || line.fold.ends_with(" .");
  const bool list = line.fold.starts_with('-') || line.fold.starts_with('+');
  return open_end && !list && !line.ellipsis && sheet.cues.Contains("caption.any", line.fold);
}

void MarkCaptions(PageSheet& sheet) {
  const std::size_t begin = sheet.title_line == PageSheet::npos ? 0 : sheet.title_line + 1;
  for (std::size_t i = begin; i < sheet.end; ++i) {
    if (sheet.Open(i) && CaptionLike(sheet, i)) sheet.Set(i, BlockKind::kCaption);
  }
}

/// A bare name such as "H'Yi Êban", "T.SỸ", "Thanh Nga - Thái Bạch": the author, if it stands below
/// the last long paragraph.
bool NameLike(const PageLine& line) {
  return line.names && line.words >= 1 && line.words <= 9 &&
         (!line.stop || line.fold.ends_with('.')) && line.raw.size() <= 80;
}

void MarkNames(PageSheet& sheet) {
  std::size_t last_prose = PageSheet::npos;
  for (std::size_t i = 0; i < sheet.end; ++i) {
    if (sheet.Open(i) && sheet.lines[i].Prose()) last_prose = i;
  }
  if (last_prose == PageSheet::npos) return;
  for (std::size_t i = last_prose + 1; i < sheet.end; ++i) {
    if (sheet.Open(i) && NameLike(sheet.lines[i])) sheet.Set(i, BlockKind::kByline);
  }
}

/// Below the byline a run of short lines is a menu, and numbers are counters.
void MarkBelowByline(PageSheet& sheet) {
  std::size_t byline = PageSheet::npos;
  for (std::size_t i = 0; i < sheet.end; ++i) {
    if (sheet.lines[i].kind == BlockKind::kByline) byline = i;
    if (sheet.Open(i) && sheet.lines[i].Prose()) byline = PageSheet::npos;
  }
  if (byline == PageSheet::npos) return;
  constexpr std::size_t kRun = 4;
  for (std::size_t i = byline + 1; i < sheet.end;) {
    std::size_t run = i;
    while (run < sheet.end && sheet.Open(run) && sheet.lines[run].words <= 6 &&
           !sheet.lines[run].stop) {
      ++run;
    }
    for (std::size_t j = i; j < run && run - i >= kRun; ++j) sheet.Set(j, BlockKind::kBoilerplate);
    i = run + 1;
  }
}

}  // namespace

void MarkMiddle(PageSheet& sheet) {
  MarkCaptions(sheet);
  MarkNames(sheet);
  MarkBelowByline(sheet);
}

}  // namespace chido
