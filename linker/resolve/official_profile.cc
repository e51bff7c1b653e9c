#include "linker/resolve/official_profile.h"

#include <algorithm>
#include <tuple>

#include "linker/resolve/model.h"

namespace chido {
namespace {

constexpr double kDaysOfYear = 365.25;

auto PlaceOf(const OfficialFact& fact) { return std::tie(fact.kind, fact.key, fact.of); }

std::vector<OfficialFact> Joined(const std::vector<OfficialFact>& a,
                                 const std::vector<OfficialFact>& b) {
  std::vector<OfficialFact> all;
  all.reserve(a.size() + b.size());
  std::ranges::merge(a, b, std::back_inserter(all), {}, PlaceOf, PlaceOf);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept > 0 && PlaceOf(all[kept - 1]) == PlaceOf(all[i])) {
      all[kept - 1].days.Add(all[i].days);
    } else {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
  return all;
}

}  // namespace

void DaySpan::Add(const DaySpan& other) {
  first = std::min(first, other.first);
  last = std::max(last, other.last);
}

double DaySpan::YearsTo(const DaySpan& other) const {
  if (!known() || !other.known()) return -1;
  const std::int32_t days = std::max(other.first - last, first - other.last);
  return std::max(days, 0) / kDaysOfYear;
}

void OfficialProfile::Join(const OfficialProfile& other) {
  for (std::size_t i = 0; i < other.names.size(); ++i) {
    const auto at = std::ranges::lower_bound(names, other.names[i]);
    if (at != names.end() && *at == other.names[i]) continue;
    namesakes.insert(namesakes.begin() + (at - names.begin()), other.namesakes[i]);
    names.insert(at, other.names[i]);
  }
  facts = Joined(facts, other.facts);
  std::vector<std::uint64_t> all;
  std::ranges::set_union(peers, other.peers, std::back_inserter(all));
  if (all.size() > model::kMostPeers) all.resize(model::kMostPeers);
  peers = std::move(all);
  mentions += other.mentions;
  oldest = std::min(oldest, other.oldest);
  levels |= other.levels;
  genders |= other.genders;
  leader = leader || other.leader;
  days.Add(other.days);
}

bool OfficialProfile::IsBare() const {
  return !leader && std::ranges::all_of(facts, [](const OfficialFact& fact) {
    return fact.kind == FactKind::kArticle || fact.kind == FactKind::kTitle ||
           fact.kind == FactKind::kKind;
  });
}

std::vector<OfficialFact>::const_iterator OfficialProfile::Begin(FactKind kind) const {
  return std::ranges::lower_bound(facts, kind, {}, &OfficialFact::kind);
}

}  // namespace chido
