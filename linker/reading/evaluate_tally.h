#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linker/reading/evaluate.h"

namespace chido {

/// A gold fact and the forms of it that count as right.
using GoldFact = std::pair<std::string, std::set<std::string>>;

/// Counts hits, extras and misses of one kind of fact over the articles.
class Tally {
 public:
  explicit Tally(std::string kind) { row_.kind = std::move(kind); }

  /// `gold` may repeat a fact (the last forms hold) and `system` too (counted once); an extra that
  /// is in `neutral` counts neither way.
  void Add(const std::string& article, const std::vector<GoldFact>& gold,
           const std::vector<std::string>& system, const std::set<std::string>& neutral = {});
  const EvaluationRow& row() const { return row_; }
  const std::vector<EvaluationError>& errors() const { return errors_; }

 private:
  EvaluationRow row_;
  std::vector<EvaluationError> errors_;
};

}  // namespace chido
