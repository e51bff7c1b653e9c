#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "linker/lexicon/rows.h"
#include "linker/lexicon/table.h"

namespace chido {

/// What a province row says beside its unit.
struct ProvinceRow {
  std::uint32_t unit = 0;
  std::string_view slug;
  std::vector<std::string_view> hosts;
  std::vector<std::string_view> phone_codes;      ///< landline, since 2017
  std::vector<std::string_view> old_phone_codes;  ///< landline, before
};

/// All rows, as the lexicon serves them. `units` holds provinces, then districts, then communes.
struct RowTables {
  std::vector<UnitRow> units;
  std::vector<ProvinceRow> provinces;
  std::vector<std::string_view> parent_codes;  ///< of `units`; empty for provinces
  std::vector<BodyRow> bodies;
  std::vector<RoleRow> roles;
  std::vector<HonorificRow> honorifics;
  std::vector<DirectiveTypeRow> directive_types;
  std::vector<IssuerRow> issuers;
  std::vector<KnownDirectiveRow> known_directives;
  std::vector<SurnameRow> surnames;
  std::vector<NameSyllableRow> name_syllables;
  std::vector<ClanRow> clans;
  std::vector<TermRow> terms;
  std::vector<CueRow> cues;
};

/// The cells of checked tables, in the order of `TableId`; several tables of one id are joined.
std::string EncodeTables(std::span<const Table> tables);

/// The rows in what `EncodeTables` wrote; views point into `bytes`. Parents are not set. Error
/// kCorruption.
Result<RowTables> DecodeTables(std::string_view bytes);

}  // namespace chido
