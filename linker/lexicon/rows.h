#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linker/lexicon/cue_kind.h"

namespace chido {

/// Rows of the lexicon. Every view points into the lexicon's bytes and lives as long as it does.
/// Dates are EDTF or empty. Cells that hold several values are split.
struct UnitRow {
  std::string_view uid;
  std::string_view code;
  std::string_view name;     ///< bare name: "Krông Ana"
  std::string_view type;     ///< "huyện", "tỉnh", "thành phố trực thuộc trung ương", …
  std::uint8_t level = 0;    ///< 1 province, 2 district, 3 commune
  std::int32_t parent = -1;  ///< row number of the parent unit valid at the same time
  std::string_view valid_from;
  std::string_view valid_to;                 ///< exclusive
  std::vector<std::string_view> successors;  ///< uids; "~" before one: only a part of it
  std::vector<std::string_view> aliases;
  std::string_view source;
};

struct BodyRow {
  std::string_view id;
  std::string_view name;  ///< template with {tỉnh}, {huyện}, {xã} …, or a whole name
  std::vector<std::string_view> abbreviations;
  std::vector<std::string_view> variants;
  std::string_view level;  ///< central, province, district, commune, any
  std::string_view kind;
  std::string_view parent;  ///< id
  std::string_view valid_from;
  std::string_view valid_to;
  std::string_view successor;  ///< id; the first one if its work went to several
  std::string_view head_title;
  std::string_view source;
  std::vector<std::string_view> successors;  ///< ids, all of them
};

struct RoleRow {
  std::string_view id;
  std::string_view title;  ///< canonical long form
  std::vector<std::string_view> abbreviations;
  std::vector<std::string_view> variants;
  std::vector<std::string_view> bodies;  ///< ids of templates it is held in
  std::string_view level;
  std::string_view position;  ///< head, deputy_first, deputy, member, staff, ad_hoc, …
  std::int32_t rank = 0;
  bool exclusive = false;  ///< one holder at a time
  std::string_view source;
};

struct HonorificRow {
  std::string_view phrase;
  std::string_view kind;    ///< honorific, rank, academic, religious
  std::string_view gender;  ///< male, female or empty
  std::string_view value;   ///< canonical long form; empty: the phrase itself
};

struct DirectiveTypeRow {
  std::string_view id;
  std::string_view system;  ///< party, state
  std::string_view type;    ///< "Chỉ thị"
  std::string_view code;    ///< "CT"
  std::vector<std::string_view> code_variants;
  std::string_view form;                       ///< name of the number's form
  std::vector<std::string_view> issuer_codes;  ///< issuers that alone use it; empty: any
};

struct IssuerRow {
  std::string_view code;
  std::vector<std::string_view> variants;
  std::string_view body_id;  ///< the first one if several issue under the code
  std::string_view name;     ///< canonical issuer's name, may hold {tỉnh} …
  std::string_view system;
  std::string_view level;
  bool context_dependent = false;
  std::string_view valid_from;
  std::string_view valid_to;
  std::vector<std::string_view> body_ids;  ///< all of them
};

struct KnownDirectiveRow {
  std::string_view id;
  std::string_view type;
  std::string_view number;
  std::string_view date;
  std::string_view issuer;
  std::string_view issuer_body;
  std::string_view term;
  std::string_view title;
  std::vector<std::string_view> relations;  ///< "replaced_by:ID"
  std::vector<std::string_view> aliases;
  std::string_view certainty;
};

struct SurnameRow {
  std::string_view surname;
  float frequency = 0;  ///< per cent of persons, 0 if unknown
  bool common_word = false;
  std::vector<std::string_view> groups;  ///< peoples that bear it; empty: Kinh and others
};

/// How often a syllable stands in the names of officials behind the surname.
struct NameSyllableRow {
  std::string_view syllable;
  float middle = 0;  ///< per cent of all middle syllables
  float given = 0;   ///< per cent of all last syllables
};

struct ClanRow {
  std::string_view name;
  std::string_view kind;  ///< clan, particle
  std::string_view groups;
  std::vector<std::string_view> positions;  ///< first, middle, last, prefix
  std::string_view gender;                  ///< male, female or empty
  std::vector<std::string_view> variants;
};

struct TermRow {
  std::string_view kind;  ///< party, assembly
  std::string_view term;  ///< Roman number
  std::string_view valid_from;
  std::string_view valid_to;
  std::string_view code;  ///< in document numbers, "QH15"; empty for the Party
};

/// A word of the grammar, e.g. kind "chair.verb", phrase "chủ trì". Kinds are listed in
/// datasets/lexicon/README.md.
struct CueRow {
  std::string_view kind;
  std::string_view phrase;
  std::string_view value;
  CueBits families;  ///< CueKind::FamilyBits of `kind`
};

}  // namespace chido
