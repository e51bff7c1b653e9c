#include <algorithm>

#include "ingest/source/block_stages.h"
#include "ingest/source/published.h"

namespace chido {
namespace {

/// Digits, dots and signs alone.
bool IsNumberLine(const PageLine& line) { return line.digits && !line.letters; }

bool IsPhoneLine(const PageLine& line) {
  if (!IsNumberLine(line)) return false;
  std::size_t digits = 0;
  for (const char c : line.fold) {
    if (c >= '0' && c <= '9') ++digits;
    if (c == '/' || c == '%' || c == ',' || c == ':') return false;
  }
  const bool trunk = line.fold.starts_with('0') || line.fold.starts_with("(0") ||
                     line.fold.starts_with("+84") || line.fold.starts_with("1900");
  return trunk && digits >= 8 && digits <= 24;
}

/// "Số: 17/CT-UBND" or "112-HD/BTGTU": a document's number and nothing else.
bool IsDocumentNumber(const PageLine& line) {
  return line.digits && line.letters && line.words <= 3 && !line.stop &&
         line.fold.find_first_of("/-") != std::string::npos && line.fold.size() <= 48;
}

/// "lượt xem: 424 | lượt tải:9"
bool IsCounter(const SourceCues& cues, const PageLine& line) {
  return line.digits && line.words <= 10 && !line.stop && cues.Contains("counter", line.fold);
}

/// A counter under a listed document takes the document's number and title with it.
void MarkListedDocument(PageSheet& sheet, std::size_t counter) {
  for (std::size_t back = 1; back <= 3 && back <= counter; ++back) {
    if (!IsDocumentNumber(sheet.lines[counter - back])) continue;
    for (std::size_t i = counter - back; i < counter; ++i) {
      sheet.lines[i].kind = BlockKind::kBoilerplate;
    }
    return;
  }
}

/// A caption that names its photographer: "… Ảnh: T.SỸ", "(Ảnh: Duy Quan)".
bool EndsInCredit(const PageSheet& sheet, const PageLine& line) {
  if (line.words > 60 || line.raw.size() >= 400) return false;
  const std::size_t tail = line.fold.size() > 48 ? line.fold.size() - 48 : 0;
  return sheet.cues.Contains("caption.credit", std::string_view(line.fold).substr(tail));
}

/// The line without marks of emphasis and lists before it ("**Mới: …").
std::string_view WithoutMarks(std::string_view fold) {
  fold.remove_prefix(std::min(fold.find_first_not_of("*# "), fold.size()));
  return fold;
}

std::optional<BlockKind> KindByCue(const PageSheet& sheet, const PageLine& line) {
  const SourceCues& cues = sheet.cues;
  if (line.raw.starts_with("![") && line.raw.ends_with(")")) return BlockKind::kBoilerplate;
  if (cues.Is("line", line.fold)) return BlockKind::kBoilerplate;
  const bool sentence = line.Prose();
  if (line.words <= 24 && cues.Begins("line.link", WithoutMarks(line.fold))) {
    return BlockKind::kBoilerplate;
  }
  if (line.words <= 24 && !sentence && cues.Begins("line.start", line.fold)) {
    return BlockKind::kBoilerplate;
  }
  if (IsPhoneLine(line)) return BlockKind::kBoilerplate;
  if (IsDateline(sheet, line)) return BlockKind::kDateline;
  if (IsCounter(cues, line)) return BlockKind::kBoilerplate;
  if (line.words <= 14 && !sentence && cues.Begins("byline.start", line.fold)) {
    return BlockKind::kByline;
  }
  const bool short_line = line.words <= 25 || (line.words <= 45 && !line.stop);
  if (short_line && cues.Begins("caption.start", line.fold)) return BlockKind::kCaption;
  if (EndsInCredit(sheet, line)) return BlockKind::kCaption;
  return std::nullopt;
}

/// The word's end, and that of numbers and signs before it.
bool OnlyDateWords(const PageSheet& sheet, std::string_view fold) {
  std::string word;
  for (std::size_t i = 0; i <= fold.size(); ++i) {
    const char c = i < fold.size() ? fold[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
    if (letter) {
      word += c;
      continue;
    }
    if (!word.empty() && !sheet.cues.Is("date.word", word)) return false;
    word.clear();
  }
  return true;
}

}  // namespace

bool IsDateline(const PageSheet& sheet, const PageLine& line) {
  if (!line.digits || line.words > 20 || line.fold.size() >= 120) return false;
  if (!OnlyDateWords(sheet, line.fold)) return false;
  return !FindDay(line.raw).empty() || sheet.cues.Contains("date.relative", line.fold);
}

void MarkByCues(PageSheet& sheet) {
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    const PageLine& line = sheet.lines[i];
    if (!sheet.Open(i)) continue;
    if (const auto kind = KindByCue(sheet, line)) sheet.Set(i, *kind);
    if (IsCounter(sheet.cues, line) && line.kind == BlockKind::kBoilerplate) {
      MarkListedDocument(sheet, i);
    }
  }
}

}  // namespace chido
