#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "linker/reading/draft.h"
#include "linker/reading/locality.h"

namespace chido {

/// A body as it is stated at one place of the text.
struct BodyPhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;        ///< token after it
  std::string head;             ///< full name without its place: "Ban Tuyên giáo Tỉnh ủy"
  std::string_view organ;       ///< its first organ: "Ban Tuyên giáo"
  std::string owner;            ///< full name of the body that it is an organ of; empty: none
  std::string_view word;        ///< unit word of the place it belongs to; empty: none needed
  bool word_in_name = false;    ///< "Ủy ban nhân dân tỉnh X", but "Tỉnh ủy X"
  std::int32_t unit = -1;       ///< row of the unit; -1 if open
  bool place_stated = false;    ///< the text names the unit right here
  bool word_stated = false;     ///< the text has the unit word or a committee right here
  bool generic = false;         ///< plural or generic: not a body
  bool organ_of_party = false;  ///< a committee or an organ of one
};

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
  };

  std::optional<BodyPhrase> ParseKind(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseCentral(const Match& organ, std::uint32_t limit) const;
  std::optional<BodyPhrase> ParseCommittee(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParsePartyOrgan(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> WithinAbbreviation(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> PartyOrganBefore(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseUnitOrgan(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseDepartment(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseCouncilOrgan(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseOwned(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseOffice(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseOpen(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseBoard(const Match& organ, std::uint32_t limit);
  std::optional<BodyPhrase> ParseDefined(std::uint32_t token);
  bool EndsTopic(std::uint32_t token, std::uint32_t limit);
  bool PlaceWordAt(std::uint32_t token) const;
  std::uint32_t EndOfTopic(std::uint32_t token, std::uint32_t limit);
  /// Whether *trưởng* or *phó* stands before, so that a small organ follows.
  bool BehindTitle(std::uint32_t token) const;

  /// The place stated at `token`: "tỉnh Lai Châu", "Lai Châu", "huyện"; none if none.
  std::optional<Place> PlaceAt(std::uint32_t token, std::string_view word, std::uint32_t limit);
  /// The place stated behind the next organs of a list: *HĐND, UBND tỉnh*.
  std::optional<Place> SharedPlace(std::uint32_t token, std::uint32_t limit);
  std::optional<BodyPhrase> OwnerOf(std::uint32_t token, std::uint32_t limit);
  BodyPhrase Owned(const BodyPhrase& owner, std::string_view head, const Match& organ) const;
  std::uint32_t EndOfOpenName(std::string_view head, std::uint32_t token,
                              std::uint32_t limit) const;
  bool IsHoldersName(std::string_view head, std::uint32_t token, std::uint32_t begin) const;
  bool IsGenericAt(std::uint32_t token) const;
  std::uint32_t SkipCrowd(std::uint32_t token) const;
  bool IsPluralBefore(std::uint32_t token) const;
  bool IsProper(TokenRange range) const;
  bool IsFrontOfAll(const Match& organ) const;
  void FindDefinitions();
  void Define(const BodyPhrase& phrase);
  void Remember(const BodyPhrase& phrase);

  const Draft& draft_;
  Locality locality_;
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
