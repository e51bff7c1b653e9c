#include "graph/store/check_log.h"

#include "graph/store/key_text.h"

namespace chido {
namespace {

constexpr std::size_t kMaxProblems = 1000;
constexpr std::size_t kMaxBatchBytes = 4U << 20;

}  // namespace

void CheckLog::Add(Family family, std::string_view key, std::string what, bool derived) {
  const bool repaired = derived && repair_;
  ++report_.problem_count;
  if (repaired) ++report_.repaired_count;
  if (report_.problems.size() >= kMaxProblems) return;
  report_.problems.push_back(
      {std::string(NameOf(family)), KeyText(family, key), std::move(what), derived, repaired});
}

void CheckLog::Primary(Family family, std::string_view key, std::string what) {
  Add(family, key, std::move(what), false);
}

Status CheckLog::Expected(const DerivedRow& row, const std::optional<std::string>& found) {
  Add(row.family, row.key,
      found ? "the row differs from what it follows from" : "the row is missing", true);
  if (repair_) batch_.Put(row.family, row.key, row.value);
  return CommitIfLarge();
}

Status CheckLog::Stray(Family family, std::string_view key) {
  Add(family, key, "the row follows from nothing that is stored", true);
  if (repair_) batch_.Delete(family, key);
  return CommitIfLarge();
}

Status CheckLog::CommitIfLarge() {
  if (batch_.size() < kMaxBatchBytes) return {};
  return Commit();
}

Status CheckLog::Commit() {
  if (!repair_) return {};
  return batch_.Commit(/*sync=*/true);
}

}  // namespace chido
