#include "graph/store/batch.h"

#include <fmt/format.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <functional>
#include <map>

namespace chido {
namespace {

rocksdb::Slice SliceOf(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

/// Only a family of another database can make a batch refuse a row.
void Must(const rocksdb::Status& status) {
  if (!status.ok()) Abort("a write batch refused a row: " + status.ToString());
}

}  // namespace

/// RocksDB's own readable batch keeps its index in a skip list that costs as much as the write; a
/// map per family is half of that.
struct Batch::Parts {
  using Overlay = std::map<std::string, std::optional<std::string>, std::less<>>;

  Overlay& Of(Family family) { return overlays[static_cast<std::size_t>(family)]; }

  rocksdb::WriteBatch batch;
  std::array<Overlay, kFamilyCount> overlays;  ///< no value: deleted
};

Batch::Batch(Database& database) : database_(database), parts_(std::make_unique<Parts>()) {}
Batch::~Batch() = default;

void Batch::Put(Family family, std::string_view key, std::string_view value) {
  Must(parts_->batch.Put(database_.handle(family), SliceOf(key), SliceOf(value)));
  parts_->Of(family).insert_or_assign(std::string(key), std::string(value));
}

void Batch::Delete(Family family, std::string_view key) {
  Must(parts_->batch.Delete(database_.handle(family), SliceOf(key)));
  parts_->Of(family).insert_or_assign(std::string(key), std::nullopt);
}

Result<std::optional<std::string>> Batch::Get(Family family, std::string_view key) const {
  const Parts::Overlay& overlay = parts_->Of(family);
  if (const auto written = overlay.find(key); written != overlay.end()) return written->second;
  return database_.Get(family, key);
}

Result<std::vector<std::string>> Batch::Keys(Family family, std::string_view prefix,
                                             std::size_t limit) const {
  const Parts::Overlay& overlay = parts_->Of(family);
  std::vector<std::string> keys;
  auto written = overlay.lower_bound(prefix);
  for (; written != overlay.end() && written->first.starts_with(prefix); ++written) {
    if (written->second && keys.size() < limit) keys.push_back(written->first);
  }
  const auto rows = database_.Rows(family, prefix, nullptr);
  for (; rows->Valid() && keys.size() < limit; rows->Next()) {
    if (!overlay.contains(rows->key())) keys.emplace_back(rows->key());
  }
  CHIDO_TRY(rows->status());
  return keys;
}

std::size_t Batch::size() const { return parts_->batch.GetDataSize(); }

Status Batch::Commit(bool sync) {
  rocksdb::WriteOptions options;
  options.sync = sync;
  const rocksdb::Status status = database_.rocks().Write(options, &parts_->batch);
  parts_->batch.Clear();
  for (Parts::Overlay& overlay : parts_->overlays) overlay.clear();
  if (status.ok()) return {};
  return std::unexpected(FromRocks(
      status,
      fmt::format("writing to the store {} (is the disk full?)", database_.folder().string())));
}

}  // namespace chido
