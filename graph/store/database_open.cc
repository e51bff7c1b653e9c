#include <fmt/format.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include <algorithm>
#include <system_error>

#include "graph/store/database.h"
#include "graph/store/database_options.h"
#include "graph/store/migrate.h"

namespace chido {
namespace {

namespace fs = std::filesystem;

/// What RocksDB may leave behind when it is killed before a new folder is whole.
bool IsLeftover(const std::string& name) {
  for (const std::string_view start : {"LOCK", "LOG", "IDENTITY", "MANIFEST-", "OPTIONS-"}) {
    if (name.starts_with(start)) return true;
  }
  return name.ends_with(".dbtmp") || name.ends_with(".log");
}

enum class FolderState { kMissing, kEmpty, kStore, kForeign };

struct FolderLook {
  FolderState state = FolderState::kMissing;
  std::string example;  ///< a file that does not belong, for kForeign
};

Result<FolderLook> LookAt(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found) return FolderLook{};
  if (status.type() != fs::file_type::directory) {
    return Fail(Code::kBadInput, fmt::format("{} is not a folder, so it is not a store: name the "
                                             "folder that `chido ingest --store` made",
                                             folder.string()));
  }
  FolderLook look{FolderState::kEmpty, ""};
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name == "CURRENT") return FolderLook{FolderState::kStore, ""};
    if (!IsLeftover(name)) look = {FolderState::kForeign, name};
  }
  if (error) {
    return Fail(Code::kIo, fmt::format("cannot list the folder {}: {}; check its permissions",
                                       folder.string(), error.message()));
  }
  return look;
}

Status CheckFolder(const fs::path& folder, bool create) {
  CHIDO_ASSIGN(const FolderLook look, LookAt(folder));
  switch (look.state) {
    case FolderState::kStore:
      return {};
    case FolderState::kForeign:
      return Fail(Code::kBadInput,
                  fmt::format("{} is not a store: it holds '{}' and no CURRENT file; name the "
                              "folder that `chido ingest --store` made, or an empty one",
                              folder.string(), look.example));
    case FolderState::kMissing:
    case FolderState::kEmpty:
      if (create) break;
      return Fail(Code::kNotFound, fmt::format("there is no store at {}: check the path, or make "
                                               "one with `chido ingest --store {} FILE…`",
                                               folder.string(), folder.string()));
  }
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return {};
  return Fail(Code::kIo, fmt::format("cannot make the folder {}: {}; check the permissions of the "
                                     "folder above it",
                                     folder.string(), error.message()));
}

/// Refuses families that this binary does not know before RocksDB does so less clearly.
/// A view that is only read cannot make those that are missing, as the next writer does.
Status CheckFamilies(const fs::path& folder, const DatabaseTuning& tuning, bool read_only) {
  std::vector<std::string> present;
  const rocksdb::Status status =
      rocksdb::DB::ListColumnFamilies(*tuning.whole, folder.string(), &present);
  if (!status.ok()) {
    return std::unexpected(FromRocks(
        status,
        fmt::format("{} cannot be read as a store; restore it from a backup", folder.string())));
  }
  const bool ours = std::ranges::find(present, NameOf(Family::kMeta)) != present.end();
  for (const std::string& name : present) {
    const auto known =
        std::ranges::find(tuning.families, name, &rocksdb::ColumnFamilyDescriptor::name);
    if (known != tuning.families.end()) continue;
    if (ours) {
      return Fail(Code::kUnsupported,
                  fmt::format("the store {} has a family '{}' that this chido does not know: it "
                              "was written by a newer one; install that, or ingest anew",
                              folder.string(), name));
    }
    return Fail(Code::kBadInput, fmt::format("{} is a database of another program (family '{}'), "
                                             "not a store of chido",
                                             folder.string(), name));
  }
  if (read_only && present.size() < tuning.families.size()) {
    return std::unexpected(NothingYet(folder.string()));
  }
  return {};
}

/// Makes the folder with all families at once; opening alone would make them one by one, with a
/// rewritten options file after each. Interrupted, it leaves what the next opening makes whole.
rocksdb::Status CreateDatabase(const fs::path& folder, const DatabaseTuning& tuning) {
  rocksdb::DB* raw = nullptr;
  const rocksdb::Options options(*tuning.whole, tuning.families.front().options);
  rocksdb::Status status = rocksdb::DB::Open(options, folder.string(), &raw);
  if (!status.ok()) return status;
  const std::unique_ptr<rocksdb::DB> rocks(raw);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  status =
      rocks->CreateColumnFamilies({tuning.families.begin() + 1, tuning.families.end()}, &handles);
  for (rocksdb::ColumnFamilyHandle* handle : handles) rocks->DestroyColumnFamilyHandle(handle);
  return status.ok() ? rocks->Close() : status;
}

Error OpenError(const rocksdb::Status& status, const fs::path& folder) {
  const std::string text = status.ToString();
  if (status.IsIOError() && text.find("lock") != std::string::npos) {
    return Error{Code::kConflict,
                 fmt::format("the store {} is in use by another process (it holds the file LOCK): "
                             "stop that `chido serve` or `chido ingest`, or wait for its end",
                             folder.string())};
  }
  return FromRocks(status, fmt::format("opening the store {}", folder.string()));
}

}  // namespace

Result<std::shared_ptr<Database>> Database::Open(const fs::path& folder, const Options& options) {
  CHIDO_TRY(CheckFolder(folder, options.create_if_missing && !options.read_only));
  const DatabaseTuning tuning = TuningFor(options);
  std::error_code error;
  rocksdb::Status status;
  if (fs::exists(folder / "CURRENT", error)) {
    CHIDO_TRY(CheckFamilies(folder, tuning, options.read_only));
  } else {
    status = CreateDatabase(folder, tuning);
    if (!status.ok()) return std::unexpected(OpenError(status, folder));
  }
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* rocks = nullptr;
  // A writer beside a frozen view may remove a file between its listing and its opening.
  for (int attempt = 0; attempt < (options.read_only ? 5 : 1); ++attempt) {
    handles.clear();
    status = options.read_only ? rocksdb::DB::OpenForReadOnly(*tuning.whole, folder.string(),
                                                              tuning.families, &handles, &rocks)
                               : rocksdb::DB::Open(*tuning.whole, folder.string(), tuning.families,
                                                   &handles, &rocks);
    if (status.ok()) break;
  }
  if (!status.ok()) return std::unexpected(OpenError(status, folder));
  std::shared_ptr<Database> database(new Database());
  database->folder_ = folder;
  database->read_only_ = options.read_only;
  database->rocks_.reset(rocks);
  database->default_handle_ = handles.front();
  std::copy(handles.begin() + 1, handles.end(), database->handles_.begin());
  return database;
}

}  // namespace chido
