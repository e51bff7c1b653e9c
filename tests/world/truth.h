#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "linker/reading/reading.h"
#include "tests/world/writing.h"

namespace chido::world {

/// No thing of the world: of what a reader found that is not there, and of bodies and directives of
/// a province that the article does not tell, which nobody could know.
inline constexpr std::uint64_t kNothing = std::numeric_limits<std::uint64_t>::max();

/// What each item of a reading truly is, list by list.
struct Truth {
  std::vector<std::uint64_t> officials;   ///< persons
  std::vector<std::uint64_t> bodies;      ///< `Body::same_as`
  std::vector<std::uint64_t> meetings;    ///< events
  std::vector<std::uint64_t> directives;  ///< `Directive::id`
};

/// An article with the reading that says exactly what it tells, and what is meant.
struct Known {
  Telling telling;
  Written written;
  Reading reading;
  Truth truth;
};

Known Make(World& world, const Event& event, int version);

/// How many things of one kind a reader missed and made up.
struct Misses {
  std::uint64_t told = 0;             ///< things that the article tells
  std::uint64_t missed = 0;           ///< of these without an item
  std::uint64_t made_up = 0;          ///< items of nothing
  std::vector<std::string> examples;  ///< the first that were missed, with their article
};
struct ReaderMisses {
  Misses officials;
  Misses bodies;
  Misses meetings;
  Misses directives;
};

/// What the items of another reading of the same article are: by where they stand in the text, then
/// by name. Adds to `misses`.
Truth Align(const Known& known, const Reading& reading, ReaderMisses& misses);

}  // namespace chido::world
