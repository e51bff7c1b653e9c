#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/world/atlas.h"
#include "tests/world/careers.h"
#include "tests/world/library.h"

namespace chido::world {

struct WorldOptions {
  std::uint64_t seed = 1;
  std::size_t officials = 5000;    ///< at most
  double slips = 0.004;            ///< share of the names in an article that are misspelt
  double missing_province = 0.04;  ///< share of the articles that may tell no province
  double moves = 0.12;             ///< share of the meetings at which a move is announced
};

/// A post of a person: its title and its body.
struct PostAt {
  std::string title;
  std::uint32_t body = 0;
};

/// An invented world: units of the gazetteer, their bodies, who held what in them, what was issued.
/// A function of its options. What happened and what was written of it are drawn from it one by one
/// (events.h, telling.h). Not thread-safe, since bodies are interned when they are named.
struct World {
  explicit World(WorldOptions chosen);

  /// The post of an office, and the seat in a committee that comes with it.
  PostAt PostOf(const Office& office);
  std::vector<PostAt> SeatsOf(const Office& office);
  const Office& OfficeOf(const Stint& stint) const { return careers.offices[stint.office]; }

  WorldOptions options;
  Atlas atlas;
  Careers careers;
  Library library;
  std::vector<std::uint32_t>
      moves;  ///< stints that began with a move to another province or at the centre
};

}  // namespace chido::world
