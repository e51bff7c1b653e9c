#include "linker/lexicon/tables.h"

#include <charconv>

#include "graph/base/bytes.h"
#include "linker/lexicon/cue_kind.h"

namespace chido {
namespace {

/// The cells of one row in the order of the schema's columns.
using Cells = std::span<const std::string_view>;

template <typename Number>
Number ToNumber(std::string_view cell) {
  Number value{};
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

void AddUnit(RowTables& rows, Cells c, std::uint8_t level) {
  rows.units.push_back({.uid = c[0],
                        .code = c[1],
                        .name = c[2],
                        .type = c[3],
                        .level = level,
                        .valid_from = c[4],
                        .valid_to = c[5],
                        .successors = SplitCell(c[6]),
                        .aliases = SplitCell(c[7]),
                        .source = c[8]});
  if (level == 1) {
    rows.provinces.push_back({static_cast<std::uint32_t>(rows.units.size() - 1), c[9],
                              SplitCell(c[12]), SplitCell(c[10]), SplitCell(c[11])});
  }
  rows.parent_codes.push_back(level == 1 ? std::string_view{} : c[9]);
}

void AddBody(RowTables& rows, Cells c) {
  std::vector<std::string_view> successors = SplitCell(c[9]);
  const std::string_view successor = successors.empty() ? std::string_view{} : successors.front();
  rows.bodies.push_back({c[0], c[1], SplitCell(c[2]), SplitCell(c[3]), c[4], c[5], c[6], c[7], c[8],
                         successor, c[10], c[11], std::move(successors)});
}

/// Ids of bodies, of which "p.du*" stands for all that start with "p.du"; one that fits none stays.
std::vector<std::string_view> BodyIds(const RowTables& rows, std::string_view cell) {
  std::vector<std::string_view> ids;
  for (const std::string_view id : SplitCell(cell)) {
    const std::size_t before = ids.size();
    for (const BodyRow& body : rows.bodies) {
      if (id.ends_with('*') && body.id.starts_with(id.substr(0, id.size() - 1))) {
        ids.push_back(body.id);
      }
    }
    if (ids.size() == before) ids.push_back(id);
  }
  return ids;
}

void AddRole(RowTables& rows, Cells c) {
  rows.roles.push_back({c[0], c[1], SplitCell(c[2]), SplitCell(c[3]), BodyIds(rows, c[4]), c[5],
                        c[6], ToNumber<std::int32_t>(c[7]), c[8] == "y", c[9]});
}

void AddIssuer(RowTables& rows, Cells c) {
  std::vector<std::string_view> bodies = BodyIds(rows, c[2]);
  const std::string_view body = bodies.empty() ? std::string_view{} : bodies.front();
  rows.issuers.push_back(
      {c[0], SplitCell(c[1]), body, c[3], c[4], c[5], c[6] == "y", c[7], c[8], std::move(bodies)});
}

void AddDirectiveType(RowTables& rows, Cells c) {
  std::vector<std::string_view> codes = SplitCell(c[3]);
  for (const std::string_view variant : SplitCell(c[4])) codes.push_back(variant);
  const std::string_view code = codes.empty() ? std::string_view{} : codes.front();
  if (!codes.empty()) codes.erase(codes.begin());
  rows.directive_types.push_back({c[0], c[1], c[2], code, std::move(codes), c[5], SplitCell(c[7])});
}

void AddRow(RowTables& rows, TableId id, Cells c) {
  switch (id) {
    case TableId::kProvinces:
      return AddUnit(rows, c, 1);
    case TableId::kDistricts:
      return AddUnit(rows, c, 2);
    case TableId::kCommunes:
      return AddUnit(rows, c, 3);
    case TableId::kBodies:
      return AddBody(rows, c);
    case TableId::kRoles:
      return AddRole(rows, c);
    case TableId::kDirectiveTypes:
      return AddDirectiveType(rows, c);
    case TableId::kHonorifics:
      rows.honorifics.push_back({c[0], c[1], c[2], c[3]});
      return;
    case TableId::kIssuers:
      return AddIssuer(rows, c);
    case TableId::kKnownDirectives:
      rows.known_directives.push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7],
                                       SplitCell(c[8]), SplitCell(c[9]), c[10]});
      return;
    case TableId::kSurnames:
      rows.surnames.push_back({c[0], ToNumber<float>(c[1]), c[2] == "y", SplitCell(c[3])});
      return;
    case TableId::kNameSyllables:
      rows.name_syllables.push_back({c[0], ToNumber<float>(c[1]), ToNumber<float>(c[2])});
      return;
    case TableId::kClans:
      rows.clans.push_back({c[0], c[1], c[2], SplitCell(c[3]), c[4], SplitCell(c[5])});
      return;
    case TableId::kTerms:
      rows.terms.push_back({c[0], c[1], c[2], c[3], c[6]});
      return;
    case TableId::kCues:
      rows.cues.push_back({c[0], c[1], c[2], CueKind::FamilyBits(c[0])});
      return;
    case TableId::kCount:
      return;
  }
}

}  // namespace

std::string EncodeTables(std::span<const Table> tables) {
  ByteWriter out;
  for (const Schema& schema : Schemas()) {
    std::size_t count = 0;
    for (const Table& table : tables) count += table.id == schema.id ? table.rows.size() : 0;
    out.Varint(count);
    for (const Table& table : tables) {
      if (table.id != schema.id) continue;
      for (const auto& row : table.rows) {
        for (const std::string_view cell : row) out.String(cell);
      }
    }
  }
  return out.Take();
}

Result<RowTables> DecodeTables(std::string_view bytes) {
  RowTables rows;
  ByteReader in(bytes);
  std::vector<std::string_view> cells;
  rows.units.reserve(1U << 15U);
  rows.parent_codes.reserve(1U << 15U);
  for (const Schema& schema : Schemas()) {
    const std::size_t count = in.Count();
    cells.resize(schema.columns.size());
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
      for (std::string_view& cell : cells) cell = in.StringView();
      AddRow(rows, schema.id, cells);
    }
  }
  CHIDO_TRY(in.status("the rows of the compiled lexicon"));
  return rows;
}

}  // namespace chido
