#pragma once

#include <cstdint>
#include <limits>

#include "graph/model/predicate.h"
#include "graph/store/edge.h"

namespace chido {

/// Which edges a walk may use. Applied inside every hop, before budgets count. A value;
/// thread-safe.
struct EdgeFilter {
  std::uint32_t predicates = ~std::uint32_t{0};  ///< bit n: the predicate with number n
  std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
  std::int32_t last_day = std::numeric_limits<std::int32_t>::max();  ///< inclusive
  float min_confidence = 0;

  static constexpr std::uint32_t Bit(Predicate predicate) {
    return std::uint32_t{1} << static_cast<unsigned>(predicate);
  }
  /// Nothing but `predicate`.
  static EdgeFilter Only(Predicate predicate) { return {.predicates = Bit(predicate)}; }
  /// All but "mentions", which only says that two stand in one article.
  static EdgeFilter Facts() { return {.predicates = ~Bit(Predicate::kMentions)}; }

  /// An edge whose time is unknown is admitted only where the filter sets no dates.
  bool Admits(const EdgeRow& edge) const {
    if ((predicates & Bit(edge.predicate)) == 0 || edge.confidence < min_confidence) return false;
    return edge.valid_from <= last_day && first_day <= edge.valid_to && !(Dated() && Undated(edge));
  }

 private:
  bool Dated() const {
    return first_day != std::numeric_limits<std::int32_t>::min() ||
           last_day != std::numeric_limits<std::int32_t>::max();
  }
  static bool Undated(const EdgeRow& edge) {
    return edge.valid_from == std::numeric_limits<std::int32_t>::min() &&
           edge.valid_to == std::numeric_limits<std::int32_t>::max();
  }
};

}  // namespace chido
