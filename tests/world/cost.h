#pragma once

#include <cstddef>
#include <ostream>

#include "tests/world/world.h"

namespace chido::world {

/// Adds `articles` perfect readings to an empty store and prints, each time it has grown tenfold
/// from 1,000 on and at the end, the median and the 99th percentile of adding one more; then the
/// same for articles about `namesakes` people of one name, each in a body of his own.
void PrintCost(const WorldOptions& options, std::size_t articles, std::size_t namesakes,
               std::ostream& out);

}  // namespace chido::world
