#include <algorithm>
#include <map>

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

void ReadCitations(Draft& draft, const Sheet& sheet, const std::vector<Gathering>& gatherings,
                   const std::vector<ItemIndex>& kept, const std::vector<Speech>& speeches) {
  std::map<Span, std::uint32_t> tokens;  // of mentions, by where they stand in the stored text
  for (const DirectiveMention& mention : draft.directive_mentions) {
    if (!mention.tokens.empty()) {
      tokens.emplace(draft.text.Stored(mention.tokens), mention.tokens.begin);
    }
  }
  for (DirectiveItem& directive : draft.directives) {
    for (CitationItem& citation : directive.citations) {
      const auto at = tokens.find(citation.ground.mention);
      if (at == tokens.end()) continue;
      const std::uint32_t sentence = draft.text.SentenceOf(at->second);
      citation.meeting = kept[meeting::GatheringOf(sheet, gatherings, sentence)];
      citation.speaker = SpeakerAt(draft, speeches, at->second);
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
  const Sheet sheet = meeting::MakeSheet(draft);
  const std::vector<Gathering> gatherings =
      meeting::SelectGatherings(draft, sheet, meeting::FindCandidates(draft, sheet));
  if (gatherings.empty()) return;
  std::vector<MeetingItem> meetings;
  for (const Gathering& gathering : gatherings) {
    meetings.push_back(meeting::MakeMeeting(draft, sheet, gathering));
    meeting::ReadOrganisers(draft, sheet, gathering, meetings.back());
  }
  const std::vector<Speech> speeches = meeting::ReadParts(draft, sheet, gatherings, meetings);
  std::vector<ItemIndex> kept(meetings.size(), kNoItem);
  for (std::size_t m = 0; m < meetings.size(); ++m) {
    if (!Counts(meetings[m])) continue;
    kept[m] = static_cast<ItemIndex>(draft.meetings.size());
    draft.meetings.push_back(std::move(meetings[m]));
  }
  ReadCitations(draft, sheet, gatherings, kept, speeches);
}

}  // namespace chido
