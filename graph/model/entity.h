#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/ids.h"

namespace chido {

/// What an entity is. The numbers are stored and never change.
enum class EntityType : std::uint8_t {
  kOfficial = 1,
  kBody = 2,
  kPlace = 3,
  kMeeting = 4,
  kDirective = 5,
  kDocument = 6,
};

inline constexpr std::array<EntityType, 6> kEntityTypes{
    EntityType::kOfficial, EntityType::kBody,      EntityType::kPlace,
    EntityType::kMeeting,  EntityType::kDirective, EntityType::kDocument};

/// "official", "body", "place", "meeting", "directive", "document".
std::string_view NameOf(EntityType type);
std::optional<EntityType> EntityTypeFromName(std::string_view name);

/// A node of the graph. A document's entity id equals its document id's number.
struct Entity {
  EntityId id;
  EntityType type = EntityType::kOfficial;
  std::string label;               ///< the best name: NFC, new-style tones, straight apostrophe
  std::vector<std::string> names;  ///< other names, sorted, without `label`
  /// Facts of the entity itself, sorted by key. Keys in use (empty values are left out):
  ///   body: template, level, kind, place (uid), valid (EDTF)
  ///   place: uid, code, level, type, valid (EDTF)
  ///   meeting: date (EDTF), date_inferred ("1"), kind, place (as named)
  ///   directive: type, number, date (EDTF), issuer (label), title, term
  ///   document: url, title, publisher, published (EDTF), source_id, jurisdiction
  ///   official: gender ("male", "female")
  std::map<std::string, std::string, std::less<>> attributes;
  std::string first_seen;  ///< EDTF day of the oldest evidence, empty if unknown
  std::string last_seen;   ///< EDTF day of the newest evidence, empty if unknown

  /// The attribute's value, empty if there is none. Lives as long as the entity.
  std::string_view Attribute(std::string_view key) const;

  friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace chido
