#include <algorithm>
#include <optional>
#include <span>

#include "linker/reading/meeting_select.h"
#include "linker/reading/meeting_subject.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::uint32_t kNear = 2;         // sentences in which another word may tell of the same
constexpr std::uint32_t kListJoint = 2;    // tokens between two bodies of a list
constexpr std::uint32_t kLead = 4;         // sentences that tell the news
constexpr std::uint32_t kDateStart = 8;    // tokens before a date that opens its sentence
constexpr std::uint32_t kByDistance = 30;  // tokens from *do* to *tổ chức*

void AddOrganiser(const Draft& draft, const BodyMention& body, std::string_view rule,
                  MeetingItem& meeting) {
  const bool known = std::ranges::any_of(
      meeting.organisers, [&](const PartItem& part) { return part.who == body.item; });
  if (known) return;
  const std::string_view manner = meeting.organisers.empty() ? "lead" : "joint";
  meeting.organisers.push_back(
      {body.item, std::string(manner), false, {draft.GroundAt(body.tokens, rule, 0.9F)}});
}

bool IsOrganiser(const Draft& draft, const Sheet& sheet, const BodyMention& body) {
  return body.item != kNoItem && !body.generic && !body.tokens.empty() &&
         (sheet.cover[body.tokens.begin] & (kPerson | kDirective)) == 0 &&
         draft.bodies[body.item].template_id != "a.doankt";
}

/// Whether only joining words, places and brackets part two organisers, or one from its verb.
bool Joined(const Draft& draft, const Sheet& sheet, TokenRange gap) {
  if (gap.size() > 16) return false;
  bool bracket = false;
  for (std::uint32_t t = gap.begin; t < gap.end; ++t) {
    if (scan::IsAny(draft.text, t, {"(", ")"})) {
      bracket = scan::Is(draft.text, t, "(");
      continue;
    }
    const bool joins = scan::IsAny(
        draft.text, t,
        {",", "và", "cùng", "với", "phối", "hợp", "-", "tỉnh", "huyện", "thành", "phố", "tp", "."});
    if (!bracket && !joins && (sheet.cover[t] & (kPlace | kBody)) == 0) return false;
  }
  return true;
}

/// *tại Hội trường Huyện ủy*: the body names the house.
bool IsVenue(const Draft& draft, TokenRange sentence, std::uint32_t body) {
  return (body > sentence.begin && scan::Is(draft.text, body - 1, "tại")) ||
         CueEndsAt(draft, sentence, body, "gathering.hall");
}

/// The bodies that end right before `end`, joined to each other, first one first.
std::vector<const BodyMention*> BodiesBefore(const Draft& draft, const Sheet& sheet,
                                             TokenRange sentence, std::uint32_t end) {
  std::vector<const BodyMention*> chain;
  std::optional<std::uint32_t> partner;
  std::uint32_t border = BeforeTerm(draft, end, sentence);
  // *X phối hợp với … tổ chức*: whatever X works with, X holds it too.
  for (std::uint32_t t = border; t-- > sentence.begin && border - t <= kByDistance;) {
    if (scan::After(draft.text, t, "phối hợp") != t) {
      partner = t;
      break;
    }
  }
  const std::span<const BodyMention> bodies = In(draft.body_mentions, {sentence.begin, border});
  for (std::size_t b = bodies.size(); b-- > 0;) {
    const BodyMention& body = bodies[b];
    if (body.tokens.end > border) continue;
    if (partner && body.tokens.begin < *partner) border = std::min(border, *partner);
    if (!Joined(draft, sheet, {body.tokens.end, border})) {
      if (!partner || body.tokens.begin < *partner) break;
      // *phối hợp với A, B (…) và C tổ chức*: all of them, but not whose they are.
      const bool owner = scan::IsAny(draft.text, body.tokens.begin - 1, {"của", "thuộc"});
      if (!owner && IsOrganiser(draft, sheet, body)) chain.push_back(&body);
      continue;
    }
    if (IsVenue(draft, sentence, body.tokens.begin)) break;
    if (IsOrganiser(draft, sheet, body)) chain.push_back(&body);
    border = body.tokens.begin;
  }
  std::ranges::reverse(chain);
  return chain;
}

/// *do X (phối hợp với Y) tổ chức* after the noun.
void ReadBy(const Draft& draft, const Sheet& sheet, const SentenceSheet& sentence,
            TokenRange anchor, MeetingItem& meeting) {
  for (std::uint32_t t = anchor.end; t < sentence.tokens.end; ++t) {
    if (!scan::Is(draft.text, t, "do")) continue;
    const auto hold = std::ranges::find_if(sentence.holds, [&](const Cue& cue) {
      return cue.tokens.begin > t && cue.tokens.begin - t <= kByDistance && cue.tokens.size() >= 2;
    });
    if (hold == sentence.holds.end()) continue;
    for (const BodyMention& body : In(draft.body_mentions, {t, hold->tokens.begin})) {
      if (IsOrganiser(draft, sheet, body)) {
        AddOrganiser(draft, body, "organise.by", meeting);
      }
    }
    return;
  }
}

