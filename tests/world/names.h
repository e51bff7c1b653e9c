#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/world/draw.h"

namespace chido::world {

/// Draws personal names as they are frequent: surnames of the Kinh from the lexicon's table, the
/// rest from names.tsv, the peoples of a province from peoples.tsv. Immutable.
class NameBook {
 public:
  NameBook();
  /// A full name of someone from the province; `female` decides middle and given name.
  std::string Name(Draw& draw, std::string_view province, bool female) const;

 private:
  struct Choice {
    std::vector<std::string> values;
    Wheel wheel;
    const std::string& Spin(Draw& draw) const { return values[wheel.Spin(draw)]; }
  };
  using Key = std::pair<std::string, std::string>;  ///< part and group, part and "group/gender"

  const Choice& Find(const std::string& part, const std::string& group, bool female) const;
  std::string GroupOf(Draw& draw, std::string_view province) const;

  std::map<Key, Choice> choices_;
  std::map<std::string, std::vector<std::pair<std::string, double>>, std::less<>> peoples_;
};

}  // namespace chido::world
