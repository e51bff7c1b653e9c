#include "tests/world/phrases.h"

#include <array>
#include <utility>

#include "graph/model/edtf.h"
#include "linker/text/normal.h"

namespace chido::world {
namespace {

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// A newspaper's name ends with its province.
bool KeepsPlace(const std::string& name) { return name.starts_with("Báo "); }

std::string Padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string BodyPhrase(World& world, const Telling& telling, std::uint32_t index, Draw& draw) {
  const Body& body = world.atlas.body(index);
  std::string text = body.name;
  const bool of_home = body.unit != kNone && body.unit == telling.home;
  if (of_home && !KeepsPlace(text) && (!telling.home_told || draw.Chance(0.75))) {
    const std::string end = " " + std::string(world.atlas.Unit(body.unit).name);
    if (text.ends_with(end)) text.resize(text.size() - end.size());
  }
  if (draw.Chance(0.6)) {
    for (const std::string& pair : Wordings("short", "any")) {
      const std::size_t equals = pair.find('=');
      ReplaceAll(text, pair.substr(0, equals), pair.substr(equals + 1));
    }
  }
  return text;
}

std::string JoinPost(const std::string& title, const std::string& body, std::size_t& body_begin) {
  if (title == "Ủy viên" && body.starts_with("Ban Chấp hành Trung ương")) {
    body_begin = title.size() + 1;
    return "Ủy viên Trung ương Đảng";
  }
  // "Trưởng Ban" of "Ban Tuyên giáo": the word is said once.
  const std::size_t blank = title.rfind(' ');
  for (std::size_t at = title.find(' '); at != std::string::npos; at = title.find(' ', at + 1)) {
    const std::string end = title.substr(at + 1);
    if (FoldKey(body.substr(0, end.size())) == FoldKey(end) && body.size() > end.size() &&
        body[end.size()] == ' ' && end != "Bí thư") {
      body_begin = at + 1;
      return title.substr(0, at + 1) + body;
    }
  }
  // "Tỉnh ủy viên" says its body itself.
  if (blank != std::string::npos && title.ends_with("ủy viên") && title.size() < 20) {
    body_begin = title.size();
    return title;
  }
  body_begin = title.size() + 1;
  return title + " " + body;
}

std::string DayPhrase(std::int32_t day, bool with_year, Draw& draw) {
  const CalendarDate date = FromDays(day);
  const bool padded = draw.Chance(0.5);
  std::string text = padded ? Padded(date.day) : std::to_string(date.day);
  text += "/";
  text += padded ? Padded(date.month) : std::to_string(date.month);
  if (with_year) text += "/" + std::to_string(date.year);
  return text;
}

void SetTonesTheOldWay(std::string& text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kPairs{{{"ủy", "uỷ"},
                                                                                 {"Ủy", "Uỷ"},
                                                                                 {"hòa", "hoà"},
                                                                                 {"Hòa", "Hoà"},
                                                                                 {"hóa", "hoá"},
                                                                                 {"Hóa", "Hoá"},
                                                                                 {"húy", "huý"},
                                                                                 {"khỏe", "khoẻ"},
                                                                                 {"tòa", "toà"}}};
  for (const auto& [now, old] : kPairs) ReplaceAll(text, now, old);
}

void Capitalise(std::string& text, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kLetters{
      {{"đ", "Đ"}, {"ô", "Ô"}}};
  for (const auto& [small, capital] : kLetters) {
    if (text.compare(at, small.size(), small) == 0) text.replace(at, small.size(), capital);
  }
  if (text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
}

}  // namespace chido::world
