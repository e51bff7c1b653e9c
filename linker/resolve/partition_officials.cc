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

void JoinBySharedKeys(std::span<const Mention> mentions, Clusters& clusters) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    for (const std::string& key : mentions[i].keys) {
      const auto [at, inserted] = seen.try_emplace({mentions[i].identity, key}, i);
      if (!inserted) clusters.Join(i, at->second);
    }
  }
}

/// A bare name says nothing against the one person of that name that others told of.
void JoinWeak(std::span<const Mention> mentions, Clusters& clusters) {
  std::map<std::string_view, SameName> names;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].keys.empty()) continue;
    SameName& name = names[mentions[i].identity];
    name.several = name.several || (name.any && clusters.Find(name.first) != clusters.Find(i));
    if (!name.any) name = {i, true, false};
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!mentions[i].keys.empty()) continue;
    const auto found = names.find(mentions[i].identity);
    if (found != names.end() && !found->second.several) clusters.Join(i, found->second.first);
  }
}

}  // namespace

std::vector<EntityId> PartitionOfficials(std::span<const Mention> mentions) {
  Clusters clusters(mentions.size());
  JoinBySharedKeys(mentions, clusters);
  JoinWeak(mentions, clusters);
  return NameClusters("official", mentions, clusters);
}

}  // namespace chido
