#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/algo/search.h"
#include "graph/store/snapshot.h"

namespace chido::api {

/// A typed name folded for finding: without diacritics, with *uỷ*, in any case.
NameQuestion QuestionOf(std::string_view text, std::optional<EntityType> type);

/// The folded keys under which a directive's number may stand: as typed, without "số", *TƯ* as
/// *TW*, with and without the leading zero.
std::vector<std::string> NumberKeys(std::string_view text);

/// What a typed name or id stands for.
struct Named {
  std::vector<Entity> entities;        ///< best first; several bear the name, or none
  std::vector<SearchHit> suggestions;  ///< where nothing does
};

/// An entity by id, or all that bear the name (tone-exact ones alone if there are any; at most
/// `limit`), or what may have been meant. Directives are found by number too. Errors: those of the
/// store.
Result<Named> FindNamed(const Snapshot& snapshot, std::string_view text,
                        std::optional<EntityType> type, std::size_t limit);

/// "no official is named 'X'; did you mean A, B?"
Error NothingNamed(std::string_view text, std::optional<EntityType> type,
                   const std::vector<SearchHit>& suggestions);

}  // namespace chido::api
