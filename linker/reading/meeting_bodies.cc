#include <algorithm>

#include "linker/reading/meeting_parts.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kLongestGap = 12;  // tokens between two bodies of one list

bool Has(const std::vector<PartItem>& parts, ItemIndex who) {
  return std::ranges::any_of(parts, [&](const PartItem& part) { return part.who == who; });
}

/// A body that acts by itself here: no part of a post, a document or a longer name.
bool Acts(const Draft& draft, const Sheet& sheet, const BodyMention& body) {
  return body.item != kNoItem && !body.generic && !body.tokens.empty() &&
         (sheet.cover[body.tokens.begin] & (kPerson | kDirective)) == 0 &&
         draft.bodies[body.item].template_id != "a.doankt";
}

void Add(const Draft& draft, const BodyMention& body, std::string_view rule, MeetingItem& meeting) {
  if (Has(meeting.organisers, body.item) || Has(meeting.participants, body.item)) return;
  meeting.participants.push_back({body.item, "", false, {draft.GroundAt(body.tokens, rule, 0.9F)}});
}

/// Whether only words of a list part `gap`: no verb, no person, no end of a clause.
bool GoesOn(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence, TokenRange gap) {
  if (gap.size() > kLongestGap) return false;
  for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
    if ((sheet.cover[t] & kPerson) != 0 || scan::IsAny(draft.text, t, {".", ":", "của"})) {
      return false;
    }
  }
  return std::ranges::none_of(sentence.verbs, [&](const Cue& verb) {
    return verb.tokens.begin >= gap.begin && verb.tokens.end <= gap.end;
  });
}

/// *cùng dự có đại diện lãnh đạo Sở A, Sở B*: the bodies after *đại diện*, *lãnh đạo*.
void ReadDelegates(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
                   MeetingItem& meeting) {
  const std::span<const BodyMention> bodies = In(draft.body_mentions, sentence.tokens);
  std::uint32_t end = 0;  // of the list's last body
  for (const BodyMention& body : bodies) {
    if (!Acts(draft, sheet, body)) continue;
    const std::uint32_t begin = body.tokens.begin;
    const bool sent = CueEndsAt(draft, sentence.tokens, begin, "part.delegate");
    const bool listed = end != 0 && GoesOn(draft, sheet, sentence, {end, begin});
    if (!sent && !listed) continue;
    Add(draft, body, "take.list", meeting);
    end = body.tokens.end;
  }
}

/// *làm việc với Sở A*: the hosts.
void ReadHosts(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
               MeetingItem& meeting) {
  const auto host = [&](const Cue& cue) {
    if (!scan::Is(draft.text, cue.tokens.end - 1, "với") &&
        !scan::Is(draft.text, cue.tokens.end, "với")) {
      return;
    }
    for (const BodyMention& body : In(draft.body_mentions, {cue.tokens.end, cue.tokens.end + 2})) {
      if (Acts(draft, sheet, body)) Add(draft, body, "take.guest", meeting);
      return;
    }
  };
  for (const Cue& verb : sentence.verbs) {
    if (verb.kind == "gathering.verb") host(verb);
  }
  for (const Cue& noun : sentence.nouns) {
    if (noun.value == "buổi làm việc" || noun.value == "đối thoại") host(noun);
  }
}

}  // namespace

void ReadParticipants(const Draft& draft, const Sheet& sheet, const Gathering& gathering,
                      std::uint32_t index, MeetingItem& meeting) {
  const SentenceSheet& sentence = sheet.sentences[index];
  const bool attended = std::ranges::any_of(sentence.verbs, [](const Cue& verb) {
    return verb.kind == "attend.verb" || verb.kind == "attend.part";
  });
  if (attended) ReadDelegates(draft, sheet, sentence, meeting);
  const bool told = std::ranges::any_of(gathering.tellings, [&](const Candidate& telling) {
    return telling.sentence == index &&
           (telling.kind == gathering.best().kind || index == gathering.best().sentence);
  });
  if (told) ReadHosts(draft, sheet, sentence, meeting);
}

}  // namespace chido::meeting
