#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/statement.h"
#include "graph/store/edge.h"

namespace chido {

/// Key of `out` and `in`; big-endian, so a prefix scan is an adjacency list in order of predicate,
/// first day and other entity:
///
///   0        8           9            13      21          29
///   | entity | predicate | valid from | other | statement |
///
/// `valid from` has its sign bit flipped, so that days before 1970 come first.
/// On disk: changing this needs a new format version and a migration.
std::string EncodeEdgeKey(const EdgeRow& row);

/// Value of `out` and `in`: signed varint valid_to - valid_from · float confidence ·
/// varint evidence count · varint 1 if the time was inferred.
std::string EncodeEdgeValue(const EdgeRow& row);

/// Errors: kCorruption if the key is not exactly 29 bytes long, its predicate unknown, or the value
/// cut short.
Status DecodeEdgeRow(std::string_view key, std::string_view value, EdgeRow& row);

/// The start of all keys of an entity, or of an entity and predicate.
std::string EdgeKeyPrefix(EntityId entity, std::optional<Predicate> predicate);

/// The row that a statement has in `out` or `in`.
EdgeRow EdgeRowOf(const Statement& statement, Direction direction);

}  // namespace chido
