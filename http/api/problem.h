#pragma once

#include <span>
#include <string_view>

#include "graph/algo/search.h"
#include "graph/base/error.h"
#include "http/api/message.h"

namespace chido::api {

/// An error as application/problem+json (RFC 9457): `type`, `title`, `status`, `detail` and `code`
/// from the one table of errors, `suggestions` for unknown names, and `contradicts`, an array in
/// JSON of the judgements that stand against one. `status` overrides the table's where HTTP has a
/// sharper one (405, 411); 0 takes the table's. Thread-safe.
Response Problem(const Error& error, int status = 0, std::span<const SearchHit> suggestions = {},
                 std::string_view contradicts = {});

}  // namespace chido::api
