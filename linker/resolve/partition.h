#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "graph/model/ids.h"
#include "graph/store/change.h"
#include "linker/lexicon/lexicon.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/official_model.h"

namespace chido {

// Each function gives the entity of every mention of one block, in the order given. The partition
// and the ids are functions of the set of mentions: never of their order, nor of what they were
// assigned to before. What people judged of pairs goes before all other evidence. Thread-safe.

/// Officials: mentions of equal names are joined as long as `model` takes the best pair of groups
/// for one person. A bare name joins the one whom it means most likely; otherwise it stays a person
/// of its own. The work is bounded (see model.h): past 64 groups of one post and 96 of one name or,
/// where there are more, of one province, groups stay apart.
std::vector<EntityId> PartitionOfficials(std::span<const Mention> mentions,
                                         const OfficialModel& model,
                                         const Constraints& judged = {});

/// Meetings of one day: joined by shared organiser, chair, people, place and words of the title
/// (see partition_meetings.cc for the rule); two meetings of one article are never one.
std::vector<EntityId> PartitionMeetings(std::span<const Mention> mentions,
                                        const Constraints& judged = {});

/// A directive as it may be meant: the words of the titles that it is told with (`TitleWords`), and
/// the years of the articles that cite it with its date.
struct DirectiveTarget {
  std::vector<std::uint64_t> words;
  std::vector<int> cited;
};
/// By date of issue (EDTF).
using DirectiveTargets = std::map<std::string, DirectiveTarget, std::less<>>;

/// The known directives, by identity (type, number, scope). Immutable.
class KnownTargets {
 public:
  explicit KnownTargets(const Lexicon& lexicon);
  /// Empty if none is known.
  const DirectiveTargets& Of(std::string_view identity) const;

 private:
  std::map<std::string, DirectiveTargets, std::less<>> targets_;
};

/// The entities of a block, and those directives among them of which it is not known which they
/// are.
struct SolvedBlock {
  std::vector<EntityId> entities;  ///< of each mention, in the order given
  std::vector<PendingCitation> pending;
};

/// Directives of one number. Type, number and scope are the identity; equal dates are one. An
/// undated mention goes to what its title names, else to what articles of its time cite with a
/// date, else to the newest one issued before its article; a title that none of them bears, or an
/// article without a date, leaves it open. A mention of unknown scope goes to another province's
/// directive only by its title.
SolvedBlock PartitionDirectives(std::span<const Mention> mentions, const KnownTargets& known);

}  // namespace chido
