#include "graph/store/database.h"

#include <fmt/format.h>
#include <rocksdb/db.h>
#include <rocksdb/iterator.h>
#include <rocksdb/options.h>
#include <rocksdb/snapshot.h>

#include "graph/store/key_bytes.h"

namespace chido {
namespace {

rocksdb::ReadOptions ReadAt(const SnapshotPin* pin) {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  if (pin != nullptr) options.snapshot = pin->get();
  return options;
}

std::string Reading(Family family) { return fmt::format("reading family {}", NameOf(family)); }

}  // namespace

Error FromRocks(const rocksdb::Status& status, std::string_view what) {
  const Code code = status.IsNotFound()     ? Code::kNotFound
                    : status.IsCorruption() ? Code::kCorruption
                    : status.IsBusy()       ? Code::kConflict
                                            : Code::kIo;
  return Error{code, fmt::format("{}: {}", what, status.ToString())};
}

SnapshotPin::SnapshotPin(const Database& database)
    : database_(database), snapshot_(database.rocks().GetSnapshot()) {}

SnapshotPin::~SnapshotPin() { database_.rocks().ReleaseSnapshot(snapshot_); }

/// RocksDB keeps a pointer to the slice, which points to the bytes: both must stay in place.
struct RowCursor::Bound {
  std::string bytes;
  rocksdb::Slice slice;
};

RowCursor::RowCursor(const Database& database, Family family, const SnapshotPin* pin,
                     std::string prefix_end)
    : family_(family) {
  rocksdb::ReadOptions options = ReadAt(pin);
  if (!prefix_end.empty()) {
    bound_ = std::make_unique<Bound>();
    bound_->bytes = std::move(prefix_end);
    bound_->slice = bound_->bytes;
    options.iterate_upper_bound = &bound_->slice;
  }
  iterator_.reset(database.rocks().NewIterator(options, database.handle(family)));
}

RowCursor::~RowCursor() = default;

void RowCursor::Seek(std::string_view key) {
  iterator_->Seek(rocksdb::Slice(key.data(), key.size()));
}
bool RowCursor::Valid() const { return iterator_->Valid(); }
void RowCursor::Next() { iterator_->Next(); }
std::string_view RowCursor::key() const { return iterator_->key().ToStringView(); }
std::string_view RowCursor::value() const { return iterator_->value().ToStringView(); }

Status RowCursor::status() const {
  const rocksdb::Status status = iterator_->status();
  if (status.ok()) return {};
  return std::unexpected(FromRocks(status, Reading(family_)));
}

Database::~Database() {
  if (!rocks_) return;
  for (rocksdb::ColumnFamilyHandle* handle : handles_) rocks_->DestroyColumnFamilyHandle(handle);
  rocks_->DestroyColumnFamilyHandle(default_handle_);
  // Failing to close leaves the log, from which the next opening recovers.
  rocks_->Close().PermitUncheckedError();
}

Result<std::optional<std::string>> Database::Get(Family family, std::string_view key,
                                                 const SnapshotPin* pin) const {
  std::string value;
  const rocksdb::Status status =
      rocks_->Get(ReadAt(pin), handle(family), rocksdb::Slice(key.data(), key.size()), &value);
  if (status.ok()) return std::optional(std::move(value));
  if (status.IsNotFound()) return std::optional<std::string>();
  return std::unexpected(FromRocks(status, Reading(family)));
}

std::unique_ptr<RowCursor> Database::Rows(Family family, const SnapshotPin* pin) const {
  return std::make_unique<RowCursor>(*this, family, pin, "");
}

std::unique_ptr<RowCursor> Database::Rows(Family family, std::string_view prefix,
                                          const SnapshotPin* pin) const {
  auto rows = std::make_unique<RowCursor>(*this, family, pin, PrefixEnd(prefix));
  rows->Seek(prefix);
  return rows;
}

std::uint64_t Database::ApproximateSize(Family family, std::string_view prefix) const {
  rocksdb::SizeApproximationOptions options;
  options.include_memtables = true;
  options.include_files = true;
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Range range(rocksdb::Slice(prefix.data(), prefix.size()), end);
  std::uint64_t size = 0;
  // A wrong guess costs time only.
  rocks_->GetApproximateSizes(options, handle(family), &range, 1, &size).PermitUncheckedError();
  return size;
}

Result<bool> Database::IsEmpty() const {
  for (const Family family : AllFamilies()) {
    const auto rows = Rows(family);
    rows->Seek("");
    CHIDO_TRY(rows->status());
    if (rows->Valid()) return false;
  }
  const std::unique_ptr<rocksdb::Iterator> foreign(
      rocks_->NewIterator(ReadAt(nullptr), default_handle_));
  foreign->SeekToFirst();
  return !foreign->Valid();
}

Status Database::SyncLog() {
  const rocksdb::Status status = rocks_->FlushWAL(/*sync=*/true);
  if (status.ok()) return {};
  return std::unexpected(FromRocks(status, fmt::format("syncing store {}", folder_.string())));
}

Status Database::VerifyChecksums() const {
  const rocksdb::Status status = rocks_->VerifyChecksum();
  if (status.ok()) return {};
  return std::unexpected(FromRocks(status, fmt::format("verifying {}", folder_.string())));
}

}  // namespace chido
