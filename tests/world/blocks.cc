#include "tests/world/blocks.h"

namespace chido::world {
Blocks::Blocks() : lexicon_(Lexicon::BuiltIn()), partitioner_(lexicon_) {}

void Blocks::Add(const Reading& reading) {
  assignments_.emplace(reading.document, StartAssignment(reading, lexicon_));
  for (BlockedMention& blocked : MentionsOf(reading, lexicon_)) {
    blocks_[blocked.block].push_back(std::move(blocked.mention));
  }
}

void Blocks::Solve() {
  pending_.clear();
  for (const auto& [block, mentions] : blocks_) {
    const SolvedBlock solved = partitioner_.Solve(block, mentions);
    const std::vector<EntityId>& entities = solved.entities;
    pending_.insert(pending_.end(), solved.pending.begin(), solved.pending.end());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      ListOf(assignments_.at(mentions[i].document), block).at(mentions[i].index) = entities[i];
    }
  }
}

void Blocks::PutRows(const Reading& reading, Change& change) const {
  Assignment assignment = Of(reading.document);
  for (BlockedMention& blocked : MentionsOf(reading, lexicon_)) {
    blocked.mention.entity = ListOf(assignment, blocked.block).at(blocked.mention.index);
    change.put_block_rows.push_back(ToBlockRow(blocked));
  }
  change.put_block_rows.push_back(ToBlockRow(reading.document, assignment));
}

}  // namespace chido::world
