#pragma once

#include <functional>
#include <string>

#include "graph/base/result.h"
#include "http/server/guarded_server.h"

namespace chido {

/// Binds and serves until SIGINT or SIGTERM, which it blocks in this process first. `started` is
/// told the address. Errors: kConflict if the port is taken, kInvalidArgument for a host that is
/// not ours to bind.
Status ServeUntilSignal(GuardedServer::Handler handler, const std::string& host, int port,
                        const EdgeOptions& options,
                        const std::function<void(const std::string& url)>& started);

}  // namespace chido
