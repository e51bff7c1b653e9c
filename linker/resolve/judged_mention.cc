#include <optional>

#include "linker/reading/reading.h"
#include "linker/resolve/clusters.h"
#include "linker/resolve/judgement.h"

namespace chido {
namespace {

struct Found {
  BlockedMention blocked;
  bool oldest = false;  ///< the entity is named after it
};

const std::vector<EntityId>& ListOf(const Assignment& assignment, EntityType type) {
  return type == EntityType::kOfficial ? assignment.officials : assignment.meetings;
}

/// The mention of `entity` in one document.
Result<std::optional<Found>> MentionIn(const Snapshot& snapshot, DocumentId document,
                                       const Entity& entity, const Lexicon& lexicon) {
  CHIDO_ASSIGN(const std::vector<BlockRow> rows, snapshot.ScanBlock(AssignmentBlock(document)));
  CHIDO_ASSIGN(const std::optional<StoredReading> stored, snapshot.GetReading(document));
  if (rows.empty() || !stored) return std::nullopt;
  CHIDO_ASSIGN(const Assignment assignment, AssignmentFromBytes(rows.front().bytes));
  CHIDO_ASSIGN(const Reading reading, DecodeReading(stored->bytes));
  const bool official = entity.type == EntityType::kOfficial;
  const std::string_view prefix = official ? "official/" : "meeting/";
  for (BlockedMention& blocked : MentionsOf(reading, lexicon)) {
    if (!blocked.block.starts_with(prefix)) continue;
    const auto& list = ListOf(assignment, entity.type);
    if (blocked.mention.index >= list.size()) continue;
    if (list[blocked.mention.index] != entity.id) continue;
    const std::string_view type = official ? "official" : "meeting";
    const bool oldest = AnchoredEntityId(type, blocked.mention) == entity.id;
    return Found{std::move(blocked), oldest};
  }
  return std::nullopt;
}

}  // namespace

Result<JudgedMention> JudgedMentionOf(const Snapshot& snapshot, EntityId id,
                                      const Lexicon& lexicon) {
  CHIDO_ASSIGN(const std::optional<Entity> entity, snapshot.GetEntity(id));
  if (!entity) return Fail(Code::kNotFound, "there is no entity " + ToString(id));
  if (entity->type != EntityType::kOfficial && entity->type != EntityType::kMeeting) {
    return Fail(Code::kInvalidArgument,
                "'" + entity->label +
                    "' is no official or meeting: of bodies, places and directives the name, the "
                    "number and the date decide, so they are not judged");
  }
  std::optional<BlockedMention> best;
  const std::unique_ptr<EdgeCursor> cursor = snapshot.NewEdgeCursor();
  cursor->Seek(id, Direction::kIn, Predicate::kMentions);
  for (EdgeRow row; cursor->Next(row);) {
    CHIDO_ASSIGN(std::optional<Found> found,
                 MentionIn(snapshot, DocumentId{row.other.value}, *entity, lexicon));
    if (!found) continue;
    const bool better = !best || Older(found->blocked.mention, best->mention);
    if (better || found->oldest) best = std::move(found->blocked);
    if (found->oldest) break;
  }
  CHIDO_TRY(cursor->status());
  if (!best) return Fail(Code::kNotFound, "no document tells of '" + entity->label + "'");
  return JudgedMention{best->block, best->mention.document, JudgedName(best->mention),
                       entity->label};
}

}  // namespace chido
