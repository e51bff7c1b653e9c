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

/// The entity, if it is of a type that people judge.
Result<Entity> Judgeable(const Snapshot& snapshot, EntityId id) {
  CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(id));
  if (!entity) return Fail(Code::kNotFound, "there is no entity " + ToString(id));
  if (entity->type != EntityType::kOfficial && entity->type != EntityType::kMeeting) {
    return Fail(Code::kInvalidArgument,
                "'" + entity->label +
                    "' is no official or meeting: of bodies, places and directives the name, the "
                    "number and the date decide, so they are not judged");
  }
  return std::move(*entity);
}

JudgedMention Named(const BlockedMention& found, const Entity& entity) {
  return {found.block, found.mention.document, JudgedName(found.mention), entity.label};
}

}  // namespace

Result<JudgedMention> JudgedMentionOf(const Snapshot& snapshot, EntityId id,
                                      const Lexicon& lexicon) {
  CHIDO_ASSIGN(const Entity entity, Judgeable(snapshot, id));
  std::optional<BlockedMention> best;
  const std::unique_ptr<EdgeCursor> cursor = snapshot.NewEdgeCursor();
  cursor->Seek(id, Direction::kIn, Predicate::kMentions);
  for (EdgeRow row; cursor->Next(row);) {
    CHIDO_ASSIGN(std::optional<Found> found,
                 MentionIn(snapshot, DocumentId{row.other.value}, entity, lexicon));
    if (!found) continue;
    const bool better = !best || Older(found->blocked.mention, best->mention);
    if (better || found->oldest) best = std::move(found->blocked);
    if (found->oldest) break;
  }
  CHIDO_TRY(cursor->status());
  if (!best) return Fail(Code::kNotFound, "no document tells of '" + entity.label + "'");
  return Named(*best, entity);
}

Result<JudgedMention> JudgedMentionIn(const Snapshot& snapshot, EntityId id, DocumentId document,
                                      const Lexicon& lexicon) {
  CHIDO_ASSIGN(const Entity entity, Judgeable(snapshot, id));
  CHIDO_ASSIGN(const std::optional<Found> found, MentionIn(snapshot, document, entity, lexicon));
  if (!found) {
    return Fail(Code::kNotFound, "document " + ToString(document) + " does not tell of '" +
                                     entity.label + "' (" + ToString(id) + ")");
  }
  return Named(found->blocked, entity);
}

namespace {

Result<std::optional<Mention>> StoredMention(const Snapshot& snapshot,
                                             const JudgedMention& judged) {
  CHIDO_ASSIGN(const std::vector<BlockRow> rows, snapshot.ScanBlock(judged.block));
  for (const BlockRow& row : rows) {
    if (row.document != judged.document) continue;
    CHIDO_ASSIGN(Mention mention, FromBlockRow(row));
    if (JudgedName(mention) == judged.name) return mention;
  }
  return std::nullopt;
}

}  // namespace

Result<std::optional<EntityId>> EntityOf(const Snapshot& snapshot, const JudgedMention& judged) {
  CHIDO_ASSIGN(const std::optional<Mention> mention, StoredMention(snapshot, judged));
  return mention ? std::optional(mention->entity) : std::nullopt;
}

Result<std::optional<EntityId>> AnchorOf(const Snapshot& snapshot, const JudgedMention& judged) {
  CHIDO_ASSIGN(const std::optional<Mention> mention, StoredMention(snapshot, judged));
  if (!mention) return std::nullopt;
  return AnchoredEntityId(judged.block.substr(0, judged.block.find('/')), *mention);
}

}  // namespace chido
