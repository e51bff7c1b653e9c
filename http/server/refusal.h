#pragma once

#include <httplib.h>

#include "graph/base/error.h"

namespace chido {

/// Fills `response` with a problem+json body.
void Refuse(const Error& error, int status, httplib::Response& response);

/// Refuses requests with a body that the edge does not take: too large (413), without a plain
/// length (411), or coded (415). True if refused.
bool RefuseBody(const httplib::Request& request, std::size_t most_bytes,
                httplib::Response& response);

}  // namespace chido
