#include "ingest/source/cues.h"

#include "linker/text/normal.h"

namespace chido {
namespace {

constexpr std::string_view kTable =
#include "ingest/source/cues_table.inc"
    ;

constexpr std::string_view kPrefix = "source.";

/// The cell before the next `separator`, which is taken off `rest`.
std::string_view Cell(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view cell = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return cell;
}

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `name` holds `phrase` as a whole or between '-'.
bool HoldsPart(std::string_view name, std::string_view phrase) {
  for (std::size_t at = name.find(phrase); at != std::string_view::npos;
       at = name.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || name[at - 1] == '-') && (end == name.size() || name[end] == '-')) return true;
  }
  return false;
}

}  // namespace

const SourceCues& SourceCues::BuiltIn() {
  static const SourceCues cues(kTable);
  return cues;
}

SourceCues::SourceCues(std::string_view table) {
  Cell(table, '\n');
  while (!table.empty()) {
    std::string_view row = Cell(table, '\n');
    std::string_view kind = Cell(row, '\t');
    if (kind.starts_with(kPrefix)) kind.remove_prefix(kPrefix.size());
    const std::string_view phrase = Cell(row, '\t');
    if (phrase.empty()) continue;
    Phrases& phrases = kinds_[std::string(kind)];
    std::string fold = FoldKey(phrase);
    if (phrases.set.insert(fold).second) phrases.list.push_back(std::move(fold));
  }
}

const SourceCues::Phrases* SourceCues::Of(std::string_view kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? nullptr : &found->second;
}

bool SourceCues::Is(std::string_view kind, std::string_view fold) const {
  const Phrases* phrases = Of(kind);
  return phrases != nullptr && phrases->set.contains(std::string(fold));
}

bool SourceCues::Begins(std::string_view kind, std::string_view fold) const {
  const Phrases* phrases = Of(kind);
  if (phrases == nullptr) return false;
  for (const std::string& phrase : phrases->list) {
    if (!fold.starts_with(phrase)) continue;
    // A count may stick to its word ("Đang truy cập72").
    const bool inside_word =
        fold.size() > phrase.size() && IsWordByte(phrase.back()) && IsWordByte(fold[phrase.size()]);
    if (!inside_word || (fold[phrase.size()] >= '0' && fold[phrase.size()] <= '9')) return true;
  }
  return false;
}

bool SourceCues::Contains(std::string_view kind, std::string_view fold) const {
  const Phrases* phrases = Of(kind);
  if (phrases == nullptr) return false;
  for (const std::string& phrase : phrases->list) {
    if (fold.find(phrase) != std::string_view::npos) return true;
  }
  return false;
}

bool SourceCues::Names(std::string_view kind, std::string_view attribute) const {
  const Phrases* phrases = Of(kind);
  if (phrases == nullptr) return false;
  std::string names;
  for (const char c : attribute) {
    names += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  std::string_view rest(names);
  while (!rest.empty()) {
    const std::string_view name = Cell(rest, ' ');
    for (const std::string& phrase : phrases->list) {
      if (HoldsPart(name, phrase)) return true;
    }
  }
  return false;
}

}  // namespace chido
