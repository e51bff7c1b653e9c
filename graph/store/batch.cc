#include "graph/store/batch.h"

#include <fmt/format.h>
#include <rocksdb/comparator.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/utilities/write_batch_with_index.h>

#include "graph/store/key_bytes.h"

namespace chido {
namespace {

rocksdb::Slice SliceOf(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

/// Only a family of another database can make a batch refuse a row.
void Must(const rocksdb::Status& status) {
  if (!status.ok()) Abort("a write batch refused a row: " + status.ToString());
}

}  // namespace

struct Batch::Parts {
  rocksdb::WriteBatchWithIndex batch{rocksdb::BytewiseComparator(), 0, /*overwrite_key=*/true};
};

Batch::Batch(Database& database) : database_(database), parts_(std::make_unique<Parts>()) {}
Batch::~Batch() = default;

void Batch::Put(Family family, std::string_view key, std::string_view value) {
  Must(parts_->batch.Put(database_.handle(family), SliceOf(key), SliceOf(value)));
}

void Batch::Delete(Family family, std::string_view key) {
  Must(parts_->batch.Delete(database_.handle(family), SliceOf(key)));
}

Result<std::optional<std::string>> Batch::Get(Family family, std::string_view key) const {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  std::string value;
  const rocksdb::Status status = parts_->batch.GetFromBatchAndDB(
      &database_.rocks(), options, database_.handle(family), SliceOf(key), &value);
  if (status.ok()) return std::optional(std::move(value));
  if (status.IsNotFound()) return std::optional<std::string>();
  return std::unexpected(FromRocks(status, fmt::format("reading family {}", NameOf(family))));
}

Result<std::vector<std::string>> Batch::Keys(Family family, std::string_view prefix,
                                             std::size_t limit) const {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  rocksdb::ColumnFamilyHandle* handle = database_.handle(family);
  const std::unique_ptr<rocksdb::Iterator> rows(
      parts_->batch.NewIteratorWithBase(handle, database_.rocks().NewIterator(options, handle)));
  std::vector<std::string> keys;
  for (rows->Seek(SliceOf(prefix)); rows->Valid() && keys.size() < limit; rows->Next()) {
    if (!rows->key().starts_with(SliceOf(prefix))) break;
    keys.push_back(rows->key().ToString());
  }
  if (rows->status().ok()) return keys;
  return std::unexpected(
      FromRocks(rows->status(), fmt::format("reading family {}", NameOf(family))));
}

std::size_t Batch::size() const { return parts_->batch.GetWriteBatch()->GetDataSize(); }

Status Batch::Commit(bool sync) {
  rocksdb::WriteOptions options;
  options.sync = sync;
  const rocksdb::Status status = database_.rocks().Write(options, parts_->batch.GetWriteBatch());
  parts_->batch.Clear();
  if (status.ok()) return {};
  return std::unexpected(FromRocks(
      status,
      fmt::format("writing to the store {} (is the disk full?)", database_.folder().string())));
}

}  // namespace chido
