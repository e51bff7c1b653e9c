#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/world/atlas.h"
#include "tests/world/offices.h"

namespace chido::world {

struct Person {
  std::string name;
  bool female = false;
  std::vector<std::uint32_t> stints;  ///< in order of time
};

/// A person in an office.
struct Stint {
  std::uint32_t person = 0;
  std::uint32_t office = 0;
  Lifetime life;
};

/// Who held what over twenty years. Immutable once made; a function of the seed.
struct Careers {
  std::vector<Office> offices;
  std::vector<Person> people;
  std::vector<Stint> stints;
  std::vector<std::vector<std::uint32_t>> by_office;  ///< stints of each office, in order of time
  std::map<std::int32_t, std::vector<std::uint32_t>> by_province;  ///< offices; kNone: the centre
  std::map<std::int32_t, std::vector<std::uint32_t>> by_unit;      ///< offices below a province

  /// The stint in an office on a day; null if it is vacant.
  const Stint* At(std::uint32_t office, std::int32_t day) const;
  /// What a person holds on a day; null if nothing.
  const Stint* Of(std::uint32_t person, std::int32_t day) const;
};

/// `people` officials at most; how many provinces there are follows from it.
Careers MakeCareers(Atlas& atlas, std::uint64_t seed, std::size_t people);

}  // namespace chido::world
