#include <cmath>
#include <nlohmann/json.hpp>

#include "linker/reading/explain.h"

namespace chido {
namespace {

using Json = nlohmann::ordered_json;

Json ToJson(const std::vector<Note>& notes) {
  Json list = Json::array();
  for (const Note& note : notes) {
    list.push_back(
        {{"key", note.key}, {"value", note.value.empty() ? Json(nullptr) : Json(note.value)}});
  }
  return list;
}

Json ToJson(const Finding& finding) {
  Json lost = Json::array();
  for (const Rival& rival : finding.lost) {
    lost.push_back({{"taken_as", rival.taken_as},
                    {"code", CodeOf(rival.reason)},
                    {"detail", rival.detail.empty() ? Json(nullptr) : Json(rival.detail)},
                    {"reason", SentenceOf(rival)}});
  }
  Json out{{"span", {finding.span.begin, finding.span.end}}, {"kind", finding.kind}};
  out["taken_as"] = finding.taken_as.empty() ? Json(nullptr) : Json(finding.taken_as);
  if (!finding.taken_as.empty()) {
    out["rule"] = finding.rule;
    out["confidence"] = std::round(finding.confidence * 1000) / 1000;
  }
  if (!finding.notes.empty()) out["notes"] = ToJson(finding.notes);
  out["lost"] = std::move(lost);
  return out;
}

Json ToJson(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(ToJson(finding));
  return list;
}

}  // namespace

std::string ExplanationToJson(const Explanation& explanation) {
  const Json out{{"id", explanation.reading.source_id},
                 {"mentions", ToJson(explanation.mentions)},
                 {"statements", ToJson(explanation.statements)}};
  return out.dump();
}

}  // namespace chido
