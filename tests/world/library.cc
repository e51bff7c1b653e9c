#include "tests/world/library.h"

#include <algorithm>
#include <array>

#include "graph/base/error.h"
#include "graph/base/hash.h"
#include "linker/resolve/features.h"
#include "tests/datasets/read_tables.h"
#include "tests/world/offices.h"

namespace chido::world {
namespace {

/// When the terms of the provinces' committees began; the last entry ends the last one.
const std::array<std::int32_t, 6>& TermDays() {
  static const std::array<std::int32_t, 6> kDays{ToDays({2005, 11, 1}), ToDays({2010, 10, 1}),
                                                 ToDays({2015, 10, 1}), ToDays({2020, 10, 1}),
                                                 ToDays({2025, 7, 1}),  ToDays({2030, 10, 1})};
  return kDays;
}

std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Library::Library(const Atlas& atlas, std::uint64_t seed) : atlas_(atlas), seed_(seed) {
  for (const Record& row : ReadRawTable("../tests/world/series.tsv").records) {
    series_.push_back(
        {row.at("type"), row.at("code"), row.at("issuer"), std::stoi(row.at("count"))});
  }
  for (const Record& row : ReadRawTable("../tests/world/subjects.tsv").records) {
    subjects_.push_back(row.at("subject"));
  }
  for (const KnownDirectiveRow& row : atlas.lexicon().known_directives()) {
    const auto date = ParseEdtf(row.date);
    const bool whole = date && date->from && date->from->day != 0;
    if (!row.number.ends_with("/TW") || row.issuer_body.empty() || !whole) continue;
    central_.push_back({Hash64(row.id), std::string(row.type), std::string(row.number),
                        std::string(row.issuer_body), kNone, date->FirstDay(),
                        std::string(row.title), std::string(row.id)});
  }
  std::ranges::sort(central_, {}, &Directive::day);
}

std::optional<Directive> Library::At(std::size_t index, std::int32_t province, int term,
                                     int number) const {
  const Series& series = series_[index];
  const auto& days = TermDays();
  const auto t = static_cast<std::size_t>(term);
  Draw draw(seed_, series.code + std::string(atlas_.Unit(province).uid),
            static_cast<std::uint64_t>(term * 1000 + number));
  // Numbers follow each other in time; a few days of grace keep them in order.
  const double slot = static_cast<double>(days[t + 1] - days[t]) / (series.count + 1);
  const auto day =
      days[t] + static_cast<std::int32_t>(slot * (number - 1 + 0.8 * draw.Fraction())) + 10;
  Directive directive;
  directive.id = draw.Next();
  directive.type = series.type;
  directive.number = TwoDigits(number) + "-" + series.code;
  directive.issuer = series.issuer;
  directive.unit = province;
  directive.day = day;
  directive.subject = draw.Of(subjects_);
  const Lifetime unit = atlas_.LifetimeOf(atlas_.Unit(province));
  const auto issuer = atlas_.lexicon().BodyById(series.issuer);
  const Lifetime body = atlas_.LifetimeOf(atlas_.lexicon().bodies()[issuer.value()]);
  if (!unit.Holds(day) || !body.Holds(day)) return std::nullopt;
  return directive;
}

std::optional<Directive> Library::Provincial(Draw& draw, std::int32_t province,
                                             std::int32_t day) const {
  const std::size_t series = draw.Below(series_.size());
  const auto& days = TermDays();
  const auto after = std::ranges::upper_bound(days, day);
  int term = static_cast<int>(after - days.begin()) - 1;
  if (draw.Chance(0.15)) --term;
  if (term < 0) return std::nullopt;
  // The first numbers of a term are cited most, as all provinces have them.
  const double skew = draw.Fraction() * draw.Fraction();
  const int number = 1 + static_cast<int>(skew * series_[series].count);
  std::optional<Directive> found = At(series, province, term, number);
  return found && found->day < day ? found : std::nullopt;
}

const Directive& Library::Central(Draw& draw, std::int32_t day) const {
  const auto end = std::ranges::lower_bound(central_, day, {}, &Directive::day);
  const auto count = static_cast<std::size_t>(end - central_.begin());
  if (count == 0) Abort("no central directive is older than the world");
  // What is new is cited most.
  const double skew = draw.Fraction() * draw.Fraction();
  return central_[count - 1 - static_cast<std::size_t>(skew * static_cast<double>(count))];
}

Directive Library::Cite(Draw& draw, std::int32_t province, std::int32_t day) const {
  if (province != kNone && draw.Chance(0.55)) {
    std::optional<Directive> found = Provincial(draw, province, day);
    if (found) return *std::move(found);
  }
  return Central(draw, day);
}

std::uint64_t Library::InForce(const Directive& directive, std::int32_t day) const {
  std::uint64_t newest = 0;
  std::int32_t newest_day = std::numeric_limits<std::int32_t>::min();
  const auto offer = [&](const Directive& other) {
    const bool same =
        other.type == directive.type && FoldNumber(other.number) == FoldNumber(directive.number);
    if (!same || other.day >= day || other.day < newest_day) return;
    newest = other.id;
    newest_day = other.day;
  };
  if (!directive.known_id.empty()) {
    std::ranges::for_each(central_, offer);
    return newest;
  }
  const int number = std::stoi(directive.number);
  for (std::size_t series = 0; series < series_.size(); ++series) {
    if (!directive.number.ends_with("-" + series_[series].code)) continue;
    for (int term = 0; term + 1 < static_cast<int>(TermDays().size()); ++term) {
      const auto other = At(series, directive.unit, term, number);
      if (other) offer(*other);
    }
  }
  return newest;
}

}  // namespace chido::world
