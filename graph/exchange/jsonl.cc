#include "graph/exchange/json_fields.h"

namespace chido {
namespace {

/// One object per line; `kind` tells entities from statements.
class JsonLinesSink final : public ExportSink {
 public:
  void Begin(std::string&) override {}
  void Add(const Entity& entity, std::string& out) override {
    JsonWriter json;
    json.BeginObject().Field("kind", "entity").Field("id", ToString(entity.id));
    json.Field("type", NameOf(entity.type)).Field("label", entity.label).Key("names");
    WriteStrings(json, entity.names);
    json.Key("attributes");
    WriteMap(json, entity.attributes);
    json.TextOrNull("first_seen", entity.first_seen).TextOrNull("last_seen", entity.last_seen);
    out += json.EndObject().Take() + "\n";
  }
  void Add(const ExportedStatement& exported, std::string& out) override {
    const Statement& statement = exported.statement;
    JsonWriter json;
    json.BeginObject().Field("kind", "statement").Field("id", ToString(statement.id));
    json.Field("subject", ToString(statement.subject));
    json.Field("predicate", RowOf(statement.predicate).name);
    json.Field("object", ToString(statement.object)).Key("qualifiers");
    WriteMap(json, statement.qualifiers);
    json.TextOrNull("valid", FormatEdtf(statement.valid));
    json.Field("valid_inferred", statement.valid_inferred);
    json.Field("confidence", statement.confidence);
    json.Field("evidence_count", statement.evidence_count).Key("documents");
    WriteDocuments(json, exported.documents);
    out += json.EndObject().Take() + "\n";
  }
  void End(std::string&) override {}
};

}  // namespace

std::unique_ptr<ExportSink> MakeJsonLinesSink() { return std::make_unique<JsonLinesSink>(); }

}  // namespace chido
