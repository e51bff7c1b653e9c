#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "graph/model/ids.h"
#include "linker/resolve/mention.h"

namespace chido {

/// Disjoint sets over 0..n-1 with path halving.
class Clusters {
 public:
  explicit Clusters(std::size_t size);
  std::size_t Find(std::size_t item);
  void Join(std::size_t a, std::size_t b);

 private:
  std::vector<std::size_t> parent_;
};

struct Constraints;

/// Clusters under judgements: what was judged the same is joined from the beginning, what was
/// judged different is never joined, also not by way of others.
class JudgedClusters : public Clusters {
 public:
  /// Both must outlive it.
  JudgedClusters(std::span<const Mention> mentions, const Constraints& judged);
  /// False if a judgement keeps the two apart.
  bool TryJoin(std::size_t a, std::size_t b);
  /// In which joins must be tried. Under judgements of difference the order decides, so it is that
  /// of age, a function of the set of mentions.
  std::span<const std::size_t> order() const { return order_; }

 private:
  const Constraints& judged_;
  std::vector<std::size_t> order_;
};

/// Whether `a` is the older mention: by publication date (unknown is newest), document and index.
bool Older(const Mention& a, const Mention& b);

/// Names each cluster after its oldest mention; the entity of every mention in the order given.
std::vector<EntityId> NameClusters(std::string_view type, std::span<const Mention> mentions,
                                   Clusters& clusters);

}  // namespace chido
