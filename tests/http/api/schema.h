#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace chido::testing {

/// Where `value` does not fit `schema` of an OpenAPI document: the keywords that openapi.json uses
/// ($ref, type, required, properties, additionalProperties, items, enum, oneOf). Fields that an
/// object's schema does not name are told too, so that nothing is served undocumented.
std::vector<std::string> Misfits(const nlohmann::json& document, const nlohmann::json& schema,
                                 const nlohmann::json& value, const std::string& where);

}  // namespace chido::testing
