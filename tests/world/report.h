#pragma once

#include <cstddef>
#include <ostream>

#include "tests/world/run.h"

namespace chido::world {

/// B-cubed of each kind with counts, what the reader missed, and articles per second.
void PrintFigures(Run& run, std::ostream& out);

/// `count` things that the reader missed, and the costliest wrong merges and splits of each kind,
/// with examples of their
/// mentions as they were read and what they truly are.
void PrintErrors(Run& run, std::size_t count, std::ostream& out);

/// `count` articles after the first `skip`, with their perfect readings, for people.
void PrintArticles(World& world, std::size_t skip, std::size_t count, std::ostream& out);

}  // namespace chido::world
