#include <fmt/format.h>

#include <array>
#include <iterator>

#include "graph/exchange/json_fields.h"

namespace chido {
namespace {

struct Key {
  std::string_view owner;  ///< node or edge
  std::string_view name;
  std::string_view type;
};

constexpr std::array kKeys{
    Key{"node", "type", "string"},       Key{"node", "label", "string"},
    Key{"node", "attributes", "string"}, Key{"node", "first_seen", "string"},
    Key{"node", "last_seen", "string"},  Key{"edge", "predicate", "string"},
    Key{"edge", "qualifiers", "string"}, Key{"edge", "valid", "string"},
    Key{"edge", "confidence", "float"},  Key{"edge", "evidence_count", "int"},
    Key{"edge", "documents", "string"},
};

/// Text of an element. XML 1.0 has no way to write most control characters.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\n':
      case '\t':
        out.push_back(c);
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\xEF\xBF\xBD";
        } else {
          out.push_back(c);
        }
    }
  }
  return out;
}

void AppendData(std::string_view owner, std::string_view name, std::string_view value,
                std::string& out) {
  if (value.empty()) return;
  fmt::format_to(std::back_inserter(out), "<data key=\"{}.{}\">{}</data>", owner, name,
                 Escaped(value));
}

template <typename Map>
std::string JsonOf(const Map& map) {
  JsonWriter json;
  WriteMap(json, map);
  return json.Take();
}

class GraphMlSink final : public ExportSink {
 public:
  void Begin(std::string& out) override {
    out +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const Key& key : kKeys) {
      fmt::format_to(std::back_inserter(out),
                     "<key id=\"{0}.{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n",
                     key.owner, key.name, key.type);
    }
    out += "<graph id=\"chido\" edgedefault=\"directed\">\n";
  }
  void Add(const Entity& entity, std::string& out) override {
    fmt::format_to(std::back_inserter(out), "<node id=\"urn:chido:entity:{}\">",
                   ToString(entity.id));
    AppendData("node", "type", NameOf(entity.type), out);
    AppendData("node", "label", entity.label, out);
    if (!entity.attributes.empty()) {
      AppendData("node", "attributes", JsonOf(entity.attributes), out);
    }
    AppendData("node", "first_seen", entity.first_seen, out);
    AppendData("node", "last_seen", entity.last_seen, out);
    out += "</node>\n";
  }
  void Add(const ExportedStatement& exported, std::string& out) override {
    const Statement& statement = exported.statement;
    fmt::format_to(std::back_inserter(out),
                   "<edge id=\"urn:chido:statement:{}\" source=\"urn:chido:entity:{}\" "
                   "target=\"urn:chido:entity:{}\">",
                   ToString(statement.id), ToString(statement.subject), ToString(statement.object));
    AppendData("edge", "predicate", RowOf(statement.predicate).name, out);
    if (!statement.qualifiers.empty()) {
      AppendData("edge", "qualifiers", JsonOf(statement.qualifiers), out);
    }
    AppendData("edge", "valid", FormatEdtf(statement.valid), out);
    AppendData("edge", "confidence", fmt::format("{}", statement.confidence), out);
    AppendData("edge", "evidence_count", fmt::format("{}", statement.evidence_count), out);
    JsonWriter documents;
    WriteDocuments(documents, exported.documents);
    AppendData("edge", "documents", documents.text(), out);
    out += "</edge>\n";
  }
  void End(std::string& out) override { out += "</graph>\n</graphml>\n"; }
};

}  // namespace

std::unique_ptr<ExportSink> MakeGraphMlSink() { return std::make_unique<GraphMlSink>(); }

}  // namespace chido
