#include "linker/reading/frame_board.h"

#include <algorithm>

namespace chido {
namespace {

std::string DayOf(const EdtfDate& published) {
  if (!published.from) return {};
  std::string day = FormatEdtf(EdtfDate::Single(*published.from));
  if (day.size() == 4) day += "-06";
  if (day.size() == 7) day += "-28";
  return day;
}

}  // namespace

ProvinceBoard::ProvinceBoard(const Draft& draft)
    : lexicon_(draft.lexicon), day_(DayOf(draft.frame.published)) {}

bool ProvinceBoard::IsTimely(std::uint32_t row) const {
  const UnitRow& unit = lexicon_.units()[row];
  if (day_.empty()) return true;
  return (unit.valid_from.empty() || unit.valid_from <= day_) &&
         (unit.valid_to.empty() || day_ < unit.valid_to);
}

/// The row of the article's time for a province: of the same name, else its only successor.
std::uint32_t ProvinceBoard::Timely(std::uint32_t row) {
  const auto [known, fresh] = timely_.emplace(row, row);
  if (!fresh) return known->second;
  const auto units = lexicon_.units();
  for (int step = 0; step < 2 && !IsTimely(row); ++step) {
    if (const auto now = SameNameNow(row)) {
      row = *now;
      break;
    }
    if (units[row].valid_to.empty() || units[row].valid_to > day_) break;
    if (units[row].successors.size() != 1) break;
    std::string_view next = units[row].successors.front();
    if (next.starts_with('~')) next.remove_prefix(1);
    const auto successor = lexicon_.UnitByUid(next);
    if (!successor) break;
    row = *successor;
  }
  known->second = row;
  return row;
}

std::optional<std::uint32_t> ProvinceBoard::SameNameNow(std::uint32_t row) const {
  const auto units = lexicon_.units();
  for (const Match& match : lexicon_.Lookup(units[row].name)) {
    if (match.kind != EntryKind::kUnit) continue;
    const UnitRow& unit = units[match.entry];
    if (unit.level == 1 && unit.name == units[row].name && IsTimely(match.entry)) {
      return match.entry;
    }
  }
  return std::nullopt;
}

ProvinceScore* ProvinceBoard::ScoreOf(std::uint32_t row) {
  const auto units = lexicon_.units();
  const std::uint32_t unit = Timely(row);
  for (ProvinceScore& score : scores_) {
    if (score.unit == unit) return &score;
    if (units[score.unit].name != units[unit].name) continue;
    const bool better = !IsTimely(score.unit) && IsTimely(unit);
    if (better || (day_.empty() && units[unit].valid_from > units[score.unit].valid_from)) {
      score.unit = unit;
    }
    return &score;
  }
  scores_.push_back({.unit = unit});
  return &scores_.back();
}

void ProvinceBoard::Add(std::uint32_t row, float weight, bool address, const Ground& ground) {
  ProvinceScore* score = ScoreOf(row);
  (address ? score->address : score->text) += weight;
  if (score->ground.rule.empty()) score->ground = ground;
}

void ProvinceBoard::AddSame(const std::vector<std::uint32_t>& rows, float weight,
                            std::string_view rule) {
  const auto units = lexicon_.units();
  const bool timely = std::ranges::any_of(rows, [&](std::uint32_t row) { return IsTimely(row); });
  std::vector<std::uint32_t> names;
  for (const std::uint32_t row : rows) {
    if (timely && !IsTimely(row)) continue;
    const bool known = std::ranges::any_of(
        names, [&](std::uint32_t other) { return units[other].name == units[row].name; });
    if (!known) names.push_back(row);
  }
  if (names.empty()) return;
  const float share = weight / static_cast<float>(names.size());
  for (const std::uint32_t row : names) {
    Ground ground;
    ground.rule = rule;
    Add(row, share, true, ground);
  }
}

}  // namespace chido
