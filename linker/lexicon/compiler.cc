#include "linker/lexicon/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "graph/base/hash.h"
#include "linker/lexicon/automaton_builder.h"
#include "linker/lexicon/blob.h"
#include "linker/lexicon/tables.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

using Rows = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

/// Dates of any precision compare as text once an empty one has its place.
std::string_view From(const UnitRow& unit) { return unit.valid_from; }
std::string_view To(const UnitRow& unit) { return unit.valid_to.empty() ? "9999" : unit.valid_to; }

bool Overlap(const UnitRow& a, const UnitRow& b) { return From(a) < To(b) && From(b) < To(a); }

/// Whether `code` of a unit of `level` names a province: communes have had provinces above them
/// since the districts ended.
bool NamesProvince(std::uint8_t level, std::string_view code) {
  return level == 2 || code.size() <= 2;
}

/// Index of the first row of each level, for the line of an error.
std::size_t RowInFile(const RowTables& rows, std::size_t unit) {
  std::size_t row = 0;
  for (std::size_t i = unit; i > 0 && rows.units[i - 1].level == rows.units[unit].level; --i) ++row;
  return row;
}

Error UnitError(const RowTables& rows, std::size_t unit, std::string_view column,
                std::string_view what) {
  static constexpr std::string_view kFiles[] = {
      "", "gazetteer/provinces.tsv", "gazetteer/districts.tsv", "gazetteer/communes.tsv"};
  return CellError(kFiles[rows.units[unit].level], RowInFile(rows, unit), column, what);
}

/// The parent of each unit: of the rows with the code the last one that is valid at the same time.
Result<std::vector<std::uint32_t>> FindParents(const RowTables& rows) {
  Rows provinces;
  Rows districts;
  for (std::uint32_t i = 0; i < rows.units.size(); ++i) {
    const UnitRow& unit = rows.units[i];
    if (unit.level < 3) (unit.level == 1 ? provinces : districts)[unit.code].push_back(i);
  }
  std::vector<std::uint32_t> parents(rows.units.size(), kNoRow);
  for (std::uint32_t i = 0; i < rows.units.size(); ++i) {
    const UnitRow& unit = rows.units[i];
    if (unit.level == 1) continue;
    const std::string_view code = rows.parent_codes[i];
    const Rows& above = NamesProvince(unit.level, code) ? provinces : districts;
    const auto candidates = above.find(code);
    if (candidates == above.end()) {
      return std::unexpected(UnitError(rows, i, unit.level == 2 ? "province_code" : "parent_code",
                                       fmt::format("no unit has the code '{}'", code)));
    }
    for (const std::uint32_t candidate : candidates->second) {
      if (!Overlap(unit, rows.units[candidate])) continue;
      if (parents[i] == kNoRow || From(rows.units[parents[i]]) < From(rows.units[candidate])) {
        parents[i] = candidate;
      }
    }
  }
  return parents;
}

Status CheckUnits(const RowTables& rows, std::span<const std::uint32_t> uid_order) {
  std::set<std::string_view> uids;
  for (const UnitRow& unit : rows.units) uids.insert(unit.uid);
  for (std::size_t i = 1; i < uid_order.size(); ++i) {
    if (rows.units[uid_order[i - 1]].uid != rows.units[uid_order[i]].uid) continue;
    return std::unexpected(UnitError(rows, uid_order[i], "uid", "the uid stands twice"));
  }
  for (std::size_t i = 0; i < rows.units.size(); ++i) {
    const UnitRow& unit = rows.units[i];
    if (From(unit) >= To(unit)) {
      return std::unexpected(UnitError(rows, i, "valid_to", "the unit ends before it begins"));
    }
    for (std::string_view successor : unit.successors) {
      if (successor.starts_with('~')) successor.remove_prefix(1);
      if (uids.contains(successor)) continue;
      return std::unexpected(
          UnitError(rows, i, "successors", fmt::format("no unit has the uid '{}'", successor)));
    }
  }
  return {};
}

/// Checks that every id that another table names is one of the bodies.
Status CheckBodies(const RowTables& rows) {
  std::set<std::string_view> ids;
  for (const BodyRow& body : rows.bodies) ids.insert(body.id);
  const auto check = [&](std::string_view id, std::string_view file, std::size_t row,
                         std::string_view column) -> Status {
    if (id.empty() || ids.contains(id)) return {};
    return std::unexpected(
        CellError(file, row, column, fmt::format("no body has the id '{}'", id)));
  };
  for (std::size_t i = 0; i < rows.bodies.size(); ++i) {
    CHIDO_TRY(check(rows.bodies[i].parent, "lexicon/bodies.tsv", i, "parent"));
    for (const std::string_view id : rows.bodies[i].successors) {
      CHIDO_TRY(check(id, "lexicon/bodies.tsv", i, "successor"));
    }
  }
  for (std::size_t i = 0; i < rows.roles.size(); ++i) {
    for (const std::string_view id : rows.roles[i].bodies) {
      CHIDO_TRY(check(id, "lexicon/roles.tsv", i, "body_hint"));
    }
  }
  for (std::size_t i = 0; i < rows.issuers.size(); ++i) {
    for (const std::string_view id : rows.issuers[i].body_ids) {
      CHIDO_TRY(check(id, "lexicon/directive_issuers.tsv", i, "body_id"));
    }
  }
  for (std::size_t i = 0; i < rows.known_directives.size(); ++i) {
    CHIDO_TRY(check(rows.known_directives[i].issuer_body, "lexicon/known_directives.tsv", i,
                    "issuer_body_id"));
  }
  return {};
}

std::vector<std::uint32_t> SortByUid(const RowTables& rows) {
  std::vector<std::uint32_t> order(rows.units.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(rows.units[a].uid, a) < std::pair(rows.units[b].uid, b);
  });
  return order;
}

std::vector<SlugEntry> DistrictSlugs(const RowTables& rows) {
  std::vector<SlugEntry> slugs;
  for (std::uint32_t i = 0; i < rows.units.size(); ++i) {
    if (rows.units[i].level == 2) slugs.push_back({Hash64(Slug(rows.units[i].name)), i, 0});
  }
  std::sort(slugs.begin(), slugs.end(), [](const SlugEntry& a, const SlugEntry& b) {
    return std::pair(a.hash, a.unit) < std::pair(b.hash, b.unit);
  });
  return slugs;
}

}  // namespace

Result<std::string> CompileLexicon(std::span<const TableFile> files) {
  std::vector<Table> tables;
  for (const TableFile& file : files) {
    CHIDO_ASSIGN(Table table, ReadTable(file));
    tables.push_back(std::move(table));
  }
  const std::string encoded = EncodeTables(tables);
  CHIDO_ASSIGN(const RowTables rows, DecodeTables(encoded));
  const std::vector<std::uint32_t> uid_order = SortByUid(rows);
  CHIDO_TRY(CheckUnits(rows, uid_order));
  CHIDO_TRY(CheckBodies(rows));
  CHIDO_ASSIGN(const std::vector<std::uint32_t> parents, FindParents(rows));
  const std::vector<SlugEntry> slugs = DistrictSlugs(rows);
  const AutomatonParts automaton = BuildAutomaton(CollectPhrases(rows), rows.cues);
  return WriteBlob({encoded, AsBytes(parents), AsBytes(uid_order), AsBytes(slugs),
                    AsBytes(automaton.words), AsBytes(automaton.first), AsBytes(automaton.steps),
                    AsBytes(automaton.states), AsBytes(automaton.outputs)});
}

}  // namespace chido
