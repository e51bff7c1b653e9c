#include "linker/reading/evaluate_gold.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "linker/reading/evaluate_fold.h"

namespace chido {
namespace {

using Json = nlohmann::json;

/// The text under `key`; empty if there is none or null.
std::string TextOf(const Json& object, std::string_view key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

bool IsDoubtful(const Json& object) {
  const auto at = object.find("doubtful");
  return at != object.end() && at->is_boolean() && at->get<bool>();
}

/// The objects of the list under `key`; other values in it are passed over.
std::vector<Json> ObjectsOf(const Json& object, std::string_view key) {
  std::vector<Json> list;
  const auto at = object.find(key);
  if (at == object.end() || !at->is_array()) return list;
  for (const Json& item : *at) {
    if (item.is_object()) list.push_back(item);
  }
  return list;
}

std::vector<std::string> TextsOf(const Json& object, std::string_view key) {
  std::vector<std::string> list;
  const auto at = object.find(key);
  if (at == object.end() || !at->is_array()) return list;
  for (const Json& item : *at) {
    if (item.is_string()) list.push_back(item.get<std::string>());
  }
  return list;
}

JudgedRole RoleOf(const Json& json) {
  JudgedRole role{FoldTitleForJudging(TextOf(json, "title")),
                  FoldBodyForJudging(TextOf(json, "body")), IsDoubtful(json)};
  return role;
}

JudgedOfficial OfficialOf(const Json& json) {
  JudgedOfficial official;
  official.id = TextOf(json, "id");
  official.name = FoldForJudging(TextOf(json, "name"));
  official.forms.insert(official.name);
  for (const std::string& alt : TextsOf(json, "alt")) official.forms.insert(FoldForJudging(alt));
  official.doubtful = IsDoubtful(json);
  for (const Json& role : ObjectsOf(json, "roles")) official.roles.push_back(RoleOf(role));
  return official;
}

JudgedBody BodyOf(const Json& json) {
  JudgedBody body;
  body.name = FoldBodyForJudging(TextOf(json, "name"));
  body.forms.insert(body.name);
  for (const std::string& alt : TextsOf(json, "alt")) body.forms.insert(FoldBodyForJudging(alt));
  body.doubtful = IsDoubtful(json);
  return body;
}

JudgedMeeting MeetingOf(const Json& json) {
  JudgedMeeting meeting;
  meeting.title = TextOf(json, "title");
  meeting.words = WordsForJudging(meeting.title);
  meeting.date = TextOf(json, "date");
  meeting.doubtful = IsDoubtful(json);
  for (const std::string& body : TextsOf(json, "organisers")) {
    meeting.organisers.push_back(FoldBodyForJudging(body));
  }
  for (const std::string part : {"chaired", "spoke", "attended"}) {
    meeting.parts[part] = TextsOf(json, part);
    meeting.parts["doubtful_" + part] = TextsOf(json, "doubtful_" + part);
  }
  return meeting;
}

JudgedDirective DirectiveOf(const Json& json) {
  JudgedDirective directive;
  directive.id = TextOf(json, "id");
  const std::string number = TextOf(json, "number");
  std::string name = TextOf(json, "name");
  if (name.empty()) name = TextOf(json, "type");
  directive.key =
      number.empty() ? "name " + FoldForJudging(name) : "number " + FoldNumberForJudging(number);
  directive.forms.insert(directive.key);
  for (const std::string& alt : TextsOf(json, "alt")) {
    directive.forms.insert("number " + FoldNumberForJudging(alt));
    directive.forms.insert("name " + FoldForJudging(alt));
  }
  directive.doubtful = IsDoubtful(json);
  directive.issuer = FoldBodyForJudging(TextOf(json, "issuer"));
  directive.date = TextOf(json, "date");
  directive.function = TextOf(json, "function");
  return directive;
}

JudgedReading ReadingOf(const Json& json) {
  JudgedReading reading;
  reading.id = TextOf(json, "id");
  for (const Json& item : ObjectsOf(json, "officials")) {
    reading.officials.push_back(OfficialOf(item));
  }
  for (const Json& item : ObjectsOf(json, "bodies")) reading.bodies.push_back(BodyOf(item));
  for (const Json& item : ObjectsOf(json, "meetings")) reading.meetings.push_back(MeetingOf(item));
  for (const Json& item : ObjectsOf(json, "directives")) {
    reading.directives.push_back(DirectiveOf(item));
  }
  for (const Json& item : ObjectsOf(json, "relations")) {
    reading.relations.push_back(
        {TextOf(item, "from"), TextOf(item, "predicate"), TextOf(item, "to")});
  }
  const auto frame = json.find("frame");
  if (frame != json.end() && frame->is_object()) {
    reading.jurisdiction = FoldBodyForJudging(TextOf(*frame, "jurisdiction"));
    reading.published = FoldBodyForJudging(TextOf(*frame, "published"));
  }
  return reading;
}

}  // namespace

Result<std::vector<JudgedReading>> ParseReadings(std::string_view jsonl, std::string_view what) {
  std::vector<JudgedReading> readings;
  std::size_t number = 0;
  while (!jsonl.empty()) {
    const std::size_t end = std::min(jsonl.find('\n'), jsonl.size());
    const std::string_view line = jsonl.substr(0, end);
    jsonl.remove_prefix(std::min(end + 1, jsonl.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object() || TextOf(json, "id").empty()) {
      return Fail(Code::kBadInput,
                  fmt::format("line {} of the {} is not a reading: expected a JSON object with an "
                              "\"id\", as `chido extract --format reading` writes it",
                              number, what));
    }
    readings.push_back(ReadingOf(json));
  }
  return readings;
}

}  // namespace chido