/// What a delegation comes for.
bool IsTravel(std::string_view kind) {
  constexpr std::string_view kTravels[] = {"buổi làm việc", "kiểm tra", "khảo sát",
                                           "thăm",          "tiếp",     "tiếp xúc cử tri",
                                           "dâng hương",    "gặp mặt",  "hội đàm"};
  return std::ranges::find(kTravels, kind) != std::end(kTravels);
}

/// The delegation itself is a body: its sender is named after *của*.
bool AddSender(const Draft& draft, const BodyMention& delegation, MeetingItem& meeting) {
  const std::string& name = draft.bodies[delegation.item].name;
  const std::size_t of = name.find(" của ");
  if (of == std::string::npos) return false;
  const std::string_view sender = std::string_view(name).substr(of + sizeof(" của ") - 1);
  for (std::size_t i = 0; i < draft.bodies.size(); ++i) {
    if (draft.bodies[i].name != sender) continue;
    BodyMention implied = delegation;
    implied.item = static_cast<ItemIndex>(i);
    AddOrganiser(draft, implied, "organise.delegation", meeting);
    return true;
  }
  return false;
}

/// `before`: only one that stands before the telling. *Đoàn công tác của X do đồng chí … làm trưởng
/// đoàn*: the body that sends the delegation.
void ReadDelegation(const Draft& draft, const Sheet& sheet, const Candidate& telling,
                    MeetingItem& meeting, bool before = false) {
  const SentenceSheet& sentence = sheet.sentences[telling.sentence];
  const bool travels = IsTravel(telling.kind);
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const Match* delegation = draft.CueAt(t, "delegation");
    if (delegation == nullptr) continue;
    if (before && t >= telling.anchor.begin) return;
    const bool holds = std::ranges::any_of(sentence.holds, [&](const Cue& hold) {
      return hold.tokens.begin > t && hold.tokens.end <= telling.anchor.begin;
    });
    if (!travels && !holds && !telling.title.Contains(delegation->tokens)) continue;
    std::uint32_t at = delegation->tokens.end;
    while (at < sentence.tokens.end && scan::IsAny(draft.text, at, {"của", "số"})) ++at;
    while (at < sentence.tokens.end && scan::IsNumber(draft.text, at)) ++at;
    if (scan::Is(draft.text, at, "của")) ++at;
    for (const BodyMention& body : In(draft.body_mentions, {t, sentence.tokens.end})) {
      // *Đoàn đại biểu Tỉnh ủy, HĐND, UBND tỉnh*: all of them
      const bool listed = !meeting.organisers.empty() && body.tokens.begin > at &&
                          body.tokens.begin - at <= kListJoint &&
                          scan::IsAny(draft.text, at, {",", "và"});
      if ((body.tokens.begin == at || listed) && IsOrganiser(draft, sheet, body)) {
        AddOrganiser(draft, body, "organise.delegation", meeting);
        at = body.tokens.end;
        continue;
      }
      if (!meeting.organisers.empty()) return;
      if (body.tokens.begin != t || body.item == kNoItem) continue;
      if (AddSender(draft, body, meeting)) return;
    }
    if (!meeting.organisers.empty()) return;
  }
}

/// *Hội nghị của Sở X*, *cuộc họp thứ hai của Y*: only an ordinal parts noun and *của*.
bool IsOwner(const Draft& draft, const Candidate& telling, const BodyMention& body, bool session) {
  const bool of = scan::Is(draft.text, body.tokens.begin - 1, "của");
  // *Hội nghị Ban Chấp hành … lần thứ 5*, *cuộc họp Ban Chỉ đạo*
  const bool bare = body.tokens.begin == telling.anchor.end &&
                    (telling.kind == "hội nghị" || telling.kind == "cuộc họp");
  if (!of && !bare && !session) return false;
  for (std::uint32_t t = telling.anchor.end; t + (of ? 1 : 0) < body.tokens.begin; ++t) {
    const bool ordinal =
        scan::IsNumber(draft.text, t) || scan::Roman(draft.text, t) ||
        scan::IsAny(draft.text, t,
                    {"lần", "thứ",  "nhất", "hai",    "ba",   "tư",  "năm",    "sáu", "bảy",
                     "tám", "chín", "mười", "thường", "kỳ",   "bất", "chuyên", "đề",  "tháng",
                     "này", "/",    ",",    "khóa",   "toàn", "thể", "quý",    "(",   ")"});
    if (!ordinal) return false;
  }
  return true;
}

