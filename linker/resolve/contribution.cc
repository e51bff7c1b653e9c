#include "linker/resolve/contribution.h"

#include <algorithm>

#include "linker/resolve/contributor.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

void AddKey(std::vector<std::string>& keys, std::string_view name) {
  std::string key = SearchKey(name);
  if (!key.empty()) keys.push_back(std::move(key));
}

}  // namespace

std::vector<std::string> NameKeysOf(const Entity& entity) {
  std::vector<std::string> keys;
  AddKey(keys, entity.label);
  for (const std::string& name : entity.names) AddKey(keys, name);
  for (const std::string_view attribute : {"number", "title"}) {
    const auto found = entity.attributes.find(attribute);
    if (found != entity.attributes.end()) AddKey(keys, found->second);
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void AddSupport(Contribution& contribution, Statement statement, Evidence piece) {
  statement.id = MakeStatementId(statement.subject, statement.predicate, statement.object,
                                 statement.qualifiers);
  piece.statement = statement.id;
  Support& support = contribution.statements.try_emplace(statement.id).first->second;
  support.statement = std::move(statement);
  support.pieces.push_back(std::move(piece));
}

Contribution Contribute(const Article& article, const Reading& reading, const Assignment& entities,
                        const Lexicon& lexicon) {
  Contributor contributor(article, reading, entities, lexicon);
  contributor.AddDocument();
  contributor.AddPlaces();
  contributor.AddBodies();
  contributor.AddOfficials();
  contributor.AddMeetings();
  contributor.AddDirectives();
  return contributor.Take();
}

}  // namespace chido
