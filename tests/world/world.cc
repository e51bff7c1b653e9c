#include "tests/world/world.h"

#include <utility>

namespace chido::world {
namespace {

/// "Tỉnh ủy viên" of "Tỉnh ủy Lai Châu".
std::string MemberOf(std::string_view committee) {
  constexpr std::string_view kEnd = "ủy";
  return std::string(committee.substr(0, committee.find(kEnd) + kEnd.size())) + " viên";
}

}  // namespace

World::World(WorldOptions chosen)
    : options(chosen),
      careers(MakeCareers(atlas, chosen.seed, chosen.officials)),
      library(atlas, chosen.seed) {
  for (const Person& person : careers.people) {
    for (std::size_t i = 1; i < person.stints.size(); ++i) {
      const Stint& before = careers.stints[person.stints[i - 1]];
      const Stint& after = careers.stints[person.stints[i]];
      const Office& left = OfficeOf(before);
      const Office& entered = OfficeOf(after);
      const bool within = left.province == entered.province ||
                          atlas.UnitAt(left.province, after.life.from) == entered.province;
      const bool at_centre = entered.province == kNone && left.body != entered.body &&
                             atlas.RowOf(atlas.body(left.body)).successor != entered.Kind().body;
      const bool moved = !within || at_centre;
      if (moved) moves.push_back(person.stints[i]);
    }
  }
  Draw draw(options.seed, "moves");
  for (std::size_t i = moves.size(); i > 1; --i) std::swap(moves[i - 1], moves[draw.Below(i)]);
}

PostAt World::PostOf(const Office& office) { return {office.Kind().title, office.body}; }

std::vector<PostAt> World::SeatsOf(const Office& office) {
  const std::string& seat = office.Kind().seat;
  if (seat.empty()) return {};
  if (seat == "tw") return {{"Ủy viên", atlas.Intern("c.bchtw", kNone)}};
  const bool district = seat.starts_with("h");
  const std::uint32_t committee =
      district ? atlas.Intern("d.huyenuy", office.unit) : atlas.Intern("p.tinhuy", office.province);
  if (seat.ends_with("btv")) return {{"Ủy viên Ban Thường vụ", committee}};
  if (seat.ends_with("pbt")) return {{"Phó Bí thư", committee}};
  return {{MemberOf(atlas.body(committee).name), committee}};
}

}  // namespace chido::world
