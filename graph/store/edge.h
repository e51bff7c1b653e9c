#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "graph/base/result.h"
#include "graph/model/ids.h"
#include "graph/model/predicate.h"

namespace chido {

class Database;
class RowCursor;
class SnapshotPin;

/// Which way an edge is followed. `kOut`: the entity is the subject; `kIn`: it is the object.
enum class Direction : std::uint8_t { kOut, kIn };

/// One edge as its adjacency row tells it: enough for listings and walks without reading the
/// statement. 48 bytes, copied freely.
struct EdgeRow {
  EntityId entity;  ///< the side that was asked for
  EntityId other;   ///< the side that was found
  StatementId statement;
  std::int32_t valid_from = 0;  ///< first day since 1970-01-01; the least int32 for an open start
  std::int32_t valid_to = 0;    ///< last day, inclusive; the greatest int32 for an open end
  float confidence = 0;         ///< in [0, 1]
  std::uint32_t evidence_count = 0;
  Predicate predicate = Predicate::kMentions;
  bool valid_inferred = false;

  friend bool operator==(const EdgeRow&, const EdgeRow&) = default;
};

/// Which edges of an entity are wanted.
struct EdgeQuery {
  std::optional<Predicate> predicate;    ///< none: all
  std::optional<std::int32_t> valid_on;  ///< only edges whose time includes this day
  std::size_t limit = 100;               ///< most rows in one page, at least 1
  std::string cursor = {};               ///< `next` of the page before; empty to start
};

/// Walks adjacency lists of one snapshot, reusing its position in the store from hop to hop. Not
/// thread-safe; make one per walk. Must not outlive the snapshot that made it.
///
///   cursor->Seek(official, Direction::kOut, Predicate::kChaired);
///   for (EdgeRow row; cursor->Next(row);) …
///   CHIDO_TRY(cursor->status());
class EdgeCursor {
 public:
  /// Both must outlive the cursor; `Snapshot::NewEdgeCursor` sees to it for its callers.
  EdgeCursor(const Database& database, const SnapshotPin& pin);
  ~EdgeCursor();
  EdgeCursor(const EdgeCursor&) = delete;
  EdgeCursor& operator=(const EdgeCursor&) = delete;

  /// Starts the list of an entity; ends the one before.
  void Seek(EntityId entity, Direction direction, std::optional<Predicate> predicate = {});
  /// Continues after a row of the same list that an earlier `Next` gave.
  void SeekAfter(const EdgeRow& row, Direction direction, std::optional<Predicate> predicate = {});
  /// Fills `row` with the next edge, in order of predicate, first day, other entity; false at the
  /// end or after an error.
  bool Next(EdgeRow& row);
  /// The first error since the cursor was made: kCorruption or kIo. Ask after each walk.
  const Status& status() const { return status_; }

 private:
  RowCursor& RowsOf(Direction direction);

  const Database& database_;
  const SnapshotPin& pin_;
  std::unique_ptr<RowCursor> out_;
  std::unique_ptr<RowCursor> in_;
  RowCursor* current_ = nullptr;
  std::string prefix_;
  Status status_;
};

}  // namespace chido
