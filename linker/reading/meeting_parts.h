#pragma once

#include <vector>

#include "linker/reading/meeting_select.h"

namespace chido::meeting {

/// Who speaks in a sentence, for the documents cited in it.
struct Speech {
  ItemIndex official = kNoItem;
  std::uint32_t from = 0;   ///< first token that is said
  bool carried_on = false;  ///< the sentence ends in a colon or a quotation goes on
};

/// Reads who chaired, attended and spoke at `meetings` (one per gathering). Returns what is said by
/// whom, one entry per sentence.
std::vector<Speech> ReadParts(const Draft& draft, const Sheet& sheet,
                              const std::vector<Gathering>& gatherings,
                              std::vector<MeetingItem>& meetings);

}  // namespace chido::meeting
