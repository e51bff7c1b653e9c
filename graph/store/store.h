#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/entity.h"
#include "graph/model/predicate.h"
#include "graph/store/change.h"
#include "graph/store/snapshot.h"

namespace chido {

/// The version of the bytes on disk that this binary writes. Older stores are migrated at opening,
/// newer ones are refused.
inline constexpr std::uint32_t kFormatVersion = 2;

struct OpenOptions {
  bool create_if_missing = false;  ///< make the folder if it is missing or empty
  /// A frozen view that takes no lock, so it works beside a process that writes; `Apply` and all
  /// that writes is refused. An older format is refused too, since it cannot be migrated.
  bool read_only = false;
  /// One cache for blocks, indexes, filters and memtables: about what the store takes of memory.
  std::uint64_t cache_bytes = std::uint64_t{256} << 20;
};

/// Whether a change outlives the loss of power, or only of the process.
enum class Durability { kBuffered, kSynced };

/// Counts of what is stored, kept up to date by `Apply`; `Check` compares them with a recount.
struct StoreStats {
  std::uint32_t format_version = 0;
  std::array<std::uint64_t, kEntityTypes.size()> entities{};  ///< in order of `kEntityTypes`
  std::array<std::uint64_t, 15> statements{};                 ///< in order of `PredicateTable()`
  std::uint64_t documents = 0;
  std::uint64_t evidence = 0;  ///< pieces, repeats included
  std::uint64_t disk_bytes = 0;

  std::uint64_t EntityTotal() const;
  std::uint64_t StatementTotal() const;
};

/// One thing that `Store::Check` found.
struct CheckProblem {
  std::string family;       ///< e.g. "out"
  std::string key;          ///< of the row, readable: ids in hex
  std::string what;         ///< a sentence
  bool repairable = false;  ///< a derived row: `--repair` rebuilds it; false: primary damage
  bool repaired = false;
};

struct CheckReport {
  std::uint64_t rows = 0;              ///< rows read
  std::uint64_t problem_count = 0;     ///< all problems, also those beyond `problems`
  std::uint64_t repaired_count = 0;    ///< derived rows that were put or deleted
  std::vector<CheckProblem> problems;  ///< the first 1,000
  bool Sound() const { return problem_count == repaired_count; }
};

/// The store: a folder held by RocksDB. One process writes at a time; all methods are thread-safe.
class Store {
 public:
  /// Opens, and migrates an older format (which is kept crash-safe: the version is raised last).
  /// Errors, each with its remedy: kNotFound if the folder is missing and may not be made;
  /// kBadInput if it is something else than a store; kConflict if another process writes to it;
  /// kUnsupported for a newer format (or an older one under `read_only`); kCorruption; kIo.
  static Result<std::unique_ptr<Store>> Open(const std::filesystem::path& folder,
                                             const OpenOptions& options = {});
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Writes a change and all that is derived from it, whole or not at all. Writers queue up.
  /// The caller keeps `Statement::evidence_count` true to the evidence it puts. A document has one
  /// reading: putting one replaces that of any other version. Putting an entity ends a redirect
  /// from its id. Deleting an entity leaves its statements: delete or re-put them in the change.
  /// Errors: kInvalidArgument for a statement whose id is not `MakeStatementId` of its fields or
  /// whose predicate does not fit the types of its entities (as far as they are known), a zero id,
  /// a key with a zero byte, a redirect from a living entity or onto itself; kConflict when an
  /// article's id is taken by other content; kIo. After an error nothing was written.
  Status Apply(const Change& change, Durability durability = Durability::kBuffered);
  /// Makes everything applied so far outlive the loss of power.
  Status Sync();
  /// A consistent view of this moment; a few microseconds.
  std::unique_ptr<Snapshot> Read() const;

  /// Makes a complete store in the new folder `backup` while writing goes on; hard links where the
  /// file system allows. Errors: kAlreadyExists, kIo.
  Status Backup(const std::filesystem::path& backup);
  /// Copies a backup into the new or empty folder `target`, after reading every block of it against
  /// its checksum. Errors: kAlreadyExists, those of `Open` for the backup, kIo.
  static Status Restore(const std::filesystem::path& backup, const std::filesystem::path& target);

  /// Reads everything and compares all families with each other. With `repair`, derived rows (out,
  /// in, name, doc_statement, counter) are put right; primary damage is only ever told. Writers
  /// wait while it repairs.
  Result<CheckReport> Check(bool repair);
  Result<StoreStats> Stats() const;
  /// A hash of the content: articles, readings, entities, statements, evidence, blocks, judgements.
  /// Equal content gives equal digests, whatever the order or detours by which it came.
  Result<std::uint64_t> Digest() const;

  /// The folder it was opened with.
  const std::filesystem::path& folder() const;

 private:
  friend class BulkLoad;
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Loads many changes into an empty store as sorted files: several times as fast as `Apply`. All of
/// it becomes visible at once by `Finish`, or nothing. Only puts; every article, entity, statement
/// and evidence at most once. Not thread-safe; nobody else may write to the store meanwhile.
class BulkLoad {
 public:
  /// `memory_bytes`: rows held before they are sorted into a file in the store's folder.
  explicit BulkLoad(Store& store, std::uint64_t memory_bytes = std::uint64_t{256} << 20);
  ~BulkLoad();
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;

  /// Errors: those of `Apply`, kInvalidArgument for deletes, kConflict for what was added before.
  Status Add(const Change& change);
  /// Errors: kConflict if the store is not empty; kIo.
  Status Finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chido
