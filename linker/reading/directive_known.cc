#include <algorithm>
#include <cmath>
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

/// How well a row's subject agrees with the item's title, or with the sentences that cite it.
double Agreement(const Draft& draft, const KnownDirectiveRow& row, const DirectiveItem& item) {
  if (!item.title.empty()) return Similarity(item.title, row.title);
  const auto words = WordsOf(row.title);
  double best = 0;
  constexpr std::size_t kMostSentences = 4;
  for (std::size_t i = 0; i < std::min(item.citations.size(), kMostSentences); ++i) {
    const auto context = WordsOf(item.citations[i].ground.sentence.In(draft.article.text));
    const auto common = std::ranges::count_if(
        words, [&](const std::string& word) { return context.contains(word); });
    if (!words.empty()) best = std::max(best, static_cast<double>(common) / words.size());
  }
  return best;
}

}  // namespace

std::string KnownDirectiveOf(const Draft& draft, const DirectiveItem& item,
                             std::string_view canonical) {
  std::vector<const KnownDirectiveRow*> rows;
  for (const KnownDirectiveRow& row : draft.lexicon.known_directives()) {
    if (NamesRow(row, item, canonical) && Agrees(draft, row, item)) rows.push_back(&row);
  }
  if (rows.empty()) return {};
  // Numbers start again with each congress: the subject decides, else the newest before the
  // article.
  constexpr double kClear = 0.25;
  const KnownDirectiveRow* best = rows.front();
  double best_agreement = Agreement(draft, *best, item);
  bool sure = true;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double agreement = Agreement(draft, *rows[i], item);
    const double ahead = agreement - best_agreement;
    const bool newer = rows[i]->date > best->date && !draft.frame.published.empty();
    sure = std::abs(ahead) > kClear || !draft.frame.published.empty();
    if (ahead <= kClear && (ahead < -kClear || !newer)) continue;
    best = rows[i];
    best_agreement = agreement;
  }
  const bool brief = canonical.empty() && item.name.empty();
  if (!sure || (brief && best_agreement < 0.5)) return {};
  if (!item.title.empty() && best_agreement < 0.2) return {};
  return std::string(best->id);
}

}  // namespace chido
