#include <nlohmann/json.hpp>
#include <set>

#include "linker/reading/reading.h"

namespace chido {
namespace {

// Keys keep the order in which the form of a reading lists them.
using Json = nlohmann::ordered_json;

std::string IdOf(char letter, ItemIndex index) { return letter + std::to_string(index + 1); }

Json OrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json OrNull(const EdtfDate& date) { return OrNull(FormatEdtf(date)); }

Json NameOrNull(const std::vector<BodyItem>& bodies, ItemIndex index) {
  return index == kNoItem ? Json(nullptr) : Json(bodies[index].name);
}

/// [begin, end] in bytes of the stored text, one per mention.
Json SpansOf(const std::vector<Ground>& grounds) {
  Json spans = Json::array();
  for (const Ground& ground : grounds) {
    if (!ground.mention.empty()) spans.push_back({ground.mention.begin, ground.mention.end});
  }
  return spans;
}

Json RoleToJson(const RoleItem& role, const std::vector<BodyItem>& bodies) {
  Json out{{"title", role.title}, {"body", NameOrNull(bodies, role.body)}};
  if (role.former) out["former"] = true;
  if (role.acting) out["acting"] = true;
  if (role.doubtful) out["doubtful"] = true;
  return out;
}

Json OfficialsToJson(const Reading& reading) {
  Json list = Json::array();
  for (std::size_t i = 0; i < reading.officials.size(); ++i) {
    const OfficialItem& official = reading.officials[i];
    Json roles = Json::array();
    for (const RoleItem& role : official.roles) roles.push_back(RoleToJson(role, reading.bodies));
    Json out{{"id", IdOf('o', static_cast<ItemIndex>(i))},
             {"name", official.name},
             {"alt", official.alt},
             {"roles", std::move(roles)}};
    if (!official.gender.empty()) out["gender"] = official.gender;
    if (official.doubtful) out["doubtful"] = true;
    out["spans"] = SpansOf(official.grounds);
    list.push_back(std::move(out));
  }
  return list;
}

Json BodiesToJson(const Reading& reading) {
  Json list = Json::array();
  for (const BodyItem& body : reading.bodies) {
    Json out{{"name", body.name}, {"alt", body.alt}};
    if (body.doubtful) out["doubtful"] = true;
    out["spans"] = SpansOf(body.grounds);
    list.push_back(std::move(out));
  }
  return list;
}

/// The officials of `parts`, once each: those whose part is open under "doubtful_" + `key`.
void AddParts(Json& meeting, const std::string& key, const std::vector<PartItem>& parts) {
  std::set<ItemIndex> seen;
  Json sure = Json::array();
  Json doubtful = Json::array();
  for (const PartItem& part : parts) {
    if (!part.doubtful && seen.insert(part.who).second) sure.push_back(IdOf('o', part.who));
  }
  for (const PartItem& part : parts) {
    if (part.doubtful && seen.insert(part.who).second) doubtful.push_back(IdOf('o', part.who));
  }
  meeting[key] = std::move(sure);
  if (!doubtful.empty()) meeting["doubtful_" + key] = std::move(doubtful);
}

Json MeetingsToJson(const Reading& reading) {
  Json list = Json::array();
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    const MeetingItem& meeting = reading.meetings[i];
    Json organisers = Json::array();
    for (const PartItem& part : meeting.organisers) {
      if (!part.doubtful) organisers.push_back(reading.bodies[part.who].name);
    }
    Json out{{"id", IdOf('m', static_cast<ItemIndex>(i))},
             {"title", meeting.title},
             {"kind", meeting.kind},
             {"date", OrNull(meeting.date)},
             {"place", OrNull(meeting.place)},
             {"organisers", std::move(organisers)}};
    AddParts(out, "chaired", meeting.chaired);
    AddParts(out, "spoke", meeting.spoke);
    AddParts(out, "attended", meeting.attended);
    for (const PartItem& part : meeting.participants) {
      out["participants"].push_back(reading.bodies[part.who].name);
    }
    if (meeting.doubtful) out["doubtful"] = true;
    if (meeting.date_inferred) out["date_inferred"] = true;
    out["spans"] = SpansOf(meeting.grounds);
    list.push_back(std::move(out));
  }
  return list;
}

/// The meeting of the first citation that has one.
Json MeetingOf(const DirectiveItem& directive) {
  for (const CitationItem& citation : directive.citations) {
    if (citation.meeting != kNoItem) return IdOf('m', citation.meeting);
  }
  return nullptr;
}

Json DirectivesToJson(const Reading& reading) {
  Json list = Json::array();
  for (std::size_t i = 0; i < reading.directives.size(); ++i) {
    const DirectiveItem& directive = reading.directives[i];
    const bool cited = !directive.citations.empty();
    Json out{{"id", IdOf('d', static_cast<ItemIndex>(i))},
             {"type", directive.type},
             {"number", OrNull(directive.number)},
             {"name", OrNull(directive.name)},
             {"alt", directive.alt},
             {"issuer", OrNull(directive.issuer)},
             {"date", OrNull(directive.date)},
             {"function", cited ? Json(directive.citations.front().function) : Json(nullptr)},
             {"meeting", MeetingOf(directive)}};
    if (!directive.title.empty()) out["title"] = directive.title;
    if (directive.doubtful) out["doubtful"] = true;
    Json spans = Json::array();
    for (const CitationItem& citation : directive.citations) {
      const Span span = citation.ground.mention;
      if (!span.empty()) spans.push_back({span.begin, span.end});
    }
    out["spans"] = std::move(spans);
    list.push_back(std::move(out));
  }
  return list;
}

}  // namespace

std::string ReadingToJson(const Reading& reading) {
  Json relations = Json::array();
  for (const DirectiveRelation& relation : reading.directive_relations) {
    relations.push_back({{"from", IdOf('d', relation.from)},
                         {"predicate", relation.predicate},
                         {"to", IdOf('d', relation.to)}});
  }
  const FrameItem& frame = reading.frame;
  Json frame_json{{"jurisdiction", OrNull(frame.jurisdiction)},
                  {"published", OrNull(frame.published)}};
  if (!frame.candidates.empty()) frame_json["candidates"] = frame.candidates;
  const Json out{{"id", reading.source_id},
                 {"frame", std::move(frame_json)},
                 {"officials", OfficialsToJson(reading)},
                 {"bodies", BodiesToJson(reading)},
                 {"meetings", MeetingsToJson(reading)},
                 {"directives", DirectivesToJson(reading)},
                 {"relations", std::move(relations)},
                 {"doubts", reading.doubts}};
  // Names come from valid UTF-8; a reading decoded from elsewhere must not end the process.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace chido
