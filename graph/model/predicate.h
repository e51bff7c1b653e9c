#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/model/entity.h"

namespace chido {

/// What a statement says. The numbers are stored and never change.
enum class Predicate : std::uint8_t {
  kHoldsRole = 1,
  kChaired = 2,
  kAttended = 3,
  kSpokeAt = 4,
  kOrganised = 5,
  kTookPart = 6,
  kHeldIn = 7,
  kIssued = 8,
  kSigned = 9,
  kCites = 10,
  kCitedBySpeaker = 11,
  kPartOf = 12,
  kLocatedIn = 13,
  kSucceededBy = 14,
  kMentions = 15,
};

/// One row of the predicate table, the only place that knows names, domains and labels.
struct PredicateRow {
  Predicate predicate;
  std::string_view name;     ///< API and export name, e.g. "holds_role"
  std::string_view inverse;  ///< name when read from the object's side, e.g. "role_held_by"
  std::span<const EntityType> domain;  ///< allowed types of the subject
  std::span<const EntityType> range;   ///< allowed types of the object
  std::string_view label_vi;
  std::string_view inverse_label_vi;
  std::string_view label_en;
  std::string_view inverse_label_en;
};

/// All rows, by number.
std::span<const PredicateRow> PredicateTable();
const PredicateRow& RowOf(Predicate predicate);
std::optional<Predicate> PredicateFromName(std::string_view name);
/// Whether the table allows a statement of these types.
bool Fits(Predicate predicate, EntityType subject, EntityType object);

}  // namespace chido
