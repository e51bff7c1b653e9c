#include "graph/store/database.h"
#include "graph/store/edge.h"
#include "graph/store/edge_key.h"

namespace chido {

EdgeCursor::EdgeCursor(const Database& database, const SnapshotPin& pin)
    : database_(database), pin_(pin) {}

EdgeCursor::~EdgeCursor() = default;

RowCursor& EdgeCursor::RowsOf(Direction direction) {
  const bool out = direction == Direction::kOut;
  std::unique_ptr<RowCursor>& rows = out ? out_ : in_;
  if (!rows) rows = database_.Rows(out ? Family::kOut : Family::kIn, &pin_);
  return *rows;
}

void EdgeCursor::Seek(EntityId entity, Direction direction, std::optional<Predicate> predicate) {
  current_ = &RowsOf(direction);
  prefix_ = EdgeKeyPrefix(entity, predicate);
  current_->Seek(prefix_);
}

void EdgeCursor::SeekAfter(const EdgeRow& row, Direction direction,
                           std::optional<Predicate> predicate) {
  current_ = &RowsOf(direction);
  prefix_ = EdgeKeyPrefix(row.entity, predicate);
  current_->Seek(EncodeEdgeKey(row) + '\0');
}

bool EdgeCursor::Next(EdgeRow& row) {
  if (current_ == nullptr) return false;
  if (current_->Valid() && current_->key().starts_with(prefix_)) {
    const Status decoded = DecodeEdgeRow(current_->key(), current_->value(), row);
    if (decoded) {
      current_->Next();
      return true;
    }
    if (status_) status_ = decoded;
  } else if (const Status ended = current_->status(); !ended && status_) {
    status_ = ended;
  }
  current_ = nullptr;
  return false;
}

}  // namespace chido
