#pragma once

#include <set>

#include "linker/reading/meeting_select.h"

namespace chido::meeting {

/// Which sentences tell of a gathering, so that what is said elsewhere (to the press, on another
/// day, in another item) is not taken for a part in it. To be asked for each sentence in order.
class Scope {
 public:
  Scope(const Draft& draft, const Sheet& sheet, const std::vector<Gathering>& gatherings);

  /// Whether `sentence` may tell of `gathering`, whose parts so far are in `meeting`.
  bool Covers(std::uint32_t sentence, const Gathering& gathering, const MeetingItem& meeting);

 private:
  bool BeforeAll(std::uint32_t sentence) const;
  bool OfAnotherDay(std::uint32_t sentence, const Gathering& gathering,
                    const MeetingItem& meeting) const;
  bool OfThePast(std::uint32_t sentence, const Gathering& gathering,
                 const MeetingItem& meeting) const;
  bool NamesGathering(std::uint32_t sentence, const Gathering& gathering) const;
  bool IsThere(std::uint32_t sentence, const Gathering& gathering) const;
  bool OpensAside(std::uint32_t sentence, const Gathering& gathering) const;

  const Draft& draft_;
  const Sheet& sheet_;
  std::uint32_t first_ = 0;     ///< sentence that first speaks of a gathering
  bool begins_late_ = false;    ///< the first telling is far down and has a day of its own
  bool aside_ = false;          ///< somebody speaks outside of any gathering
  std::set<ItemIndex> asides_;  ///< who did so
};

}  // namespace chido::meeting
