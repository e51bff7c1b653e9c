#include "http/api/exchange.h"

#include "http/api/naming.h"

namespace chido::api {

Result<const Entity*> Exchange::Load(EntityId id) {
  const auto found = loaded_.find(id);
  if (found != loaded_.end()) return &found->second;
  CHIDO_ASSIGN(std::optional<Entity> entity_found, snapshot->GetEntity(id));
  if (!entity_found) {
    return Fail(Code::kCorruption, "entity " + ToString(id) +
                                       " is named by a statement but missing; run `chido check`");
  }
  return &loaded_.emplace(id, std::move(*entity_found)).first->second;
}

std::unexpected<Error> Exchange::NotNamed(std::string_view text, std::optional<EntityType> type,
                                          std::vector<SearchHit> like) {
  suggestions = std::move(like);
  return std::unexpected(NothingNamed(text, type, suggestions));
}

Budget RequestBudget() {
  return {.max_nodes = 5'000,
          .max_degree = 5'000,
          .max_edges = 300'000,
          .deadline = Deadline(std::chrono::milliseconds(1'500))};
}

}  // namespace chido::api
