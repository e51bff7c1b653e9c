#include "graph/algo/quote.h"
#include "http/api/forms.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostStatements = 5'000;
constexpr std::size_t kMostEvidence = 20'000;

/// A statement of a document with the pieces of evidence that stand in it.
struct Stated {
  Statement statement;
  std::vector<Evidence> pieces;
};

Result<std::vector<Evidence>> PiecesIn(const Snapshot& snapshot, StatementId id,
                                       DocumentId document) {
  std::vector<Evidence> pieces;
  std::string cursor;
  for (std::size_t read = 0; read < kMostEvidence;) {
    CHIDO_ASSIGN(const Page<Evidence> page, snapshot.EvidenceOf(id, 1000, cursor));
    for (const Evidence& piece : page.items) {
      if (piece.document == document) pieces.push_back(piece);
    }
    read += page.items.size();
    cursor = page.next;
    if (cursor.empty()) break;
  }
  return pieces;
}

Result<std::vector<Stated>> StatedIn(const Snapshot& snapshot, DocumentId document,
                                     bool& truncated) {
  CHIDO_ASSIGN(std::vector<StatementId> ids, snapshot.StatementsOf(document));
  truncated = ids.size() > kMostStatements;
  if (truncated) ids.resize(kMostStatements);
  std::vector<Stated> stated;
  for (const StatementId id : ids) {
    CHIDO_ASSIGN(std::optional<Statement> statement, snapshot.GetStatement(id));
    if (!statement) continue;
    CHIDO_ASSIGN(std::vector<Evidence> pieces, PiecesIn(snapshot, id, document));
    stated.push_back({std::move(*statement), std::move(pieces)});
  }
  return stated;
}

Status WriteMentions(Exchange& exchange, const std::vector<Stated>& stated) {
  JsonWriter& json = exchange.json;
  json.Key("mentions").BeginArray();
  for (const Stated& one : stated) {
    if (one.statement.predicate != Predicate::kMentions) continue;
    CHIDO_ASSIGN(const Entity* entity, exchange.Load(one.statement.object));
    json.BeginObject().Key("entity");
    WriteRef(json, *entity);
    json.Key("spans").BeginArray();
    for (const Evidence& piece : one.pieces) {
      if (!piece.object.empty()) WriteSpan(json, piece.object);
    }
    json.EndArray().EndObject();
  }
  json.EndArray();
  return {};
}

void WritePiece(JsonWriter& json, const Evidence& piece) {
  json.BeginObject().Key("sentence");
  WriteSpan(json, piece.sentence);
  json.Key("subject");
  WriteSpan(json, piece.subject);
  json.Key("object");
  WriteSpan(json, piece.object);
  json.Field("rule", piece.rule).Field("confidence", piece.confidence);
  json.Field("repeats", piece.repeats).EndObject();
}

Status WriteStatements(Exchange& exchange, const std::vector<Stated>& stated) {
  JsonWriter& json = exchange.json;
  json.Key("statements").BeginArray();
  for (const Stated& one : stated) {
    if (one.statement.predicate == Predicate::kMentions) continue;
    CHIDO_ASSIGN(const Entity* subject, exchange.Load(one.statement.subject));
    CHIDO_ASSIGN(const Entity* object, exchange.Load(one.statement.object));
    json.BeginObject().Key("statement");
    WriteStatement(json, one.statement, *subject, *object, exchange.language);
    json.Key("evidence").BeginArray();
    for (const Evidence& piece : one.pieces) WritePiece(json, piece);
    json.EndArray().EndObject();
  }
  json.EndArray();
  return {};
}

}  // namespace

Status GetStatement(Exchange& exchange) {
  const Snapshot& snapshot = *exchange.snapshot;
  CHIDO_ASSIGN(const std::size_t limit, exchange.params.Count("limit", 20, 200));
  CHIDO_ASSIGN(const std::optional<Statement> statement, snapshot.GetStatement(exchange.statement));
  if (!statement) {
    return Fail(Code::kNotFound, "there is no statement " + ToString(exchange.statement));
  }
  CHIDO_ASSIGN(const Entity* subject, exchange.Load(statement->subject));
  CHIDO_ASSIGN(const Entity* object, exchange.Load(statement->object));
  CHIDO_ASSIGN(const Page<Evidence> page,
               snapshot.EvidenceOf(statement->id, limit, exchange.params.Text("cursor")));
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("statement");
  WriteStatement(json, *statement, *subject, *object, exchange.language);
  json.Key("quotes").BeginArray();
  Quoter quoter(snapshot);
  for (const Evidence& piece : page.items) {
    CHIDO_ASSIGN(const Quote quote, quoter.Make(piece));
    WriteQuote(json, quote);
  }
  json.EndArray().TextOrNull("next", page.next).EndObject();
  return {};
}

Status GetDocument(Exchange& exchange) {
  const Snapshot& snapshot = *exchange.snapshot;
  CHIDO_ASSIGN(const std::optional<Article> article, snapshot.GetArticle(exchange.document));
  if (!article) {
    return Fail(Code::kNotFound, "there is no document " + ToString(exchange.document));
  }
  CHIDO_ASSIGN(const Entity* entity, exchange.Load(EntityId{exchange.document.value}));
  bool truncated = false;
  CHIDO_ASSIGN(const std::vector<Stated> stated, StatedIn(snapshot, exchange.document, truncated));
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("id", ToString(article->id)).Field("label", entity->label);
  json.TextOrNull("title", article->title).TextOrNull("url", article->url);
  json.TextOrNull("publisher", article->publisher);
  json.TextOrNull("published", entity->Attribute("published"));
  json.TextOrNull("origin", article->origin).TextOrNull("source_id", article->source_id);
  json.TextOrNull("jurisdiction", entity->Attribute("jurisdiction"));
  json.Field("text", article->text).Key("blocks").BeginArray();
  for (const Block& block : article->blocks) {
    json.BeginObject().Field("kind", NameOf(block.kind)).Key("span");
    WriteSpan(json, block.span);
    json.EndObject();
  }
  json.EndArray();
  CHIDO_TRY(WriteMentions(exchange, stated));
  CHIDO_TRY(WriteStatements(exchange, stated));
  json.Field("truncated", truncated).EndObject();
  return {};
}

}  // namespace chido::api
