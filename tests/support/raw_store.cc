#include "tests/support/raw_store.h"

#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include "graph/store/batch.h"
#include "graph/store/database.h"

namespace chido {
namespace {

void Must(const Status& status) {
  if (!status) Abort(status.error().message);
}

}  // namespace

RawStore::RawStore(const std::filesystem::path& folder) {
  auto opened = Database::Open(folder, {.cache_bytes = 16U << 20});
  if (!opened) Abort(opened.error().message);
  database_ = *opened;
}

RawStore::~RawStore() = default;

std::vector<std::pair<std::string, std::string>> RawStore::Rows(Family family) const {
  std::vector<std::pair<std::string, std::string>> all;
  const auto rows = database_->Rows(family, "", nullptr);
  for (; rows->Valid(); rows->Next()) all.emplace_back(rows->key(), rows->value());
  Must(rows->status());
  return all;
}

void RawStore::Put(Family family, std::string_view key, std::string_view value) {
  Batch batch(*database_);
  batch.Put(family, key, value);
  Must(batch.Commit(true));
}

void RawStore::Delete(Family family, std::string_view key) {
  Batch batch(*database_);
  batch.Delete(family, key);
  Must(batch.Commit(true));
}

void RawStore::Flush() {
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  for (const Family family : AllFamilies()) handles.push_back(database_->handle(family));
  const rocksdb::Status status = database_->rocks().Flush(rocksdb::FlushOptions(), handles);
  if (!status.ok()) Abort(status.ToString());
}

}  // namespace chido
