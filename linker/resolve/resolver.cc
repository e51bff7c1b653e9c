#include "linker/resolve/resolver.h"

#include <map>
#include <set>

#include "linker/resolve/contribution.h"
#include "linker/resolve/gazetteer.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/partition.h"
#include "linker/resolve/plan.h"

namespace chido {
namespace {

/// A stored document with where its mentions went.
struct Told {
  Article article;
  Reading reading;
  Assignment assignment;

  Contribution Says() const { return Contribute(article, reading, assignment); }
};

Result<Assignment> LoadAssignment(const Snapshot& snapshot, DocumentId document) {
  CHIDO_ASSIGN(const std::vector<BlockRow> rows, snapshot.ScanBlock(AssignmentBlock(document)));
  if (rows.empty()) {
    return Fail(Code::kCorruption, "document " + ToString(document) +
                                       " has no assignment; run `chido reread --all` on the store");
  }
  return AssignmentFromBytes(rows.front().bytes);
}

Result<Told> Load(const Snapshot& snapshot, DocumentId document) {
  Told told;
  CHIDO_ASSIGN(std::optional<Article> article, snapshot.GetArticle(document));
  CHIDO_ASSIGN(const std::optional<StoredReading> reading, snapshot.GetReading(document));
  if (!article || !reading) {
    return Fail(Code::kNotFound, "document " + ToString(document) + " is not stored");
  }
  told.article = std::move(*article);
  CHIDO_ASSIGN(told.reading, DecodeReading(reading->bytes));
  CHIDO_ASSIGN(told.assignment, LoadAssignment(snapshot, document));
  return told;
}

std::vector<EntityId>& ListOf(Assignment& assignment, std::string_view block) {
  if (block.starts_with("official/")) return assignment.officials;
  return block.starts_with("meeting/") ? assignment.meetings : assignment.directives;
}

/// The part of an assignment that needs no block.
Assignment StartAssignment(const Reading& reading, const Lexicon& lexicon) {
  Assignment assignment;
  for (const BodyItem& body : reading.bodies) {
    assignment.bodies.push_back(BodyEntityId(body, reading.document, lexicon));
  }
  for (const PlaceItem& place : reading.places) {
    assignment.places.push_back(PlaceEntityId(place.uid));
  }
  assignment.officials.resize(reading.officials.size());
  assignment.meetings.resize(reading.meetings.size());
  assignment.directives.resize(reading.directives.size());
  return assignment;
}

}  // namespace

struct Resolver::Parts {
  Parts(Store& s, const Lexicon& l) : store(s), lexicon(l), gazetteer(l), known(l) {}

  std::vector<EntityId> Partition(std::string_view block, std::span<const Mention> mentions) const;
  Status Solve(const Snapshot& before, std::optional<Told> old, std::optional<Told> now);

  Store& store;
  const Lexicon& lexicon;
  Gazetteer gazetteer;
  KnownDates known;
};

namespace {

/// One step of solving: the blocks that a document touches, solved again, and whom that moved.
class Step {
 public:
  using Partition =
      std::function<std::vector<EntityId>(std::string_view, std::span<const Mention>)>;
  Step(const Snapshot& before, DocumentId document, Change& change)
      : before_(before), document_(document), change_(change) {}

  /// Solves `block` with the document's old rows gone and `mentions` added; fills `assignment`.
  Status Solve(const std::string& block, std::vector<Mention> mentions, const Partition& partition,
               Assignment& assignment);
  /// Other documents with mentions that moved, and their new assignments.
  const std::map<DocumentId, std::pair<Assignment, Assignment>>& others() const { return others_; }
  const std::map<EntityId, EntityId>& moved() const { return moved_; }

 private:
  Status Move(const std::string& block, const Mention& mention, EntityId to);

