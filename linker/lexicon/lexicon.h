#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "linker/lexicon/rows.h"
#include "linker/text/tokens.h"

namespace chido {

/// What a matched phrase stands for; `entry` of a match is a row number of the table named here.
enum class EntryKind : std::uint8_t {
  kUnit,            ///< units(): an administrative unit's name or alias, without its unit word
  kBody,            ///< bodies(): the literal head of a template, a variant or an abbreviation
  kRole,            ///< roles(): title, variant or abbreviation
  kHonorific,       ///< honorifics(): đồng chí, ông, Thượng tướng, GS.TS, Hòa thượng …
  kDirectiveType,   ///< directive_types(): the type word in full ("Chỉ thị")
  kIssuerCode,      ///< issuers(): the code after the slash ("TW", "BTGTU")
  kKnownDirective,  ///< known_directives(): an alias ("Nghị quyết Trung ương 4 khóa XII")
  kSurname,         ///< surnames(): first syllable(s) of a name
  kClan,            ///< clans(): clan names and particles of ethnic-minority names
  kCue,             ///< cues(): words of the grammar, by cue kind
};

/// Which writing of its row a phrase is.
enum class PhraseForm : std::uint8_t {
  kCanonical,     ///< the name, title or phrase itself; of a template the text before its first '{'
  kVariant,       ///< a variant or alias, cut in the same way
  kAbbreviation,  ///< an abbreviation or code
  kBareHead,      ///< a body's head without the unit word at its end ("Ủy ban nhân dân")
};

/// A phrase of the lexicon found in a text.
struct Match {
  TokenRange tokens;
  EntryKind kind = EntryKind::kCue;
  std::uint32_t entry = 0;
  PhraseForm form = PhraseForm::kCanonical;
};

/// The compiled tables of datasets/ and the phrase automaton over them. Immutable; shared by all
/// threads.
class Lexicon {
 public:
  /// The lexicon inside the binary. Loading takes about 10 ms, once. Aborts if the build embedded
  /// damaged bytes.
  static const Lexicon& BuiltIn();
  /// The bytes that `BuiltIn` loads.
  static std::string_view BuiltInBytes();
  /// Reads what `CompileLexicon` wrote. `bytes` must outlive the lexicon and start at an address
  /// divisible by 8. Error kCorruption, kUnsupported, kInvalidArgument.
  static Result<std::unique_ptr<Lexicon>> Load(std::string_view bytes);
  ~Lexicon();

  /// Every phrase that starts at each token and is the longest of its kind there (of cues: of its
  /// cue kind), in token order, at each token the longest first; phrases do not cross sentences,
  /// but may cross a line break inside one. Rows that share a phrase give a match each. Words that
  /// a phrase writes in capitals and that have at most three letters ("TU", "GS") match only in
  /// capitals. A unit whose name is a number matches with its unit word alone ("quận 1").
  std::vector<Match> FindAll(const AnalysedText& text) const;
  /// The rows that the whole of `phrase` names (normalised and folded by itself).
  std::vector<Match> Lookup(std::string_view phrase) const;

  std::span<const UnitRow> units() const { return units_; }
  std::span<const BodyRow> bodies() const;
  std::span<const RoleRow> roles() const;
  std::span<const HonorificRow> honorifics() const;
  std::span<const DirectiveTypeRow> directive_types() const;
  std::span<const IssuerRow> issuers() const;
  std::span<const KnownDirectiveRow> known_directives() const;
  std::span<const SurnameRow> surnames() const;
  std::span<const NameSyllableRow> name_syllables() const;
  std::span<const ClanRow> clans() const;
  std::span<const TermRow> terms() const;
  std::span<const CueRow> cues() const { return cues_; }

  /// Row number of a gazetteer uid.
  std::optional<std::uint32_t> UnitByUid(std::string_view uid) const;
  std::optional<std::uint32_t> BodyById(std::string_view id) const;
  /// The province row above (or equal to) a unit, valid at the same time; none for one that ended
  /// without parent.
  std::optional<std::uint32_t> ProvinceOf(std::uint32_t unit) const;
  /// Provinces by host name part or full host ("daklak.gov.vn", "baosonla.org.vn", slug "daklak");
  /// row numbers, those that still exist first, then the latest. Empty if nothing in it names one.
  std::vector<std::uint32_t> ProvincesByHost(std::string_view host) const;
  /// District-level units, of any time, whose name without marks and blanks is `slug` ("daksong").
  std::vector<std::uint32_t> UnitsBySlug(std::string_view slug) const;
  /// District-level units that a part of `host` names ("krongana.daklak.gov.vn",
  /// "daksong_website"), within the provinces that it names if there are any.
  std::vector<std::uint32_t> DistrictsByHost(std::string_view host) const;
  /// The province that a landline area code ("0262", "02623…") belongs to.
  std::optional<std::uint32_t> ProvinceByPhone(std::string_view digits) const;
  /// Hash of all tables: the lexicon version that is stored with a graph.
  std::uint64_t fingerprint() const;

 private:
  struct Tables;
  explicit Lexicon(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
  // of `tables_`, asked for at every token
  std::span<const UnitRow> units_;
  std::span<const CueRow> cues_;
};

}  // namespace chido
