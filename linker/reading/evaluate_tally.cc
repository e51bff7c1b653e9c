#include "linker/reading/evaluate_tally.h"

#include <algorithm>

namespace chido {
namespace {

std::vector<GoldFact> Unique(const std::vector<GoldFact>& gold) {
  std::vector<GoldFact> unique;
  std::map<std::string, std::size_t> at;
  for (const GoldFact& fact : gold) {
    const auto [known, added] = at.emplace(fact.first, unique.size());
    if (added) {
      unique.push_back(fact);
    } else {
      unique[known->second].second = fact.second;
    }
  }
  return unique;
}

}  // namespace

void Tally::Add(const std::string& article, const std::vector<GoldFact>& gold,
                const std::vector<std::string>& system, const std::set<std::string>& neutral) {
  const std::vector<GoldFact> all = Unique(gold);
  std::vector<bool> left(all.size(), true);
  std::set<std::string> seen;
  for (const std::string& key : system) {
    if (!seen.insert(key).second) continue;
    bool known = neutral.contains(key);
    bool hit = false;
    for (std::size_t i = 0; i < all.size() && !hit; ++i) {
      if (!all[i].second.contains(key)) continue;
      known = true;
      hit = left[i];
      if (hit) left[i] = false;
    }
    if (hit) ++row_.hits;
    if (hit || !known) ++row_.system;
    if (!hit && !known) errors_.push_back({row_.kind, article, false, key});
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (left[i]) errors_.push_back({row_.kind, article, true, all[i].first});
  }
  row_.gold += static_cast<std::uint32_t>(all.size());
}

std::optional<double> EvaluationRow::precision() const {
  if (system == 0) return std::nullopt;
  return static_cast<double>(hits) / system;
}

std::optional<double> EvaluationRow::recall() const {
  if (gold == 0) return std::nullopt;
  return static_cast<double>(hits) / gold;
}

std::optional<double> EvaluationRow::f1() const {
  if (gold == 0 && system == 0) return std::nullopt;
  if (hits == 0) return 0.0;
  return 2.0 * hits / (static_cast<double>(gold) + system);
}

}  // namespace chido
