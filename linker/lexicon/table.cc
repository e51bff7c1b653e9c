#include "linker/lexicon/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "graph/model/edtf.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

std::vector<std::string_view> SplitLine(std::string_view line) {
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos;
       tab = line.find('\t', begin)) {
    cells.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  cells.push_back(line.substr(begin));
  return cells;
}

template <typename Number>
bool IsNumber(std::string_view cell) {
  Number value{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

/// What is wrong with a cell; empty if nothing is.
std::string Complaint(const Column& column, std::string_view cell) {
  if (cell.starts_with(' ') || cell.ends_with(' ')) return "a blank stands at the end; remove it";
  const auto choices = SplitCell(column.choices, ' ');
  switch (column.kind) {
    case CellKind::kText:
      break;
    case CellKind::kRequired:
      if (cell.empty()) return "the cell is empty and must not be";
      break;
    case CellKind::kDate:
      if (!cell.empty() && !ParseEdtf(cell).has_value()) {
        return fmt::format("'{}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD", cell);
      }
      break;
    case CellKind::kInteger:
      if (!cell.empty() && !IsNumber<std::uint16_t>(cell)) {
        return fmt::format("'{}' is no whole number from 0 to 65535", cell);
      }
      break;
    case CellKind::kDecimal:
      if (!cell.empty() && !IsNumber<float>(cell)) return fmt::format("'{}' is no number", cell);
      break;
    case CellKind::kYesNo:
      if (!cell.empty() && cell != "y" && cell != "n") {
        return fmt::format("'{}' is neither y nor n", cell);
      }
      break;
    case CellKind::kChoice:
      if (!cell.empty() && std::find(choices.begin(), choices.end(), cell) == choices.end()) {
        return fmt::format("'{}' is none of: {}", cell, column.choices);
      }
      break;
  }
  return {};
}

/// For each column of the schema its place in the file.
Result<std::vector<std::size_t>> MatchHeader(const TableFile& file, const Schema& schema,
                                             const std::vector<std::string_view>& header) {
  std::vector<std::size_t> places;
  for (const Column& column : schema.columns) {
    const auto found = std::find(header.begin(), header.end(), column.name);
    if (found == header.end()) {
      return Fail(Code::kBadInput, fmt::format("datasets/{}, line 1: column '{}' is missing",
                                               file.name, column.name));
    }
    places.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  if (header.size() != places.size()) {
    return Fail(Code::kBadInput,
                fmt::format("datasets/{}, line 1: {} columns and the schema has {}; "
                            "name new ones in linker/lexicon/schema.cc",
                            file.name, header.size(), places.size()));
  }
  return places;
}

Status CheckEncoding(const TableFile& file) {
  const std::size_t bad = FindInvalidUtf8(file.content);
  if (bad == std::string::npos) return {};
  const auto line = std::count(file.content.begin(),
                               file.content.begin() + static_cast<std::ptrdiff_t>(bad), '\n') +
                    1;
  return Fail(Code::kBadInput,
              fmt::format("datasets/{}, line {}: the text is not UTF-8", file.name, line));
}

}  // namespace

Error CellError(std::string_view file, std::size_t row, std::string_view column,
                std::string_view what) {
  return {Code::kBadInput,
          fmt::format("datasets/{}, line {}, column {}: {}", file, row + 2, column, what)};
}

std::vector<std::string_view> SplitCell(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t end = cell.find(separator);
    const std::string_view part = cell.substr(0, end);
    if (!part.empty()) parts.push_back(part);
    cell = end == std::string_view::npos ? std::string_view{} : cell.substr(end + 1);
  }
  return parts;
}

Result<Table> ReadTable(const TableFile& file) {
  const Schema* schema = SchemaOf(file.name);
  if (schema == nullptr) {
    return Fail(Code::kBadInput, fmt::format("datasets/{} is no table of the lexicon; name it in "
                                             "linker/lexicon/schema.cc",
                                             file.name));
  }
  CHIDO_TRY(CheckEncoding(file));
  Table table{schema->id, file.name, {}};
  std::vector<std::size_t> places;
  std::string_view rest = file.content;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const std::vector<std::string_view> cells = SplitLine(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (line == 1) {
      CHIDO_ASSIGN(places, MatchHeader(file, *schema, cells));
      continue;
    }
    const std::size_t row = line - 2;
    if (cells.size() != places.size()) {
      return std::unexpected(
          CellError(file.name, row, "(all)",
                    fmt::format("{} cells and the header has {}", cells.size(), places.size())));
    }
    std::vector<std::string_view>& out = table.rows.emplace_back();
    for (std::size_t i = 0; i < places.size(); ++i) {
      out.push_back(cells[places[i]]);
      const std::string complaint = Complaint(schema->columns[i], out.back());
      if (!complaint.empty()) {
        return std::unexpected(CellError(file.name, row, schema->columns[i].name, complaint));
      }
    }
  }
  return table;
}

}  // namespace chido
