#pragma once

#include <string>
#include <string_view>

#include "linker/lexicon/rows.h"

namespace chido {

/// "Huyện Krông Ana", "Tỉnh Đắk Lắk", "Thành phố Hà Nội".
std::string UnitFullName(const UnitRow& unit);

/// A template's name with the unit put in, as readings name the body: "Ủy ban nhân dân thành phố Hà
/// Nội", "Thị ủy Buôn Hồ", "Ban Tuyên giáo Thành ủy Hà Nội". `unit` may be null for a template
/// without a unit.
std::string BodyFullName(const BodyRow& body, const UnitRow* unit);

/// Whether a body's name has the unit's own name with its kind: "tỉnh Đắk Lắk" or "Tỉnh ủy Đắk
/// Lắk".
bool NamesUnit(std::string_view body_name, const UnitRow& unit);

/// Whether the template has a unit ({tỉnh}, {huyện}, {xã}) in its name.
bool HasUnitPart(const BodyRow& body);
/// Whether the template has a free part ({lĩnh vực}, {n} …), so that the row alone does not name a
/// body.
bool HasOpenPart(const BodyRow& body);
/// Whether both need the same kind of unit, or the second none.
bool SameLevel(const BodyRow& body, const BodyRow& other);

/// The committee's row that fits the unit: for `d.huyenuy` of a town `d.thiuy`, and so on; other
/// ids as given.
std::string_view CommitteeFor(std::string_view body_id, const UnitRow* unit);

}  // namespace chido
