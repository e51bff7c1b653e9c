#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "graph/model/article.h"
#include "graph/store/change.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"
#include "linker/resolve/mention.h"

namespace chido {

/// A statement with the pieces of evidence that one document (or the gazetteer) gives for it.
struct Support {
  Statement statement;  ///< identity fields only; the rest follows from all evidence
  std::vector<Evidence> pieces;
  friend bool operator==(const Support&, const Support&) = default;
};

/// What one document says once its mentions have entities: a function of article, reading and
/// assignment.
struct Contribution {
  std::map<EntityId, EntityRecord> entities;
  std::map<StatementId, Support> statements;
};

/// Thread-safe.
Contribution Contribute(const Article& article, const Reading& reading, const Assignment& entities,
                        const Lexicon& lexicon);

/// Adds to `contribution` a statement with one more piece of evidence.
void AddSupport(Contribution& contribution, Statement statement, Evidence piece);

/// Folded keys under which an entity is found: its label and names, and a directive's number.
std::vector<std::string> NameKeysOf(const Entity& entity);

}  // namespace chido
