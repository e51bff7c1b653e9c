#include "linker/reading/meeting_select.h"

#include <algorithm>
#include <set>
#include <string>

#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::size_t kMostGatherings = 16;  // of one article
constexpr std::size_t kMostTellings = 32;    // of one gathering
constexpr std::uint32_t kLead = 4;           // sentences that the headline sums up
constexpr std::uint32_t kOverview = 4;       // sentences from an overview to its first item
constexpr std::uint32_t kDateStart = 4;      // tokens before a date that opens its sentence

/// Written the same, where a year is lacking.
bool SameDay(const DateMention& a, const DateMention& b) {
  if (!a.date.empty() && !b.date.empty()) return a.date.Overlaps(b.date);
  return a.as_written.day == b.as_written.day && a.as_written.month == b.as_written.month;
}

/// Recalled or planned, but with a day and with an organiser or a chair.
bool IsDocumented(const Draft& draft, const Sheet& sheet, const Candidate& candidate) {
  return !candidate.verb && candidate.titled && !candidate.plural && candidate.date != nullptr &&
         (candidate.chaired ||
          HasOrganiser(draft, sheet, candidate, !candidate.recalled || candidate.planned));
}

/// *Trước khi bắt đầu buổi làm việc, đồng chí A đến thăm, kiểm tra …*
bool IsBeside(const Draft& draft, const Sheet& sheet, const std::vector<Gathering>& known,
              const Candidate& candidate) {
  const std::uint32_t begin = sheet.sentences[candidate.sentence].tokens.begin;
  const bool before = candidate.verb && draft.CueAt(begin, "day.beside") != nullptr;
  // *Sau lễ đón, hai bên tiến hành hội đàm.*
  const bool after = scan::Is(draft.text, begin, "sau") && candidate.held &&
                     candidate.anchor.begin > begin + 1 &&
                     draft.CueAt(begin + 1, "gathering.noun") != nullptr;
  if (!before && !after) return false;
  return std::ranges::none_of(
      known, [&](const Gathering& gathering) { return gathering.best().kind == candidate.kind; });
}

/// The title, also where it is the first line of the text.
bool IsHeadline(const Draft& draft, std::uint32_t sentence) {
  const Sentence& told = draft.text.sentences[sentence];
  if (told.block == BlockKind::kTitle) return true;
  return sentence == 0 && !draft.article.title.empty() &&
         NormalName(draft.article.title).starts_with(scan::Plain(draft.text, told.tokens));
}

/// Whether `candidate` tells of a gathering other than those known.
bool IsAnother(const Draft& draft, const Sheet& sheet, const std::vector<Gathering>& known,
               const Candidate& candidate) {
  if (candidate.verb && candidate.kind == "dâng hương" && !candidate.same_day) return false;
  const bool beside = IsBeside(draft, sheet, known, candidate);
  const int least = beside ? kLeastScore : kSecondScore;
  const bool told =
      candidate.score >= least && !candidate.recalled && (candidate.held || candidate.chaired);
  if (!told && !IsDocumented(draft, sheet, candidate)) return false;
  if (candidate.item) return true;
  if (beside) return true;
  const bool after_one = std::ranges::any_of(known, [&](const Gathering& gathering) {
    const std::uint32_t told = gathering.best().sentence;
    // The lead tells of what its own headline names.
    return told < candidate.sentence && !IsHeadline(draft, told);
  });
  if (candidate.same_day && after_one) return true;
  if (candidate.date == nullptr) return false;
  const std::uint32_t begin = draft.text.sentences[candidate.sentence].tokens.begin;
  const bool opens = candidate.date->tokens.begin - begin <= kDateStart;
  if (!candidate.titled && !opens) return false;
  return std::ranges::none_of(known, [&](const Gathering& gathering) {
    return std::ranges::any_of(gathering.tellings, [&](const Candidate& telling) {
      return telling.date != nullptr && SameDay(*telling.date, *candidate.date);
    });
  });
}

