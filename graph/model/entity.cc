#include "graph/model/entity.h"

namespace chido {

std::string_view NameOf(EntityType type) {
  switch (type) {
    case EntityType::kOfficial:
      return "official";
    case EntityType::kBody:
      return "body";
    case EntityType::kPlace:
      return "place";
    case EntityType::kMeeting:
      return "meeting";
    case EntityType::kDirective:
      return "directive";
    case EntityType::kDocument:
      return "document";
  }
  return "";
}

std::optional<EntityType> EntityTypeFromName(std::string_view name) {
  for (const EntityType type : kEntityTypes) {
    if (NameOf(type) == name) return type;
  }
  return std::nullopt;
}

std::string_view Entity::Attribute(std::string_view key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace chido
