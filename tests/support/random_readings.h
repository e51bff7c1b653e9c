#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "graph/model/article.h"
#include "linker/reading/reading.h"

namespace chido::testing {

/// An article with what it says.
struct Told {
  Article article;
  Reading reading;
};

/// `count` articles of a small invented world: few names, bodies, days and numbers, so that
/// mentions of many articles meet in the same blocks, with and without posts, provinces and dates.
/// The same seed gives the same articles.
std::vector<Told> RandomReadings(std::size_t count, std::uint64_t seed);

}  // namespace chido::testing
