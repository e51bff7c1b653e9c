#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace chido {

/// The tables of datasets/ that the lexicon holds.
enum class TableId : std::uint8_t {
  kProvinces,
  kDistricts,
  kCommunes,
  kBodies,
  kRoles,
  kHonorifics,
  kDirectiveTypes,
  kIssuers,
  kKnownDirectives,
  kSurnames,
  kNameSyllables,
  kClans,
  kTerms,
  kCues,
  kCount
};

/// What a cell may hold.
enum class CellKind : std::uint8_t {
  kText,      ///< anything, also nothing
  kRequired,  ///< at least one character
  kDate,      ///< EDTF year, month or day, or nothing
  kInteger,   ///< a number from 0 to 65535, or nothing
  kDecimal,   ///< a number with an optional point, or nothing
  kYesNo,     ///< y, n or nothing
  kChoice     ///< one of `choices`
};

struct Column {
  std::string_view name;
  CellKind kind = CellKind::kText;
  std::string_view choices;  ///< separated by blanks
};

/// One kind of table: its file and its columns in the order in which the compiled form keeps them.
struct Schema {
  TableId id = TableId::kCount;
  std::string_view file;  ///< below datasets/; the cue tables are `lexicon/cues*.tsv`
  std::span<const Column> columns;
};

/// All schemas, in the order of `TableId`.
std::span<const Schema> Schemas();
/// The schema of the table file named `file` ("lexicon/roles.tsv"), or nullptr.
const Schema* SchemaOf(std::string_view file);

}  // namespace chido
