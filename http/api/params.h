#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/entity.h"
#include "graph/view/filter.h"

namespace chido::api {

/// Longest text of a parameter, in bytes.
inline constexpr std::size_t kMostText = 500;

/// The query parameters of one request, checked against what its route knows. Errors are
/// kInvalidArgument and name the parameter and what it takes.
class Params {
 public:
  using Query = std::vector<std::pair<std::string, std::string>>;
  /// Error for a name that is not in `known`, one that is given twice, or a text over `kMostText`.
  /// `query` must outlive the result.
  static Result<Params> Check(const Query& query, std::span<const std::string_view> known);

  /// Empty if it is not given.
  std::string_view Text(std::string_view name) const;
  /// Error if it is not given or blank.
  Result<std::string_view> Required(std::string_view name) const;
  /// A number from 1 to `most`; `fallback` if it is not given.
  Result<std::size_t> Count(std::string_view name, std::size_t fallback, std::size_t most) const;
  /// A number from 0 to `most` (offsets).
  Result<std::size_t> Offset(std::string_view name, std::size_t most) const;
  /// `type`: none if it is not given.
  Result<std::optional<EntityType>> Type() const;
  /// One of `choices`; empty if it is not given.
  Result<std::string_view> Choice(std::string_view name,
                                  std::span<const std::string_view> choices) const;
  /// `predicate`: none if it is not given.
  Result<std::optional<Predicate>> PredicateNamed() const;
  /// `start` narrowed by `at` (an EDTF date) and `min_confidence` (0 to 1).
  Result<EdgeFilter> Filter(EdgeFilter start) const;

 private:
  explicit Params(const Query& query) : query_(&query) {}
  Result<std::size_t> Number(std::string_view name, std::size_t fallback, std::size_t least,
                             std::size_t most) const;
  const Query* query_;
};

}  // namespace chido::api
