#pragma once

#include <memory>
#include <mutex>

#include "graph/store/database.h"
#include "graph/store/store.h"

namespace chido {

/// What a store holds; shared by the sources that implement it.
struct Store::Parts {
  std::shared_ptr<Database> database;
  std::mutex writer;  ///< held by whoever writes
};

}  // namespace chido
