#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/world/events.h"
#include "tests/world/world.h"

namespace chido::world {

/// A post as an article tells it.
struct RoleTold {
  PostAt post;
  bool former = false;
};

/// A person as an article tells of it.
struct PersonTold {
  std::uint32_t person = 0;  ///< the truth
  Guest::Part part = Guest::Part::kPresent;
  std::string name;             ///< as this article has it, slips included
  std::vector<RoleTold> roles;  ///< may be empty: a bare name
};

/// A directive as an article cites it.
struct DirectiveTold {
  Directive directive;
  bool dated = false;
  bool issued = false;  ///< its issuer is named
  bool titled = false;
};

/// What one article says of one meeting, before it is put into words. Articles of one meeting leave
/// out different people, posts and dates and call the meeting by different titles.
struct Telling {
  Event event;
  int version = 0;             ///< which of the meeting's articles
  std::int32_t published = 0;  ///< day
  std::int32_t home = kNone;   ///< province whose paper it is; none for the centre
  bool home_told = true;       ///< false: nothing in the article tells the province
  std::string title;           ///< of the meeting
  std::string noun;            ///< "hội nghị", "buổi làm việc" …
  std::vector<PersonTold> people;
  std::vector<DirectiveTold> directives;
};

/// The article of a meeting by its number. A function of world, event and version.
Telling Tell(World& world, const Event& event, int version);

/// One line of wording.tsv for the part and kind of meeting, or of any kind; drawn.
const std::string& Wording(Draw& draw, std::string_view part, EventKind kind);
/// All texts of a part for the kind and for any kind.
std::vector<std::string> Wordings(std::string_view part, std::string_view kind);
/// Puts `value` where `slot` ("{year}") stands.
void PutSlot(std::string& text, std::string_view slot, std::string_view value);
/// `text` with what is known of the meeting's time and topic put into its slots.
std::string FillMeeting(std::string text, const Event& event);

}  // namespace chido::world
