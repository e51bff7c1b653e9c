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

/// Rows that the number names, or the name by its aliases, or digits alone under their type.
std::vector<const KnownDirectiveRow*> RowsNamed(const Lexicon& lexicon, const DirectiveItem& item,
                                                std::string_view canonical) {
  std::vector<const KnownDirectiveRow*> rows;
  if (canonical.empty() && !item.name.empty()) {
    std::vector<std::string_view> names;
    names.reserve(item.alt.size() + 1);
    names.emplace_back(item.name);
    for (const std::string& alt : item.alt) names.emplace_back(alt);
    for (const std::string_view name : names) {
      for (const Match& match : lexicon.Lookup(name)) {
        if (match.kind != EntryKind::kKnownDirective) continue;
        const KnownDirectiveRow* row = &lexicon.known_directives()[match.entry];
        if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
      }
    }
    return rows;
  }
  const std::string brief = item.number + '-';
  for (const KnownDirectiveRow& row : lexicon.known_directives()) {
    const bool named = canonical.empty() ? row.type == item.type && row.number.starts_with(brief)
                                         : row.number == canonical;
    if (named) rows.push_back(&row);
  }
  return rows;
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

/// The words around a citation, at most of the length of a long sentence.
std::string_view ContextOf(const Draft& draft, const CitationItem& citation) {
  constexpr std::uint32_t kReach = 400;
  const Ground& ground = citation.ground;
  const std::uint32_t begin =
      std::max(ground.sentence.begin, std::max(ground.mention.begin, kReach) - kReach);
  const std::uint32_t end = std::min(ground.sentence.end, ground.mention.end + kReach);
  return Span{begin, std::max(begin, end)}.In(draft.article.text);
}

/// How well a row's subject agrees with the item's title, or with the sentences that cite it.
double Agreement(const Draft& draft, const KnownDirectiveRow& row, const DirectiveItem& item) {
  if (!item.title.empty()) return Similarity(item.title, row.title);
  const auto words = WordsOf(row.title);
  double best = 0;
  constexpr std::size_t kMostSentences = 4;
  for (std::size_t i = 0; i < std::min(item.citations.size(), kMostSentences); ++i) {
    const auto context = WordsOf(ContextOf(draft, item.citations[i]));
    const auto common = std::ranges::count_if(
        words, [&](const std::string& word) { return context.contains(word); });
    if (!words.empty()) best = std::max(best, static_cast<double>(common) / words.size());
  }
  return best;
}

}  // namespace

std::string KnownDirectiveOf(const Draft& draft, const DirectiveItem& item,
                             std::string_view canonical) {
  auto rows = RowsNamed(draft.lexicon, item, canonical);
  std::erase_if(rows, [&](const KnownDirectiveRow* row) { return !Agrees(draft, *row, item); });
  if (rows.empty()) return {};
  // Numbers start again with each congress: the subject decides, else the newest before the
  // article.
  constexpr double kClear = 0.25;
  const KnownDirectiveRow* best = rows.front();
  const bool alone = rows.size() == 1 && item.title.empty() && !canonical.empty();
  if (alone) return std::string(best->id);
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
