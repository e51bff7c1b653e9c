#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "graph/base/result.h"
#include "graph/store/change.h"

namespace chido {

/// Ids of the invented people and things that `SampleChanges` puts.
EntityId SampleOfficial(int number);
EntityId SampleBody(int number);
EntityId SampleMeeting(int article);
EntityId SampleDirective(int number);

/// Invented articles with all that would be read from them: one change per article. Officials,
/// bodies and directives come again in later articles, so statements gather evidence; each change
/// puts the counts as of then. Applied in order they make a sound store.
std::vector<Change> SampleChanges(int articles);

/// One change that leaves what all of them left, applied in order.
Change MergeChanges(const std::vector<Change>& changes);

/// The same puts, each in a change of its own, in an order that depends on `seed`.
std::vector<Change> ShuffledPuts(const Change& change, std::uint32_t seed);

/// A graph of `statements` edges from officials to meetings, ten per entity on average, without
/// texts: for benchmarks. It is handed to `take` in parts, so that it never stands whole in memory.
Status GenerateGraph(std::uint64_t statements, std::uint32_t seed,
                     const std::function<Status(const Change&)>& take);

}  // namespace chido
