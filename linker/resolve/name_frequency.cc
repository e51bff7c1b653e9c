#include "linker/resolve/name_frequency.h"

#include <array>
#include <vector>

#include "linker/resolve/model.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// Shares of names of two, three, four and more syllables. Of four more than there are: their
/// middle syllables go together (*Thị Kim*), so that the product is too small.
constexpr std::array<double, 3> kLengths{0.05, 0.86, 0.4};

std::vector<std::string_view> Syllables(std::string_view name) {
  std::vector<std::string_view> syllables;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) syllables.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return syllables;
}

double ShareIn(const std::unordered_map<std::string, double>& table, std::string_view syllable,
               double rare) {
  const auto found = table.find(std::string(syllable));
  return (found == table.end() || found->second < rare ? rare : found->second) / 100;
}

}  // namespace

NameFrequency::NameFrequency(const Lexicon& lexicon) {
  for (const SurnameRow& row : lexicon.surnames()) {
    surnames_[FoldKey(row.surname)] += row.frequency;
  }
  for (const NameSyllableRow& row : lexicon.name_syllables()) {
    middles_[FoldKey(row.syllable)] += row.middle;
    givens_[FoldKey(row.syllable)] += row.given;
  }
}

double NameFrequency::Of(std::string_view name) const {
  const std::vector<std::string_view> syllables = Syllables(name);
  if (syllables.size() < 2) return model::kRareGiven;
  const std::size_t length = std::min<std::size_t>(syllables.size() - 2, kLengths.size() - 1);
  double share = kLengths.at(length) * ShareIn(surnames_, syllables.front(), model::kRareSurname) *
                 ShareIn(givens_, syllables.back(), model::kRareGiven);
  for (std::size_t i = 1; i + 1 < syllables.size(); ++i) {
    share *= ShareIn(middles_, syllables[i], model::kRareMiddle);
  }
  if (syllables.size() > 2) return share;
  // Two syllables may be a full name without its surname.
  return std::max(share, ShareIn(middles_, syllables.front(), model::kRareMiddle) *
                             ShareIn(givens_, syllables.back(), model::kRareGiven));
}

}  // namespace chido
