#include "tests/world/blocks.h"

namespace chido::world {
namespace {

std::vector<EntityId>& ListOf(Assignment& assignment, std::string_view block) {
  if (block.starts_with("official/")) return assignment.officials;
  return block.starts_with("meeting/") ? assignment.meetings : assignment.directives;
}

}  // namespace

Blocks::Blocks() : lexicon_(Lexicon::BuiltIn()), known_(lexicon_), officials_(lexicon_) {}

void Blocks::Add(const Reading& reading) {
  Assignment assignment;
  for (const BodyItem& body : reading.bodies) {
    assignment.bodies.push_back(BodyEntityId(body, reading.document, lexicon_));
  }
  for (const PlaceItem& place : reading.places) {
    assignment.places.push_back(PlaceEntityId(place.uid));
  }
  assignment.officials.resize(reading.officials.size());
  assignment.meetings.resize(reading.meetings.size());
  assignment.directives.resize(reading.directives.size());
  assignments_.emplace(reading.document, std::move(assignment));
  for (BlockedMention& blocked : MentionsOf(reading, lexicon_)) {
    blocks_[blocked.block].push_back(std::move(blocked.mention));
  }
}

DirectivePartition Blocks::Partition(std::string_view block,
                                     const std::vector<Mention>& mentions) const {
  if (block.starts_with("official/")) return {PartitionOfficials(mentions, officials_), {}};
  if (block.starts_with("meeting/")) return {PartitionMeetings(mentions), {}};
  return PartitionDirectives(mentions, known_);
}

void Blocks::Solve() {
  pending_.clear();
  for (const auto& [block, mentions] : blocks_) {
    const DirectivePartition solved = Partition(block, mentions);
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
