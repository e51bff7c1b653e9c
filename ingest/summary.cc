#include "ingest/summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "ingest/pipeline/progress.h"

namespace chido {
namespace {

constexpr std::size_t kShownErrors = 20;

double Rate(const PipelineReport& report) {
  const auto articles = static_cast<double>(report.added + report.known + report.failed);
  return report.seconds > 0 ? articles / report.seconds : 0;
}

std::string Count(std::uint64_t count, std::string_view one, std::string_view many) {
  return Grouped(count) + " " + std::string(count == 1 ? one : many);
}

void PrintJson(const PipelineReport& report, const StoreStats& stats, Terminal& terminal) {
  nlohmann::ordered_json errors = nlohmann::ordered_json::array();
  for (const Error& error : report.errors) {
    errors.push_back({{"code", RowOf(error.code).slug}, {"message", error.message}});
  }
  const nlohmann::ordered_json summary{{"files", report.source.files},
                                       {"skipped_files", report.source.skipped},
                                       {"bytes", report.source.bytes},
                                       {"articles",
                                        {{"new", report.added},
                                         {"known", report.known},
                                         {"replaced", report.replaced},
                                         {"failed", report.failed}}},
                                       {"seconds", report.seconds},
                                       {"articles_per_second", Rate(report)},
                                       {"stopped", report.stopped},
                                       {"store",
                                        {{"documents", stats.documents},
                                         {"entities", stats.EntityTotal()},
                                         {"statements", stats.StatementTotal()},
                                         {"disk_bytes", stats.disk_bytes}}},
                                       {"errors", std::move(errors)}};
  // Messages may quote damaged bytes of a file name.
  terminal.out << summary.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

void PrintFailures(const PipelineReport& report, Terminal& terminal) {
  if (report.failed == 0) return;
  terminal.err << Grouped(report.failed) << " could not be taken:\n";
  for (std::size_t i = 0; i < report.errors.size() && i < kShownErrors; ++i) {
    terminal.err << "  " << report.errors[i].message << '\n';
  }
  if (report.failed > kShownErrors) {
    terminal.err << "  … and " << Grouped(report.failed - kShownErrors)
                 << " more (--json lists up to " << PipelineReport::kErrorLimit << ")\n";
  }
}

void PrintSummary(const PipelineReport& report, const Store& store, const StoreStats& stats,
                  bool json, Terminal& terminal) {
  if (json) return PrintJson(report, stats, terminal);
  PrintFailures(report, terminal);
  std::ostream& out = terminal.out;
  out << Count(report.added + report.known + report.failed, "article", "articles");
  if (report.source.files > 0) {
    out << " from " << Count(report.source.files, "file", "files");
  }
  out << fmt::format(" ({:.1f} MB) in {:.1f} s, {:.0f} per second\n",
                     static_cast<double>(report.source.bytes) / 1e6, report.seconds, Rate(report));
  out << "  new " << Grouped(report.added) << ", known " << Grouped(report.known);
  if (report.replaced > 0) out << " (of them read anew " << Grouped(report.replaced) << ")";
  out << ", failed " << Grouped(report.failed) << '\n';
  out << store.folder().string()
      << fmt::format(": {}, {}, {}, {:.1f} MB on disk\n",
                     Count(stats.documents, "article", "articles"),
                     Count(stats.EntityTotal(), "entity", "entities"),
                     Count(stats.StatementTotal(), "statement", "statements"),
                     static_cast<double>(stats.disk_bytes) / 1e6);
}

Result<int> ExitCodeOf(const PipelineReport& report) {
  if (report.stopped) {
    return Fail(Code::kUnavailable,
                "stopped before the end; what was read is kept, run the same command again to go "
                "on");
  }
  if (report.failed == 0) return 0;
  if (report.added + report.known > 0 || report.errors.empty()) return 1;
  return RowOf(report.errors.front().code).exit_code;
}

}  // namespace chido