/// Of a round-up only the items are gatherings, not the sentence right above that sums them up.
void DropOverview(std::vector<Gathering>& gatherings) {
  const auto is_item = [](const Gathering& gathering) { return gathering.best().item; };
  if (std::ranges::count_if(gatherings, is_item) < 2 || is_item(gatherings.front())) return;
  const auto first = std::ranges::find_if(gatherings, is_item);
  if (first->best().sentence > gatherings.front().best().sentence + kOverview) return;
  gatherings.erase(gatherings.begin());
}

/// *Phát biểu tại buổi làm việc, …*: goes back to a gathering told of before.
bool RefersBack(const Draft& draft, const SentenceSheet& sentence, std::string_view kind) {
  return std::ranges::any_of(sentence.nouns, [&](const Cue& noun) {
    return noun.value == kind && scan::Is(draft.text, noun.tokens.begin - 1, "tại");
  });
}

/// The full name of the unit as the place of a meeting: "Huyện Krông Ana".
std::string UnitName(const UnitRow& unit) {
  std::string name(unit.type.starts_with("thành phố") ? "thành phố" : unit.type);
  if (!name.empty()) name += ' ';
  name += unit.name;
  return name;
}

void ReadPlace(const Draft& draft, const SentenceSheet& sentence, MeetingItem& meeting) {
  for (std::uint32_t t = sentence.tokens.begin; t + 1 < sentence.tokens.end; ++t) {
    if (!scan::Is(draft.text, t, "tại") || draft.CueAt(t + 1, "gathering.noun") != nullptr) {
      continue;
    }
    for (const PlaceMention& place : In(draft.places, {t + 1, t + 2})) {
      if (place.units.empty() || !place.resolved) continue;
      const UnitRow& unit = draft.lexicon.units()[place.units.front()];
      meeting.place = UnitName(unit);
      meeting.place_uid = unit.uid;
      return;
    }
    if (draft.CueAt(t + 1, "gathering.hall") == nullptr) continue;
    std::uint32_t end = t + 1;
    while (
        end < sentence.tokens.end && end - t <= 12 &&
        !scan::IsAny(draft.text, end, {",", ".", ";", ":", "(", "về", "sáng", "chiều", "ngày"}) &&
        (end == t + 1 || (draft.CueAt(end, "gathering.hold") == nullptr &&
                          draft.CueAt(end, "gathering.end") == nullptr))) {
      ++end;
    }
    meeting.place = scan::Plain(draft.text, {t + 1, end});
    return;
  }
}

/// The day of words like *chiều nay*, counted from the day of publication.
EdtfDate RelativeDay(const Draft& draft, const SentenceSheet& sentence) {
  const EdtfDate& published = draft.frame.published;
  if (published.empty() || published.interval || published.from->day == 0) return {};
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (draft.CueAt(t, "day.today") != nullptr) return published;
    if (draft.CueAt(t, "day.yesterday") != nullptr) {
      return EdtfDate::Single(FromDays(published.FirstDay() - 1));
    }
  }
  return {};
}

void ReadDate(const Draft& draft, const Sheet& sheet, const Gathering& gathering,
              MeetingItem& meeting) {
  const DateMention* first = nullptr;
  for (const Candidate& telling : gathering.tellings) {
    if (telling.date == nullptr) continue;
    // *lễ khởi công sẽ diễn ra ngày …*, told of at a reception
    if (telling.planned && telling.kind != gathering.best().kind) continue;
    if (first == nullptr) first = telling.date;
    // Another day says nothing of the one whose year is lacking.
    if (telling.date->date.empty() || !SameDay(*first, *telling.date)) continue;
    meeting.date = telling.date->date;
    meeting.date_inferred = telling.date->year_inferred;
    return;
  }
  for (const Candidate& telling : gathering.tellings) {
    if (telling.date != nullptr) return;  // a day without a year that anything decides
  }
  for (const Candidate& telling : gathering.tellings) {
    meeting.date = RelativeDay(draft, sheet.sentences[telling.sentence]);
    meeting.date_inferred = !meeting.date.empty();
    if (meeting.date_inferred) return;
  }
}

