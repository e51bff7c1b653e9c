#include <fmt/format.h>

#include <iterator>

#include "graph/exchange/rdf.h"

namespace chido {
namespace {

/// Each statement is a graph of its own name, so that what is said of it needs no reification.
class NQuadsSink final : public ExportSink {
 public:
  void Begin(std::string&) override {}
  void Add(const Entity& entity, std::string& out) override {
    WriteFacts(IriOf(entity.id), FactsOf(entity), out);
  }
  void Add(const ExportedStatement& exported, std::string& out) override {
    const Statement& statement = exported.statement;
    const std::string graph = IriOf(statement.id);
    fmt::format_to(std::back_inserter(out), "{} {} {} {} .\n", IriOf(statement.subject),
                   Iri("predicate", RowOf(statement.predicate).name), IriOf(statement.object),
                   graph);
    WriteFacts(graph, FactsOf(exported), out);
  }
  void End(std::string&) override {}

 private:
  static void WriteFacts(const std::string& subject, const Facts& facts, std::string& out) {
    for (const auto& [predicate, object] : facts) {
      fmt::format_to(std::back_inserter(out), "{} {} {} .\n", subject, predicate, object);
    }
  }
};

}  // namespace

std::unique_ptr<ExportSink> MakeNQuadsSink() { return std::make_unique<NQuadsSink>(); }

}  // namespace chido
