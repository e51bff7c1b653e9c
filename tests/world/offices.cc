#include "tests/world/offices.h"

#include <algorithm>
#include <set>

#include "graph/model/edtf.h"
#include "tests/datasets/read_tables.h"

namespace chido::world {
namespace {

constexpr int kDistricts = 2;    // of a province
constexpr int kNewCommunes = 2;  // for each of them after the merger

std::vector<Post> ReadPosts() {
  std::vector<Post> posts;
  for (const Record& row : ReadRawTable("../tests/world/posts.tsv").records) {
    posts.push_back({std::stoi(row.at("rank")), row.at("body"), row.at("title"),
                     std::stoi(row.at("holders")), std::stoi(row.at("holders_2025")),
                     row.at("seat")});
  }
  return posts;
}

/// The units of a world, by the letter of their templates.
struct Units {
  std::set<std::int32_t> provinces;
  std::set<std::int32_t> districts;
  std::set<std::int32_t> communes;
};

/// `row` and all that it became.
void AddChain(const Atlas& atlas, std::int32_t row, std::set<std::int32_t>& to) {
  while (row != kNone && to.insert(row).second) {
    const std::int32_t end = atlas.LifetimeOf(atlas.Unit(row)).to;
    row = end > LastDay() ? kNone : atlas.UnitAt(row, end);
  }
}

void AddBelow(const Atlas& atlas, std::int32_t province, Draw& draw, Units& units) {
  const std::vector<std::int32_t> districts = atlas.Below(province, 2, FirstDay());
  const std::int32_t later = atlas.UnitAt(province, MergerDay());
  for (int i = 0; i < kDistricts && !districts.empty(); ++i) {
    const std::int32_t district = draw.Of(districts);
    AddChain(atlas, district, units.districts);
    const std::vector<std::int32_t> old = atlas.Below(district, 3, FirstDay());
    if (!old.empty()) AddChain(atlas, draw.Of(old), units.communes);
    const std::vector<std::int32_t> fresh = atlas.Below(later, 3, MergerDay());
    for (int n = 0; n < kNewCommunes && !fresh.empty(); ++n) {
      AddChain(atlas, draw.Of(fresh), units.communes);
    }
  }
}

void AddOffices(Atlas& atlas, std::uint32_t post, std::int32_t unit, std::vector<Office>& offices) {
  const Post& kind = Posts()[post];
  const auto row = atlas.lexicon().BodyById(kind.body);
  Lifetime life = atlas.LifetimeOf(atlas.lexicon().bodies()[row.value()]);
  if (unit != kNone) {
    const Lifetime of_unit = atlas.LifetimeOf(atlas.Unit(unit));
    life = {std::max(life.from, of_unit.from), std::min(life.to, of_unit.to)};
  }
  life = {std::max(life.from, FirstDay()), std::min(life.to, LastDay() + 1)};
  if (life.from >= life.to) return;
  const int holders = life.from >= MergerDay() ? kind.holders_2025 : kind.holders;
  for (int i = 0; i < holders; ++i) {
    offices.push_back({post, atlas.Intern(kind.body, unit), unit, atlas.ProvinceOf(unit), life});
  }
}

}  // namespace

std::int32_t FirstDay() { return ToDays({2006, 11, 1}); }
std::int32_t LastDay() { return ToDays({2026, 10, 31}); }
std::int32_t MergerDay() { return ToDays({2025, 7, 1}); }

const std::vector<Post>& Posts() {
  static const std::vector<Post> kPosts = ReadPosts();
  return kPosts;
}

std::vector<Office> MakeOffices(Atlas& atlas, std::size_t provinces, Draw draw) {
  std::vector<std::int32_t> pool = atlas.Provinces(FirstDay(), ToDays({2024, 12, 31}));
  Units units;
  for (std::size_t i = 0; i < provinces && !pool.empty(); ++i) {
    const std::size_t at = draw.Below(pool.size());
    AddChain(atlas, pool[at], units.provinces);
    AddBelow(atlas, pool[at], draw, units);
    pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(at));
  }
  std::vector<Office> offices;
  for (std::uint32_t post = 0; post < Posts().size(); ++post) {
    const char level = Posts()[post].body.front();
    if (level == 'c' || level == 's') AddOffices(atlas, post, kNone, offices);
    const std::set<std::int32_t>& rows = level == 'p'   ? units.provinces
                                         : level == 'd' ? units.districts
                                                        : units.communes;
    if (level != 'p' && level != 'd' && level != 'x') continue;
    for (const std::int32_t unit : rows) AddOffices(atlas, post, unit, offices);
  }
  return offices;
}

}  // namespace chido::world
