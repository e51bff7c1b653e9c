#pragma once

#include <cstddef>

#include "graph/base/result.h"
#include "graph/store/store.h"
#include "tests/world/world.h"

namespace chido::world {

/// Fills an empty store with the perfect readings of a world's first `articles` articles, as the
/// resolver would leave it but for redirects, several times as fast: who is who is solved for all
/// of them first. Errors: those of the store.
Status LoadAtOnce(World& world, std::size_t articles, Store& store);

}  // namespace chido::world
