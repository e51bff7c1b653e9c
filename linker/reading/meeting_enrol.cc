#include "linker/reading/meeting_enrol.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace chido::meeting {
namespace {

constexpr std::uint32_t kNearTelling = 3;  // sentences after a telling that still introduce it

/// Who leads these chairs them; at a visit or a reception that is open.
bool LeadsToChair(std::string_view kind) {
  return kind == "buổi làm việc" || kind == "kiểm tra" || kind == "khảo sát";
}

}  // namespace

void Enrolment::Add(std::vector<PartItem>& parts, std::span<const std::uint32_t> persons,
                    std::string_view manner, std::string_view rule, bool doubtful) {
  for (const std::uint32_t index : persons) {
    const PersonMention& person = draft_.persons[index];
    const TokenRange tokens = person.name.empty() ? person.whole : person.name;
    Ground ground = draft_.GroundAt(tokens, rule, doubtful ? 0.5F : 0.9F);
    const auto [known, added] =
        known_.emplace(Key{&parts, person.official, manner, doubtful}, parts.size());
    if (added) {
      parts.push_back({person.official, std::string(manner), doubtful, {std::move(ground)}});
    } else if (std::vector<Ground>& grounds = parts[known->second].grounds;
               grounds.back() != ground) {
      grounds.push_back(std::move(ground));
    }
  }
}

void Enrolment::Session(const Cue& verb, std::span<const std::uint32_t> persons) {
  const bool told = std::ranges::any_of(gathering_.tellings, [&](const Candidate& telling) {
    return telling.anchor == verb.tokens || (!telling.verb && telling.kind == verb.value);
  });
  if (!told) return;
  // What somebody inspected at another time does not bring him to a conference.
  const std::string_view kind = gathering_.best().kind;
  const bool travel =
      LeadsToChair(kind) || kind == "thăm" || kind == "tiếp" || kind == "dâng hương";
  if (LeadsToChair(verb.value) && !travel) return;
  Present(persons, "attend.session");
  // *Đoàn gồm đồng chí A - Trưởng đoàn và đồng chí B đã kiểm tra …*: B only came along.
  const bool led = std::ranges::any_of(meeting_.chaired, [](const PartItem& part) {
    return !part.doubtful && part.grounds.front().rule == "chair.lead";
  });
  if (led) return;
  if (LeadsToChair(verb.value)) {
    Add(meeting_.chaired, persons, "chair", "chair.session");
  } else if (verb.value == "tiếp" || verb.value == "thăm" || verb.value == "gặp mặt") {
    Add(meeting_.chaired, persons, "chair", "chair.session", /*doubtful=*/true);
  }
}

void Enrolment::Enrol(const Cue& verb, std::span<const std::uint32_t> persons) {
  if (verb.kind == "gathering.verb") {
    Session(verb, persons);
  } else if (verb.kind == "chair.lead") {
    // The head of a delegation that came for something else says nothing of this gathering.
    const std::uint32_t sentence = draft_.text.SentenceOf(verb.tokens.begin);
    const bool told = std::ranges::any_of(gathering_.tellings, [&](const Candidate& telling) {
      return telling.sentence == sentence &&
             (telling.kind == meeting_.kind || LeadsToChair(meeting_.kind));
    });
    const bool near = sentence <= gathering_.best().sentence + kNearTelling;
    if (!told && (!LeadsToChair(meeting_.kind) || !near)) return;
    const bool doubtful = !LeadsToChair(meeting_.kind);
    Add(meeting_.chaired, persons, "chair", verb.kind, doubtful);
    Present(persons, verb.kind);
  } else if (verb.kind.starts_with("chair")) {
    Add(meeting_.chaired, persons, verb.value, verb.kind);
  } else if (verb.kind.starts_with("speak")) {
    Add(meeting_.spoke, persons, verb.value, verb.kind);
  } else {
    Add(meeting_.attended, persons, verb.value, verb.kind);
  }
}

void Enrolment::Present(std::span<const std::uint32_t> persons, std::string_view rule) {
  Add(meeting_.attended, persons, "present", rule);
}

void Enrolment::Lead(std::span<const std::uint32_t> persons) {
  if (LeadsToChair(meeting_.kind)) Add(meeting_.chaired, persons, "chair", "chair.owner");
}

void Enrolment::Said(std::span<const std::uint32_t> persons, std::string_view rule) {
  Add(meeting_.spoke, persons, "remark", rule);
}

void Enrolment::Complete() {
  const auto people = [](const std::vector<PartItem>& parts, auto wanted) {
    std::set<ItemIndex> out;
    for (const PartItem& part : parts) {
      if (wanted(part)) out.insert(part.who);
    }
    return out;
  };
  const auto sure = people(meeting_.chaired, [](const PartItem& part) { return !part.doubtful; });
  std::erase_if(meeting_.chaired,
                [&](const PartItem& part) { return part.doubtful && sure.contains(part.who); });
  auto present = people(meeting_.attended, [](const PartItem&) { return true; });
  for (const auto* parts : {&meeting_.chaired, &meeting_.spoke}) {
    for (const PartItem& part : *parts) {
      if (part.doubtful || !present.insert(part.who).second) continue;
      Ground ground = part.grounds.front();
      ground.rule = "attend.implied";
      meeting_.attended.push_back({part.who, "present", false, {std::move(ground)}});
    }
  }
  // *dự và chỉ đạo* says more than being there.
  const auto directing =
      people(meeting_.attended, [](const PartItem& part) { return part.manner == "directing"; });
  std::erase_if(meeting_.attended, [&](const PartItem& part) {
    return part.manner == "present" && directing.contains(part.who);
  });
}

}  // namespace chido::meeting
