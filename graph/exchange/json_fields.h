#pragma once

#include "graph/base/json_writer.h"
#include "graph/exchange/sink.h"

namespace chido {

/// What both JSON forms and the cells of CSV write alike: one value each.
inline void WriteStrings(JsonWriter& json, const std::vector<std::string>& values) {
  json.BeginArray();
  for (const std::string& value : values) json.Value(value);
  json.EndArray();
}

/// A map of texts, of any comparison.
template <typename Map>
void WriteMap(JsonWriter& json, const Map& map) {
  json.BeginObject();
  for (const auto& [key, value] : map) json.Field(key, value);
  json.EndObject();
}

inline void WriteDocuments(JsonWriter& json, const std::vector<DocumentId>& documents,
                           std::string_view before = "") {
  json.BeginArray();
  for (const DocumentId document : documents) {
    json.Value(std::string(before) + ToString(document));
  }
  json.EndArray();
}

}  // namespace chido
