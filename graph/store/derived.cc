#include "graph/store/derived.h"

#include "graph/store/doc_statement_key.h"
#include "graph/store/edge_key.h"
#include "graph/store/name_key.h"

namespace chido {

std::array<DerivedRow, 2> EdgeRowsOf(const Statement& statement) {
  const EdgeRow out = EdgeRowOf(statement, Direction::kOut);
  const EdgeRow in = EdgeRowOf(statement, Direction::kIn);
  return {DerivedRow{Family::kOut, EncodeEdgeKey(out), EncodeEdgeValue(out)},
          DerivedRow{Family::kIn, EncodeEdgeKey(in), EncodeEdgeValue(in)}};
}

DerivedRow NameRowOf(const Entity& entity, std::string_view name_key) {
  return {Family::kName, EncodeNameKey(name_key, entity.id),
          std::string(1, static_cast<char>(entity.type))};
}

std::vector<DerivedRow> TrigramRowsOf(std::string_view name_key) {
  std::vector<DerivedRow> rows;
  for (const Trigram trigram : TrigramsOf(name_key)) {
    rows.push_back({Family::kName, EncodeTrigramKey(trigram, name_key), ""});
  }
  return rows;
}

std::vector<DerivedRow> UrlRowsOf(const Article& article) {
  if (article.url.empty()) return {};
  return {{Family::kName, EncodeUrlKey(article.url, article.id), ""}};
}

std::vector<DerivedRow> DocStatementRowsOf(const Evidence& evidence) {
  if (!evidence.document) return {};
  return {
      {Family::kDocStatement, EncodeDocStatementKey({evidence.document, evidence.statement}), ""}};
}

}  // namespace chido
