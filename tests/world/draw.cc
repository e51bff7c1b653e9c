#include "tests/world/draw.h"

#include <algorithm>
#include <string>

#include "graph/base/hash.h"

namespace chido::world {

Draw::Draw(std::uint64_t seed, std::string_view stream, std::uint64_t index)
    : state_(Hash64(std::string(stream) + "/" + std::to_string(index), seed)) {}

// splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
std::uint64_t Draw::Next() {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

std::size_t Draw::Below(std::size_t bound) { return Next() % bound; }

double Draw::Fraction() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }

std::size_t Wheel::Spin(Draw& draw) const {
  const double at = draw.Fraction() * sums_.back();
  const auto found = std::ranges::upper_bound(sums_, at);
  return static_cast<std::size_t>(std::min(found, sums_.end() - 1) - sums_.begin());
}

}  // namespace chido::world
