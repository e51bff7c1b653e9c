#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/model/entity.h"
#include "graph/model/statement.h"

namespace chido {

/// A statement as it is exported.
struct ExportedStatement {
  const Statement& statement;
  /// Documents with evidence for it, by id, each once.
  const std::vector<DocumentId>& documents;
};

/// Turns a stream of entities and then statements into text of one form. Each call appends to
/// `out`. Not thread-safe.
class ExportSink {
 public:
  virtual ~ExportSink() = default;
  virtual void Begin(std::string& out) = 0;
  virtual void Add(const Entity& entity, std::string& out) = 0;
  virtual void Add(const ExportedStatement& exported, std::string& out) = 0;
  virtual void End(std::string& out) = 0;
};

std::unique_ptr<ExportSink> MakeNQuadsSink();
std::unique_ptr<ExportSink> MakeTurtleSink();
std::unique_ptr<ExportSink> MakeJsonLdSink();
std::unique_ptr<ExportSink> MakeGraphMlSink();
std::unique_ptr<ExportSink> MakeCsvSink();
std::unique_ptr<ExportSink> MakeJsonLinesSink();

}  // namespace chido
