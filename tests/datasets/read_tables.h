#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chido {

/// A row of a table by column name.
using Record = std::map<std::string, std::string, std::less<>>;

/// One table of datasets/, unchecked.
struct RawTable {
  std::string path;  ///< below datasets/
  std::vector<std::string> columns;
  std::vector<Record> records;
  std::string content;
};

/// Reads datasets/<path>. Ends the test program if there is no such file.
RawTable ReadRawTable(const std::string& path);

/// Paths of all tables of the gazetteer and the lexicon, sorted.
std::vector<std::string> TablePaths();

/// The parts of a cell.
std::vector<std::string> Parts(std::string_view cell);

}  // namespace chido
