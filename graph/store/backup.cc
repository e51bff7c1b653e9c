#include <fcntl.h>
#include <fmt/format.h>
#include <rocksdb/utilities/checkpoint.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <system_error>

#include "graph/store/migrate.h"
#include "graph/store/store_parts.h"

namespace chido {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kVerifyCacheBytes = 32U << 20;

Status RequireAbsent(const fs::path& path, bool empty_folder_allowed) {
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  if (empty_folder_allowed && fs::is_directory(path, error) && fs::is_empty(path, error)) {
    if (fs::remove(path, error)) return {};
  }
  return Fail(
      Code::kAlreadyExists,
      fmt::format("{} exists already: name a new folder, or move that one away", path.string()));
}

/// Waits until a file's or folder's bytes are on the disk.
Status SyncPath(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (synced) return {};
  return Fail(Code::kIo, fmt::format("cannot write {} to the disk: is it full?", path.string()));
}

Status CopyFolder(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::remove_all(to, error);
  fs::copy(from, to, fs::copy_options::recursive, error);
  if (error) {
    return Fail(Code::kIo, fmt::format("cannot copy {} to {}: {}", from.string(), to.string(),
                                       error.message()));
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(to, error)) {
    CHIDO_TRY(SyncPath(entry.path()));
  }
  return SyncPath(to);
}

Status VerifyBackup(const fs::path& backup) {
  CHIDO_ASSIGN(const std::shared_ptr<Database> database,
               Database::Open(backup, {.read_only = true, .cache_bytes = kVerifyCacheBytes}));
  CHIDO_ASSIGN(const std::uint32_t version, ReadFormatVersion(*database));
  if (version == 0 || version > kFormatVersion) {
    return Fail(Code::kUnsupported,
                fmt::format("the backup {} has format {}, this chido knows 1 to {}: restore it "
                            "with the chido that wrote it",
                            backup.string(), version, kFormatVersion));
  }
  return database->VerifyChecksums();
}

}  // namespace

Status Store::Backup(const fs::path& backup) {
  const Database& database = *parts_->database;
  if (database.read_only()) {
    return Fail(Code::kInvalidArgument, "a backup needs the store open for writing");
  }
  CHIDO_TRY(RequireAbsent(backup, /*empty_folder_allowed=*/true));
  const std::string what = fmt::format("backing up {} to {}", folder().string(), backup.string());
  rocksdb::Checkpoint* raw = nullptr;
  if (const auto made = rocksdb::Checkpoint::Create(&database.rocks(), &raw); !made.ok()) {
    return std::unexpected(FromRocks(made, what));
  }
  const std::unique_ptr<rocksdb::Checkpoint> checkpoint(raw);
  const rocksdb::Status status = checkpoint->CreateCheckpoint(fs::absolute(backup).string());
  if (!status.ok()) return std::unexpected(FromRocks(status, what));
  return {};
}

Status Store::Restore(const fs::path& backup, const fs::path& target) {
  CHIDO_TRY(VerifyBackup(backup));
  CHIDO_TRY(RequireAbsent(target, /*empty_folder_allowed=*/true));
  // Half a copy must never look like a store, so it gets its name when it is whole.
  fs::path unfinished = fs::absolute(target);
  unfinished += ".restoring";
  CHIDO_TRY(CopyFolder(backup, unfinished));
  std::error_code error;
  fs::rename(unfinished, target, error);
  if (!error) return SyncPath(fs::absolute(target).parent_path());
  return Fail(Code::kIo, fmt::format("cannot rename {} to {}: {}", unfinished.string(),
                                     target.string(), error.message()));
}

}  // namespace chido
