#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/world/atlas.h"
#include "tests/world/draw.h"

namespace chido::world {

/// The first and the last day of every world: twenty years.
std::int32_t FirstDay();
std::int32_t LastDay();
/// When provinces were merged and districts ended.
std::int32_t MergerDay();

/// A row of posts.tsv.
struct Post {
  int rank = 0;          ///< 1 commune to 7 minister and head of a province
  std::string body;      ///< id of a template
  std::string title;     ///< without the body
  int holders = 1;       ///< at once
  int holders_2025 = 1;  ///< since the merger
  std::string seat;      ///< in a committee, that comes with it: tw btv tuv pbt hbtv huv hpbt
};
const std::vector<Post>& Posts();

/// One place in a post of one body, that one person at a time holds.
struct Office {
  std::uint32_t post = 0;
  std::uint32_t body = 0;
  std::int32_t unit = kNone;      ///< of the body
  std::int32_t province = kNone;  ///< none for central offices
  Lifetime life;

  const Post& Kind() const { return Posts()[post]; }
  int rank() const { return Kind().rank; }
  bool IsHead() const { return !Kind().title.starts_with("Phó"); }
  /// Of bodies that women lead.
  bool ForWomen() const { return Kind().body.ends_with(".pn"); }
};

/// The offices of the centre and of `provinces` provinces drawn at random, some of their districts
/// and communes, and of the units that these became until the last day.
std::vector<Office> MakeOffices(Atlas& atlas, std::size_t provinces, Draw draw);

}  // namespace chido::world
