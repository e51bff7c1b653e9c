#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "linker/lexicon/schema.h"

namespace chido {

/// A table file as it was read.
struct TableFile {
  std::string name;     ///< below datasets/, e.g. "lexicon/roles.tsv"
  std::string content;  ///< tab-separated, one header row, no quoting
};

/// A checked table: cells in the order of the schema's columns. Views point into the file's
/// content.
struct Table {
  TableId id = TableId::kCount;
  std::string_view file;
  std::vector<std::vector<std::string_view>> rows;  ///< row i stands on line i + 2
};

/// Reads and checks one table. Error kBadInput names file, line and column.
Result<Table> ReadTable(const TableFile& file);

/// "datasets/<file>, line <row + 2>, column <column>: <what>" as kBadInput.
Error CellError(std::string_view file, std::size_t row, std::string_view column,
                std::string_view what);

/// The parts of a cell that holds several values; none for an empty cell.
std::vector<std::string_view> SplitCell(std::string_view cell, char separator = '|');

}  // namespace chido
