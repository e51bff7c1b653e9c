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

/// Reads who chaired, attended and spoke at `meetings` (one per gathering), where `gathering_of`
/// says of which gathering each sentence speaks. Returns what is said by
/// whom, one entry per sentence.
std::vector<Speech> ReadParts(const Draft& draft, const Sheet& sheet,
                              const std::vector<Gathering>& gatherings,
                              const std::vector<std::uint32_t>& gathering_of,
                              std::vector<MeetingItem>& meetings);

/// Reads which bodies took part, from one sentence that tells of `gathering`.
void ReadParticipants(const Draft& draft, const Sheet& sheet, const Gathering& gathering,
                      std::uint32_t sentence, MeetingItem& meeting);

}  // namespace chido::meeting
