#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/entity.h"
#include "graph/store/snapshot.h"

namespace chido {

/// How a name fits what was asked, best first.
enum class NameFit : std::uint8_t { kToneExact, kExact, kPrefix, kSimilar };

/// "tone-exact", "exact", "prefix", "similar".
std::string_view NameOf(NameFit fit);

/// A name that is looked for. Folding is the caller's: this layer does not know the language.
struct NameQuestion {
  std::string key;                 ///< folded as the name keys of the store are
  std::string tones;               ///< folded by `fold`
  std::optional<EntityType> type;  ///< none: all types
  /// Folds a name for comparing with its tones kept.
  std::function<std::string(std::string_view)> fold;
};

/// An entity that bears such a name.
struct SearchHit {
  Entity entity;
  NameFit fit = NameFit::kSimilar;
  float similarity = 1;         ///< in [0, 1]; 1 unless `fit` is kSimilar
  std::uint64_t documents = 0;  ///< that mention it, counted up to 1,000
};

struct SearchAnswer {
  std::vector<SearchHit> hits;  ///< best first: fit, documents, label, id
  bool truncated = false;       ///< more names fit than were looked at
};

/// Entities whose name is or starts with the asked one; only where there are none, those whose name
/// is like it (similarity at least 0.5). At most `limit` (1..300). Errors: those of the store.
Result<SearchAnswer> SearchNames(const Snapshot& snapshot, const NameQuestion& question,
                                 std::size_t limit);

/// Entities that bear exactly the asked name. If any bears it with the very tones that were asked,
/// then these alone. At most `limit`, best first. Errors: those of the store.
Result<std::vector<SearchHit>> EntitiesNamed(const Snapshot& snapshot, const NameQuestion& question,
                                             std::size_t limit);

/// What may have been meant where nothing bears the asked name: names that start so or are like it.
/// At most `limit`, best first. Errors: those of the store.
Result<std::vector<SearchHit>> NamesLike(const Snapshot& snapshot, const NameQuestion& question,
                                         std::size_t limit);

/// Directives found under one of the folded keys (forms of one number), by type, date and issuer:
/// several documents may bear one number. At most 100. Errors: those of the store.
Result<std::vector<Entity>> DirectivesNumbered(const Snapshot& snapshot,
                                               std::span<const std::string> keys);

/// Documents that mention an entity, counted up to `most`. Errors: those of the store.
Result<std::uint64_t> CountMentioning(const Snapshot& snapshot, EntityId entity, std::size_t most);

}  // namespace chido
