#pragma once

#include <span>
#include <string_view>

#include "linker/reading/meeting_select.h"

namespace chido::meeting {

/// Writes what verbs say of persons into the parts of one meeting.
class Enrolment {
 public:
  Enrolment(const Draft& draft, const Gathering& gathering, MeetingItem& meeting)
      : draft_(draft), gathering_(gathering), meeting_(meeting) {}

  /// The part that `verb` gives: chair, speaker or present.
  void Enrol(const Cue& verb, std::span<const std::uint32_t> persons);
  void Present(std::span<const std::uint32_t> persons, std::string_view rule);
  void Said(std::span<const std::uint32_t> persons, std::string_view rule);

 private:
  void Session(const Cue& verb, std::span<const std::uint32_t> persons);
  void Add(std::vector<PartItem>& parts, std::span<const std::uint32_t> persons,
           std::string_view manner, std::string_view rule, bool doubtful = false);

  const Draft& draft_;
  const Gathering& gathering_;
  MeetingItem& meeting_;
};

/// Chairs and speakers were present; a sure part takes the place of a doubtful one.
void CompleteAttendance(MeetingItem& meeting);

}  // namespace chido::meeting
