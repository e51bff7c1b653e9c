#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chido {

/// A body as it is stated at one place of the text.
struct BodyPhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;        ///< token after it
  std::string head;             ///< full name without its place: "Ban Tuyên giáo Tỉnh ủy"
  std::string_view organ;       ///< its first organ: "Ban Tuyên giáo"
  std::string owner;            ///< full name of the body that it is an organ of; empty: none
  std::string_view word;        ///< unit word of the place it belongs to; empty: none needed
  bool word_in_name = false;    ///< "Ủy ban nhân dân tỉnh X", but "Tỉnh ủy X"
  std::int32_t unit = -1;       ///< row of the unit; -1 if open
  bool place_stated = false;    ///< the text names the unit right here
  bool word_stated = false;     ///< the text has the unit word or a committee right here
  bool generic = false;         ///< plural or generic: not a body
  bool organ_of_party = false;  ///< a committee or an organ of one
  std::uint32_t bracket = 0;    ///< opening bracket of an abbreviation inside the name; 0: none
  std::uint32_t owner_at = 0;   ///< token of an owner that is told of beside it; 0: none
};

}  // namespace chido
