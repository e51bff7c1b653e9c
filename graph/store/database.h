#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/store/families.h"

namespace rocksdb {
class ColumnFamilyHandle;
class DB;
class Iterator;
class Snapshot;
class Status;
}  // namespace rocksdb

namespace chido {

class Database;

/// The error of a RocksDB status that is not OK. `what` names the operation, e.g. "reading entity".
Error FromRocks(const rocksdb::Status& status, std::string_view what);

/// Holds one moment of a database while it lives. Must not outlive the database.
class SnapshotPin {
 public:
  explicit SnapshotPin(const Database& database);
  ~SnapshotPin();
  SnapshotPin(const SnapshotPin&) = delete;
  SnapshotPin& operator=(const SnapshotPin&) = delete;
  const rocksdb::Snapshot* get() const { return snapshot_; }

 private:
  const Database& database_;
  const rocksdb::Snapshot* snapshot_;
};

/// Goes over rows of one family in key order. Starts nowhere: seek first. Not thread-safe.
class RowCursor {
 public:
  /// `prefix_end`: rows from there on are not seen; empty for no bound.
  RowCursor(const Database& database, Family family, const SnapshotPin* pin,
            std::string prefix_end);
  ~RowCursor();
  RowCursor(const RowCursor&) = delete;
  RowCursor& operator=(const RowCursor&) = delete;

  /// Goes to the first row whose key is not less than `key`.
  void Seek(std::string_view key);
  bool Valid() const;
  void Next();
  /// Valid until the cursor moves.
  std::string_view key() const;
  std::string_view value() const;
  /// kIo or kCorruption if the cursor ended for an error; ask after every loop.
  Status status() const;

 private:
  struct Bound;
  Family family_;
  std::unique_ptr<Bound> bound_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

/// The RocksDB folder with all its families: the one place that opens it. Thread-safe.
class Database {
 public:
  struct Options {
    bool create_if_missing = false;
    bool read_only = false;
    std::uint64_t cache_bytes = 0;
  };
  /// Opens the folder as `Store::Open` says, without looking at the format version.
  static Result<std::shared_ptr<Database>> Open(const std::filesystem::path& folder,
                                                const Options& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// The row's value, or nothing. `pin` none: as of now.
  Result<std::optional<std::string>> Get(Family family, std::string_view key,
                                         const SnapshotPin* pin = nullptr) const;
  /// A cursor over a whole family, unbounded.
  std::unique_ptr<RowCursor> Rows(Family family, const SnapshotPin* pin = nullptr) const;
  /// A cursor that ends where keys stop to begin with `prefix`, placed at the first of them.
  std::unique_ptr<RowCursor> Rows(Family family, std::string_view prefix,
                                  const SnapshotPin* pin) const;
  /// About how many bytes the rows with this prefix take, memtables included.
  std::uint64_t ApproximateSize(Family family, std::string_view prefix) const;
  /// Whether no row stands in any family.
  Result<bool> IsEmpty() const;
  Status SyncLog();
  /// Reads every block of every file against its checksum.
  Status VerifyChecksums() const;

  bool read_only() const { return read_only_; }
  const std::filesystem::path& folder() const { return folder_; }
  rocksdb::DB& rocks() const { return *rocks_; }
  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return handles_[static_cast<std::size_t>(family)];
  }

 private:
  Database() = default;
  std::filesystem::path folder_;
  bool read_only_ = false;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilyCount> handles_{};
  rocksdb::ColumnFamilyHandle* default_handle_ = nullptr;
  std::unique_ptr<rocksdb::DB> rocks_;
};

}  // namespace chido
