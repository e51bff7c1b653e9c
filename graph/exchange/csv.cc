#include <fmt/format.h>

#include <initializer_list>

#include "graph/exchange/json_fields.h"

namespace chido {
namespace {

/// Columns of RFC 4180; `kind` tells entities from statements. Lists and maps are JSON in a cell.
constexpr std::string_view kHeader =
    "kind,id,type,label,names,attributes,first_seen,last_seen,subject,predicate,object,qualifiers,"
    "valid,valid_inferred,confidence,evidence_count,documents\r\n";

void AppendCell(std::string_view value, std::string& out) {
  if (value.find_first_of("\",\r\n") == std::string_view::npos) {
    out += value;
    return;
  }
  out.push_back('"');
  for (const char c : value) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

void AppendRow(std::initializer_list<std::string_view> cells, std::string& out) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out.push_back(',');
    first = false;
    AppendCell(cell, out);
  }
  out += "\r\n";
}

template <typename Write>
std::string JsonOf(const Write& write) {
  JsonWriter json;
  write(json);
  return json.Take();
}

class CsvSink final : public ExportSink {
 public:
  void Begin(std::string& out) override { out += kHeader; }
  void Add(const Entity& entity, std::string& out) override {
    const std::string names = JsonOf([&](JsonWriter& json) { WriteStrings(json, entity.names); });
    const std::string facts = JsonOf([&](JsonWriter& json) { WriteMap(json, entity.attributes); });
    AppendRow({"entity", ToString(entity.id), NameOf(entity.type), entity.label, names, facts,
               entity.first_seen, entity.last_seen, "", "", "", "", "", "", "", "", ""},
              out);
  }
  void Add(const ExportedStatement& exported, std::string& out) override {
    const Statement& statement = exported.statement;
    const std::string qualifiers =
        JsonOf([&](JsonWriter& json) { WriteMap(json, statement.qualifiers); });
    const std::string documents =
        JsonOf([&](JsonWriter& json) { WriteDocuments(json, exported.documents); });
    AppendRow({"statement", ToString(statement.id), "", "", "", "", "", "",
               ToString(statement.subject), RowOf(statement.predicate).name,
               ToString(statement.object), qualifiers, FormatEdtf(statement.valid),
               statement.valid_inferred ? "true" : "false", fmt::format("{}", statement.confidence),
               fmt::format("{}", statement.evidence_count), documents},
              out);
  }
  void End(std::string&) override {}
};

}  // namespace

std::unique_ptr<ExportSink> MakeCsvSink() { return std::make_unique<CsvSink>(); }

}  // namespace chido
