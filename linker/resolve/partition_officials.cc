#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "linker/resolve/clusters.h"
#include "linker/resolve/partition.h"

namespace chido {
namespace {

/// How many times as many mentions as all other people of its name together one must have, for bare
/// names to be taken for it.
constexpr std::size_t kDominance = 8;

/// The province of the article and that of a post are compared with each other.
std::string MeetingPointOf(const std::string& key) {
  return key.starts_with("w:") ? "p:" + key.substr(2) : key;
}

/// Whether a mention says nothing of who it is but where it was told.
bool IsWeak(const Mention& mention) {
  return std::ranges::all_of(mention.keys,
                             [](const std::string& key) { return key.starts_with("w:"); });
}

void JoinBySharedKeys(std::span<const Mention> mentions, JudgedClusters& clusters) {
  // Several for one key only where a judgement keeps them apart.
  std::map<std::pair<std::string_view, std::string>, std::vector<std::size_t>> seen;
  for (const std::size_t i : clusters.order()) {
    for (const std::string& key : mentions[i].keys) {
      std::vector<std::size_t>& others = seen[{mentions[i].identity, MeetingPointOf(key)}];
      const bool joined = std::ranges::any_of(
          others, [&](std::size_t other) { return clusters.TryJoin(i, other); });
      if (!joined) others.push_back(i);
    }
  }
}

/// The mentions that say who they are, by name and cluster.
using Strong = std::map<std::string_view, std::map<std::size_t, std::size_t>>;

/// A member of the one cluster that a bare name stands for; none if several may be meant.
std::optional<std::size_t> DominantOf(const std::map<std::size_t, std::size_t>& sizes) {
  std::size_t all = 0;
  for (const auto& [cluster, size] : sizes) all += size;
  for (const auto& [cluster, size] : sizes) {
    if (size == all || size >= kDominance * (all - size)) return cluster;
  }
  return std::nullopt;
}

/// A bare name says nothing against the one person of that name whom others told of.
void JoinWeak(std::span<const Mention> mentions, JudgedClusters& clusters) {
  Strong strong;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!IsWeak(mentions[i])) ++strong[mentions[i].identity][clusters.Find(i)];
  }
  std::map<std::string_view, std::optional<std::size_t>> dominant;
  for (const auto& [name, sizes] : strong) dominant.emplace(name, DominantOf(sizes));
  for (const std::size_t i : clusters.order()) {
    const std::string_view name = mentions[i].identity;
    if (!IsWeak(mentions[i]) || strong[name].contains(clusters.Find(i))) continue;
    const auto found = dominant.find(name);
    if (found != dominant.end() && found->second) clusters.TryJoin(i, *found->second);
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
