#include <filesystem>
#include <fstream>
#include <ostream>

#include "graph/exchange/export.h"
#include "graph/store/store.h"
#include "http/commands.h"

namespace chido {
namespace {

Result<int> WriteFile(const Snapshot& snapshot, ExportFormat format,
                      const std::filesystem::path& path) {
  if (std::filesystem::exists(path)) {
    return Fail(Code::kAlreadyExists,
                "'" + path.string() + "' exists; name another file or remove it");
  }
  std::ofstream file(path, std::ios::binary);
  if (!file) {
    return Fail(Code::kIo, "cannot write '" + path.string() + "'; does its folder exist?");
  }
  CHIDO_TRY(Export(snapshot, format, file));
  file.close();
  if (!file) return Fail(Code::kIo, "writing '" + path.string() + "' failed; is the disk full?");
  return 0;
}

}  // namespace

Result<int> RunExport(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(const std::string folder, arguments.Store());
  const std::optional<ExportFormat> format = ExportFormatFromName(arguments.String("format"));
  if (!format) return Fail(Code::kInvalidArgument, "unknown --format; see chido export --help");
  CHIDO_ASSIGN(const std::unique_ptr<Store> store, Store::Open(folder, {.read_only = true}));
  const std::unique_ptr<Snapshot> snapshot = store->Read();
  if (const std::string out = arguments.String("out"); !out.empty()) {
    return WriteFile(*snapshot, *format, out);
  }
  CHIDO_TRY(Export(*snapshot, *format, terminal.out));
  if (!terminal.out) return Fail(Code::kIo, "writing to standard output failed");
  return 0;
}

}  // namespace chido
