#include "tests/http/api/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace chido::testing {
namespace {

using Json = nlohmann::json;

const Json& Resolved(const Json& document, const Json& schema) {
  if (!schema.contains("$ref")) return schema;
  const std::string path = schema["$ref"].get<std::string>().substr(1);
  return Resolved(document, document.at(Json::json_pointer(path)));
}

bool IsOfType(const Json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

bool FitsType(const Json& value, const Json& types) {
  if (types.is_string()) return IsOfType(value, types);
  return std::ranges::any_of(types, [&](const Json& type) { return IsOfType(value, type); });
}

void Append(std::vector<std::string>& to, std::vector<std::string> from) {
  for (std::string& text : from) to.push_back(std::move(text));
}

std::vector<std::string> ObjectMisfits(const Json& document, const Json& schema, const Json& value,
                                       const std::string& where) {
  std::vector<std::string> misfits;
  for (const Json& name : schema.value("required", Json::array())) {
    if (!value.contains(name)) misfits.push_back(where + " lacks " + name.get<std::string>());
  }
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [name, field] : value.items()) {
    const std::string inside = where + "." + name;
    if (properties.contains(name)) {
      Append(misfits, Misfits(document, properties[name], field, inside));
    } else if (schema.contains("additionalProperties")) {
      Append(misfits, Misfits(document, schema["additionalProperties"], field, inside));
    } else if (!properties.empty()) {
      misfits.push_back(inside + " is not documented");
    }
  }
  return misfits;
}

}  // namespace

std::vector<std::string> Misfits(const Json& document, const Json& unresolved, const Json& value,
                                 const std::string& where) {
  const Json& schema = Resolved(document, unresolved);
  if (schema.contains("oneOf")) {
    for (const Json& one : schema["oneOf"]) {
      if (Misfits(document, one, value, where).empty()) return {};
    }
    return {where + " fits none of its forms"};
  }
  if (schema.contains("type") && !FitsType(value, schema["type"])) {
    return {where + " is not of type " + schema["type"].dump()};
  }
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
    return {where + " is " + value.dump() + ", which is not listed"};
  }
  std::vector<std::string> misfits;
  if (value.is_object()) misfits = ObjectMisfits(document, schema, value, where);
  if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      Append(misfits,
             Misfits(document, schema["items"], value[i], where + "[" + std::to_string(i) + "]"));
    }
  }
  return misfits;
}

}  // namespace chido::testing
