#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/store/database.h"

namespace rocksdb {
struct ColumnFamilyDescriptor;
struct DBOptions;
}  // namespace rocksdb

namespace chido {

/// Everything that is tuned in RocksDB, for the whole and per family.
struct DatabaseTuning {
  std::unique_ptr<rocksdb::DBOptions> whole;
  /// "default" (always there, never used), then `AllFamilies()`.
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
};

DatabaseTuning TuningFor(const Database::Options& options);

}  // namespace chido
