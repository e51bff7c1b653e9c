#pragma once

#include "graph/base/command.h"

namespace chido {

/// `chido serve --store DIR`: API and web page until SIGINT or SIGTERM. Exit code 0 after a clean
/// stop.
Command ServeCommand();

}  // namespace chido
