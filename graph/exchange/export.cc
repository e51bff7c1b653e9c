#include "graph/exchange/export.h"

#include <ostream>

#include "graph/exchange/sink.h"

namespace chido {
namespace {

constexpr std::size_t kPage = 1000;
/// Text gathered before it is handed to the stream.
constexpr std::size_t kChunk = std::size_t{1} << 16U;

std::unique_ptr<ExportSink> SinkFor(ExportFormat format) {
  switch (format) {
    case ExportFormat::kNQuads:
      return MakeNQuadsSink();
    case ExportFormat::kTurtle:
      return MakeTurtleSink();
    case ExportFormat::kJsonLd:
      return MakeJsonLdSink();
    case ExportFormat::kGraphMl:
      return MakeGraphMlSink();
    case ExportFormat::kCsv:
      return MakeCsvSink();
    case ExportFormat::kJsonLines:
      return MakeJsonLinesSink();
  }
  Abort("unknown export format");
}

/// Gathers text and hands it on in chunks.
class Outlet {
 public:
  explicit Outlet(std::ostream& out) : out_(out) {}
  std::string& text() { return text_; }
  Status Pass(bool all = false) {
    if (!all && text_.size() < kChunk) return {};
    out_ << text_;
    text_.clear();
    if (!out_) return Fail(Code::kIo, "writing the export failed; is the disk full?");
    return {};
  }

 private:
  std::ostream& out_;
  std::string text_;
};

Result<std::vector<DocumentId>> DocumentsOf(const Snapshot& snapshot, StatementId statement) {
  std::vector<DocumentId> documents;
  std::string cursor;
  do {
    CHIDO_ASSIGN(const Page<Evidence> page, snapshot.EvidenceOf(statement, kPage, cursor));
    for (const Evidence& piece : page.items) {
      // Pieces come by document.
      const bool fresh = documents.empty() || documents.back() != piece.document;
      if (piece.document && fresh) documents.push_back(piece.document);
    }
    cursor = page.next;
  } while (!cursor.empty());
  return documents;
}

}  // namespace

std::string_view NameOf(ExportFormat format) {
  constexpr std::array<std::string_view, kExportFormats.size()> kNames{
      "nquads", "turtle", "jsonld", "graphml", "csv", "jsonl"};
  return kNames.at(static_cast<std::size_t>(format));
}

std::optional<ExportFormat> ExportFormatFromName(std::string_view name) {
  for (const ExportFormat format : kExportFormats) {
    if (NameOf(format) == name) return format;
  }
  return std::nullopt;
}

Status Export(const Snapshot& snapshot, ExportFormat format, std::ostream& out) {
  const std::unique_ptr<ExportSink> sink = SinkFor(format);
  Outlet outlet(out);
  sink->Begin(outlet.text());
  std::string cursor;
  do {
    CHIDO_ASSIGN(const Page<Entity> page, snapshot.ScanEntities(std::nullopt, kPage, cursor));
    for (const Entity& entity : page.items) {
      sink->Add(entity, outlet.text());
      CHIDO_TRY(outlet.Pass());
    }
    cursor = page.next;
  } while (!cursor.empty());
  do {
    CHIDO_ASSIGN(const Page<Statement> page, snapshot.ScanStatements(kPage, cursor));
    for (const Statement& statement : page.items) {
      CHIDO_ASSIGN(const std::vector<DocumentId> documents, DocumentsOf(snapshot, statement.id));
      sink->Add(ExportedStatement{statement, documents}, outlet.text());
      CHIDO_TRY(outlet.Pass());
    }
    cursor = page.next;
  } while (!cursor.empty());
  sink->End(outlet.text());
  return outlet.Pass(true);
}

}  // namespace chido
