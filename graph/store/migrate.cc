#include "graph/store/migrate.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "graph/base/log.h"
#include "graph/store/batch.h"
#include "graph/store/check_derived.h"
#include "graph/store/meta.h"
#include "graph/store/store.h"

namespace chido {
namespace {

/// Version 1 had no trigram and address rows in `name`, and no `counter` rows.
Status AddTrigramsAddressesAndCounters(Database& database) {
  const SnapshotPin pin(database);
  CheckLog log(database, /*repair=*/true);
  return CheckDerived(database, pin, log);
}

struct Step {
  std::uint32_t from;
  std::string_view what;
  Status (*run)(Database&);
};

constexpr std::array<Step, kFormatVersion - 1> kSteps{{
    {1, "adding trigrams, addresses and counters", &AddTrigramsAddressesAndCounters},
}};

Status CheckVersion(const Database& database, std::uint32_t version) {
  const std::string folder = database.folder().string();
  if (version > kFormatVersion) {
    return Fail(Code::kUnsupported,
                fmt::format("the store {} has format {}, this chido knows up to {}: install the "
                            "newer chido that wrote it, or ingest anew into another folder",
                            folder, version, kFormatVersion));
  }
  if (version == 0) {
    return std::unexpected(NothingYet(folder));
  }
  if (version < kFormatVersion && database.read_only()) {
    return Fail(Code::kUnsupported,
                fmt::format("the store {} has the older format {}, which must be migrated to {} "
                            "before it can be read: run `chido check --repair --store {}` once",
                            folder, version, kFormatVersion, folder));
  }
  return {};
}

}  // namespace

Error NothingYet(const std::string& folder) {
  return Error{Code::kNotFound, fmt::format("the store {} was begun but holds nothing yet: put "
                                            "articles into it with `chido ingest --store {} FILE…`",
                                            folder, folder)};
}

Result<std::uint32_t> ReadFormatVersion(const Database& database) {
  CHIDO_ASSIGN(const std::optional<std::string> row, database.Get(Family::kMeta, kFormatKey));
  const std::string folder = database.folder().string();
  if (!row) {
    CHIDO_ASSIGN(const bool empty, database.IsEmpty());
    if (empty) return 0;
    return Fail(Code::kBadInput, fmt::format("{} holds a database without a format version, so it "
                                             "is not a store of chido: name another folder",
                                             folder));
  }
  std::uint32_t version = 0;
  const auto [end, error] = std::from_chars(row->data(), row->data() + row->size(), version);
  if (error == std::errc() && end == row->data() + row->size() && version > 0) return version;
  return Fail(Code::kCorruption, fmt::format("the format version of the store {} is damaged: "
                                             "restore it from a backup",
                                             folder));
}

Status WriteFormatVersion(Database& database, std::uint32_t version) {
  Batch batch(database);
  batch.Put(Family::kMeta, kFormatKey, std::to_string(version));
  return batch.Commit(/*sync=*/true);
}

Status MigrateToCurrent(Database& database) {
  CHIDO_ASSIGN(const std::uint32_t version, ReadFormatVersion(database));
  CHIDO_TRY(CheckVersion(database, version));
  for (const Step& step : kSteps) {
    if (step.from < version) continue;
    Log(LogLevel::kInfo,
        fmt::format("migrating the store {} from format {} to {}: {}", database.folder().string(),
                    step.from, step.from + 1, step.what));
    CHIDO_TRY(step.run(database));
    CHIDO_TRY(WriteFormatVersion(database, step.from + 1));
  }
  return {};
}

}  // namespace chido
