#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chido {

/// What a fact of an official's mentions tells of.
enum class FactKind : std::uint8_t {
  kPost,       ///< a title in a body
  kBody,       ///< a body
  kUnit,       ///< the unit of a body
  kProvince,   ///< the province of a unit
  kEnded,      ///< a post in a province that ended, as it goes on in what followed
  kGoesOn,     ///< a post in a province that goes on
  kSuccessor,  ///< the province that followed it
  kNow,        ///< a province of a post held at the time
  kArticle,    ///< the article's province, where no post tells of one
  kTitle,      ///< a title, in whatever body
  kKind,       ///< a title in a kind of body, of whatever unit
  kExclusive,  ///< a post that one person holds at a time; `of` is the body
};

/// Dates in days since 1970-01-01; a span of days in which mentions tell so.
struct DaySpan {
  static constexpr std::int32_t kNone = INT32_MAX;
  std::int32_t first = kNone;
  std::int32_t last = -kNone;

  bool known() const { return first <= last; }
  void Add(const DaySpan& other);
  /// Years between the two, 0 if they overlap; -1 if one is unknown.
  double YearsTo(const DaySpan& other) const;
};

/// One thing that mentions of an official tell, and when.
struct OfficialFact {
  FactKind kind = FactKind::kPost;
  std::uint64_t key = 0;  ///< hash of the mention's key
  std::uint64_t of = 0;
  double share = 0;  ///< of all officials, of whom the same may be told
  DaySpan days;
};

/// What a group of mentions tells of one official: a function of the set of mentions. Joining two
/// is commutative, associative and, but for the count, idempotent.
struct OfficialProfile {
  std::vector<std::string_view> names;  ///< folded; sorted, mostly one; views into mentions
  std::vector<double> namesakes;        ///< of each name, how many others are to be expected
  std::vector<OfficialFact> facts;      ///< sorted by kind, key, of
  std::vector<std::uint64_t> peers;     ///< sorted hashes, the least kMostPeers
  std::uint64_t mentions = 1;
  std::size_t oldest = 0;    ///< rank of the oldest mention
  std::uint8_t levels = 0;   ///< bits 0 centre … 3 commune
  std::uint8_t genders = 0;  ///< bits 0 male, 1 female
  bool leader = false;
  DaySpan days;

  void Join(const OfficialProfile& other);
  /// Whether it tells nothing of the person but a title and where they were told of.
  bool IsBare() const;
  std::vector<OfficialFact>::const_iterator Begin(FactKind kind) const;
};

}  // namespace chido
