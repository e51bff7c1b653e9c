#include "graph/exchange/json_fields.h"

namespace chido {
namespace {

/// Terms of JSON-LD for the same vocabulary as N-Quads and Turtle.
constexpr std::string_view kContext =
    R"({"rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#",)"
    R"("attribute":"urn:chido:attribute:","qualifier":"urn:chido:qualifier:",)"
    R"("label":{"@id":"http://www.w3.org/2000/01/rdf-schema#label","@language":"vi"},)"
    R"("altLabel":{"@id":"http://www.w3.org/2004/02/skos/core#altLabel","@language":"vi"},)"
    R"("subject":{"@id":"rdf:subject","@type":"@id"},)"
    R"("predicate":{"@id":"rdf:predicate","@type":"@id"},)"
    R"("object":{"@id":"rdf:object","@type":"@id"},)"
    R"("documents":{"@id":"http://www.w3.org/ns/prov#wasDerivedFrom","@type":"@id"},)"
    R"("valid":"attribute:valid","confidence":"attribute:confidence",)"
    R"("evidence_count":"attribute:evidence_count"})";

class JsonLdSink final : public ExportSink {
 public:
  void Begin(std::string& out) override {
    out += "{\"@context\":";
    out += kContext;
    out += ",\n\"@graph\":[";
  }
  void Add(const Entity& entity, std::string& out) override {
    JsonWriter json;
    json.BeginObject().Field("@id", "urn:chido:entity:" + ToString(entity.id));
    json.Field("@type", "urn:chido:type:" + std::string(NameOf(entity.type)));
    json.Field("label", entity.label);
    if (!entity.names.empty()) {
      json.Key("altLabel");
      WriteStrings(json, entity.names);
    }
    for (const auto& [key, value] : entity.attributes) json.Field("attribute:" + key, value);
    json.TextIfAny("attribute:first_seen", entity.first_seen);
    json.TextIfAny("attribute:last_seen", entity.last_seen);
    Write(json.EndObject(), out);
  }
  void Add(const ExportedStatement& exported, std::string& out) override {
    const Statement& statement = exported.statement;
    JsonWriter json;
    json.BeginObject().Field("@id", "urn:chido:statement:" + ToString(statement.id));
    json.Field("@type", "rdf:Statement");
    json.Field("subject", "urn:chido:entity:" + ToString(statement.subject));
    json.Field("predicate", "urn:chido:predicate:" + std::string(RowOf(statement.predicate).name));
    json.Field("object", "urn:chido:entity:" + ToString(statement.object));
    for (const auto& [key, value] : statement.qualifiers) json.Field("qualifier:" + key, value);
    json.TextIfAny("valid", FormatEdtf(statement.valid));
    json.Field("confidence", statement.confidence);
    json.Field("evidence_count", statement.evidence_count).Key("documents");
    WriteDocuments(json, exported.documents, "urn:chido:entity:");
    Write(json.EndObject(), out);
  }
  void End(std::string& out) override { out += "\n]}\n"; }

 private:
  void Write(const JsonWriter& json, std::string& out) {
    out += first_ ? "\n" : ",\n";
    out += json.text();
    first_ = false;
  }
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ExportSink> MakeJsonLdSink() { return std::make_unique<JsonLdSink>(); }

}  // namespace chido
