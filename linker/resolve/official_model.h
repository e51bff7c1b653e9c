#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "linker/lexicon/lexicon.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/name_frequency.h"
#include "linker/resolve/official_profile.h"

namespace chido {

/// What is compared of two groups of mentions.
enum class Field : std::uint8_t {
  kName,       ///< prior: how many others bear the name
  kFame,       ///< who is told of much is told of again
  kPlace,      ///< posts, bodies, units, provinces; the outcome is a `model::Place`
  kLevel,      ///< levels between their highest posts
  kTitle,      ///< a title in whatever bodies
  kLeader,     ///< posts of national leaders
  kExclusive,  ///< posts that one person holds at a time
  kGender,
  kPeers,  ///< people of the same meetings
  kGap,    ///< years between them
};
inline constexpr std::size_t kFields = 10;

/// One field's outcome with its weight in bits; `key` is the hash of what both share, 0 for none.
struct Comparison {
  std::uint8_t outcome = 0;
  double weight = 0;
  std::uint64_t key = 0;
};

/// log2 of the odds that two groups are one official, field by field.
struct OfficialScore {
  std::array<Comparison, kFields> fields;
  Comparison& operator[](Field field) { return fields.at(static_cast<std::size_t>(field)); }
  const Comparison& operator[](Field field) const {
    return fields.at(static_cast<std::size_t>(field));
  }
  /// All of them together.
  double Total() const;
  /// Without name and fame: what is told of them alone.
  double Evidence() const;
};

/// The scored decision on officials of one name: see model.h. Immutable; thread-safe.
class OfficialModel {
 public:
  explicit OfficialModel(const Lexicon& lexicon);

  /// Of one mention, which must outlive it; `rank` is its place in order of age.
  OfficialProfile Profile(const Mention& mention, std::size_t rank) const;
  /// Symmetric. Names that neither shares are taken for the rarer of theirs.
  OfficialScore Compare(const OfficialProfile& a, const OfficialProfile& b) const;

 private:
  void CountTitles(const Lexicon& lexicon);
  void CountUnits(const Lexicon& lexicon);
  double ShareOfTitle(std::string_view title) const;
  /// Share of officials with a title in a kind of body, "TEMPLATE|TITLE".
  double ShareOfKind(std::string_view kind) const;
  double ShareOfUnit(std::string_view uid) const;
  /// Share of officials in one body of a place, as keys have it.
  double ShareOfBody(std::string_view place) const;
  void AddKey(std::string_view key, const DaySpan& days, OfficialProfile& profile) const;

  struct Unit {
    double share = 0;
    std::uint8_t level = 0;
  };
  NameFrequency names_;
  std::unordered_map<std::string_view, Unit> units_;
  std::unordered_map<std::string_view, double> titles_;
};

}  // namespace chido
