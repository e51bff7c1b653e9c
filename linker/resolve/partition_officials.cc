#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "linker/resolve/clusters.h"
#include "linker/resolve/partition.h"

namespace chido {
namespace {

/// What is known of the clusters of one name while weak mentions look for their place.
struct SameName {
  std::size_t first = 0;  ///< a member of the only strong cluster
  bool any = false;       ///< there is a strong cluster
  bool several = false;   ///< there is more than one
};

void JoinBySharedKeys(std::span<const Mention> mentions, JudgedClusters& clusters) {
  // Several for one key only where a judgement keeps them apart.
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> seen;
  for (const std::size_t i : clusters.order()) {
    for (const std::string& key : mentions[i].keys) {
      std::vector<std::size_t>& others = seen[{mentions[i].identity, key}];
      const bool joined = std::ranges::any_of(
          others, [&](std::size_t other) { return clusters.TryJoin(i, other); });
      if (!joined) others.push_back(i);
    }
  }
}

/// A bare name says nothing against the one person of that name that others told of.
void JoinWeak(std::span<const Mention> mentions, JudgedClusters& clusters) {
  std::map<std::string_view, SameName> names;
  for (const std::size_t i : clusters.order()) {
    if (mentions[i].keys.empty()) continue;
    SameName& name = names[mentions[i].identity];
    name.several = name.several || (name.any && clusters.Find(name.first) != clusters.Find(i));
    if (!name.any) name = {i, true, false};
  }
  for (const std::size_t i : clusters.order()) {
    if (!mentions[i].keys.empty()) continue;
    const auto found = names.find(mentions[i].identity);
    if (found != names.end() && !found->second.several) clusters.TryJoin(i, found->second.first);
  }
}

}  // namespace

std::vector<EntityId> PartitionOfficials(std::span<const Mention> mentions,
                                         const Constraints& judged) {
  JudgedClusters clusters(mentions, judged);
  JoinBySharedKeys(mentions, clusters);
  JoinWeak(mentions, clusters);
  return NameClusters("official", mentions, clusters);
}

}  // namespace chido
