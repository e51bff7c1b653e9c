#include "linker/resolve/plan.h"

#include <algorithm>

#include "linker/resolve/join.h"

namespace chido {
namespace {

constexpr std::size_t kPage = 1000;

/// The gazetteer may know it.
bool HasFacts(EntityType type) {
  return type == EntityType::kPlace || type == EntityType::kBody || type == EntityType::kDirective;
}

}  // namespace

Plan::Plan(const Snapshot& before, const Gazetteer& gazetteer)
    : before_(before), gazetteer_(gazetteer) {}

void Plan::Replace(DocumentId document, const Contribution& old, const Contribution& now) {
  for (const auto& [id, record] : old.entities) {
    const auto kept = now.entities.find(id);
    if (kept != now.entities.end() && kept->second == record) continue;
    entities_[id].documents.insert(document);
    entities_[id].loses = true;
  }
  for (const auto& [id, record] : now.entities) {
    const auto was = old.entities.find(id);
    if (was != old.entities.end() && was->second == record) continue;
    entities_[id].documents.insert(document);
    entities_[id].records.push_back(record);
  }
  for (const auto& [id, support] : old.statements) {
    const auto kept = now.statements.find(id);
    if (kept != now.statements.end() && kept->second == support) continue;
    statements_[id].loses.insert(document);
  }
  for (const auto& [id, support] : now.statements) {
    const auto was = old.statements.find(id);
    if (was != old.statements.end() && was->second == support) continue;
    StatementDelta& delta = statements_[id];
    delta.statement = support.statement;
    delta.gains.insert(delta.gains.end(), support.pieces.begin(), support.pieces.end());
  }
}

Result<std::vector<Evidence>> Plan::Remaining(StatementId id,
                                              const std::set<DocumentId>& without) const {
  std::vector<Evidence> left;
  std::string cursor;
  do {
    CHIDO_ASSIGN(Page<Evidence> page, before_.EvidenceOf(id, kPage, cursor));
    for (Evidence& piece : page.items) {
      if (!without.contains(piece.document)) left.push_back(std::move(piece));
    }
    cursor = std::move(page.next);
  } while (!cursor.empty());
  return left;
}

Status Plan::FinishStatement(StatementId id, const StatementDelta& delta, Change& change) {
  CHIDO_ASSIGN(const std::optional<Statement> stored, before_.GetStatement(id));
  Statement statement = stored ? *stored : delta.statement;
  if (!delta.loses.empty()) {
    for (const DocumentId document : delta.loses) change.delete_evidence.emplace_back(id, document);
    CHIDO_ASSIGN(const std::vector<Evidence> left, Remaining(id, delta.loses));
    if (left.empty() && delta.gains.empty()) {
      change.delete_statements.push_back(id);
      return {};
    }
    statement.valid = {};
    statement.valid_inferred = false;
    statement.confidence = 0;
    statement.evidence_count = 0;
    AddEvidence(statement, left);
  }
  AddEvidence(statement, delta.gains);
  change.put_evidence.insert(change.put_evidence.end(), delta.gains.begin(), delta.gains.end());
  change.put_statements.push_back(std::move(statement));
  return {};
}

Result<std::optional<EntityRecord>> Plan::Recount(EntityId id, const EntityDelta& delta,
                                                  const ContributionOf& contribution_of) const {
  std::optional<EntityRecord> record;
  const auto add = [&record](const EntityRecord& other) {
    record = record ? Join(*record, other) : other;
  };
  for (const EntityRecord& gained : delta.records) add(gained);
  const std::unique_ptr<EdgeCursor> cursor = before_.NewEdgeCursor();
  cursor->Seek(id, Direction::kIn, Predicate::kMentions);
  for (EdgeRow row; cursor->Next(row);) {
    const DocumentId document{row.other.value};
    if (delta.documents.contains(document)) continue;
    CHIDO_ASSIGN(const Contribution said, contribution_of(document));
    const auto found = said.entities.find(id);
    if (found != said.entities.end()) add(found->second);
  }
  CHIDO_TRY(cursor->status());
  return record;
}

void Plan::PutEntity(EntityRecord record, Change& change) {
  change.put_entities.push_back(std::move(record));
}

Status Plan::FinishEntity(EntityId id, const EntityDelta& delta,
                          const ContributionOf& contribution_of, Change& change) {
  CHIDO_ASSIGN(std::optional<EntityRecord> record, before_.GetEntityRecord(id));
  const bool existed = record.has_value();
  const EntityType type = existed ? record->entity.type : delta.records.front().entity.type;
  if (delta.loses) {
    CHIDO_ASSIGN(record, Recount(id, delta, contribution_of));
    if (record && HasFacts(type)) {
      const Contribution facts = gazetteer_.FactsOf(record->entity);
      const auto own = facts.entities.find(id);
      if (own != facts.entities.end()) record = Join(*record, own->second);
    }
  } else {
    for (const EntityRecord& gained : delta.records)
      record = record ? Join(*record, gained) : gained;
  }
  if (!record) {
    if (HasFacts(type)) {
      orphans_.push_back(id);
    } else {
      dead_.insert(id);
      change.delete_entities.push_back(id);
    }
    return {};
  }
  if (!existed && HasFacts(type)) born_.push_back(record->entity);
  PutEntity(std::move(*record), change);
  return {};
}

Status Plan::AddFacts(Change& change) {
  std::map<EntityId, std::size_t> at;  // where an entity's record stands in the change
  for (std::size_t i = 0; i < change.put_entities.size(); ++i) {
    at.emplace(change.put_entities[i].entity.id, i);
  }
  while (!born_.empty()) {
    const Entity subject = std::move(born_.back());
    born_.pop_back();
    const Contribution facts = gazetteer_.FactsOf(subject);
    for (const auto& [id, record] : facts.entities) {
      if (const auto found = at.find(id); found != at.end()) {
        EntityRecord& put = change.put_entities[found->second];
        put = Join(put, record);
        continue;
      }
      CHIDO_ASSIGN(const std::optional<EntityRecord> stored, before_.GetEntityRecord(id));
      if (stored) {
        EntityRecord joined = Join(*stored, record);
        if (joined == *stored) continue;
        at.emplace(id, change.put_entities.size());
        PutEntity(std::move(joined), change);
        continue;
      }
      born_.push_back(record.entity);
      at.emplace(id, change.put_entities.size());
      PutEntity(record, change);
    }
    for (const auto& [id, support] : facts.statements) {
      // A document may say the same in this very change.
      StatementDelta& delta = statements_[id];
      delta.statement = support.statement;
      delta.gains.insert(delta.gains.end(), support.pieces.begin(), support.pieces.end());
    }
  }
  return {};
}

Result<bool> Plan::IsLedTo(EntityId id) const {
  const std::unique_ptr<EdgeCursor> cursor = before_.NewEdgeCursor();
  cursor->Seek(id, Direction::kIn);
  bool led = false;
  for (EdgeRow row; !led && cursor->Next(row);) {
    if (dead_.contains(row.other)) continue;
    // The gazetteer's own evidence names no document, and so comes first.
    CHIDO_ASSIGN(const Page<Evidence> page, before_.EvidenceOf(row.statement, 1));
    led = !page.items.empty() && !page.items.front().document;
  }
  CHIDO_TRY(cursor->status());
  return led;
}

Status Plan::DropFacts(Change& change) {
  const std::set<EntityId> untold(orphans_.begin(), orphans_.end());
  // Who leads to an orphan may turn out to be one itself, so what is kept is put at the end.
  std::map<EntityId, EntityRecord> kept;
  while (!orphans_.empty()) {
    const EntityId id = orphans_.back();
    orphans_.pop_back();
    CHIDO_ASSIGN(const std::optional<EntityRecord> record, before_.GetEntityRecord(id));
    if (!record || dead_.contains(id)) continue;
    const Contribution facts = gazetteer_.FactsOf(record->entity);
    CHIDO_ASSIGN(const bool led_to, IsLedTo(id));
    const auto own = facts.entities.find(id);
    if (led_to && own != facts.entities.end()) {
      kept.insert_or_assign(id, own->second);
      continue;
    }
    kept.erase(id);
    dead_.insert(id);
    change.delete_entities.push_back(id);
    for (const auto& [statement, support] : facts.statements) {
      statements_[statement].loses.insert(DocumentId{});
      const EntityId object = support.statement.object;
      const std::unique_ptr<EdgeCursor> told = before_.NewEdgeCursor();
      told->Seek(object, Direction::kIn, Predicate::kMentions);
      EdgeRow row;
      const bool mentioned = told->Next(row);
      CHIDO_TRY(told->status());
      if (!mentioned || untold.contains(object)) orphans_.push_back(object);
    }
  }
  for (const auto& [id, record] : kept) PutEntity(record, change);
  return {};
}

Status Plan::Finish(const std::map<EntityId, EntityId>& moved,
                    const ContributionOf& contribution_of, Change& change) {
  for (const auto& [id, delta] : entities_) {
    CHIDO_TRY(FinishEntity(id, delta, contribution_of, change));
  }
  CHIDO_TRY(AddFacts(change));
  CHIDO_TRY(DropFacts(change));
  for (const auto& [id, delta] : statements_) CHIDO_TRY(FinishStatement(id, delta, change));
  return Redirect(moved, change);
}

Status Plan::Redirect(const std::map<EntityId, EntityId>& moved, Change& change) const {
  std::set<EntityId> gone = dead_;
  for (const auto& [from, to] : moved) {
    if (!dead_.contains(from) || dead_.contains(to)) continue;
    change.put_redirects.emplace_back(from, to);
    gone.erase(from);
  }
  if (gone.empty()) return {};
  CHIDO_ASSIGN(const auto redirects, before_.Redirects());
  const std::map<EntityId, EntityId> next(redirects.begin(), redirects.end());
  for (const auto& [from, to] : redirects) {
    EntityId end = to;
    for (auto at = next.find(end); at != next.end(); at = next.find(end)) end = at->second;
    if (gone.contains(end)) change.delete_redirects.push_back(from);
  }
  return {};
}

}  // namespace chido
