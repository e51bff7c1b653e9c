#pragma once

#include <string>
#include <vector>

#include "graph/algo/quote.h"
#include "graph/model/entity.h"
#include "graph/store/snapshot.h"
#include "graph/view/filter.h"

namespace chido {

/// What an official did at one meeting.
struct MeetingPart {
  Entity meeting;
  std::string date;                  ///< EDTF, empty if unknown
  bool date_inferred = false;        ///< the year was not written
  std::string place;                 ///< as the articles name it
  std::vector<Predicate> parts;      ///< chaired, spoke_at, attended; each once
  std::vector<std::string> manners;  ///< of these parts, each once
  std::vector<Entity> organisers;
  std::vector<Entity> chairs;  ///< everybody who chaired, by name, the official too
  std::string jurisdiction;    ///< of the documents: province, "Trung ương", or empty for unknown
  std::vector<Quote> quotes;   ///< of the official's part
};

struct MeetingList {
  std::vector<MeetingPart> meetings;  ///< by date, undated last
  bool truncated = false;
};

/// The meetings in which `official` has a part by one of the predicates of `filter`. Errors: those
/// of the store.
Result<MeetingList> MeetingsOf(const Snapshot& snapshot, EntityId official,
                               const EdgeFilter& filter, std::size_t limit,
                               std::size_t quotes_each);

}  // namespace chido
