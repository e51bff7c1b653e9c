#include "tests/world/atlas.h"

#include "graph/base/error.h"
#include "graph/model/edtf.h"
#include "linker/resolve/body_name.h"
#include "linker/resolve/features.h"

namespace chido::world {

std::int32_t DayOf(std::string_view cell, std::int32_t if_empty) {
  if (cell.empty()) return if_empty;
  const auto date = ParseEdtf(cell);
  if (!date) Abort("not a date: " + std::string(cell));
  return date->FirstDay();
}

Atlas::Atlas() : lexicon_(Lexicon::BuiltIn()) {
  const auto units = lexicon_.units();
  for (std::size_t row = 0; row < units.size(); ++row) {
    children_[units[row].parent].push_back(static_cast<std::int32_t>(row));
  }
}

Lifetime Atlas::LifetimeOf(const UnitRow& unit) const {
  return {DayOf(unit.valid_from, Lifetime{}.from), DayOf(unit.valid_to, kNever)};
}

Lifetime Atlas::LifetimeOf(const BodyRow& body) const {
  return {DayOf(body.valid_from, Lifetime{}.from), DayOf(body.valid_to, kNever)};
}

std::int32_t Atlas::UnitAt(std::int32_t row, std::int32_t day) const {
  while (row != kNone && LifetimeOf(Unit(row)).to <= day) {
    std::int32_t next = kNone;
    for (const std::string_view uid : Unit(row).successors) {
      const auto found = lexicon_.UnitByUid(uid);
      if (!found || lexicon_.units()[*found].level != Unit(row).level) continue;
      next = static_cast<std::int32_t>(*found);
      break;
    }
    row = next;
  }
  return row != kNone && LifetimeOf(Unit(row)).Holds(day) ? row : kNone;
}

std::int32_t Atlas::ProvinceOf(std::int32_t unit) const {
  if (unit == kNone) return kNone;
  const auto province = lexicon_.ProvinceOf(static_cast<std::uint32_t>(unit));
  return province ? static_cast<std::int32_t>(*province) : kNone;
}

std::vector<std::int32_t> Atlas::Provinces(std::int32_t first, std::int32_t last) const {
  std::vector<std::int32_t> provinces;
  const auto units = lexicon_.units();
  for (std::size_t row = 0; row < units.size(); ++row) {
    const Lifetime life = LifetimeOf(units[row]);
    if (units[row].level == 1 && life.Holds(first) && life.Holds(last)) {
      provinces.push_back(static_cast<std::int32_t>(row));
    }
  }
  return provinces;
}

std::vector<std::int32_t> Atlas::Below(std::int32_t parent, std::uint8_t level,
                                       std::int32_t day) const {
  std::vector<std::int32_t> below;
  const auto found = children_.find(parent);
  if (found == children_.end()) return below;
  for (const std::int32_t row : found->second) {
    const UnitRow& unit = Unit(row);
    const bool numbered = unit.name.front() >= '0' && unit.name.front() <= '9';
    if (unit.level == level && !numbered && LifetimeOf(unit).Holds(day)) below.push_back(row);
  }
  return below;
}

std::uint32_t Atlas::Intern(std::string_view template_id, std::int32_t unit) {
  const UnitRow* row = unit == kNone ? nullptr : &Unit(unit);
  const auto found = lexicon_.BodyById(CommitteeFor(template_id, row));
  if (!found) Abort("the lexicon has no body " + std::string(template_id));
  const auto [at, added] =
      interned_.emplace(std::pair(*found, unit), static_cast<std::uint32_t>(bodies_.size()));
  if (!added) return at->second;
  const std::uint32_t index = at->second;
  bodies_.push_back({*found, unit, BodyFullName(lexicon_.bodies()[*found], row), index});
  if (row != nullptr) {
    const auto stands_for = lexicon_.UnitByUid(UnitOfBody(lexicon_, bodies_[index].name, row->uid));
    const auto other = static_cast<std::int32_t>(*stands_for);
    if (other != unit) {
      const std::uint32_t same = Intern(template_id, other);
      bodies_[index].same_as = same;
    }
  }
  return index;
}

}  // namespace chido::world
