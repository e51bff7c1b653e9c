#include "linker/resolve/body_name.h"

#include <array>
#include <utility>

namespace chido {
namespace {

constexpr std::string_view kCity = "thành phố";

/// "thành phố trực thuộc trung ương" and the like are said "thành phố".
std::string_view SpokenType(const UnitRow& unit) {
  return unit.type.starts_with(kCity) ? kCity : unit.type;
}

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The committee's word for a kind of unit.
std::string_view CommitteeWord(const UnitRow& unit) {
  const std::string_view type = SpokenType(unit);
  if (type == kCity) return "Thành ủy";
  if (type == "thị xã") return "Thị ủy";
  if (type == "quận") return "Quận ủy";
  return unit.level == 1 ? "Tỉnh ủy" : "Huyện ủy";
}

}  // namespace

std::string UnitFullName(const UnitRow& unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kTypes{{
      {"tỉnh", "Tỉnh"},
      {"thành phố", "Thành phố"},
      {"huyện", "Huyện"},
      {"quận", "Quận"},
      {"thị xã", "Thị xã"},
      {"xã", "Xã"},
      {"phường", "Phường"},
      {"thị trấn", "Thị trấn"},
      {"đặc khu", "Đặc khu"},
  }};
  const std::string_view type = SpokenType(unit);
  for (const auto& [lower, title] : kTypes) {
    if (type == lower) return std::string(title) + " " + std::string(unit.name);
  }
  return std::string(unit.name);
}

std::string BodyFullName(const BodyRow& body, const UnitRow* unit) {
  std::string name(body.name);
  if (unit == nullptr) return name;
  const std::string_view type = SpokenType(*unit);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kParts{
      {{"{tỉnh}", "tỉnh"}, {"{huyện}", "huyện"}, {"{xã}", "xã"}}};
  for (const auto& [part, word] : kParts) {
    if (name.find(part) == std::string::npos) continue;
    ReplaceAll(name, std::string(word) + " " + std::string(part),
               std::string(type) + " " + std::string(part));
    ReplaceAll(name, "Tỉnh ủy ", std::string(CommitteeWord(*unit)) + " ");
    ReplaceAll(name, "Huyện ủy ", std::string(CommitteeWord(*unit)) + " ");
    ReplaceAll(name, part, unit->name);
  }
  return name;
}

bool NamesUnit(std::string_view body_name, const UnitRow& unit) {
  const std::string name(unit.name);
  const auto has = [body_name](const std::string& part) {
    const std::size_t at = body_name.find(part);
    return at != std::string_view::npos &&
           (at + part.size() == body_name.size() || body_name[at + part.size()] == ' ');
  };
  return has(std::string(SpokenType(unit)) + " " + name) ||
         has(std::string(CommitteeWord(unit)) + " " + name);
}

bool HasUnitPart(const BodyRow& body) {
  return body.name.find("{tỉnh}") != std::string_view::npos ||
         body.name.find("{huyện}") != std::string_view::npos ||
         body.name.find("{xã}") != std::string_view::npos;
}

bool HasOpenPart(const BodyRow& body) {
  std::string name(body.name);
  for (const std::string_view part : {"{tỉnh}", "{huyện}", "{xã}"}) ReplaceAll(name, part, "");
  return name.find('{') != std::string::npos;
}

bool SameLevel(const BodyRow& body, const BodyRow& other) {
  for (const std::string_view part : {"{tỉnh}", "{huyện}", "{xã}"}) {
    const bool needed = other.name.find(part) != std::string_view::npos;
    if (needed && body.name.find(part) == std::string_view::npos) return false;
  }
  return true;
}

std::string_view CommitteeFor(std::string_view body_id, const UnitRow* unit) {
  if (unit == nullptr) return body_id;
  const std::string_view type = SpokenType(*unit);
  if (body_id == "p.tinhuy" && type == kCity) return "p.thanhuy";
  if (body_id != "d.huyenuy") return body_id;
  if (type == kCity) return "d.thanhuy";
  if (type == "thị xã") return "d.thiuy";
  return type == "quận" ? "d.quanuy" : body_id;
}

}  // namespace chido
