#include "graph/store/database_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>
#include <rocksdb/write_buffer_manager.h>

#include <algorithm>

namespace chido {
namespace {

/// A reader beside a writer must not rotate the writer's log files.
class SilentLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::BlockBasedTableOptions TableOptions(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = 16 * 1024;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.whole_key_filtering = true;
  // Without this, indexes and filters of all files are held outside the cache, unbounded.
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  return table;
}

rocksdb::ColumnFamilyOptions FamilyOptions(rocksdb::CompressionType compression,
                                           const rocksdb::BlockBasedTableOptions& table) {
  rocksdb::ColumnFamilyOptions options;
  options.compression = compression;
  options.level_compaction_dynamic_level_bytes = true;
  options.write_buffer_size = 32U << 20;
  // The default of 1 MiB for each of the families would be most of a small cache.
  options.arena_block_size = 256U << 10;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

std::unique_ptr<rocksdb::DBOptions> WholeOptions(const Database::Options& wanted,
                                                 const std::shared_ptr<rocksdb::Cache>& cache) {
  auto options = std::make_unique<rocksdb::DBOptions>();
  options->create_if_missing = wanted.create_if_missing;
  options->create_missing_column_families = !wanted.read_only;
  options->write_buffer_manager =
      std::make_shared<rocksdb::WriteBufferManager>(wanted.cache_bytes / 4, cache);
  options->max_total_wal_size = std::uint64_t{256} << 20;
  // A frozen view keeps its files open, so that the writer's compactions cannot take them away.
  options->max_open_files = wanted.read_only ? -1 : 512;
  options->max_background_jobs = 2;
  options->bytes_per_sync = 1U << 20;
  options->keep_log_file_num = 5;
  options->max_log_file_size = 4U << 20;
  options->info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  if (wanted.read_only) options->info_log = std::make_shared<SilentLogger>();
  return options;
}

}  // namespace

DatabaseTuning TuningFor(const Database::Options& options) {
  const auto cache = rocksdb::NewLRUCache(std::max<std::uint64_t>(options.cache_bytes, 8U << 20));
  const rocksdb::BlockBasedTableOptions table = TableOptions(cache);
  DatabaseTuning tuning;
  tuning.whole = WholeOptions(options, cache);
  tuning.families.emplace_back(rocksdb::kDefaultColumnFamilyName,
                               FamilyOptions(rocksdb::kLZ4Compression, table));
  for (const Family family : AllFamilies()) {
    const auto compression = family == Family::kArticle ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
    tuning.families.emplace_back(std::string(NameOf(family)), FamilyOptions(compression, table));
  }
  return tuning;
}

}  // namespace chido
