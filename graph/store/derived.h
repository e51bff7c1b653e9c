#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/article.h"
#include "graph/model/statement.h"
#include "graph/store/change.h"
#include "graph/store/families.h"

namespace chido {

/// A row that follows from other rows. What writes and what checks them asks here, so that both
/// agree.
struct DerivedRow {
  Family family = Family::kOut;
  std::string key;
  std::string value;
  friend auto operator<=>(const DerivedRow&, const DerivedRow&) = default;
};

/// The rows of a statement in `out` and `in`.
std::array<DerivedRow, 2> EdgeRowsOf(const Statement& statement);
/// The row of one folded key of an entity in `name`.
DerivedRow NameRowOf(const Entity& entity, std::string_view name_key);
/// The rows of kind 't' in `name` that a folded key has while any entity bears it.
std::vector<DerivedRow> TrigramRowsOf(std::string_view name_key);
/// The row of the article's address in `name`; none without an address.
std::vector<DerivedRow> UrlRowsOf(const Article& article);
/// The row of a piece of evidence in `doc_statement`; none for a gazetteer fact.
std::vector<DerivedRow> DocStatementRowsOf(const Evidence& evidence);

}  // namespace chido
