#pragma once

#include <cstddef>
#include <ostream>

#include "tests/world/world.h"

namespace chido::world {

/// Prints the median and the 99th percentile of adding one more article to stores of 1,000, 10,000
/// … `articles` perfect readings; then of adding articles about `namesakes` people of one name,
/// each in a body of his own.
void PrintCost(const WorldOptions& options, std::size_t articles, std::size_t namesakes,
               std::ostream& out);

}  // namespace chido::world
