#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linker/lexicon/lexicon.h"

namespace chido::world {

inline constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
inline constexpr std::int32_t kNone = -1;

/// Days since 1970 of a cell of a table ("2025-07-01", "2025-02", ""), its first day.
std::int32_t DayOf(std::string_view cell, std::int32_t if_empty);

/// From when to when (exclusive), in days.
struct Lifetime {
  std::int32_t from = std::numeric_limits<std::int32_t>::min();
  std::int32_t to = kNever;
  bool Holds(std::int32_t day) const { return from <= day && day < to; }
};

/// A body of the world: a template of the lexicon with its unit.
struct Body {
  std::uint32_t row = 0;      ///< of Lexicon::bodies()
  std::int32_t unit = kNone;  ///< row of Lexicon::units(); none for central ones
  std::string name;           ///< with the place
  std::uint32_t same_as = 0;  ///< the body that it truly is: of one name, whenever its unit was
};

/// The gazetteer and the lexicon's bodies through time. Bodies are interned; not thread-safe.
class Atlas {
 public:
  Atlas();
  const Lexicon& lexicon() const { return lexicon_; }
  const UnitRow& Unit(std::int32_t row) const {
    return lexicon_.units()[static_cast<std::size_t>(row)];
  }
  Lifetime LifetimeOf(const UnitRow& unit) const;
  Lifetime LifetimeOf(const BodyRow& body) const;
  /// The unit that `row` had become by `day`, following its first whole successor of the same
  /// level; none if it has none or did not exist yet.
  std::int32_t UnitAt(std::int32_t row, std::int32_t day) const;
  std::int32_t ProvinceOf(std::int32_t unit) const;
  /// Provinces that existed all the time from `first` to `last`, by row.
  std::vector<std::int32_t> Provinces(std::int32_t first, std::int32_t last) const;
  /// Units right below `parent` of the level that hold on `day`, by row; of numbered ones none.
  std::vector<std::int32_t> Below(std::int32_t parent, std::uint8_t level, std::int32_t day) const;

  /// The body of a template's id for the unit (a Huyện ủy of a town is its Thị ủy).
  std::uint32_t Intern(std::string_view template_id, std::int32_t unit);
  const Body& body(std::uint32_t index) const { return bodies_[index]; }
  const BodyRow& RowOf(const Body& body) const { return lexicon_.bodies()[body.row]; }
  std::size_t body_count() const { return bodies_.size(); }

 private:
  const Lexicon& lexicon_;
  std::vector<Body> bodies_;
  std::map<std::pair<std::uint32_t, std::int32_t>, std::uint32_t> interned_;
  std::map<std::int32_t, std::vector<std::int32_t>> children_;
};

}  // namespace chido::world
