#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linker/reading/body_phrase.h"
#include "linker/reading/draft.h"
#include "linker/reading/locality.h"

namespace chido {

/// Finds the ends and parts of names of bodies. Compositional: organ, owner, place. Remembers what
/// was said before for the short forms, so phrases must be read in text order. Needs the stages
/// frame, dates and places.
class BodyGrammar {
 public:
  explicit BodyGrammar(const Draft& draft);

  /// The body whose name starts at `token`, read no further than `limit`; none if there is none.
  std::optional<BodyPhrase> ParseAt(std::uint32_t token, std::uint32_t limit);
  /// A committee of the level of `word` ("huyện" → Huyện ủy) as meant at `token`.
  BodyPhrase Committee(std::string_view word, std::int32_t unit, std::uint32_t token) const;
  /// The bodies of a list that shares its head: *các Bộ: Công an, Y tế*; *UBND các huyện A, B*.
  std::vector<BodyPhrase> SeriesAt(std::uint32_t token, std::uint32_t limit);
  /// Canonical full name.
  std::string NameOf(const BodyPhrase& phrase) const;
  const Locality& locality() const { return locality_; }

 private:
  struct Place {
    std::uint32_t end = 0;
    std::string_view word;
    std::int32_t unit = -1;
    bool stated = false;
    bool word_stated = false;
    bool many = false;  ///< units of more than one level: *tỉnh, thành phố, xã*
  };
  /// How far a name without a table goes.
  struct OpenName {
    std::uint32_t end = 0;
    bool bare = true;    ///< only forms of bodies so far: *Công ty Cổ phần*
    bool trade = false;  ///< has a word of its trade
    bool named = false;  ///< has more than words of its kind and its trade
  };

  std::optional<BodyPhrase> DepartmentOf(std::string_view head, std::uint32_t token,
                                         std::uint32_t limit) const;
  std::vector<BodyPhrase> DepartmentSeries(std::uint32_t token, std::uint32_t limit);
  std::optional<Place> UnitOfSeries(std::string_view word, std::uint32_t token,
                                    std::uint32_t limit) const;
  std::vector<BodyPhrase> UnitSeries(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseKind(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseCentral(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseCommittee(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParsePartyOrgan(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> WithinAbbreviation(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> PartyOrganBefore(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseUnitOrgan(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseWithoutUnit(BodyPhrase phrase, const Match& organ,
                                             std::uint32_t limit);
  std::optional<BodyPhrase> WholeCountry(BodyPhrase phrase) const;
  std::optional<BodyPhrase> UnitOrganBefore(BodyPhrase phrase, const Match& organ,
                                            std::uint32_t limit);
  std::uint32_t SkipTerm(std::uint32_t token) const;
  std::optional<BodyPhrase> ParseDepartment(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseCouncilOrgan(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> CouncilInBrackets(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseNamedOwned(std::string_view head, const Match& organ,
                                            std::uint32_t limit);
  std::optional<BodyPhrase> ParseOwned(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseOffice(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseOpen(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> CouncilOfSchool(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> WithOwner(BodyPhrase phrase, const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseBoard(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseStateBoard(BodyPhrase phrase, std::uint32_t topic,
                                            std::uint32_t limit);
  std::optional<BodyPhrase> ParseEventBoard(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseProject(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseHamlet(std::string_view head, const Match& organ,
                                        std::uint32_t limit) const;
  /// The row of the table of bodies whose whole name stands at `token`.
  std::optional<BodyPhrase> ParseTable(std::uint32_t token, std::uint32_t limit) const;
  bool NamesWholeBody(const Match& match) const;
  std::string NameByTable(const Match& match) const;
  /// Whether the token is a code of a document's number: *146/2025/TT-BCT*.
  bool InNumber(std::uint32_t token) const;
  /// Whether only the source of a picture or of the article is named: *Ảnh: VOV*, *VOV.VN*.
  bool IsCredit(TokenRange range) const;
  std::optional<BodyPhrase> ParseDefined(std::uint32_t token);
  bool EndsTopic(std::uint32_t token, std::uint32_t limit);
  bool IsTopicVerb(std::uint32_t token, std::uint32_t begin) const;
  bool BreaksTopic(std::uint32_t token, std::uint32_t begin) const;
  bool PlaceWordAt(std::uint32_t token) const;
  std::uint32_t EndOfTopic(std::uint32_t token, std::uint32_t limit);
  bool BehindTitle(std::uint32_t token) const;

  /// The place stated at `token`: "tỉnh Lai Châu", "Lai Châu", "huyện"; none if none.
  std::optional<Place> PlaceAt(std::uint32_t token, std::string_view word, std::uint32_t limit);
  std::optional<Place> NumberedPlace(std::uint32_t token, std::string_view word,
                                     std::uint32_t limit) const;
  /// The place stated behind the next organs of a list: *HĐND, UBND tỉnh*.
  std::optional<Place> SharedPlace(std::uint32_t token, std::uint32_t limit);
  std::optional<BodyPhrase> OwnerOf(std::uint32_t token, std::uint32_t limit);
  BodyPhrase Owned(const BodyPhrase& owner, std::string_view head, const Match& organ) const;
  OpenName EndOfOpenName(std::string_view head, std::uint32_t token, std::uint32_t limit) const;
  bool EndsOpenName(std::string_view head, std::uint32_t at, std::uint32_t begin, bool bare) const;
  const Match* TradeAt(std::uint32_t at) const;
  const Match* FormAt(std::uint32_t at) const;
  bool OpensName(const Match& organ) const;
  std::uint32_t EndOfTail(std::string_view head, TokenRange name, std::uint32_t limit);
  bool JoinsOpenName(std::uint32_t join, std::uint32_t next, std::uint32_t stop) const;
  bool HasPlace(TokenRange name) const;
  bool NamesBody(const Match& organ, std::string_view head, const OpenName& name, std::uint32_t end,
                 bool located) const;
  bool IsCutName(std::string_view head, TokenRange at, const OpenName& name) const;
  std::string Spelt(TokenRange range) const;
  bool IsHoldersName(std::string_view head, std::uint32_t token, std::uint32_t begin) const;
  bool IsGenericAt(std::uint32_t token) const;
  bool IsPluralBefore(std::uint32_t token) const;
  bool IsBareWord(std::uint32_t token) const;
  bool GoesOnAsKinds(std::uint32_t token) const;
  bool IsBranch(BodyPhrase& phrase, std::uint32_t limit);
  static void Put(const Place& place, BodyPhrase& phrase);
  /// Marks what is generic, remembers the rest for short forms.
  void Settle(BodyPhrase& phrase);
  void FindDefinitions();
  void Define(const BodyPhrase& phrase);
  void Remember(const BodyPhrase& phrase);

  const Draft& draft_;
  Locality locality_;
  std::string day_;                                        ///< of the article
  std::unordered_set<std::uint32_t> definition_ends_;      ///< opening brackets of "(ABBR)"
  std::unordered_map<std::uint64_t, BodyPhrase> defined_;  ///< abbreviations defined so far
  std::unordered_map<std::string_view, BodyPhrase> last_;  ///< organ → its last full statement
  std::unordered_map<std::string, BodyPhrase> boards_;     ///< by head, as first understood
  std::optional<BodyPhrase> last_committee_;
  std::string_view last_word_;
  std::int32_t last_unit_ = -1;
  std::uint32_t generic_end_ = 0;  ///< token after the last generic mention
  int depth_ = 0;
};

}  // namespace chido
