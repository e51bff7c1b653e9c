#include <algorithm>
#include <set>

#include "linker/reading/directive_draft.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// Words of a title, folded.
std::set<std::string> WordsOf(std::string_view title) {
  std::set<std::string> words;
  std::string word;
  for (const char c : SearchKey(title) + ' ') {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

/// Share of the shorter title's words that both have, in [0, 1].
double Similarity(std::string_view a, std::string_view b) {
  const auto left = WordsOf(a);
  const auto right = WordsOf(b);
  if (left.empty() || right.empty()) return 0;
  const auto common =
      std::ranges::count_if(left, [&](const auto& word) { return right.contains(word); });
  return static_cast<double>(common) / static_cast<double>(std::min(left.size(), right.size()));
}

bool NamesRow(const KnownDirectiveRow& row, const DirectiveItem& item, std::string_view canonical) {
  if (!canonical.empty()) return FoldKey(row.number) == FoldKey(canonical);
  const auto is_alias = [&](std::string_view name) {
    return std::ranges::any_of(
        row.aliases, [&](std::string_view alias) { return FoldKey(alias) == FoldKey(name); });
  };
  if (item.name.empty()) {
    // "Nghị quyết 35": by the digits, where issuer and subject agree below.
    const std::string number = item.number + '-';
    return row.type == item.type && row.number.starts_with(number);
  }
  return is_alias(item.name) || std::ranges::any_of(item.alt, is_alias);
}

/// Whether nothing that the article says speaks against the row.
bool Agrees(const Draft& draft, const KnownDirectiveRow& row, const DirectiveItem& item) {
  if (!item.date.empty() && !row.date.empty()) {
    const auto date = ParseEdtf(row.date);
    if (date && !date->Overlaps(item.date)) return false;
  }
  const EdtfDate& published = draft.frame.published;
  if (!published.empty() && !row.date.empty()) {
    const auto date = ParseEdtf(row.date);
    if (date && date->FirstDay() > published.LastDay()) return false;
  }
  if (!item.issuer.empty() && !row.issuer.empty()) {
    return FoldKey(item.issuer).starts_with(FoldKey(row.issuer)) ||
           FoldKey(row.issuer).starts_with(FoldKey(item.issuer));
  }
  return true;
}

}  // namespace

std::string KnownDirectiveOf(const Draft& draft, const DirectiveItem& item,
                             std::string_view canonical) {
  const KnownDirectiveRow* best = nullptr;
  double best_similarity = 0;
  bool open = false;
  for (const KnownDirectiveRow& row : draft.lexicon.known_directives()) {
    if (!NamesRow(row, item, canonical) || !Agrees(draft, row, item)) continue;
    const double similarity = Similarity(item.title, row.title);
    // With equal words the newest before the article is meant, if the article has a date.
    const bool newer = best != nullptr && similarity == best_similarity && row.date > best->date;
    if (best != nullptr && similarity < best_similarity) continue;
    open = best != nullptr && similarity == best_similarity && draft.frame.published.empty();
    if (best == nullptr || similarity > best_similarity || newer) best = &row;
    best_similarity = std::max(best_similarity, similarity);
  }
  if (best == nullptr || open) return {};
  const bool brief = canonical.empty() && item.name.empty();
  if (brief && best_similarity < 0.5) return {};
  if (!item.title.empty() && best_similarity < 0.2) return {};
  return std::string(best->id);
}

}  // namespace chido
