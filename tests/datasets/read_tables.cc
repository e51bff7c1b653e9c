#include "tests/datasets/read_tables.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "graph/base/error.h"
#include "linker/lexicon/table.h"

namespace chido {
namespace {

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

const std::filesystem::path kFolder = std::filesystem::path(CHIDO_SOURCE_DIR) / "datasets";

}  // namespace

RawTable ReadRawTable(const std::string& path) {
  std::ifstream in(kFolder / path, std::ios::binary);
  if (!in) Abort("datasets/" + path + " cannot be read");
  RawTable table;
  table.path = path;
  table.content.assign(std::istreambuf_iterator<char>(in), {});
  std::vector<std::string> lines = Split(table.content, '\n');
  if (lines.back().empty()) lines.pop_back();
  table.columns = Split(lines.front(), '\t');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = Split(lines[i], '\t');
    Record& record = table.records.emplace_back();
    for (std::size_t c = 0; c < std::min(cells.size(), table.columns.size()); ++c) {
      record[table.columns[c]] = cells[c];
    }
  }
  return table;
}

std::vector<std::string> TablePaths() {
  std::vector<std::string> paths;
  for (const std::string folder : {"gazetteer", "lexicon"}) {
    for (const auto& entry : std::filesystem::directory_iterator(kFolder / folder)) {
      if (entry.path().extension() == ".tsv") {
        paths.push_back(folder + "/" + entry.path().filename().string());
      }
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> Parts(std::string_view cell) {
  std::vector<std::string> parts;
  for (const std::string_view part : SplitCell(cell)) parts.emplace_back(part);
  return parts;
}

}  // namespace chido
