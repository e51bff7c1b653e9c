#include "linker/reading/meeting_parts.h"

#include <algorithm>
#include <optional>
#include <span>

#include "linker/reading/meeting_clause.h"
#include "linker/reading/meeting_enrol.h"
#include "linker/reading/meeting_scope.h"
#include "linker/reading/scan.h"

namespace chido::meeting {
namespace {

constexpr std::size_t kMostPending = 6;  // verbs that wait for a subject

/// Walks one sentence from left to right and hands each verb to the persons whom it is said of.
class SentenceReader {
 public:
  SentenceReader(const Draft& draft, const Sheet& sheet, std::uint32_t index, Enrolment& enrolment)
      : draft_(draft), sheet_(sheet), sentence_(sheet.sentences[index]), enrolment_(enrolment) {}

  /// `open_list` is the verb of a list that the sentence before left open, or nullptr; the verb of
  /// the list that this sentence leaves open is returned.
  const Cue* Read(const Cue* open_list);
  Speech speech() const { return speech_; }

 private:
  void OnVerb(const Cue& verb);
  void OnGroup(const Group& group);
  void Bind(const Group& group);
  bool GivePending(const Group& group, TokenRange gap, bool object);
  void Apply(const Cue& verb, const Group& group);

  const Draft& draft_;
  const Sheet& sheet_;
  const SentenceSheet& sentence_;
  Enrolment& enrolment_;
  const Group* subject_ = nullptr;
  bool subject_is_object_ = false;  // stands after a preposition: only its last person may act
  bool acted_ = false;              // the subject has a verb already
  bool silent_ = false;             // the subject is only spoken of
  std::uint32_t last_end_ = 0;      // of the last verb or group
  const Cue* binder_ = nullptr;     // *dưới sự chủ trì của*: binds the next group
  const Cue* guest_ = nullptr;      // *làm việc với*: the next group are the guests
  const Cue* handing_ = nullptr;    // *trao …*: a later group may be those who receive
  std::vector<const Group*> row_;   // groups before the subject that have no verb yet
  std::vector<const Cue*> pending_;
  std::vector<const Cue*> list_;
  Speech speech_;
};

void SentenceReader::Apply(const Cue& verb, const Group& group) {
  const bool last_only = subject_is_object_ && &group == subject_;
  std::span<const std::uint32_t> persons(group.persons);
  if (last_only) persons = persons.last(1);
  enrolment_.Enrol(verb, persons);
  if (!verb.kind.starts_with("speak")) return;
  speech_.official = draft_.persons[persons.back()].official;
  speech_.from = std::max(verb.tokens.end, group.tokens.end);
}

void SentenceReader::OnVerb(const Cue& verb) {
  const std::uint32_t from = last_end_;
  last_end_ = std::max(last_end_, verb.tokens.end);
  // *đồng chí A, Trưởng đoàn, …*: a post that says what its holder does here.
  if (subject_ != nullptr && verb.tokens.begin < subject_->tokens.end) {
    const auto& persons = subject_->persons;
    const auto holder = std::ranges::find_if(
        persons.rbegin(), persons.rend(),
        [&](std::uint32_t p) { return draft_.persons[p].whole.begin <= verb.tokens.begin; });
    if (holder != persons.rend()) enrolment_.Enrol(verb, {&*holder, 1});
    return;
  }
  if (BindsNext(draft_, verb)) {
    binder_ = &verb;
    return;
  }
  if (IsHanding(draft_, verb)) handing_ = &verb;
  if (verb.kind == "speak.theo") {
    const bool opens = OpensClause(draft_, sentence_, verb.tokens.begin);
    if (opens) binder_ = &verb;
    return;
  }
  const bool follows =
      subject_ != nullptr && !silent_ &&
      (acted_ ? Coordinates(draft_, sentence_, {from, verb.tokens.begin})
              : Follows(draft_, sheet_, sentence_, *subject_, verb, subject_is_object_));
  if (!follows) {
    row_.clear();
    if (pending_.size() < kMostPending) pending_.push_back(&verb);
    return;
  }
  // *Đồng chí A, Bí thư; đồng chí B, Phó Bí thư đồng chủ trì*: all of them, unless a verb before
  // took the first ones.
  if (!acted_ && verb.value == "co-chair" && list_.empty()) {
    for (const Group* group : row_) Apply(verb, *group);
  }
  row_.clear();
  Apply(verb, *subject_);
  acted_ = true;
  if (verb.kind == "gathering.verb" && verb.value != "dâng hương") guest_ = &verb;
}

void SentenceReader::Bind(const Group& group) {
  Apply(*binder_, group);
  // *Theo đồng chí A, B đề nghị*: the next verb may have A as its subject, not so after *của*.
  list_.assign(1, binder_);
  if (binder_->kind == "speak.theo") list_.clear();
  binder_ = nullptr;
  subject_ = nullptr;
}

bool SentenceReader::GivePending(const Group& group, TokenRange gap, bool object) {
  // *yêu cầu …, vừa là … của đồng chí A* opens no list.
  const bool listed =
      !object && HasListMark(draft_, sheet_, pending_.back()->tokens.end, group.tokens.begin);
  const bool inverted = OnlyMeetingWords(draft_, gap);
  const bool fronted = !object && FrontsClause(draft_, sentence_, *pending_.front(), group);
  if (!listed && !inverted && !fronted) return false;
  std::vector<const Cue*> given;
  for (const Cue* verb : pending_) {
    const bool of_list = verb->kind.starts_with("attend.verb") || verb->kind.starts_with("chair") ||
                         verb->kind.starts_with("speak");
    // *kết luận về dấu hiệu có vi phạm của …, ông A*, *giới thiệu: ông A* open no list of speakers.
    const bool said = verb->kind.starts_with("speak") && !inverted &&
                      !(MarksNext(draft_, sentence_, group) && ListsSpeakers(draft_, *verb));
    if (!fronted && said) continue;
    if (fronted || of_list) Apply(*verb, group);
    given.push_back(verb);
  }
  if (!fronted || listed) list_ = std::move(given);
  return true;
}

void SentenceReader::OnGroup(const Group& group) {
  // *đồng chí A (được đồng chí B ủy quyền) tổ chức …*
  if (subject_ != nullptr && IsBracketed(draft_, group)) return;
  const TokenRange gap{last_end_, group.tokens.begin};
  const bool object = CueEndsAt(draft_, sentence_.tokens, group.tokens.begin, "part.object");
  last_end_ = group.tokens.end;
  if (binder_ != nullptr && BindsAcross(draft_, sheet_, gap)) {
    Bind(group);
    pending_.clear();
    return;
  }
  binder_ = nullptr;
  if (subject_ != nullptr && !acted_ && !subject_is_object_) row_.push_back(subject_);
  subject_ = &group;
  subject_is_object_ = object;
  acted_ = false;
  silent_ = IsSpokenOf(draft_, sentence_, group);
  if (handing_ != nullptr && Receives(draft_, sentence_, *handing_, group)) {
    enrolment_.Present(group.persons, "attend.receiver");
  }
  if (OwnsSession(draft_, sentence_, group) != kNoSession) enrolment_.Lead(group.persons);
  if (guest_ != nullptr && !silent_ && gap.size() <= 2)
    enrolment_.Present(group.persons, "attend.guest");
  guest_ = nullptr;
  if (!pending_.empty() || silent_) {
    if (silent_ || !GivePending(group, gap, object)) list_.clear();
  } else if (!list_.empty()) {
    for (const Cue* verb : list_) Apply(*verb, group);
  }
  pending_.clear();
  if (QuoteFollows(draft_, sheet_, sentence_, group)) {
    enrolment_.Said(group.persons, "speak.quote");
    acted_ = true;
  }
}

const Cue* SentenceReader::Read(const Cue* open_list) {
  last_end_ = sentence_.tokens.begin;
  const bool continues = open_list != nullptr && sentence_.verbs.empty() &&
                         !sentence_.groups.empty() &&
                         sentence_.groups.front().tokens.begin - sentence_.tokens.begin <= 3;
  if (continues) list_.assign(1, open_list);
  std::size_t verb = 0;
  std::size_t group = 0;
  while (verb < sentence_.verbs.size() || group < sentence_.groups.size()) {
    const bool verb_next =
        group == sentence_.groups.size() ||
        (verb < sentence_.verbs.size() &&
         sentence_.verbs[verb].tokens.begin < sentence_.groups[group].tokens.begin);
    if (verb_next) {
      OnVerb(sentence_.verbs[verb++]);
    } else {
      OnGroup(sentence_.groups[group++]);
    }
  }
  const std::uint32_t last = sentence_.tokens.end;
  speech_.carried_on = last > sentence_.tokens.begin && scan::Is(draft_.text, last - 1, ":");
  if (continues) return open_list;
  if (!list_.empty() && list_.front()->kind.starts_with("attend")) return list_.front();
  // *Tham dự hội nghị có các đồng chí:* with the names on the lines below
  const bool opens = sentence_.groups.empty() && !pending_.empty() &&
                     pending_.front()->kind.starts_with("attend") && speech_.carried_on;
  return opens ? pending_.front() : nullptr;
}

}  // namespace

std::vector<Speech> ReadParts(const Draft& draft, const Sheet& sheet,
                              const std::vector<Gathering>& gatherings,
                              const std::vector<std::uint32_t>& gathering_of,
                              std::vector<MeetingItem>& meetings) {
  std::vector<Speech> speeches(sheet.sentences.size());
  std::vector<Enrolment> enrolments;
  for (std::size_t g = 0; g < meetings.size(); ++g) {
    enrolments.emplace_back(draft, gatherings[g], meetings[g]);
  }
  Scope scope(draft, sheet, gatherings);
  const Cue* open_list = nullptr;
  for (std::uint32_t s = 0; s < sheet.sentences.size(); ++s) {
    if (sheet.sentences[s].groups.empty() && sheet.sentences[s].verbs.empty()) {
      open_list = nullptr;
      continue;
    }
    const std::uint32_t g = gathering_of[s];
    if (!scope.Covers(s, gatherings[g], meetings[g])) {
      open_list = nullptr;
      continue;
    }
    SentenceReader reader(draft, sheet, s, enrolments[g]);
    open_list = reader.Read(open_list);
    speeches[s] = reader.speech();
    ReadParticipants(draft, sheet, gatherings[g], s, meetings[g]);
  }
  for (Enrolment& enrolment : enrolments) enrolment.Complete();
  return speeches;
}

}  // namespace chido::meeting