/// *Phiên họp thường kỳ lần thứ 27 của Thường trực HĐND huyện*, *Kỳ họp thứ 11, HĐND huyện*.
void ReadOwner(const Draft& draft, const Sheet& sheet, const Candidate& telling,
               MeetingItem& meeting) {
  const bool session = telling.kind == "phiên họp" || telling.kind == "kỳ họp";
  if (telling.verb || telling.kind == "thăm" || telling.kind == "tiếp") return;
  for (const BodyMention& body : In(draft.body_mentions, telling.title)) {
    if (body.tokens.begin < telling.anchor.end) continue;
    if (body.tokens.begin - telling.anchor.end > 10) break;
    if (!IsOwner(draft, telling, body, session)) break;
    if (IsOrganiser(draft, sheet, body)) {
      AddOrganiser(draft, body, "organise.owner", meeting);
      return;
    }
  }
}

/// *Hội nghị Trung ương 9*: the Central Committee's, if the article names it.
void ReadPlenum(const Draft& draft, const Candidate& telling, MeetingItem& meeting) {
  const bool plenum =
      telling.kind == "hội nghị" &&
      scan::After(draft.text, telling.anchor.end, "trung ương") != telling.anchor.end &&
      scan::IsNumber(draft.text, telling.anchor.end + 2);
  if (!plenum) return;
  for (std::size_t i = 0; i < draft.bodies.size(); ++i) {
    if (draft.bodies[i].name != "Ban Chấp hành Trung ương Đảng") continue;
    BodyMention implied;
    implied.tokens = telling.anchor;
    implied.item = static_cast<ItemIndex>(i);
    AddOrganiser(draft, implied, "organise.owner", meeting);
    return;
  }
}

/// *tại kỳ họp thứ 5, X đã xem xét …*: whose session it was.
void ReadSession(const Draft& draft, const Sheet& sheet, const Candidate& telling,
                 MeetingItem& meeting) {
  const bool session = telling.kind == "phiên họp" || telling.kind == "kỳ họp";
  if (telling.verb || !session) return;
  const TokenRange tokens = sheet.sentences[telling.sentence].tokens;
  for (const BodyMention& body : In(draft.body_mentions, {telling.anchor.end, tokens.end})) {
    if (!IsOrganiser(draft, sheet, body)) continue;
    const std::uint32_t verb = AfterAdverbs(draft, body.tokens.end, tokens.end);
    const bool opens = scan::Is(draft.text, body.tokens.begin - 1, ",");
    if (!opens || draft.CueAt(verb, "gathering.session") == nullptr) continue;
    AddOrganiser(draft, body, "organise.session", meeting);
    return;
  }
}

void ReadTelling(const Draft& draft, const Sheet& sheet, const Candidate& telling,
                 MeetingItem& meeting) {
  const SentenceSheet& sentence = sheet.sentences[telling.sentence];
  // *Đoàn công tác của X do …, cùng lãnh đạo Y có buổi làm việc …*: Y only comes along.
  if (IsTravel(telling.kind)) ReadDelegation(draft, sheet, telling, meeting, /*before=*/true);
  if (!meeting.organisers.empty()) return;
  // *X tổ chức Hội nghị …*, *X họp …*
  for (const Cue& hold : sentence.holds) {
    if (hold.tokens.begin > telling.anchor.begin) break;
    if (telling.anchor.begin - hold.tokens.begin > kByDistance) continue;
    // *tại trụ sở X đã diễn ra hội nghị*: X is the house.
    if (scan::Is(draft.text, hold.tokens.end - 1, "ra")) continue;
    // *X có thông báo … tại cuộc họp*: a short verb holds only what stands right after it.
    const bool weak = IsWeakHold(draft, hold) && hold.tokens.begin < telling.anchor.begin;
    if (weak && telling.anchor.begin - hold.tokens.end > 2) continue;
    for (const BodyMention* body : BodiesBefore(draft, sheet, sentence.tokens, hold.tokens.begin)) {
      AddOrganiser(draft, *body, "organise.verb", meeting);
    }
  }
  if (meeting.organisers.empty()) {
    for (const BodyMention* body :
         BodiesBefore(draft, sheet, sentence.tokens, telling.anchor.begin)) {
      AddOrganiser(draft, *body, "organise.verb", meeting);
    }
  }
  // *gặp mặt các đại biểu của chương trình do X tổ chức*: X holds something else.
  const bool visit = telling.verb && IsTravel(telling.kind) && telling.kind != "tiếp xúc cử tri";
  if (meeting.organisers.empty() && !visit) {
    ReadBy(draft, sheet, sentence, telling.anchor, meeting);
  }
  if (meeting.organisers.empty()) ReadDelegation(draft, sheet, telling, meeting);
  if (meeting.organisers.empty()) ReadOwner(draft, sheet, telling, meeting);
  if (meeting.organisers.empty()) ReadPlenum(draft, telling, meeting);
  if (meeting.organisers.empty()) ReadSession(draft, sheet, telling, meeting);
}

