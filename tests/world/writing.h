#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/article.h"
#include "tests/world/telling.h"

namespace chido::world {

/// What is mentioned where in a written article.
struct Mark {
  enum class Of : std::uint8_t { kPerson, kBody, kDirective, kMeeting };
  Of of = Of::kPerson;
  std::uint32_t index = 0;  ///< into the telling's people or directives, into `Written::bodies`
  Span span;
  Span sentence;
};

/// An article in words, with what it mentions.
struct Written {
  Article article;
  std::vector<Mark> marks;            ///< in text order
  std::vector<std::uint32_t> bodies;  ///< each once, also those that only a post implies
  bool two_days = false;              ///< tells both days of the meeting
  bool place_told = false;
};

/// Puts a telling into the words of the genre: head, date line, lead, guests, directives, speeches,
/// captions, byline, in one of several wordings each, with abbreviations and both ways to set tone
/// marks. A function of world and telling.
Written Write(World& world, const Telling& telling);

}  // namespace chido::world
