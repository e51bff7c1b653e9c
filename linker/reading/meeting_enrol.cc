#include "linker/reading/meeting_enrol.h"

#include <algorithm>
#include <string>

namespace chido::meeting {
namespace {

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
    const auto known = std::ranges::find_if(parts, [&](const PartItem& part) {
      return part.who == person.official && part.manner == manner && part.doubtful == doubtful;
    });
    if (known == parts.end()) {
      parts.push_back({person.official, std::string(manner), doubtful, {std::move(ground)}});
    } else if (std::ranges::find(known->grounds, ground) == known->grounds.end()) {
      known->grounds.push_back(std::move(ground));
    }
  }
}

void Enrolment::Session(const Cue& verb, std::span<const std::uint32_t> persons) {
  const bool told = std::ranges::any_of(gathering_.tellings, [&](const Candidate& telling) {
    return telling.anchor == verb.tokens || (!telling.verb && telling.kind == verb.value);
  });
  if (!told) return;
  Present(persons, "attend.session");
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

void Enrolment::Said(std::span<const std::uint32_t> persons, std::string_view rule) {
  Add(meeting_.spoke, persons, "remark", rule);
}

void CompleteAttendance(MeetingItem& meeting) {
  const auto settle = [](std::vector<PartItem>& parts) {
    std::erase_if(parts, [&](const PartItem& part) {
      return part.doubtful && std::ranges::any_of(parts, [&](const PartItem& other) {
               return other.who == part.who && !other.doubtful;
             });
    });
  };
  settle(meeting.chaired);
  for (const auto* parts : {&meeting.chaired, &meeting.spoke}) {
    for (const PartItem& part : *parts) {
      const bool present = std::ranges::any_of(
          meeting.attended, [&](const PartItem& known) { return known.who == part.who; });
      if (present || part.doubtful) continue;
      Ground ground = part.grounds.front();
      ground.rule = "attend.implied";
      meeting.attended.push_back({part.who, "present", false, {std::move(ground)}});
    }
  }
  // *dự và chỉ đạo* says more than being there.
  std::erase_if(meeting.attended, [&](const PartItem& part) {
    return part.manner == "present" &&
           std::ranges::any_of(meeting.attended, [&](const PartItem& other) {
             return other.who == part.who && other.manner == "directing";
           });
  });
}

}  // namespace chido::meeting
