#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/exchange/sink.h"

namespace chido {

// How the graph reads in RDF, for the three forms of it alike. Strings are terms as N-Triples
// writes them.

std::string IriOf(EntityId id);                                 ///< <urn:chido:entity:…>
std::string IriOf(StatementId id);                              ///< <urn:chido:statement:…>
std::string Iri(std::string_view kind, std::string_view name);  ///< <urn:chido:KIND:NAME>
std::string Literal(std::string_view text, std::string_view suffix = "");

/// Predicate and object of one triple.
using Facts = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::string_view kRdfType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

/// What is said of an entity itself: its type, label, names and attributes.
Facts FactsOf(const Entity& entity);
/// What is said of a statement as such: qualifiers, time, confidence, documents.
Facts FactsOf(const ExportedStatement& exported);

}  // namespace chido
