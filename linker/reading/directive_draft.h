#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linker/reading/directive_number.h"
#include "linker/reading/draft.h"
#include "linker/reading/locality.h"

namespace chido {

/// One citation of a document, as the steps of the stage fill it.
struct FoundDirective {
  TokenRange core;        ///< from the type word (or first digit) to the end of number or name
  std::uint32_t end = 0;  ///< end of number, date and issuer
  std::uint32_t title_end = 0;  ///< end of the subject words, `end` without them
  std::string type;             ///< in full
  std::optional<DirectiveNumber> number;
  std::string printed;  ///< number as printed, a list's shared letters added; empty for a name
  std::string name;     ///< of one without a number
  std::string key;      ///< of a name: equal for equal documents of one article
  std::vector<std::string> alt;
  std::string issuer;
  ItemIndex issuer_body = kNoItem;
  bool issuer_stated = false;
  EdtfDate date;
  std::string title;
  ItemIndex signer = kNoItem;
  bool listed = false;  ///< shares the type word of the one before it
  /// directive.number, directive.short_number, directive.list ("18, 19-NQ/TW"), directive.code (no
  /// type word beside it), directive.plenum, directive.congress, directive.law, directive.quoted,
  /// directive.programme.
  std::string rule;
  float confidence = 1;
  std::string function;
  bool subordinate = false;  ///< governed by a verb behind the citation before it
  ItemIndex item = kNoItem;
};

/// A type word: "Chỉ thị", "các nghị quyết".
struct TypeHead {
  TokenRange tokens;
  std::string_view type;
  bool capital = false;
  bool plural = false;  ///< "các", "những" stand before it
};

/// Who issued a document, as named at some place.
struct IssuerName {
  std::uint32_t end = 0;
  std::string name;
  ItemIndex body = kNoItem;
  ItemIndex organ = kNoItem;  ///< of an office: the body that it heads
};

/// The type word that starts at `token`.
std::optional<TypeHead> TypeHeadAt(const Draft& draft, std::uint32_t token);

/// Every citation of the article in text order: core, type, number or name.
std::vector<FoundDirective> FindDirectives(const Draft& draft);

/// Documents known by a name after the type word: resolutions of plenums and congresses, laws,
/// constitutions. Several for "khóa XI, XII".
std::vector<FoundDirective> NamedDirectivesAt(const Draft& draft, const TypeHead& head);

/// Fills date, issuer as stated, subject words and signer from the words around each core.
void ReadDirectiveDetails(const Draft& draft, const Locality& locality,
                          std::vector<FoundDirective>& found);

/// Fills issuer and date of issue from the words `before` a citation: "Ngày 3/5/2021, Ủy ban nhân
/// dân tỉnh ban hành Kế hoạch …", "ý kiến của Sở X tại Công văn …".
void ReadIssuingClause(const Draft& draft, FoundDirective& found, TokenRange before);

/// The issuing body or office named at `token`.
std::optional<IssuerName> IssuerAt(const Draft& draft, std::uint32_t token);
/// Whether the letters of the number name one issuer wherever they stand ("CP", "TTg", "QH15").
bool NumberNamesIssuer(const Draft& draft, const FoundDirective& found);
/// The issuer that the letters of the number, or the type, plainly name; empty if they leave it
/// open.
std::string IssuerOfNumber(const Draft& draft, const Locality& locality,
                           const FoundDirective& found);

/// What is done with each document by its governing verb.
void ReadDirectiveFunctions(const Draft& draft, std::vector<FoundDirective>& found);

/// Row id of the known directive that an item is, or empty.
std::string KnownDirectiveOf(const Draft& draft, const DirectiveItem& item,
                             std::string_view canonical);

/// Joins citations of one document into items of the draft.
void MergeDirectives(Draft& draft, std::vector<FoundDirective>& found);

/// Relations stated between neighbours of one sentence.
void ReadDirectiveRelations(Draft& draft, const std::vector<FoundDirective>& found);

}  // namespace chido
