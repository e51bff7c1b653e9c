#include <algorithm>
#include <string_view>

#include "linker/resolve/clusters.h"
#include "linker/resolve/partition.h"

namespace chido {
namespace {

// A pair is one meeting if people and circumstances agree. The thresholds stand here and nowhere
// else.
constexpr double kTitleAlone = 0.85;  // nearly the same words and the same province
constexpr double kTitleWithOrganiser = 0.45;
constexpr double kTitleWithPeople = 0.35;
constexpr double kTitleWithChair = 0.2;

/// Dice coefficient of two sorted lists of word hashes, in [0, 1].
double TitleLikeness(const Mention& a, const Mention& b) {
  if (a.words.empty() || b.words.empty()) return 0;
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(a.words, b.words, std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) /
         static_cast<double>(a.words.size() + b.words.size());
}

int Shared(const Mention& a, const Mention& b, std::string_view prefix) {
  int count = 0;
  for (const std::string& key : a.keys) {
    count += key.starts_with(prefix) && std::ranges::binary_search(b.keys, key) ? 1 : 0;
  }
  return count;
}

bool SameMeeting(const Mention& a, const Mention& b) {
  if (a.document == b.document || a.date != b.date) return false;
  const double title = TitleLikeness(a, b);
  const bool organiser = Shared(a, b, "o:") > 0;
  const bool around = organiser || Shared(a, b, "l:") > 0 || Shared(a, b, "p:") > 0;
  if (Shared(a, b, "c:") > 0 && around && title >= kTitleWithChair) return true;
  if (organiser && title >= kTitleWithOrganiser) return true;
  if (Shared(a, b, "a:") >= 2 && title >= kTitleWithPeople) return true;
  return around && title >= kTitleAlone;
}

}  // namespace

std::vector<EntityId> PartitionMeetings(std::span<const Mention> mentions,
                                        const Constraints& judged) {
  JudgedClusters clusters(mentions, judged);
  const std::span<const std::size_t> order = clusters.order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      if (SameMeeting(mentions[order[i]], mentions[order[j]])) {
        clusters.TryJoin(order[i], order[j]);
      }
    }
  }
  return NameClusters("meeting", mentions, clusters);
}

}  // namespace chido
