#include "graph/algo/cochair.h"

#include <algorithm>
#include <map>

namespace chido {

Result<CoChairAnswer> CoChairsOf(const Snapshot& snapshot, EntityId official,
                                 const EdgeFilter& filter, const Budget& budget) {
  EdgeFilter chairs = filter;
  chairs.predicates &= EdgeFilter::Bit(Predicate::kChaired);
  const StoreGraph graph(snapshot, chairs, StoreGraph::Walk::kForward, budget);
  std::map<EntityId, CoChair> partners;
  // Bound to a name: the loop would not keep the steps alive.
  const StoreGraph::Steps chaired = graph.Out(official);
  for (const Step& step : *chaired) {
    CHIDO_ASSIGN(const std::optional<Entity> meeting, snapshot.GetEntity(step.to));
    if (!meeting) continue;
    const StoreGraph::Steps chairs_of = graph.In(step.to);
    for (const Step& back : *chairs_of) {
      const EntityId other = back.from;
      if (other == official) continue;
      const auto [at, fresh] = partners.try_emplace(other);
      if (fresh) {
        CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(other));
        if (entity) at->second.official = std::move(*entity);
      }
      std::vector<Entity>& meetings = at->second.meetings;
      // Several manners of chairing one meeting are one meeting.
      if (std::ranges::none_of(meetings, [&](const Entity& m) { return m.id == meeting->id; })) {
        meetings.push_back(*meeting);
      }
    }
  }
  CHIDO_TRY(graph.status());
  CoChairAnswer answer;
  answer.truncated = graph.truncated();
  for (auto& [id, partner] : partners) {
    std::ranges::sort(partner.meetings, {},
                      [](const Entity& m) { return std::pair(m.Attribute("date"), m.id); });
    answer.partners.push_back(std::move(partner));
  }
  std::ranges::sort(answer.partners, [](const CoChair& a, const CoChair& b) {
    if (a.meetings.size() != b.meetings.size()) return a.meetings.size() > b.meetings.size();
    return std::pair(a.official.label, a.official.id) < std::pair(b.official.label, b.official.id);
  });
  return answer;
}

}  // namespace chido
