#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/model/ids.h"
#include "linker/lexicon/lexicon.h"
#include "linker/resolve/judgement.h"
#include "linker/resolve/mention.h"

namespace chido {

// Each function gives the entity of every mention of one block, in the order given. The partition
// and the ids are functions of the set of mentions: never of their order, nor of what they were
// assigned to before. What people judged of pairs goes before all other evidence. Thread-safe.

/// Officials: equal names are joined by a shared body or a shared province, transitively. A mention
/// that shares nothing joins the one person of its name who has nearly all other mentions;
/// otherwise it stays a person of its own.
std::vector<EntityId> PartitionOfficials(std::span<const Mention> mentions,
                                         const Constraints& judged = {});

/// Meetings of one day: joined by shared organiser, chair, people, place and words of the title
/// (see partition_meetings.cc for the rule); two meetings of one article are never one.
std::vector<EntityId> PartitionMeetings(std::span<const Mention> mentions,
                                        const Constraints& judged = {});

/// The dates at which the known directives were issued, by identity (type, number, scope).
/// Immutable.
class KnownDates {
 public:
  using Dates = std::set<std::string, std::less<>>;
  explicit KnownDates(const Lexicon& lexicon);
  /// Empty if none is known.
  const Dates& Of(std::string_view identity) const;

 private:
  std::map<std::string, Dates, std::less<>> dates_;
};

/// Directives of one number: type, number and scope are the identity; equal dates are one; an
/// undated mention goes to the newest one issued before its article among those cited with a date
/// and the known ones, else they are one undated.
std::vector<EntityId> PartitionDirectives(std::span<const Mention> mentions,
                                          const KnownDates& known);

}  // namespace chido
