#include "linker/resolve/clusters.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "linker/resolve/judgement.h"

namespace chido {

Clusters::Clusters(std::size_t size) : parent_(size) {
  std::iota(parent_.begin(), parent_.end(), std::size_t{0});
}

std::size_t Clusters::Find(std::size_t item) {
  while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
  return item;
}

void Clusters::Join(std::size_t a, std::size_t b) { parent_[Find(a)] = Find(b); }

JudgedClusters::JudgedClusters(std::span<const Mention> mentions, const Constraints& judged)
    : Clusters(mentions.size()), judged_(judged), order_(mentions.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  for (const auto& [a, b] : judged.same) Join(a, b);
  if (judged.different.empty()) return;
  std::ranges::sort(order_, [&mentions](std::size_t a, std::size_t b) {
    return Older(mentions[a], mentions[b]);
  });
}

bool JudgedClusters::TryJoin(std::size_t a, std::size_t b) {
  const std::size_t home_a = Find(a);
  const std::size_t home_b = Find(b);
  if (home_a == home_b) return true;
  for (const auto& [one, other] : judged_.different) {
    const std::size_t home_one = Find(one);
    const std::size_t home_other = Find(other);
    if ((home_one == home_a && home_other == home_b) ||
        (home_one == home_b && home_other == home_a)) {
      return false;
    }
  }
  Join(a, b);
  return true;
}

bool Older(const Mention& a, const Mention& b) {
  if (a.published != b.published) {
    if (a.published.empty() || b.published.empty()) return b.published.empty();
    return a.published < b.published;
  }
  if (a.document != b.document) return a.document < b.document;
  return a.index < b.index;
}

std::vector<EntityId> NameClusters(std::string_view type, std::span<const Mention> mentions,
                                   Clusters& clusters) {
  std::unordered_map<std::size_t, std::size_t> oldest;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto [at, inserted] = oldest.try_emplace(clusters.Find(i), i);
    if (!inserted && Older(mentions[i], mentions[at->second])) at->second = i;
  }
  std::vector<EntityId> entities;
  entities.reserve(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    entities.push_back(AnchoredEntityId(type, mentions[oldest.at(clusters.Find(i))]));
  }
  return entities;
}

}  // namespace chido
