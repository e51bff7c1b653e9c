#include "linker/resolve/resolver.h"

#include <map>
#include <set>

#include "linker/resolve/contribution.h"
#include "linker/resolve/gazetteer.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/link_rules.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/partitioner.h"
#include "linker/resolve/plan.h"

namespace chido {
namespace {

/// A stored document with where its mentions went.
struct Told {
  Article article;
  Reading reading;
  Assignment assignment;

  Contribution Says(const Lexicon& lexicon) const {
    return Contribute(article, reading, assignment, lexicon);
  }
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

}  // namespace

struct Resolver::Parts {
  Parts(Store& s, const Lexicon& l) : store(s), lexicon(l), gazetteer(l), partitioner(l) {}

  /// Solves the blocks that the document or `touched` names, under `judgements`.
  Status Solve(const Snapshot& before, std::optional<Told> old, std::optional<Told> now,
               const Judgements& judgements, const std::set<std::string>& touched, Change change);
  /// Solves the blocks of a judgement that comes or goes; `key` is its key.
  Status Judge(const Snapshot& before, const Judgements& old, const Judgements& now,
               const Judgement& judgement, Change change);

  Store& store;
  const Lexicon& lexicon;
  Gazetteer gazetteer;
  Partitioner partitioner;
};

namespace {

/// One step of solving: the blocks that a document or judgement touches, solved again, and whom
/// that moved.
class Step {
 public:
  using Blocks = std::map<std::string, std::vector<Mention>>;
  Step(const Snapshot& before, DocumentId document, const Judgements& judgements, Change& change)
      : before_(before), document_(document), judgements_(judgements), change_(change) {}

  /// Solves a group of blocks as one with the document's old rows gone and its mentions of `own`
  /// added; fills `assignment`.
  Status Solve(const std::set<std::string>& group, const Blocks& own,
               const Partitioner& partitioner, Assignment& assignment);
  /// Other documents with mentions that moved, and their new assignments.
  const std::map<DocumentId, std::pair<Assignment, Assignment>>& others() const { return others_; }
  const std::map<EntityId, EntityId>& moved() const { return moved_; }

 private:
  /// The mentions of a group, its blocks beside them, and what the document's own were before.
  struct Group {
    std::vector<Mention> mentions;
    std::vector<std::string> blocks;
    std::map<std::pair<std::string, std::uint32_t>, EntityId> was;

    bool IsOwn(std::size_t i, DocumentId document) const {
      return mentions[i].document == document;
    }
  };

  Result<Group> Gather(const std::set<std::string>& blocks, const Blocks& own);
  Status Move(const std::string& block, const Mention& mention, EntityId to);
  /// Puts what is open of a group now, and takes back what was before.
  Status PutPending(const Group& group, const std::vector<PendingCitation>& pending);

