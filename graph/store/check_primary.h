#pragma once

#include <unordered_map>
#include <unordered_set>

#include "graph/base/result.h"
#include "graph/store/check_log.h"

namespace chido {

/// Compares the primary families with each other, as of one moment: every row decodes, references
/// end at something stored, evidence is counted right and lies inside the stored text. Used once.
class PrimaryCheck {
 public:
  PrimaryCheck(const Database& database, const SnapshotPin& pin, CheckLog& log)
      : database_(database), pin_(pin), log_(log) {}

  /// Errors: kIo. What is damaged is told to the log.
  Status Run();

 private:
  template <typename Each>
  Status ForEach(Family family, const Each& each);
  Status Articles();
  Status Readings();
  Status Entities();
  Status Statements();
  void CheckStatement(std::string_view key, const Statement& statement);
  Status EvidenceOf(RowCursor& evidence, StatementId id, std::string_view key,
                    std::uint32_t counted);
  void CheckEvidence(std::string_view key, const Evidence& evidence);
  void OrphanEvidence(RowCursor& evidence);
  Status Spans();
  Status SpansOf(const Article& article, StatementId statement);
  Status Blocks();
  Status Redirects();
  Status Pending();

  const Database& database_;
  const SnapshotPin& pin_;
  CheckLog& log_;
  std::unordered_map<EntityId, EntityType> types_;
  std::unordered_set<DocumentId> documents_;
};

}  // namespace chido
