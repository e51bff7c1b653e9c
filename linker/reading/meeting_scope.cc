#include "linker/reading/meeting_scope.h"

#include <algorithm>

#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kLateStart = 5;   // sentences before a gathering that is not the news
constexpr std::uint32_t kDateStart = 6;   // tokens before a date that opens its sentence
constexpr std::uint32_t kPastStart = 12;  // tokens before a day of long ago
constexpr std::int32_t kPast = 400;       // days before the gathering

bool IsTelling(const Gathering& gathering, std::uint32_t sentence) {
  return std::ranges::any_of(gathering.tellings,
                             [&](const Candidate& c) { return c.sentence == sentence; });
}

/// Whether somebody in `sentence` has a part in `meeting` already.
bool Joins(const Draft& draft, const SentenceSheet& sentence, const MeetingItem& meeting) {
  for (const Group& group : sentence.groups) {
    for (const std::uint32_t person : group.persons) {
      const ItemIndex who = draft.persons[person].official;
      const auto has = [&](const std::vector<PartItem>& parts) {
        return std::ranges::any_of(parts, [&](const PartItem& part) { return part.who == who; });
      };
      if (has(meeting.chaired) || has(meeting.attended) || has(meeting.spoke)) return true;
    }
  }
  return false;
}

/// *trao đổi với Dân trí*: a capital word that is no person, body or place names a paper.
bool NamesPaper(const Draft& draft, const Sheet& sheet, std::uint32_t token) {
  if (!scan::IsAny(draft.text, token, {"trao", "chia", "nói", "thông"})) return false;
  std::uint32_t with = token + 1;
  if (scan::IsAny(draft.text, with, {"đổi", "sẻ", "tin"})) ++with;
  if (!scan::Is(draft.text, with, "với") || with + 1 >= draft.text.tokens.size()) return false;
  const Token& name = draft.text.tokens[with + 1];
  return name.kind == TokenKind::kWord && (name.capital || name.all_capital) &&
         (sheet.cover[with + 1] & (kPerson | kBody | kPlace)) == 0;
}

}  // namespace

bool OpensLongAgo(const Draft& draft, TokenRange sentence, const EdtfDate& now) {
  if (now.empty()) return false;
  return std::ranges::any_of(In(draft.dates, sentence), [&](const DateMention& date) {
    return date.has_day && date.as_written.year != 0 && !date.date.empty() &&
           date.tokens.begin - sentence.begin <= kPastStart &&
           date.date.LastDay() < now.FirstDay() - kPast;
  });
}

Scope::Scope(const Draft& draft, const Sheet& sheet, const std::vector<Gathering>& gatherings)
    : draft_(draft), sheet_(sheet) {
  const Candidate* first = nullptr;
  for (const Gathering& gathering : gatherings) {
    for (const Candidate& telling : gathering.tellings) {
      if (first == nullptr || telling.sentence < first->sentence) first = &telling;
    }
  }
  if (first == nullptr) return;
  first_ = first->sentence;
  const bool dated = first->date != nullptr && first->date->tokens.begin <= first->anchor.begin;
  if (first_ < kLateStart || !dated) return;
  begins_late_ = true;
  for (std::uint32_t s = 0; s < first_; ++s) {
    const bool named = std::ranges::any_of(
        gatherings, [&](const Gathering& gathering) { return NamesGathering(s, gathering); });
    if (named) begins_late_ = false;
  }
}

bool Scope::BeforeAll(std::uint32_t sentence) const { return begins_late_ && sentence < first_; }

bool Scope::NamesGathering(std::uint32_t sentence, const Gathering& gathering) const {
  if (IsTelling(gathering, sentence)) return true;
  return std::ranges::any_of(sheet_.sentences[sentence].nouns, [&](const Cue& noun) {
    return std::ranges::any_of(
        gathering.tellings, [&](const Candidate& telling) { return telling.kind == noun.value; });
  });
}

bool Scope::IsThere(std::uint32_t sentence, const Gathering& gathering) const {
  return std::ranges::any_of(sheet_.sentences[sentence].nouns, [&](const Cue& noun) {
    return noun.value == gathering.best().kind &&
           scan::IsAny(draft_.text, noun.tokens.begin - 1, {"tại", "lề", "trong"});
  });
}

