#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chido::world {

/// A stream of random numbers that is the same on every machine: the n-th draw of (seed, stream,
/// index) never changes, so that any part of a world can be drawn without the parts before it.
class Draw {
 public:
  Draw(std::uint64_t seed, std::string_view stream, std::uint64_t index = 0);

  std::uint64_t Next();
  /// In [0, bound); `bound` at least 1.
  std::size_t Below(std::size_t bound);
  /// In [0, 1).
  double Fraction();
  bool Chance(double probability) { return Fraction() < probability; }
  template <typename List>
  const auto& Of(const List& list) {
    return list[Below(list.size())];
  }

 private:
  std::uint64_t state_;
};

/// Draws an index by weight.
class Wheel {
 public:
  void Add(double weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  bool empty() const { return sums_.empty(); }
  /// There must be a weight above zero.
  std::size_t Spin(Draw& draw) const;

 private:
  std::vector<double> sums_;
};

}  // namespace chido::world
