#include "linker/lexicon/schema.h"

#include <algorithm>

namespace chido {
namespace {

using enum CellKind;

constexpr Column kProvinceColumns[] = {{"uid", kRequired},
                                       {"code", kRequired},
                                       {"name", kRequired},
                                       {"type", kRequired},
                                       {"valid_from", kDate},
                                       {"valid_to", kDate},
                                       {"successors"},
                                       {"aliases"},
                                       {"source", kRequired},
                                       {"slug"},
                                       {"landline_codes"},
                                       {"landline_codes_before_2017"},
                                       {"hosts"},
                                       {"iso"},
                                       {"predecessors"}};

constexpr Column kDistrictColumns[] = {
    {"uid", kRequired},    {"code", kRequired},          {"name", kRequired}, {"type", kRequired},
    {"valid_from", kDate}, {"valid_to", kDate},          {"successors"},      {"aliases"},
    {"source", kRequired}, {"province_code", kRequired}, {"predecessors"}};

constexpr Column kCommuneColumns[] = {
    {"uid", kRequired},    {"code", kRequired},       {"name", kRequired}, {"type", kRequired},
    {"valid_from", kDate}, {"valid_to", kDate},       {"successors"},      {"aliases"},
    {"source", kRequired}, {"parent_code", kRequired}};

constexpr Column kBodyColumns[] = {
    {"id", kRequired},
    {"template", kRequired},
    {"abbreviations"},
    {"variants"},
    {"level", kChoice, "central region province district commune any"},
    {"kind", kRequired},
    {"parent"},
    {"valid_from", kDate},
    {"valid_to", kDate},
    {"successor"},
    {"head_title"},
    {"source", kRequired},
    {"doc_code"}};

constexpr Column kRoleColumns[] = {
    {"id", kRequired},
    {"title", kRequired},
    {"abbreviations"},
    {"variants"},
    {"body_hint"},
    {"level", kChoice, "central region province district commune any"},
    {"position", kChoice, "head deputy_first deputy member staff acting ad_hoc"},
    {"rank", kInteger},
    {"exclusive", kYesNo},
    {"source", kRequired}};

constexpr Column kHonorificColumns[] = {{"phrase", kRequired},
                                        {"kind", kChoice, "honorific rank academic religious"},
                                        {"gender", kChoice, "male female"},
                                        {"value"},
                                        {"source", kRequired}};

constexpr Column kDirectiveTypeColumns[] = {
    {"id", kRequired},   {"system", kChoice, "party state front"},
    {"type", kRequired}, {"codes"},
    {"code_variants"},   {"form", kRequired},
    {"levels"},          {"issuer_codes"},
    {"examples"},        {"valid_from", kDate},
    {"valid_to", kDate}, {"source", kRequired}};

constexpr Column kIssuerColumns[] = {
    {"code", kRequired},
    {"variants"},
    {"body_id"},
    {"issuer_name", kRequired},
    {"system", kChoice, "party state front"},
    {"level", kChoice, "central region province district commune any"},
    {"context_dependent", kYesNo},
    {"valid_from", kDate},
    {"valid_to", kDate},
    {"source", kRequired}};

constexpr Column kKnownDirectiveColumns[] = {{"id", kRequired},
                                             {"type", kRequired},
                                             {"number"},
                                             {"date", kDate},
                                             {"issuer"},
                                             {"issuer_body_id"},
                                             {"term"},
                                             {"title"},
                                             {"relations"},
                                             {"aliases"},
                                             {"certainty", kChoice, "certain likely"},
                                             {"source", kRequired}};

constexpr Column kSurnameColumns[] = {{"surname", kRequired},
                                      {"frequency", kDecimal},
                                      {"common_word", kYesNo},
                                      {"groups"},
                                      {"source", kRequired}};

constexpr Column kNameSyllableColumns[] = {
    {"syllable", kRequired}, {"middle", kDecimal}, {"given", kDecimal}, {"source", kRequired}};

constexpr Column kClanColumns[] = {{"name", kRequired},  {"kind", kChoice, "clan particle"},
                                   {"groups"},           {"position"},
                                   {"gender"},           {"variants"},
                                   {"source", kRequired}};

constexpr Column kTermColumns[] = {{"system", kChoice, "party assembly"},
                                   {"number", kRequired},
                                   {"valid_from", kDate},
                                   {"valid_to", kDate},
                                   {"id", kRequired},
                                   {"arabic", kInteger},
                                   {"code"},
                                   {"opened", kDate},
                                   {"closed", kDate},
                                   {"source", kRequired}};

constexpr Column kCueColumns[] = {
    {"kind", kRequired}, {"phrase", kRequired}, {"value"}, {"source", kRequired}};

constexpr Schema kSchemas[] = {
    {TableId::kProvinces, "gazetteer/provinces.tsv", kProvinceColumns},
    {TableId::kDistricts, "gazetteer/districts.tsv", kDistrictColumns},
    {TableId::kCommunes, "gazetteer/communes.tsv", kCommuneColumns},
    {TableId::kBodies, "lexicon/bodies.tsv", kBodyColumns},
    {TableId::kRoles, "lexicon/roles.tsv", kRoleColumns},
    {TableId::kHonorifics, "lexicon/honorifics.tsv", kHonorificColumns},
    {TableId::kDirectiveTypes, "lexicon/directive_types.tsv", kDirectiveTypeColumns},
    {TableId::kIssuers, "lexicon/directive_issuers.tsv", kIssuerColumns},
    {TableId::kKnownDirectives, "lexicon/known_directives.tsv", kKnownDirectiveColumns},
    {TableId::kSurnames, "lexicon/surnames.tsv", kSurnameColumns},
    {TableId::kNameSyllables, "lexicon/name_syllables.tsv", kNameSyllableColumns},
    {TableId::kClans, "lexicon/clans.tsv", kClanColumns},
    {TableId::kTerms, "lexicon/terms.tsv", kTermColumns},
    {TableId::kCues, "lexicon/cues.tsv", kCueColumns}};
static_assert(std::size(kSchemas) == static_cast<std::size_t>(TableId::kCount));

}  // namespace

std::span<const Schema> Schemas() { return kSchemas; }

const Schema* SchemaOf(std::string_view file) {
  if (file.starts_with("lexicon/cues.") && file.ends_with(".tsv")) {
    return &kSchemas[static_cast<std::size_t>(TableId::kCues)];
  }
  const auto* found = std::find_if(std::begin(kSchemas), std::end(kSchemas),
                                   [&](const Schema& schema) { return schema.file == file; });
  return found == std::end(kSchemas) ? nullptr : found;
}

}  // namespace chido
