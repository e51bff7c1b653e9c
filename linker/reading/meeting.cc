#include <algorithm>

#include "linker/reading/meeting_hamlet.h"
#include "linker/reading/meeting_parts.h"
#include "linker/reading/meeting_select.h"
#include "linker/reading/meeting_sheet.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

using meeting::Gathering;
using meeting::Sheet;
using meeting::Speech;

/// Who says what stands at `token`: a speaker of the sentence before it, or one whose words go on
/// from the sentences above (*Một là …*).
ItemIndex SpeakerAt(const Draft& draft, const std::vector<Speech>& speeches, std::uint32_t token) {
  std::uint32_t sentence = draft.text.SentenceOf(token);
  if (speeches[sentence].official != kNoItem) {
    return speeches[sentence].from <= token ? speeches[sentence].official : kNoItem;
  }
  while (sentence > 0) {
    const TokenRange tokens = draft.text.sentences[sentence].tokens;
    const bool goes_on = !tokens.empty() && draft.CueAt(tokens.begin, "part.ordinal") != nullptr;
    const Speech& above = speeches[sentence - 1];
    if (!goes_on && !above.carried_on) return kNoItem;
    if (above.official != kNoItem) return above.official;
    --sentence;
  }
  return kNoItem;
}

/// The token that holds the byte `stored` of the stored text.
std::uint32_t TokenAt(const Draft& draft, std::uint32_t stored) {
  const std::uint32_t offset = draft.text.normal.map.ToNormalised(stored);
  const auto at = std::ranges::lower_bound(draft.text.tokens, offset, {},
                                           [](const Token& token) { return token.span.begin; });
  return static_cast<std::uint32_t>(at - draft.text.tokens.begin());
}

void ReadCitations(Draft& draft, const std::vector<std::uint32_t>& gathering_of,
                   const std::vector<ItemIndex>& kept, const std::vector<Speech>& speeches) {
  for (DirectiveItem& directive : draft.directives) {
    for (CitationItem& citation : directive.citations) {
      if (citation.ground.mention.empty()) continue;
      const std::uint32_t token = TokenAt(draft, citation.ground.mention.begin);
      if (token >= draft.text.tokens.size()) continue;
      citation.meeting = kept[gathering_of[draft.text.SentenceOf(token)]];
      citation.speaker = SpeakerAt(draft, speeches, token);
    }
  }
}

/// A gathering counts with a chair, an organiser, a date or a named participant.
bool Counts(const MeetingItem& meeting) {
  return !meeting.date.empty() || !meeting.organisers.empty() || !meeting.chaired.empty() ||
         !meeting.attended.empty();
}

}  // namespace

void ReadMeetings(Draft& draft) {
  meeting::AddHamlets(draft);
  const Sheet sheet = meeting::MakeSheet(draft);
  const std::vector<Gathering> gatherings =
      meeting::SelectGatherings(draft, sheet, meeting::FindCandidates(draft, sheet));
  if (gatherings.empty()) return;
  std::vector<MeetingItem> meetings;
  for (const Gathering& gathering : gatherings) {
    meetings.push_back(meeting::MakeMeeting(draft, sheet, gathering));
    meeting::ReadOrganisers(draft, sheet, gathering, meetings.back());
  }
  const std::vector<std::uint32_t> gathering_of =
      meeting::GatheringsBySentence(draft, sheet, gatherings);
  const std::vector<Speech> speeches =
      meeting::ReadParts(draft, sheet, gatherings, gathering_of, meetings);
  meeting::CompleteDays(draft, sheet, gatherings, meetings);
  std::vector<ItemIndex> kept(meetings.size(), kNoItem);
  for (std::size_t m = 0; m < meetings.size(); ++m) {
    if (!Counts(meetings[m])) continue;
    kept[m] = static_cast<ItemIndex>(draft.meetings.size());
    draft.meetings.push_back(std::move(meetings[m]));
  }
  ReadCitations(draft, gathering_of, kept, speeches);
}

}  // namespace chido
