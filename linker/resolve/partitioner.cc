#include "linker/resolve/partitioner.h"

namespace chido {

SolvedBlock Partitioner::Solve(std::string_view block, std::span<const Mention> mentions,
                               const Constraints& judged) const {
  if (block.starts_with("official/")) return {PartitionOfficials(mentions, officials_, judged), {}};
  if (block.starts_with("meeting/")) return {PartitionMeetings(mentions, judged), {}};
  return PartitionDirectives(mentions, known_);
}

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

std::vector<EntityId>& ListOf(Assignment& assignment, std::string_view block) {
  if (block.starts_with("official/")) return assignment.officials;
  return block.starts_with("meeting/") ? assignment.meetings : assignment.directives;
}

}  // namespace chido
