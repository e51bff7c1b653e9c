#include "linker/lexicon/lexicon.h"

#include <algorithm>

#include "graph/base/hash.h"
#include "linker/lexicon/automaton.h"
#include "linker/lexicon/blob.h"
#include "linker/lexicon/hosts.h"
#include "linker/lexicon/tables.h"
#include "linker/text/normal.h"

extern "C" {
extern const char chido_lexicon_begin[];  // NOLINT: in embed.S
extern const char chido_lexicon_end[];    // NOLINT: in embed.S
}

namespace chido {

struct Lexicon::Tables {
  RowTables rows;
  Automaton automaton;
  std::span<const std::uint32_t> uid_order;
  std::span<const SlugEntry> slugs;
  std::uint64_t fingerprint = 0;
};

Lexicon::Lexicon(std::unique_ptr<Tables> tables)
    : tables_(std::move(tables)), units_(tables_->rows.units), cues_(tables_->rows.cues) {}
Lexicon::~Lexicon() = default;

std::string_view Lexicon::BuiltInBytes() { return {chido_lexicon_begin, chido_lexicon_end}; }

const Lexicon& Lexicon::BuiltIn() {
  static const std::unique_ptr<Lexicon> lexicon = [] {
    auto loaded = Load(BuiltInBytes());
    if (!loaded.has_value()) Abort(loaded.error().message);
    return *std::move(loaded);
  }();
  return *lexicon;
}

Result<std::unique_ptr<Lexicon>> Lexicon::Load(std::string_view bytes) {
  auto tables = std::make_unique<Tables>();
  CHIDO_ASSIGN(const Sections sections, ReadBlob(bytes, tables->fingerprint));
  const auto section = [&](Section s) { return sections[static_cast<std::size_t>(s)]; };
  CHIDO_ASSIGN(tables->rows, DecodeTables(section(Section::kRows)));
  CHIDO_ASSIGN(tables->automaton, Automaton::Over(sections));
  const auto parents = AsArray<std::uint32_t>(section(Section::kParents));
  tables->uid_order = AsArray<std::uint32_t>(section(Section::kUidOrder));
  tables->slugs = AsArray<SlugEntry>(section(Section::kSlugs));
  std::vector<UnitRow>& units = tables->rows.units;
  if (parents.size() != units.size() || tables->uid_order.size() != units.size()) {
    return Fail(Code::kCorruption, "the lexicon's units do not fit together; build again");
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (parents[i] != kNoRow) units[i].parent = static_cast<std::int32_t>(parents[i]);
  }
  return std::unique_ptr<Lexicon>(new Lexicon(std::move(tables)));
}

std::vector<Match> Lexicon::FindAll(const AnalysedText& text) const {
  return tables_->automaton.FindAll(text);
}

std::vector<Match> Lexicon::Lookup(std::string_view phrase) const {
  return tables_->automaton.FindWhole(AnalyseName(phrase));
}

std::span<const BodyRow> Lexicon::bodies() const { return tables_->rows.bodies; }
std::span<const RoleRow> Lexicon::roles() const { return tables_->rows.roles; }
std::span<const HonorificRow> Lexicon::honorifics() const { return tables_->rows.honorifics; }
std::span<const DirectiveTypeRow> Lexicon::directive_types() const {
  return tables_->rows.directive_types;
}
std::span<const IssuerRow> Lexicon::issuers() const { return tables_->rows.issuers; }
std::span<const KnownDirectiveRow> Lexicon::known_directives() const {
  return tables_->rows.known_directives;
}
std::span<const SurnameRow> Lexicon::surnames() const { return tables_->rows.surnames; }
std::span<const NameSyllableRow> Lexicon::name_syllables() const {
  return tables_->rows.name_syllables;
}
std::span<const ClanRow> Lexicon::clans() const { return tables_->rows.clans; }
std::span<const TermRow> Lexicon::terms() const { return tables_->rows.terms; }
std::uint64_t Lexicon::fingerprint() const { return tables_->fingerprint; }

std::optional<std::uint32_t> Lexicon::UnitByUid(std::string_view uid) const {
  const auto& units = tables_->rows.units;
  const auto order = tables_->uid_order;
  const auto found =
      std::lower_bound(order.begin(), order.end(), uid,
                       [&](std::uint32_t row, std::string_view u) { return units[row].uid < u; });
  if (found == order.end() || units[*found].uid != uid) return std::nullopt;
  return *found;
}

std::optional<std::uint32_t> Lexicon::BodyById(std::string_view id) const {
  const auto& bodies = tables_->rows.bodies;
  const auto found = std::find_if(bodies.begin(), bodies.end(),
                                  [&](const BodyRow& body) { return body.id == id; });
  if (found == bodies.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - bodies.begin());
}

std::optional<std::uint32_t> Lexicon::ProvinceOf(std::uint32_t unit) const {
  const auto& units = tables_->rows.units;
  while (units[unit].level != 1) {
    if (units[unit].parent < 0) return std::nullopt;
    unit = static_cast<std::uint32_t>(units[unit].parent);
  }
  return unit;
}

std::vector<std::uint32_t> Lexicon::ProvincesByHost(std::string_view host) const {
  return ProvincesOfHost(tables_->rows, FoldKey(host));
}

std::optional<std::uint32_t> Lexicon::ProvinceByPhone(std::string_view digits) const {
  return ProvinceOfPhone(tables_->rows, digits);
}

std::vector<std::uint32_t> Lexicon::UnitsBySlug(std::string_view slug) const {
  const auto slugs = tables_->slugs;
  const std::uint64_t hash = Hash64(slug);
  std::vector<std::uint32_t> found;
  for (auto at =
           std::lower_bound(slugs.begin(), slugs.end(), hash,
                            [](const SlugEntry& entry, std::uint64_t h) { return entry.hash < h; });
       at != slugs.end() && at->hash == hash; ++at) {
    found.push_back(at->unit);
  }
  return found;
}

std::vector<std::uint32_t> Lexicon::DistrictsByHost(std::string_view host) const {
  const std::string key = FoldKey(host);
  std::vector<std::uint32_t> found;
  for (const std::string_view part : HostParts(key)) {
    const std::vector<std::uint32_t> units = UnitsBySlug(part);
    found.insert(found.end(), units.begin(), units.end());
  }
  if (found.empty()) return found;
  const std::vector<std::uint32_t> provinces = ProvincesOfHost(tables_->rows, key);
  std::erase_if(found, [&](std::uint32_t unit) {
    const auto province = ProvinceOf(unit);
    return !provinces.empty() &&
           std::find(provinces.begin(), provinces.end(), province) == provinces.end();
  });
  return found;
}

}  // namespace chido