bool Scope::OfAnotherDay(std::uint32_t sentence, const Gathering& gathering,
                         const MeetingItem& meeting) const {
  const TokenRange tokens = sheet_.sentences[sentence].tokens;
  if (tokens.empty() || IsTelling(gathering, sentence)) return false;
  const DateMention* date = DateFor(draft_, sheet_, sentence, {tokens.end, tokens.end});
  // *Trước đó, ngày 3/4, …*
  const bool before = draft_.CueAt(tokens.begin, "part.before") != nullptr && date != nullptr &&
                      date->tokens.begin - tokens.begin <= kDateStart;
  if (before && !NamesGathering(sentence, gathering)) return true;
  if (date == nullptr) return false;
  // *… do đồng chí A chủ trì ngày 3/4*: another session, wherever its day stands.
  const bool chaired = std::ranges::any_of(
      sheet_.sentences[sentence].verbs, [](const Cue& verb) { return verb.kind == "chair.verb"; });
  if (date->tokens.begin - tokens.begin > kDateStart && !chaired) return false;
  if (!date->date.empty() && !meeting.date.empty()) return !date->date.Overlaps(meeting.date);
  return std::ranges::any_of(gathering.tellings, [&](const Candidate& telling) {
    return telling.date != nullptr && (telling.date->as_written.day != date->as_written.day ||
                                       telling.date->as_written.month != date->as_written.month);
  });
}

bool Scope::OfThePast(std::uint32_t sentence, const Gathering& gathering,
                      const MeetingItem& meeting) const {
  if (IsTelling(gathering, sentence)) return false;
  const EdtfDate& now = meeting.date.empty() ? draft_.frame.published : meeting.date;
  return OpensLongAgo(draft_, sheet_.sentences[sentence].tokens, now);
}

bool Scope::OpensAside(std::uint32_t sentence, const Gathering& gathering) const {
  const TokenRange tokens = sheet_.sentences[sentence].tokens;
  // At a press conference the press is answered.
  const std::string_view kind = gathering.best().kind;
  const bool press = kind == "họp báo" || kind == "giao ban" || kind == "tiếp xúc cử tri";
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const bool outside = draft_.CueAt(t, "part.outside") != nullptr;
    const bool aside =
        !press && (draft_.CueAt(t, "part.aside") != nullptr || NamesPaper(draft_, sheet_, t));
    if (!outside && !aside) continue;
    // *trao đổi với báo chí bên lề hội nghị*: at the gathering after all.
    return outside || !IsThere(sentence, gathering);
  }
  return false;
}

bool Scope::Covers(std::uint32_t sentence, const Gathering& gathering, const MeetingItem& meeting) {
  if (BeforeAll(sentence) || OfAnotherDay(sentence, gathering, meeting)) return false;
  if (OfThePast(sentence, gathering, meeting)) return false;
  const SentenceSheet& sheet = sheet_.sentences[sentence];
  if (OpensAside(sentence, gathering)) {
    aside_ = true;
    asides_.clear();
    for (const Group& group : sheet.groups) {
      for (const std::uint32_t person : group.persons) {
        asides_.insert(draft_.persons[person].official);
      }
    }
    return false;
  }
  if (!aside_) return true;
  const bool same_speaker = std::ranges::all_of(sheet.groups, [&](const Group& group) {
    return std::ranges::all_of(group.persons, [&](std::uint32_t person) {
      return asides_.contains(draft_.persons[person].official);
    });
  });
  // What the same speaker says of a gathering does not bring him there.
  const bool goes_on = same_speaker && !sheet.groups.empty() && !IsThere(sentence, gathering);
  if (!goes_on && NamesGathering(sentence, gathering)) aside_ = false;
  if (!aside_ || sheet.groups.empty()) return !aside_;
  if (!same_speaker && Joins(draft_, sheet, meeting)) aside_ = false;
  return !aside_;
}

}  // namespace chido::meeting
