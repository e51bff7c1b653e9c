#pragma once

#include <signal.h>

#include <functional>
#include <string>

#include "graph/base/result.h"
#include "http/server/guarded_server.h"

namespace chido {

/// Holds SIGINT and SIGTERM back for the thread that makes it and all that this one starts later.
/// Make it before anything that starts threads (a store does): a thread without it would let the
/// signal end the process at once, in the middle of answers.
class EndSignals {
 public:
  EndSignals();
  /// Blocks until one of them comes.
  void Wait() const;

 private:
  sigset_t signals_;
};

/// Binds and serves until one of `signals`; answers under way are finished. `started` is told the
/// address. Errors: kConflict if the port is taken, kInvalidArgument for a host that is not ours to
/// bind.
Status ServeUntilSignal(const EndSignals& signals, GuardedServer::Handler handler,
                        const std::string& host, int port, const EdgeOptions& options,
                        const std::function<void(const std::string& url)>& started);

}  // namespace chido
