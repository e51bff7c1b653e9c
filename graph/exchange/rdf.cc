#include "graph/exchange/rdf.h"

#include <fmt/format.h>

#include "graph/base/json_writer.h"

namespace chido {
namespace {

constexpr std::string_view kLabel = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view kAltLabel = "<http://www.w3.org/2004/02/skos/core#altLabel>";
constexpr std::string_view kDerived = "<http://www.w3.org/ns/prov#wasDerivedFrom>";
constexpr std::string_view kEdtf = "^^<http://id.loc.gov/datatypes/edtf/EDTF>";
constexpr std::string_view kInteger = "^^<http://www.w3.org/2001/XMLSchema#integer>";
constexpr std::string_view kFloat = "^^<http://www.w3.org/2001/XMLSchema#float>";
constexpr std::string_view kBoolean = "^^<http://www.w3.org/2001/XMLSchema#boolean>";

bool IsDate(std::string_view key) { return key == "date" || key == "published" || key == "valid"; }

}  // namespace

std::string IriOf(EntityId id) { return Iri("entity", ToString(id)); }
std::string IriOf(StatementId id) { return Iri("statement", ToString(id)); }

std::string Iri(std::string_view kind, std::string_view name) {
  return fmt::format("<urn:chido:{}:{}>", kind, name);
}

std::string Literal(std::string_view text, std::string_view suffix) {
  // JSON's escapes are among those of N-Triples and Turtle.
  std::string literal;
  AppendJsonString(text, literal);
  literal += suffix;
  return literal;
}

Facts FactsOf(const Entity& entity) {
  Facts facts;
  facts.emplace_back(kRdfType, Iri("type", NameOf(entity.type)));
  facts.emplace_back(kLabel, Literal(entity.label, "@vi"));
  for (const std::string& name : entity.names) facts.emplace_back(kAltLabel, Literal(name, "@vi"));
  for (const auto& [key, value] : entity.attributes) {
    facts.emplace_back(Iri("attribute", key), Literal(value, IsDate(key) ? kEdtf : ""));
  }
  for (const auto& [key, day] :
       {std::pair("first_seen", &entity.first_seen), std::pair("last_seen", &entity.last_seen)}) {
    if (!day->empty()) facts.emplace_back(Iri("attribute", key), Literal(*day, kEdtf));
  }
  return facts;
}

Facts FactsOf(const ExportedStatement& exported) {
  const Statement& statement = exported.statement;
  Facts facts;
  for (const auto& [key, value] : statement.qualifiers) {
    // The meeting where something was said is an entity, not a word.
    facts.emplace_back(Iri("qualifier", key),
                       key == "meeting" ? Iri("entity", value) : Literal(value));
  }
  const std::string valid = FormatEdtf(statement.valid);
  if (!valid.empty()) facts.emplace_back(Iri("attribute", "valid"), Literal(valid, kEdtf));
  if (statement.valid_inferred) {
    facts.emplace_back(Iri("attribute", "valid_inferred"), Literal("true", kBoolean));
  }
  facts.emplace_back(Iri("attribute", "confidence"),
                     Literal(fmt::format("{}", statement.confidence), kFloat));
  facts.emplace_back(Iri("attribute", "evidence_count"),
                     Literal(fmt::format("{}", statement.evidence_count), kInteger));
  for (const DocumentId document : exported.documents) {
    facts.emplace_back(kDerived, IriOf(EntityId{document.value}));
  }
  return facts;
}

}  // namespace chido
