#include <algorithm>

#include "linker/reading/meeting_select.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kLead = 6;  // sentences that may tell of the headline's gathering
constexpr std::uint32_t kDateStart =
    8;  // tokens before a date that opens a lead, dateline included
constexpr std::int32_t kOldestNews = 14;  // days before publication

/// Whether a sentence names somebody who has a part in `meeting`.
bool NamesParty(const Draft& draft, const SentenceSheet& sentence, const MeetingItem& meeting) {
  const auto has = [](const std::vector<PartItem>& parts, ItemIndex who) {
    return std::ranges::any_of(parts, [&](const PartItem& part) { return part.who == who; });
  };
  for (const Group& group : sentence.groups) {
    for (const std::uint32_t person : group.persons) {
      if (has(meeting.attended, draft.persons[person].official)) return true;
    }
  }
  return std::ranges::any_of(In(draft.body_mentions, sentence.tokens),
                             [&](const BodyMention& body) {
                               return body.item != kNoItem && has(meeting.organisers, body.item);
                             });
}

bool IsFresh(const Draft& draft, const EdtfDate& date) {
  const EdtfDate& published = draft.frame.published;
  if (date.empty() || published.empty()) return !date.empty();
  return date.FirstDay() <= published.LastDay() &&
         date.LastDay() >= published.FirstDay() - kOldestNews;
}

/// *Ngày 5/3, Thủ tướng ký ban hành Quyết định …*: no day of a gathering.
bool IssuesDocument(const Draft& draft, const SentenceSheet& sentence) {
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (scan::After(draft.text, t, "ban hành") != t || scan::After(draft.text, t, "đã ký") != t) {
      return true;
    }
  }
  return false;
}

/// *Ngày 5/3, đồng chí A trao quyết định …*: the day of the lead is that of the ceremony which only
/// the headline or a later sentence names.
void ReadLeadDay(const Draft& draft, const Sheet& sheet, MeetingItem& meeting) {
  const auto count = std::min<std::size_t>(kLead, sheet.sentences.size());
  for (std::uint32_t s = 0; s < count; ++s) {
    const SentenceSheet& sentence = sheet.sentences[s];
    if (draft.text.sentences[s].block == BlockKind::kTitle) continue;
    const DateMention* date = DateFor(draft, sheet, s, {sentence.tokens.end, sentence.tokens.end});
    if (date == nullptr || date->tokens.begin - sentence.tokens.begin > kDateStart) continue;
    if (!IsFresh(draft, date->date) || !NamesParty(draft, sentence, meeting)) continue;
    if (IssuesDocument(draft, sentence)) continue;
    meeting.date = date->date;
    meeting.date_inferred = true;
    return;
  }
}

/// *Chiều cùng ngày*, *Sau lễ đón, …*, *Trước khi bắt đầu buổi làm việc, …*
bool OfSameDay(const Draft& draft, const Sheet& sheet, const Candidate& telling) {
  const std::uint32_t begin = sheet.sentences[telling.sentence].tokens.begin;
  if (telling.same_day || draft.CueAt(begin, "day.beside") != nullptr) return true;
  return scan::Is(draft.text, begin, "sau") && draft.CueAt(begin + 1, "gathering.noun") != nullptr;
}

}  // namespace

void CompleteDays(const Draft& draft, const Sheet& sheet, const std::vector<Gathering>& gatherings,
                  std::vector<MeetingItem>& meetings) {
  for (std::size_t g = 1; g < meetings.size(); ++g) {
    const Candidate& best = gatherings[g].best();
    const std::uint32_t begin = sheet.sentences[best.sentence].tokens.begin;
    const bool beside = draft.CueAt(begin, "day.beside") != nullptr;
    if (beside && meetings[g].organisers.empty()) {
      meetings[g].organisers = meetings[g - 1].organisers;  // the same delegation
    }
    if (!OfSameDay(draft, sheet, best)) continue;
    // *Cũng trong sáng 3/6, …* tells the day of the one before, too.
    const bool told = std::ranges::any_of(gatherings[g - 1].tellings, [](const Candidate& telling) {
      return telling.date != nullptr;
    });
    if (best.same_day && !told && meetings[g - 1].date.empty()) {
      meetings[g - 1].date = meetings[g].date;
      meetings[g - 1].date_inferred = !meetings[g].date.empty();
    }
    if (!meetings[g].date.empty()) continue;
    meetings[g].date = meetings[g - 1].date;
    meetings[g].date_inferred = !meetings[g].date.empty();
  }
  if (meetings.size() != 1 || !meetings.front().date.empty()) return;
  const bool dated = std::ranges::any_of(gatherings.front().tellings, [](const Candidate& telling) {
    return telling.date != nullptr;  // a day without a year that anything decides
  });
  if (!dated) ReadLeadDay(draft, sheet, meetings.front());
}

}  // namespace chido::meeting
