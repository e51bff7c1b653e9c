#include "linker/lexicon/phrases.h"

#include <algorithm>
#include <array>

namespace chido {
namespace {

constexpr std::array<std::string_view, 9> kUnitWords = {
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"};

constexpr std::array<std::string_view, 6> kLooseEnds = {"của", "khóa", "lần thứ", ",", "-", "("};

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// `text` without one of `endings` behind its last word; `text` itself if none stands there.
std::string_view WithoutEnding(std::string_view text, std::span<const std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (!text.ends_with(ending)) continue;
    const std::string_view rest = text.substr(0, text.size() - ending.size());
    if (rest.ends_with(' ') || ending == ",") return Trimmed(rest);
  }
  return text;
}

bool IsOneWord(std::string_view text) { return text.find(' ') == std::string_view::npos; }

bool IsNumber(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

class Collector {
 public:
  void Add(EntryKind kind, std::size_t entry, PhraseForm form, std::string_view text) {
    if (text.empty()) return;
    phrases_.push_back({std::string(text), kind, static_cast<std::uint32_t>(entry), form});
  }

  void AddAll(EntryKind kind, std::size_t entry, PhraseForm form,
              const std::vector<std::string_view>& texts) {
    for (const std::string_view text : texts) Add(kind, entry, form, text);
  }

  /// A text that may hold placeholders.
  void AddTemplate(EntryKind kind, std::size_t entry, PhraseForm form, std::string_view text) {
    const std::size_t brace = text.find('{');
    std::string_view head = Trimmed(text.substr(0, brace));
    if (brace != std::string_view::npos) {
      head = WithoutEnding(head, kLooseEnds);
      if (IsOneWord(head)) return;
    }
    Add(kind, entry, form, head);
    if (kind != EntryKind::kBody) return;
    const std::string_view bare = WithoutEnding(head, kUnitWords);
    if (bare != head && !IsOneWord(bare)) Add(kind, entry, PhraseForm::kBareHead, bare);
  }

  /// A code: the part before its placeholder, if that is more than one letter.
  void AddCode(std::size_t entry, std::string_view code) {
    const std::size_t brace = code.find('{');
    if (brace == 1) return;
    Add(EntryKind::kIssuerCode, entry, PhraseForm::kAbbreviation, code.substr(0, brace));
  }

  std::vector<Phrase> Take() { return std::move(phrases_); }

 private:
  std::vector<Phrase> phrases_;
};

void CollectUnits(const RowTables& rows, Collector& out) {
  for (std::size_t i = 0; i < rows.units.size(); ++i) {
    const UnitRow& unit = rows.units[i];
    const std::string name = IsNumber(unit.name)
                                 ? std::string(unit.type) + ' ' + std::string(unit.name)
                                 : std::string(unit.name);
    out.Add(EntryKind::kUnit, i, PhraseForm::kCanonical, name);
    for (const std::string_view alias : unit.aliases) {
      if (!IsNumber(alias)) out.Add(EntryKind::kUnit, i, PhraseForm::kVariant, alias);
    }
  }
}

void CollectBodiesAndRoles(const RowTables& rows, Collector& out) {
  for (std::size_t i = 0; i < rows.bodies.size(); ++i) {
    const BodyRow& body = rows.bodies[i];
    out.AddTemplate(EntryKind::kBody, i, PhraseForm::kCanonical, body.name);
    for (const std::string_view variant : body.variants) {
      out.AddTemplate(EntryKind::kBody, i, PhraseForm::kVariant, variant);
    }
    for (const std::string_view abbreviation : body.abbreviations) {
      out.Add(EntryKind::kBody, i, PhraseForm::kAbbreviation,
              Trimmed(abbreviation.substr(0, abbreviation.find('{'))));
    }
  }
  for (std::size_t i = 0; i < rows.roles.size(); ++i) {
    const RoleRow& role = rows.roles[i];
    out.AddTemplate(EntryKind::kRole, i, PhraseForm::kCanonical, role.title);
    for (const std::string_view variant : role.variants) {
      out.AddTemplate(EntryKind::kRole, i, PhraseForm::kVariant, variant);
    }
    out.AddAll(EntryKind::kRole, i, PhraseForm::kAbbreviation, role.abbreviations);
  }
}

void CollectDirectives(const RowTables& rows, Collector& out) {
  for (std::size_t i = 0; i < rows.directive_types.size(); ++i) {
    out.Add(EntryKind::kDirectiveType, i, PhraseForm::kCanonical, rows.directive_types[i].type);
  }
  for (std::size_t i = 0; i < rows.issuers.size(); ++i) {
    out.AddCode(i, rows.issuers[i].code);
    for (const std::string_view variant : rows.issuers[i].variants) out.AddCode(i, variant);
  }
  for (std::size_t i = 0; i < rows.known_directives.size(); ++i) {
    out.AddAll(EntryKind::kKnownDirective, i, PhraseForm::kVariant,
               rows.known_directives[i].aliases);
  }
}

void CollectNamesAndCues(const RowTables& rows, Collector& out) {
  for (std::size_t i = 0; i < rows.honorifics.size(); ++i) {
    out.Add(EntryKind::kHonorific, i, PhraseForm::kCanonical, rows.honorifics[i].phrase);
  }
  for (std::size_t i = 0; i < rows.surnames.size(); ++i) {
    out.Add(EntryKind::kSurname, i, PhraseForm::kCanonical, rows.surnames[i].surname);
  }
  for (std::size_t i = 0; i < rows.clans.size(); ++i) {
    out.Add(EntryKind::kClan, i, PhraseForm::kCanonical, rows.clans[i].name);
    out.AddAll(EntryKind::kClan, i, PhraseForm::kVariant, rows.clans[i].variants);
  }
  for (std::size_t i = 0; i < rows.cues.size(); ++i) {
    out.Add(EntryKind::kCue, i, PhraseForm::kCanonical, rows.cues[i].phrase);
  }
}

}  // namespace

std::vector<Phrase> CollectPhrases(const RowTables& rows) {
  Collector out;
  CollectUnits(rows, out);
  CollectBodiesAndRoles(rows, out);
  CollectDirectives(rows, out);
  CollectNamesAndCues(rows, out);
  return out.Take();
}

}  // namespace chido
