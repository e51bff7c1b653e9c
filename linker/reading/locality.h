#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linker/reading/draft.h"

namespace chido {

/// Value of the cue row that `match` points to.
std::string_view CueValue(const Draft& draft, const Match& match);
/// The day of the article as "YYYY-MM-DD": its publication, else the last year named in it, else a
/// day before the reforms of 2025.
std::string ArticleDay(const Draft& draft);
/// Whether a unit row existed on `day` ("YYYY-MM-DD").
bool IsValidOn(const UnitRow& unit, std::string_view day);
/// Unit word of a row: its type without "trực thuộc trung ương".
std::string_view UnitWord(const UnitRow& unit);
/// Level that a unit word names: 1 province, 2 district, 3 commune; 0 for "thành phố", which is
/// either of the first two, and for other words.
std::uint8_t LevelOfWord(std::string_view word);
/// Whether a unit of `type` may be called by `word`. Changes of status inside one level are allowed
/// with `same_level`.
bool FitsWord(const UnitRow& unit, std::string_view word, bool same_level);

/// Which units an article is about, at each of its places: the frame's province and the units that
/// were named before. Lives as long as its draft. Needs the stages frame, dates and places.
class Locality {
 public:
  explicit Locality(const Draft& draft);

  /// The mention that starts at `token`, or nullptr.
  const PlaceMention* PlaceAt(std::uint32_t token) const;
  /// Row of the province of the frame; -1 if none.
  std::int32_t province() const { return province_; }
  /// Row of the unit that a bare unit word ("huyện") means at `token`; -1 if open.
  std::int32_t UnitFor(std::string_view word, std::uint32_t token) const;
  /// Whether the address of the article names one of the units below the province; its row or -1.
  std::int32_t home_district() const { return home_district_; }

 private:
  struct Named {
    std::uint32_t token;
    std::int32_t unit;
  };
  std::int32_t ProvinceFor(std::uint32_t token) const;
  std::int32_t NearestOf(std::string_view word, std::uint32_t token) const;
  const std::vector<Named>& NamedBy(std::string_view word) const;
  /// Sentences that a province at their head places.
  struct Section {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t block;
    std::int32_t unit;
  };
  void FindHomeDistrict();
  void FindSections();
  void Name(std::string_view word, Named named);

  const Draft& draft_;
  std::vector<std::int32_t> place_at_;
  /// Resolved units in text order, by their unit word.
  std::vector<std::pair<std::string_view, std::vector<Named>>> named_;
  std::vector<Section> sections_;
  std::int32_t province_ = -1;
  std::int32_t home_district_ = -1;
};

}  // namespace chido
