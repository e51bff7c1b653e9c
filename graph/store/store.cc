#include "graph/store/store.h"

#include <fmt/format.h>

#include <numeric>
#include <system_error>

#include "graph/store/batch.h"
#include "graph/store/check_derived.h"
#include "graph/store/check_primary.h"
#include "graph/store/counter_key.h"
#include "graph/store/digest.h"
#include "graph/store/migrate.h"
#include "graph/store/stage.h"
#include "graph/store/store_parts.h"

namespace chido {
namespace {

Status RequireWritable(const Database& database) {
  if (!database.read_only()) return {};
  return Fail(Code::kInvalidArgument, fmt::format("the store {} is open for reading only: open it "
                                                  "for writing to change it",
                                                  database.folder().string()));
}

Result<Counters> ReadCounters(const Database& database) {
  Counters counters;
  for (std::size_t place = 0; place < Counters::size(); ++place) {
    CHIDO_ASSIGN(const auto bytes, database.Get(Family::kCounter, Counters::KeyAt(place)));
    if (!bytes) continue;
    CHIDO_ASSIGN(counters.at(place), DecodeCounterValue(*bytes));
  }
  return counters;
}

std::uint64_t DiskBytes(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code gone;  // compaction removes files meanwhile
    const std::uintmax_t size = it->is_regular_file(gone) ? it->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

}  // namespace

std::uint64_t StoreStats::EntityTotal() const {
  return std::accumulate(entities.begin(), entities.end(), std::uint64_t{0});
}

std::uint64_t StoreStats::StatementTotal() const {
  return std::accumulate(statements.begin(), statements.end(), std::uint64_t{0});
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::Open(const std::filesystem::path& folder,
                                           const OpenOptions& options) {
  auto parts = std::make_unique<Parts>();
  CHIDO_ASSIGN(parts->database,
               Database::Open(folder, {.create_if_missing = options.create_if_missing,
                                       .read_only = options.read_only,
                                       .cache_bytes = options.cache_bytes}));
  CHIDO_ASSIGN(const std::uint32_t version, ReadFormatVersion(*parts->database));
  if (version == 0 && !options.read_only) {
    CHIDO_TRY(WriteFormatVersion(*parts->database, kFormatVersion));
  } else {
    CHIDO_TRY(MigrateToCurrent(*parts->database));
  }
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Status Store::Apply(const Change& change, Durability durability) {
  CHIDO_TRY(RequireWritable(*parts_->database));
  const std::lock_guard lock(parts_->writer);
  Batch batch(*parts_->database);
  CHIDO_TRY(ChangeStage(batch).Run(change));
  return batch.Commit(durability == Durability::kSynced);
}

Status Store::Sync() {
  CHIDO_TRY(RequireWritable(*parts_->database));
  return parts_->database->SyncLog();
}

std::unique_ptr<Snapshot> Store::Read() const {
  return std::make_unique<Snapshot>(parts_->database);
}

Result<CheckReport> Store::Check(bool repair) {
  Database& database = *parts_->database;
  std::unique_lock lock(parts_->writer, std::defer_lock);
  if (repair) {
    CHIDO_TRY(RequireWritable(database));
    lock.lock();
  }
  CheckLog log(database, repair);
  auto pin = std::make_unique<SnapshotPin>(database);
  CHIDO_TRY(CheckDerived(database, *pin, log));
  // The second half walks derived rows too, so it looks at them as they are now.
  if (repair) pin = std::make_unique<SnapshotPin>(database);
  CHIDO_TRY(PrimaryCheck(database, *pin, log).Run());
  return std::move(log.report());
}

Result<StoreStats> Store::Stats() const {
  const Database& database = *parts_->database;
  CHIDO_ASSIGN(const Counters counters, ReadCounters(database));
  StoreStats stats;
  CHIDO_ASSIGN(stats.format_version, ReadFormatVersion(database));
  for (std::size_t i = 0; i < kEntityTypes.size(); ++i) {
    stats.entities[i] = static_cast<std::uint64_t>(counters.Entities(kEntityTypes[i]));
  }
  for (std::size_t i = 0; i < stats.statements.size(); ++i) {
    stats.statements[i] =
        static_cast<std::uint64_t>(counters.Statements(PredicateTable()[i].predicate));
  }
  stats.documents = static_cast<std::uint64_t>(counters.Documents());
  stats.evidence = static_cast<std::uint64_t>(counters.Evidence());
  stats.disk_bytes = DiskBytes(database.folder());
  return stats;
}

Result<std::uint64_t> Store::Digest() const {
  const SnapshotPin pin(*parts_->database);
  return DigestOf(*parts_->database, pin);
}

const std::filesystem::path& Store::folder() const { return parts_->database->folder(); }

}  // namespace chido