  const Snapshot& before_;
  DocumentId document_;
  Change& change_;
  std::map<DocumentId, std::pair<Assignment, Assignment>> others_;
  std::map<EntityId, EntityId> moved_;
};

Status Step::Move(const std::string& block, const Mention& mention, EntityId to) {
  auto found = others_.find(mention.document);
  if (found == others_.end()) {
    CHIDO_ASSIGN(const Assignment stored, LoadAssignment(before_, mention.document));
    found = others_.emplace(mention.document, std::pair(stored, stored)).first;
  }
  ListOf(found->second.second, block).at(mention.index) = to;
  return {};
}

Status Step::Solve(const std::string& block, std::vector<Mention> mentions,
                   const Partition& partition, Assignment& assignment) {
  CHIDO_ASSIGN(const std::vector<BlockRow> rows, before_.ScanBlock(block));
  std::vector<Mention> all;
  std::map<std::uint32_t, EntityId> was;  // of the document's own mentions
  for (const BlockRow& row : rows) {
    CHIDO_ASSIGN(Mention mention, FromBlockRow(row));
    if (mention.document == document_) {
      was.emplace(mention.index, mention.entity);
      change_.delete_block_rows.push_back(row);
    } else {
      all.push_back(std::move(mention));
    }
  }
  const std::size_t others = all.size();
  for (Mention& mention : mentions) all.push_back(std::move(mention));
  const std::vector<EntityId> entities = partition(block, all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    Mention& mention = all[i];
    const bool own = i >= others;
    if (own) {
      ListOf(assignment, block).at(mention.index) = entities[i];
      const auto old = was.find(mention.index);
      if (old != was.end()) mention.entity = old->second;
    } else if (mention.entity != entities[i]) {
      CHIDO_TRY(Move(block, mention, entities[i]));
    }
    if (mention.entity && mention.entity != entities[i]) {
      moved_.insert_or_assign(mention.entity, entities[i]);
    }
    if (own || mention.entity != entities[i]) {
      mention.entity = entities[i];
      change_.put_block_rows.push_back(ToBlockRow({block, mention}));
    }
  }
  return {};
}

}  // namespace

std::vector<EntityId> Resolver::Parts::Partition(std::string_view block,
                                                 std::span<const Mention> mentions) const {
  if (block.starts_with("official/")) return PartitionOfficials(mentions);
  if (block.starts_with("meeting/")) return PartitionMeetings(mentions);
  return PartitionDirectives(mentions, known);
}

Status Resolver::Parts::Solve(const Snapshot& before, std::optional<Told> old,
                              std::optional<Told> now) {
  const DocumentId document = now ? now->article.id : old->article.id;
  std::map<std::string, std::vector<Mention>> blocks;
  if (old) {
    for (BlockedMention& mention : MentionsOf(old->reading, lexicon)) blocks[mention.block];
  }
  if (now) {
    now->assignment = StartAssignment(now->reading, lexicon);
    for (BlockedMention& mention : MentionsOf(now->reading, lexicon)) {
      blocks[mention.block].push_back(std::move(mention.mention));
    }
  }
  Change change;
  Step step(before, document, change);
  const auto partition = [this](std::string_view block, std::span<const Mention> mentions) {
    return Partition(block, mentions);
  };
  Assignment none;
  for (auto& [block, mentions] : blocks) {
    CHIDO_TRY(step.Solve(block, std::move(mentions), partition, now ? now->assignment : none));
  }
  Plan plan(before, gazetteer);
  plan.Replace(document, old ? old->Says() : Contribution{}, now ? now->Says() : Contribution{});
  for (const auto& [other, assignments] : step.others()) {
    CHIDO_ASSIGN(Told told, Load(before, other));
    const Contribution said = told.Says();
    told.assignment = assignments.second;
    plan.Replace(other, said, told.Says());
    change.put_block_rows.push_back(ToBlockRow(other, assignments.second));
  }
  const auto contribution_of = [&before](DocumentId other) -> Result<Contribution> {
    CHIDO_ASSIGN(const Told told, Load(before, other));
    return told.Says();
  };
  CHIDO_TRY(plan.Finish(step.moved(), contribution_of, change));
  if (now) {
    change.put_block_rows.push_back(ToBlockRow(document, now->assignment));
    change.put_readings.push_back({document, kReaderVersion, EncodeReading(now->reading)});
    change.put_articles.push_back(std::move(now->article));
  } else {
    change.delete_documents.push_back(document);
    change.delete_block_rows.push_back({AssignmentBlock(document), document, 0, ""});
  }
  return store.Apply(change);
}

Resolver::Resolver(Store& store, const Lexicon& lexicon)
    : parts_(std::make_unique<Parts>(store, lexicon)) {}
Resolver::~Resolver() = default;

Status Resolver::Add(const Article& article, const Reading& reading) {
  const std::unique_ptr<Snapshot> before = parts_->store.Read();
  std::optional<Told> old;
  CHIDO_ASSIGN(const bool known, before->HasArticle(article.id));
  if (known) {
    CHIDO_ASSIGN(old, Load(*before, article.id));
  }
  return parts_->Solve(*before, std::move(old), Told{article, reading, {}});
}

Status Resolver::Remove(DocumentId document) {
  const std::unique_ptr<Snapshot> before = parts_->store.Read();
  CHIDO_ASSIGN(Told old, Load(*before, document));
  return parts_->Solve(*before, std::move(old), std::nullopt);
}

}  // namespace chido
