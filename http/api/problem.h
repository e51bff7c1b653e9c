#pragma once

#include <span>

#include "graph/algo/search.h"
#include "graph/base/error.h"
#include "http/api/message.h"

namespace chido::api {

/// An error as application/problem+json (RFC 9457): `type`, `title`, `status`, `detail` and `code`
/// from the one table of errors, and `suggestions` for unknown names. `status` overrides the
/// table's where HTTP has a sharper one (405, 411); 0 takes the table's. Thread-safe.
Response Problem(const Error& error, int status = 0, std::span<const SearchHit> suggestions = {});

}  // namespace chido::api
