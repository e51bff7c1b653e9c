#pragma once

#include <cstddef>
#include <ostream>

#include "tests/world/run.h"

namespace chido::world {

/// B-cubed of each kind with counts, what the reader missed, and articles per second.
void PrintFigures(Run& run, std::ostream& out);

/// The `count` costliest wrong merges and wrong splits of each kind, with examples of their
/// mentions as they were read and what they truly are.
void PrintErrors(Run& run, std::size_t count, std::ostream& out);

/// The first `count` articles with their perfect readings, for people.
void PrintArticles(World& world, std::size_t count, std::ostream& out);

}  // namespace chido::world
