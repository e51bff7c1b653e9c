#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <vector>

#include "linker/lexicon/compiler.h"

namespace chido {
namespace {

Result<std::vector<TableFile>> ReadFiles(const std::string& folder, std::span<char* const> names) {
  std::vector<TableFile> files;
  for (const std::string name : names) {
    std::ifstream in(folder + "/" + name, std::ios::binary);
    if (!in) return Fail(Code::kIo, fmt::format("cannot read {}/{}", folder, name));
    files.push_back({name, {std::istreambuf_iterator<char>(in), {}}});
  }
  return files;
}

/// compile_lexicon OUTPUT DATASETS TABLE…: a build tool, called by CMake alone.
Status Compile(std::span<char* const> arguments) {
  if (arguments.size() < 4) {
    return Fail(Code::kInvalidArgument, "usage: compile_lexicon OUTPUT DATASETS TABLE...");
  }
  CHIDO_ASSIGN(const std::vector<TableFile> files, ReadFiles(arguments[2], arguments.subspan(3)));
  CHIDO_ASSIGN(const std::string blob, CompileLexicon(files));
  std::ofstream out(arguments[1], std::ios::binary);
  out << blob;
  out.close();
  if (!out) return Fail(Code::kIo, fmt::format("cannot write {}", arguments[1]));
  return {};
}

}  // namespace
}  // namespace chido

int main(int argc, char** argv) {
  const chido::Status status = chido::Compile({argv, static_cast<std::size_t>(argc)});
  if (status.has_value()) return 0;
  std::cerr << status.error().message << '\n';
  return 1;
}
