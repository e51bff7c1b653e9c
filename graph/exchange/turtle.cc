#include <fmt/format.h>

#include <iterator>

#include "graph/exchange/rdf.h"

namespace chido {
namespace {

/// Turtle knows no named graphs: statements are written as triples and, for what is said of them,
/// once more as rdf:Statement.
class TurtleSink final : public ExportSink {
 public:
  void Begin(std::string& out) override {
    out += "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n";
  }
  void Add(const Entity& entity, std::string& out) override {
    WriteFacts(IriOf(entity.id), FactsOf(entity), out);
  }
  void Add(const ExportedStatement& exported, std::string& out) override {
    const Statement& statement = exported.statement;
    const std::string subject = IriOf(statement.subject);
    const std::string predicate = Iri("predicate", RowOf(statement.predicate).name);
    const std::string object = IriOf(statement.object);
    fmt::format_to(std::back_inserter(out), "\n{} {} {} .", subject, predicate, object);
    Facts facts{{"a", "rdf:Statement"},
                {"rdf:subject", subject},
                {"rdf:predicate", predicate},
                {"rdf:object", object}};
    for (auto& fact : FactsOf(exported)) facts.push_back(std::move(fact));
    WriteFacts(IriOf(statement.id), facts, out);
  }
  void End(std::string&) override {}

 private:
  static void WriteFacts(const std::string& subject, const Facts& facts, std::string& out) {
    fmt::format_to(std::back_inserter(out), "\n{}", subject);
    for (std::size_t i = 0; i < facts.size(); ++i) {
      fmt::format_to(std::back_inserter(out), "{}\n  {} {}", i == 0 ? "" : " ;", facts[i].first,
                     facts[i].second);
    }
    out += " .\n";
  }
};

}  // namespace

std::unique_ptr<ExportSink> MakeTurtleSink() { return std::make_unique<TurtleSink>(); }

}  // namespace chido