/// The title of `telling`, or a longer one that begins with it: a lead may be cut off.
std::string Completed(const Draft& draft, const Gathering& gathering, const Candidate& telling) {
  std::string title = scan::Plain(draft.text, telling.title);
  const std::size_t cut = title.size();
  for (const Candidate& other : gathering.tellings) {
    if (other.verb || other.kind != telling.kind) continue;
    std::string longer = scan::Plain(draft.text, other.title);
    if (longer.size() > title.size() && longer.starts_with(title.substr(0, cut))) {
      title = std::move(longer);
    }
  }
  return title;
}

/// Where the clause of a verb begins: after the day and the place.
std::uint32_t ClauseBegin(const Draft& draft, const Candidate& best) {
  std::uint32_t begin = draft.text.sentences[best.sentence].tokens.begin;
  if (best.date != nullptr && best.date->tokens.end <= best.anchor.begin) {
    begin = AfterAdverbs(draft, best.date->tokens.end, best.anchor.begin);
  }
  while (scan::IsAny(draft.text, begin, {"tại", "dưới"})) {
    std::uint32_t comma = begin;
    while (comma < best.anchor.begin && !scan::Is(draft.text, comma, ",")) ++comma;
    if (comma + 1 >= best.anchor.begin) break;
    begin = comma + 1;
  }
  return begin;
}

/// The noun with what it was about; of a verb the headline, else the clause.
std::string TitleText(const Draft& draft, const Gathering& gathering) {
  const Candidate& best = gathering.best();
  for (const Candidate& telling : gathering.tellings) {
    const bool near = !best.verb || telling.sentence == best.sentence;
    if (!telling.verb && telling.titled && telling.kind == best.kind && near) {
      return Completed(draft, gathering, telling);
    }
  }
  // Far from the lead the headline is about something else.
  const std::string headline =
      draft.article.title.empty() ? std::string() : NormalName(draft.article.title);
  const bool apart = best.verb && best.sentence >= kLead &&
                     headline.find(scan::Plain(draft.text, best.anchor)) == std::string::npos;
  if (!apart && !headline.empty()) return headline;
  if (!best.verb) return scan::Plain(draft.text, best.title);
  const Sentence& first = draft.text.sentences.front();
  if (!apart && first.block == BlockKind::kTitle) return scan::Plain(draft.text, first.tokens);
  return scan::Plain(draft.text,
                     {ClauseBegin(draft, best), std::max(best.title.end, best.anchor.end)});
}

/// The surest candidate; one more on the same day only if nothing before it tells of another.
std::vector<Candidate>::const_iterator BestOf(const Draft& draft,
                                              const std::vector<Candidate>& all) {
  const auto before = std::ranges::find_if(all, [&](const Candidate& c) {
    return c.score >= kLeastScore && !c.recalled && !IsHeadline(draft, c.sentence);
  });
  const auto rank = [&](const Candidate& c) {
    const bool another = c.same_day && before != all.end() && before->sentence < c.sentence;
    return another ? std::min(c.score, kLeastScore - 1) : c.score;
  };
  return std::ranges::max_element(all, {}, rank);
}

/// The day that the article tells of, as far as it is known before dates are read.
EdtfDate NowOf(const Draft& draft, const std::vector<Gathering>& gatherings) {
  if (!draft.frame.published.empty()) return draft.frame.published;
  for (const Gathering& gathering : gatherings) {
    const DateMention* date = gathering.best().date;
    if (date != nullptr && !date->date.empty()) return date->date;
  }
  return {};
}

}  // namespace