/// *Bộ X công bố quyết định …* at `begin`: who stages it; nullptr for none.
const BodyMention* StagedAt(const Draft& draft, const Sheet& sheet, TokenRange sentence,
                            std::uint32_t begin) {
  const std::span<const BodyMention> bodies = In(draft.body_mentions, {begin, sentence.end});
  if (bodies.empty() || bodies.front().tokens.begin != begin) return nullptr;
  const std::uint32_t verb = AfterAdverbs(draft, bodies.front().tokens.end, sentence.end);
  if (draft.CueAt(verb, "gathering.stage") == nullptr) return nullptr;
  return IsOrganiser(draft, sheet, bodies.front()) ? &bodies.front() : nullptr;
}

/// Whether the verb after `body` is one of the words of `telling`: *buổi công bố …*.
bool NamesStage(const Draft& draft, const Candidate& telling, const BodyMention& body) {
  const std::uint32_t verb = AfterAdverbs(draft, body.tokens.end, body.tokens.end + kNear * 2);
  const Match* stage = draft.CueAt(verb, "gathering.stage");
  if (stage == nullptr) return false;
  for (std::uint32_t t = telling.anchor.begin; t + 1 < telling.anchor.end + kNear; ++t) {
    if (draft.text.Lower(t) == draft.text.Lower(verb) &&
        draft.text.Lower(t + 1) == draft.text.Lower(verb + 1)) {
      return true;
    }
  }
  return false;
}

/// *Bộ X công bố quyết định …* as a headline or as *Sáng 5/3, Bộ X công bố …* in the lead.
void ReadHeadline(const Draft& draft, const Sheet& sheet, const Gathering& gathering,
                  MeetingItem& meeting) {
  const Candidate& best = gathering.best();
  const bool staged = best.kind == "hội nghị" || best.kind == "lễ" || best.kind == "lớp tập huấn" ||
                      best.kind == "họp báo" || best.kind == "ngày hội";
  if (!staged) return;
  for (std::uint32_t s = 0; s < std::min(kLead, best.sentence + 1); ++s) {
    const TokenRange tokens = sheet.sentences[s].tokens;
    const bool headline = s == 0 && draft.text.sentences[s].block == BlockKind::kTitle;
    std::uint32_t begin = tokens.begin;
    if (!headline) {
      const DateMention* date = DateFor(draft, sheet, s, {tokens.end, tokens.end});
      if (date == nullptr || date->tokens.begin - tokens.begin > kDateStart) continue;
      begin = date->tokens.end;
      while (scan::IsAny(draft.text, begin, {")", ","})) ++begin;
    }
    const BodyMention* body = StagedAt(draft, sheet, tokens, begin);
    if (body == nullptr || (!headline && !NamesStage(draft, best, *body))) continue;
    AddOrganiser(draft, *body, "organise.headline", meeting);
    return;
  }
}

}  // namespace

bool HasOrganiser(const Draft& draft, const Sheet& sheet, const Candidate& telling, bool by_name) {
  MeetingItem meeting;
  ReadTelling(draft, sheet, telling, meeting);
  if (meeting.organisers.empty()) return false;
  return by_name || meeting.organisers.front().grounds.front().rule != "organise.owner";
}

void ReadOrganisers(const Draft& draft, const Sheet& sheet, const Gathering& gathering,
                    MeetingItem& meeting) {
  for (const Candidate& telling : gathering.tellings) {
    // What only recalls a session of another kind says nothing of who held this one.
    const bool other = telling.kind != gathering.best().kind;
    if (other && telling.sentence > gathering.best().sentence + kNear) continue;
    // What somebody tells of in a quotation is another one.
    if (telling.anchor != gathering.best().anchor && IsQuoted(draft, telling)) continue;
    if (other && (!telling.held || (telling.verb && !gathering.best().verb))) continue;
    ReadTelling(draft, sheet, telling, meeting);
    if (!meeting.organisers.empty()) return;
  }
  ReadHeadline(draft, sheet, gathering, meeting);
}

}  // namespace chido::meeting
