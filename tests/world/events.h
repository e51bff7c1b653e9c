#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/world/library.h"
#include "tests/world/world.h"

namespace chido::world {

enum class EventKind : std::uint8_t {
  kReview,     ///< a conference that sums up half a year or a year
  kSession,    ///< a regular session of the body
  kWork,       ///< a leader works with a body below
  kTraining,   ///< a course of two days
  kPersonnel,  ///< a move between provinces is announced
  kAgreement,  ///< bodies of two provinces sign a programme
  kVisit,      ///< somebody of the centre works with the province
};
/// "review" …, as in wording.tsv.
std::string_view NameOf(EventKind kind);

/// A person at a meeting.
struct Guest {
  enum class Part : std::uint8_t { kChair, kSpeaker, kPresent, kSubject };
  std::uint32_t person = 0;
  std::uint32_t office = 0;  ///< on the day; of a former official the last one
  Part part = Part::kPresent;
  bool former = false;
};

/// A meeting, with all that can be told of it.
struct Event {
  std::uint64_t id = 0;  ///< the truth: its number
  EventKind kind = EventKind::kReview;
  std::int32_t day = 0;
  std::int32_t last_day = 0;
  std::vector<std::uint32_t> organisers;  ///< bodies; the first one leads
  std::int32_t province = kNone;          ///< where it is at home; none for the centre
  std::int32_t place = kNone;             ///< the unit where it was held; none for Hà Nội
  std::string topic;                      ///< "công tác tuyên giáo"
  std::vector<Guest> guests;              ///< the chair first
  std::int32_t from_stint = kNone;        ///< of a move: the stint that ended
  std::vector<Directive> directives;      ///< that were cited
  int articles = 1;                       ///< how many tell of it, 1 to 4
};

/// The meeting of a number. A function of world and number.
Event EventOf(World& world, std::uint64_t number);

}  // namespace chido::world
