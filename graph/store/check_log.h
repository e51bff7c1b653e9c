#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/store/batch.h"
#include "graph/store/derived.h"
#include "graph/store/store.h"

namespace chido {

/// Gathers what a check finds and, when repairing, writes derived rows right.
class CheckLog {
 public:
  /// `repair`: derived rows are written; else only told.
  CheckLog(Database& database, bool repair) : batch_(database), repair_(repair) {}

  void CountRow() { ++report_.rows; }
  /// Damage of a row that nothing else can restore.
  void Primary(Family family, std::string_view key, std::string what);
  /// A derived row that is missing or says something else.
  Status Expected(const DerivedRow& row, const std::optional<std::string>& found);
  /// A derived row that follows from nothing.
  Status Stray(Family family, std::string_view key);
  /// Writes what is left to write. Errors: kIo.
  Status Commit();
  CheckReport& report() { return report_; }

 private:
  void Add(Family family, std::string_view key, std::string what, bool derived);
  Status CommitIfLarge();

  Batch batch_;
  bool repair_;
  CheckReport report_;
};

}  // namespace chido