  const Snapshot& before_;
  DocumentId document_;
  const Judgements& judgements_;
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

Result<Step::Group> Step::Gather(const std::set<std::string>& blocks, const Blocks& own) {
  Group group;
  const auto add = [&group](const std::string& block, Mention mention) {
    group.mentions.push_back(std::move(mention));
    group.blocks.push_back(block);
  };
  for (const std::string& block : blocks) {
    CHIDO_ASSIGN(const std::vector<BlockRow> rows, before_.ScanBlock(block));
    for (const BlockRow& row : rows) {
      CHIDO_ASSIGN(Mention mention, FromBlockRow(row));
      if (mention.document == document_) {
        group.was.emplace(std::pair(block, mention.index), mention.entity);
        change_.delete_block_rows.push_back(row);
      } else {
        add(block, std::move(mention));
      }
    }
    const auto found = own.find(block);
    if (found == own.end()) continue;
    for (const Mention& mention : found->second) add(block, mention);
  }
  return group;
}

Status Step::PutPending(const Group& group, const std::vector<PendingCitation>& pending) {
  std::set<EntityId> before;
  for (const Mention& mention : group.mentions) before.insert(mention.entity);
  for (const auto& [mention, entity] : group.was) before.insert(entity);
  for (const PendingCitation& open : pending) {
    before.erase(open.directive);
    change_.put_pending.push_back(open);
  }
  for (const EntityId id : before) {
    CHIDO_ASSIGN(const std::optional<PendingCitation> was, before_.PendingOf(id));
    if (was) change_.delete_pending.push_back(id);
  }
  return {};
}

Status Step::Solve(const std::set<std::string>& blocks, const Blocks& own_mentions,
                   const Partitioner& partitioner, Assignment& assignment) {
  CHIDO_ASSIGN(Group group, Gather(blocks, own_mentions));
  const SolvedBlock solved = partitioner.Solve(*blocks.begin(), group.mentions,
                                               judgements_.Of(group.mentions, group.blocks));
  const std::vector<EntityId>& entities = solved.entities;
  CHIDO_TRY(PutPending(group, solved.pending));
  for (std::size_t i = 0; i < group.mentions.size(); ++i) {
    Mention& mention = group.mentions[i];
    const std::string& block = group.blocks[i];
    const bool own = group.IsOwn(i, document_);
    if (own) {
      ListOf(assignment, block).at(mention.index) = entities[i];
      const auto old = group.was.find({block, mention.index});
      if (old != group.was.end()) mention.entity = old->second;
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

Status Resolver::Parts::Solve(const Snapshot& before, std::optional<Told> old,
                              std::optional<Told> now, const Judgements& judgements,
                              const std::set<std::string>& touched, Change change) {
  CHIDO_TRY(AdmitLinkRules(before, store.folder().string(), change));
  const DocumentId document = now ? now->article.id : old ? old->article.id : DocumentId{};
  Step::Blocks blocks;
  for (const std::string& block : touched) blocks[block];
  if (old) {
    for (BlockedMention& mention : MentionsOf(old->reading, lexicon)) blocks[mention.block];
  }
  if (now) {
    now->assignment = StartAssignment(now->reading, lexicon);
    for (BlockedMention& mention : MentionsOf(now->reading, lexicon)) {
      blocks[mention.block].push_back(std::move(mention.mention));
    }
  }
  Step step(before, document, judgements, change);
  Assignment none;
  std::set<std::string> solved;
  for (const auto& [block, mentions] : blocks) {
    if (solved.contains(block)) continue;
    const std::set<std::string> group = judgements.GroupOf(block);
    solved.insert(group.begin(), group.end());
    CHIDO_TRY(step.Solve(group, blocks, partitioner, now ? now->assignment : none));
  }
  Plan plan(before, gazetteer);
  if (old || now) {
    plan.Replace(document, old ? old->Says(lexicon) : Contribution{},
                 now ? now->Says(lexicon) : Contribution{});
  }
  for (const auto& [other, assignments] : step.others()) {
    CHIDO_ASSIGN(Told told, Load(before, other));
    const Contribution said = told.Says(lexicon);
    told.assignment = assignments.second;
    plan.Replace(other, said, told.Says(lexicon));
    change.put_block_rows.push_back(ToBlockRow(other, assignments.second));
  }
  const auto contribution_of = [&](DocumentId other) -> Result<Contribution> {
    CHIDO_ASSIGN(const Told told, Load(before, other));
    return told.Says(lexicon);
  };
  CHIDO_TRY(plan.Finish(step.moved(), contribution_of, change));
  if (now) {
    change.put_block_rows.push_back(ToBlockRow(document, now->assignment));
    change.put_readings.push_back({document, kReaderVersion, EncodeReading(now->reading)});
    change.put_articles.push_back(std::move(now->article));
  } else if (old) {
    change.delete_documents.push_back(document);
    change.delete_block_rows.push_back({AssignmentBlock(document), document, 0, ""});
  }
  return store.Apply(change);
}

Status Resolver::Parts::Judge(const Snapshot& before, const Judgements& old, const Judgements& now,
                              const Judgement& judgement, Change change) {
  std::set<std::string> touched;
  for (const Judgements* judgements : {&old, &now}) {
    for (const JudgedMention* mention : {&judgement.a, &judgement.b}) {
      touched.merge(judgements->GroupOf(mention->block));
    }
  }
  return Solve(before, std::nullopt, std::nullopt, now, touched, std::move(change));
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
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*before));
  return parts_->Solve(*before, std::move(old), Told{article, reading, {}}, judgements, {}, {});
}

Status Resolver::Remove(DocumentId document) {
  const std::unique_ptr<Snapshot> before = parts_->store.Read();
  CHIDO_ASSIGN(Told old, Load(*before, document));
  CHIDO_ASSIGN(const Judgements judgements, Judgements::Load(*before));
  return parts_->Solve(*before, std::move(old), std::nullopt, judgements, {}, {});
}

Status Resolver::Judge(const Judgement& judgement) {
  const std::unique_ptr<Snapshot> before = parts_->store.Read();
  CHIDO_ASSIGN(const Judgements old, Judgements::Load(*before));
  CHIDO_TRY(old.Admit(judgement));
  Judgements now = old;
  now.Put(judgement);
  Change change;
  change.put_judgements.push_back(ToRow(judgement));
  return parts_->Judge(*before, old, now, judgement, std::move(change));
}

Status Resolver::Retract(const std::string& key) {
  const std::unique_ptr<Snapshot> before = parts_->store.Read();
  CHIDO_ASSIGN(const Judgements old, Judgements::Load(*before));
  const auto found = old.all().find(key);
  if (found == old.all().end()) {
    return Fail(Code::kNotFound,
                "there is no judgement '" + key + "'; `chido judgements` lists them");
  }
  Judgements now = old;
  now.Erase(key);
  Change change;
  change.delete_judgements.push_back(key);
  return parts_->Judge(*before, old, now, found->second, std::move(change));
}

}  // namespace chido
