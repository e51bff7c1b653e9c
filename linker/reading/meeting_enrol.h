#pragma once

#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

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
  /// *buổi làm việc của A với …*
  void Lead(std::span<const std::uint32_t> persons);
  void Said(std::span<const std::uint32_t> persons, std::string_view rule);
  /// To be called once at the end: chairs and speakers were present; a sure part takes the place of
  /// a doubtful one.
  void Complete();

 private:
  void Session(const Cue& verb, std::span<const std::uint32_t> persons);
  /// Where a part stands in its list, by list, person, manner and doubt.
  using Key = std::tuple<const std::vector<PartItem>*, ItemIndex, std::string_view, bool>;
  void Add(std::vector<PartItem>& parts, std::span<const std::uint32_t> persons,
           std::string_view manner, std::string_view rule, bool doubtful = false);

  const Draft& draft_;
  const Gathering& gathering_;
  MeetingItem& meeting_;
  std::map<Key, std::size_t> known_;
};

}  // namespace chido::meeting
