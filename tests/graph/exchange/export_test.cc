#include "graph/exchange/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/graph/exchange/parse_back.h"
#include "tests/support/drawn_store.h"

namespace chido {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kHard = "a \"b\" 'c' \\ <d> & e,f;\r\ng\th | Đ 🧵 . ;";

class ExportTest : public ::testing::Test {
 protected:
  ExportTest() { drawn.Set("NQ4", "title", kHard); }
  std::string Written(ExportFormat format) {
    std::ostringstream out;
    const Status status = Export(drawn.snapshot(), format, out);
    EXPECT_TRUE(status);
    return out.str();
  }
  std::string Urn(std::string_view name) { return "urn:chido:entity:" + ToString(drawn.Id(name)); }

  testing::DrawnStore drawn{R"(
    o:An   chaired  m:Giao 2023-07-21 manner=chair sure=0.75 in=bai1#1,bai2#2
    o:An   cited_by_speaker d:NQ4 2024-01-01 function=reviews meeting=Giao in=bai1#2
    a:bai1 mentions o:An   2024-01-01 in=bai1#1
  )"};
};

TEST_F(ExportTest, EveryFormatIsNamedAndFoundByItsName) {
  for (const ExportFormat format : kExportFormats) {
    EXPECT_EQ(ExportFormatFromName(NameOf(format)), format);
  }
  EXPECT_FALSE(ExportFormatFromName("xlsx"));
}

TEST_F(ExportTest, TheSameContentGivesTheSameBytes) {
  for (const ExportFormat format : kExportFormats) {
    EXPECT_EQ(Written(format), Written(format)) << NameOf(format);
  }
}

TEST_F(ExportTest, JsonLinesHoldEveryEntityAndStatement) {
  std::istringstream lines(Written(ExportFormat::kJsonLines));
  std::size_t entities = 0;
  std::map<std::string, Json> statements;
  for (std::string line; std::getline(lines, line);) {
    const Json row = Json::parse(line);
    if (row["kind"] == "statement") statements.emplace(row["predicate"], row);
    if (row["kind"] == "entity") ++entities;
    if (row.value("label", "") == "NQ4") {
      EXPECT_EQ(row["attributes"]["title"], kHard);
    }
  }
  EXPECT_EQ(entities, 5U);
  ASSERT_EQ(statements.size(), 3U);
  const Json& chaired = statements.at("chaired");
  EXPECT_EQ(chaired["valid"], "2023-07-21");
  EXPECT_EQ(chaired["confidence"], 0.75);
  EXPECT_EQ(chaired["documents"].size(), 2U);
  EXPECT_EQ(chaired["qualifiers"]["manner"], "chair");
}

TEST_F(ExportTest, CsvReadsBackWithItsQuotesAndLineBreaks) {
  const std::vector<std::vector<std::string>> rows = testing::ParseCsv(Written(ExportFormat::kCsv));
  ASSERT_EQ(rows.size(), 1U + 5U + 3U);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows.front().size());
  EXPECT_EQ(rows.front().front(), "kind");
  bool found = false;
  for (const auto& row : rows) {
    if (row[3] != "NQ4") continue;
    EXPECT_EQ(Json::parse(row[5])["title"], kHard);
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST_F(ExportTest, NQuadsNameTheGraphOfEachStatement) {
  std::size_t chaired = 0;
  std::set<std::string> graphs;
  for (const testing::Quad& quad : testing::ParseNQuads(Written(ExportFormat::kNQuads))) {
    if (!quad.graph.empty()) graphs.insert(quad.graph);
    if (quad.predicate != "<urn:chido:predicate:chaired>") continue;
    ++chaired;
    EXPECT_EQ(quad.subject, "<" + Urn("An") + ">");
    EXPECT_EQ(quad.object, "<" + Urn("Giao") + ">");
  }
  EXPECT_EQ(chaired, 1U);
  EXPECT_EQ(graphs.size(), 3U);
}

TEST_F(ExportTest, LiteralsAreReadBackFromNQuads) {
  bool found = false;
  for (const testing::Quad& quad : testing::ParseNQuads(Written(ExportFormat::kNQuads))) {
    if (quad.predicate != "<urn:chido:attribute:title>") continue;
    EXPECT_EQ(Json::parse(quad.object), kHard);
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST_F(ExportTest, TheMeetingOfASpeechIsALinkInRdf) {
  for (const testing::Quad& quad : testing::ParseNQuads(Written(ExportFormat::kNQuads))) {
    if (quad.predicate == "<urn:chido:qualifier:meeting>") {
      EXPECT_EQ(quad.object, "<" + Urn("Giao") + ">");
      return;
    }
  }
  FAIL() << "no meeting was written";
}

TEST_F(ExportTest, TurtleSaysTheSameTriplesAsNQuads) {
  std::set<std::string> quads;
  for (const testing::Quad& quad : testing::ParseNQuads(Written(ExportFormat::kNQuads))) {
    quads.insert(quad.subject + " " + quad.predicate + " " + quad.object);
  }
  std::set<std::string> triples;
  std::size_t reified = 0;
  for (const testing::Quad& quad : testing::ParseTurtle(Written(ExportFormat::kTurtle))) {
    const bool own = quad.predicate.starts_with("rdf:") || quad.predicate == "a";
    if (own) {
      ++reified;
    } else {
      triples.insert(quad.subject + " " + quad.predicate + " " + quad.object);
    }
  }
  EXPECT_EQ(triples, quads);
  EXPECT_EQ(reified, 3U * 4U);
}

TEST_F(ExportTest, JsonLdIsOneGraphWithItsContext) {
  const Json document = Json::parse(Written(ExportFormat::kJsonLd));
  ASSERT_TRUE(document.contains("@context"));
  EXPECT_EQ(document["@graph"].size(), 5U + 3U);
  std::set<std::string> ids;
  for (const Json& node : document["@graph"]) EXPECT_TRUE(ids.insert(node["@id"]).second);
  for (const Json& node : document["@graph"]) {
    if (node["@type"] == "rdf:Statement") {
      EXPECT_TRUE(ids.contains(node["object"]));
    }
    if (node["@id"] == Urn("NQ4")) {
      EXPECT_EQ(node["attribute:title"], kHard);
    }
  }
}

TEST_F(ExportTest, GraphMlIsWellFormedAndItsEdgesJoinItsNodes) {
  const std::string text = Written(ExportFormat::kGraphMl);
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), "out.graphml", nullptr,
                    XML_PARSE_NONET),
      xmlFreeDoc);
  ASSERT_NE(document, nullptr);
  const auto attribute = [](xmlNode* node, const char* name) {
    xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    const std::string copy = value == nullptr ? "" : reinterpret_cast<const char*>(value);
    xmlFree(value);
    return copy;
  };
  std::set<std::string> nodes;
  std::size_t edges = 0;
  for (xmlNode* graph = xmlDocGetRootElement(document.get())->children; graph != nullptr;
       graph = graph->next) {
    if (std::string_view(reinterpret_cast<const char*>(graph->name)) != "graph") continue;
    for (xmlNode* node = graph->children; node != nullptr; node = node->next) {
      const std::string_view name(reinterpret_cast<const char*>(node->name));
      if (name == "node") nodes.insert(attribute(node, "id"));
      if (name != "edge") continue;
      ++edges;
      EXPECT_TRUE(nodes.contains(attribute(node, "source")));
      EXPECT_TRUE(nodes.contains(attribute(node, "target")));
    }
  }
  EXPECT_EQ(nodes.size(), 5U);
  EXPECT_EQ(edges, 3U);
}

TEST_F(ExportTest, ControlCharactersDoNotBreakXml) {
  drawn.Set("NQ4", "title",
            "a\x01\x1F"
            "b");
  const std::string text = Written(ExportFormat::kGraphMl);
  xmlDoc* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), "out.graphml",
                                   nullptr, XML_PARSE_NONET);
  EXPECT_NE(document, nullptr);
  xmlFreeDoc(document);
}

TEST_F(ExportTest, AFailingStreamIsAnError) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const Status status = Export(drawn.snapshot(), ExportFormat::kCsv, out);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, Code::kIo);
}

}  // namespace
}  // namespace chido
