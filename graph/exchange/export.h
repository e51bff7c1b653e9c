#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>

#include "graph/base/result.h"
#include "graph/store/snapshot.h"

namespace chido {

/// Forms in which the whole graph can be written. README.md tells how each maps the graph.
enum class ExportFormat : std::uint8_t { kNQuads, kTurtle, kJsonLd, kGraphMl, kCsv, kJsonLines };

inline constexpr std::array kExportFormats{ExportFormat::kNQuads, ExportFormat::kTurtle,
                                           ExportFormat::kJsonLd, ExportFormat::kGraphMl,
                                           ExportFormat::kCsv,    ExportFormat::kJsonLines};

/// "nquads", "turtle", "jsonld", "graphml", "csv", "jsonl".
std::string_view NameOf(ExportFormat format);
std::optional<ExportFormat> ExportFormatFromName(std::string_view name);

/// Writes all entities by id, then all statements by id with the documents that hold them up. The
/// same content gives the same bytes; memory does not grow with the graph. Errors: those of the
/// store; kIo if `out` fails.
Status Export(const Snapshot& snapshot, ExportFormat format, std::ostream& out);

}  // namespace chido