bool IsQuoted(const Draft& draft, const Candidate& telling) {
  bool open = false;
  for (std::uint32_t t = draft.text.sentences[telling.sentence].tokens.begin;
       t < telling.anchor.begin; ++t) {
    if (scan::Is(draft.text, t, "\"")) open = !open;
  }
  return open;
}

std::vector<Gathering> SelectGatherings(const Draft& draft, const Sheet& sheet,
                                        const std::vector<Candidate>& all) {
  std::vector<Gathering> gatherings;
  const auto best = BestOf(draft, all);
  if (best == all.end() || best->score < kLeastScore) return gatherings;
  gatherings.push_back({{*best}});
  for (const Candidate& candidate : all) {
    if (candidate.sentence == best->sentence || gatherings.size() >= kMostGatherings) continue;
    if (IsAnother(draft, sheet, gatherings, candidate)) gatherings.push_back({{candidate}});
  }
  DropOverview(gatherings);
  std::ranges::sort(gatherings, [](const Gathering& a, const Gathering& b) {
    return a.best().anchor < b.best().anchor;
  });
  for (const Candidate& candidate : all) {
    if (candidate.score < kLeastScore) continue;
    const TokenRange sentence = sheet.sentences[candidate.sentence].tokens;
    if (candidate.date == nullptr && OpensLongAgo(draft, sentence, NowOf(draft, gatherings))) {
      continue;
    }
    Gathering* home = &gatherings.front();
    for (Gathering& gathering : gatherings) {
      if (gathering.best().sentence <= candidate.sentence) home = &gathering;
    }
    const bool room = home->tellings.size() < kMostTellings;
    if (room && home->best().anchor != candidate.anchor) home->tellings.push_back(candidate);
  }
  return gatherings;
}

std::vector<std::uint32_t> GatheringsBySentence(const Draft& draft, const Sheet& sheet,
                                                const std::vector<Gathering>& gatherings) {
  std::vector<std::uint32_t> out(sheet.sentences.size(), 0);
  std::uint32_t begun = 0;    // the last one that was told of
  std::uint32_t current = 0;  // the one that is spoken of
  for (std::uint32_t s = 0; s < sheet.sentences.size(); ++s) {
    while (begun + 1 < gatherings.size() && gatherings[begun + 1].best().sentence <= s) {
      ++begun;
      // Who speaks of another one is still at the one before.
      if (!IsQuoted(draft, gatherings[begun].best())) current = begun;
    }
    out[s] = current;
    if (begun == 0) continue;
    const auto is_of = [&](std::uint32_t g) {
      return std::ranges::any_of(sheet.sentences[s].nouns, [&](const Cue& noun) {
        return gatherings[g].best().kind == noun.value;
      });
    };
    const bool begins = current == begun && gatherings[begun].best().sentence == s;
    if (begins || is_of(current)) continue;
    for (std::uint32_t g = begun + 1; g-- > 0;) {
      if (!is_of(g)) continue;
      out[s] = g;
      if (RefersBack(draft, sheet.sentences[s], gatherings[g].best().kind)) current = g;
      break;
    }
  }
  return out;
}

MeetingItem MakeMeeting(const Draft& draft, const Sheet& sheet, const Gathering& gathering) {
  MeetingItem meeting;
  meeting.title = TitleText(draft, gathering);
  meeting.kind = gathering.best().kind;
  ReadDate(draft, sheet, gathering, meeting);
  for (const Candidate& telling : gathering.tellings) {
    if (meeting.place.empty()) ReadPlace(draft, sheet.sentences[telling.sentence], meeting);
    const std::string_view rule = telling.verb ? "meeting.verb" : "meeting.noun";
    const float confidence = std::min(1.0F, 0.5F + 0.05F * static_cast<float>(telling.score));
    meeting.grounds.push_back(draft.GroundAt(telling.title, rule, confidence));
  }
  return meeting;
}

}  // namespace chido::meeting
