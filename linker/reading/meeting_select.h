#pragma once

#include <vector>

#include "linker/reading/meeting_find.h"

namespace chido::meeting {

/// A gathering that the article reports: the candidates that tell of it, the best one first.
struct Gathering {
  std::vector<Candidate> tellings;
  const Candidate& best() const { return tellings.front(); }
};

/// The gatherings of the article in text order of their best tellings. A second one needs a day of
/// its own or *cùng ngày*, and somebody who holds, chairs or does it; one that is only recalled or
/// planned needs a day and an organiser or a chair.
std::vector<Gathering> SelectGatherings(const Draft& draft, const Sheet& sheet,
                                        const std::vector<Candidate>& all);

/// The gathering that each sentence speaks of.
std::vector<std::uint32_t> GatheringsBySentence(const Draft& draft, const Sheet& sheet,
                                                const std::vector<Gathering>& gatherings);

/// Title, kind, date, place and grounds; no parts yet.
MeetingItem MakeMeeting(const Draft& draft, const Sheet& sheet, const Gathering& gathering);

/// Whether the sentence of `telling` says who held it; `by_name`: or its name does (*kỳ họp của
/// X*).
bool HasOrganiser(const Draft& draft, const Sheet& sheet, const Candidate& telling, bool by_name);

/// Whether a quotation is open where `telling` stands.
bool IsQuoted(const Draft& draft, const Candidate& telling);

/// *Ngày 5/3/1947, …*: whether a sentence begins with a day long before `now`.
bool OpensLongAgo(const Draft& draft, TokenRange sentence, const EdtfDate& now);

/// The days that other sentences give: of the gathering before on the same day, of the lead.
void CompleteDays(const Draft& draft, const Sheet& sheet, const std::vector<Gathering>& gatherings,
                  std::vector<MeetingItem>& meetings);

/// Fills `meeting.organisers` from the tellings.
void ReadOrganisers(const Draft& draft, const Sheet& sheet, const Gathering& gathering,
                    MeetingItem& meeting);

}  // namespace chido::meeting
