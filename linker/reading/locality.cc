#include "linker/reading/locality.h"

#include <algorithm>

#include "linker/reading/scan.h"

namespace chido {

std::string_view CueValue(const Draft& draft, const Match& match) {
  return draft.lexicon.cues()[match.entry].value;
}

std::string ArticleDay(const Draft& draft) {
  if (!draft.frame.published.empty()) {
    const std::string day = FormatEdtf(draft.frame.published).substr(0, 10);
    if (day.size() == 10) return day;
    return day.substr(0, 4) + "-06-30";
  }
  int year = 0;
  for (const DateMention& date : draft.dates) {
    if (date.as_written.year <= 2100) year = std::max<int>(year, date.as_written.year);
  }
  return year >= 1976 ? std::to_string(year) + "-06-30" : "2024-06-30";
}

bool IsValidOn(const UnitRow& unit, std::string_view day) {
  return (unit.valid_from.empty() || unit.valid_from <= day) &&
         (unit.valid_to.empty() || day < unit.valid_to);
}

std::string_view UnitWord(const UnitRow& unit) {
  constexpr std::string_view kCentralCity = "thành phố trực thuộc trung ương";
  return unit.type == kCentralCity ? std::string_view("thành phố") : unit.type;
}

std::uint8_t LevelOfWord(std::string_view word) {
  if (word == "tỉnh") return 1;
  if (word == "huyện" || word == "quận" || word == "thị xã") return 2;
  if (word == "xã" || word == "phường" || word == "thị trấn" || word == "đặc khu") return 3;
  return 0;
}

bool FitsWord(const UnitRow& unit, std::string_view word, bool same_level) {
  if (UnitWord(unit) == word) return true;
  if (!same_level) return false;
  if (word == "thành phố") return unit.level <= 2;
  return LevelOfWord(word) == unit.level;
}

/// The host of an address, or the words of a repository's name.
static std::string_view HostOf(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
    return address.substr(0, address.find('/'));
  }
  return address;
}

Locality::Locality(const Draft& draft) : draft_(draft) {
  place_at_.assign(draft.text.tokens.size() + 1, -1);
  for (std::size_t i = 0; i < draft.places.size(); ++i) {
    const PlaceMention& place = draft.places[i];
    place_at_[place.tokens.begin] = static_cast<std::int32_t>(i);
    if (place.resolved && !place.units.empty()) {
      const std::uint32_t row = place.units.front();
      const UnitRow& unit = draft.lexicon.units()[row];
      // the cities that are provinces count as provinces
      const Named named{place.tokens.begin, static_cast<std::int32_t>(row)};
      Name(unit.level == 1 ? std::string_view("tỉnh") : UnitWord(unit), named);
      if (unit.level == 1 && UnitWord(unit) == "thành phố") Name("thành phố trung ương", named);
    }
  }
  if (!draft.frame.jurisdiction_uid.empty()) {
    if (const auto row = draft.lexicon.UnitByUid(draft.frame.jurisdiction_uid)) {
      province_ = static_cast<std::int32_t>(*row);
    }
  }
  FindHomeDistrict();
  FindSections();
}

void Locality::FindHomeDistrict() {
  if (province_ < 0) return;
  const auto units = draft_.lexicon.units();
  const std::string day = ArticleDay(draft_);
  for (const std::string_view address :
       {std::string_view(draft_.article.url), std::string_view(draft_.article.publisher)}) {
    for (const std::uint32_t row : draft_.lexicon.DistrictsByHost(HostOf(address))) {
      if (units[row].parent != province_ || !IsValidOn(units[row], day)) continue;
      home_district_ = static_cast<std::int32_t>(row);
      return;
    }
  }
}

const PlaceMention* Locality::PlaceAt(std::uint32_t token) const {
  if (token >= place_at_.size() || place_at_[token] < 0) return nullptr;
  return &draft_.places[static_cast<std::size_t>(place_at_[token])];
}

void Locality::Name(std::string_view word, Named named) {
  auto list = std::ranges::find(named_, word, [](const auto& entry) { return entry.first; });
  if (list == named_.end()) list = named_.insert(named_.end(), {word, {}});
  list->second.push_back(named);
}

const std::vector<Locality::Named>& Locality::NamedBy(std::string_view word) const {
  static const std::vector<Named> kNone;
  const auto list = std::ranges::find(named_, word, [](const auto& entry) { return entry.first; });
  return list == named_.end() ? kNone : list->second;
}

std::int32_t Locality::NearestOf(std::string_view word, std::uint32_t token) const {
  const std::vector<Named>& list = NamedBy(word);
  const auto next = std::ranges::upper_bound(list, token, {}, &Named::token);
  if (next != list.begin()) return std::prev(next)->unit;
  return next == list.end() ? -1 : next->unit;
}

/// *Tại Lai Châu, …*: where an article on several provinces turns to one of them.
void Locality::FindSections() {
  bool several = false;
  for (const Sentence& sentence : draft_.text.sentences) {
    const TokenRange tokens = sentence.tokens;
    if (!sections_.empty() && sections_.back().block == sentence.block_index) {
      sections_.back().end = tokens.end;
    }
    if (tokens.empty() || !scan::IsAny(draft_.text, tokens.begin, {"tại", "ở"})) continue;
    const PlaceMention* place = PlaceAt(tokens.begin + 1);
    if (place == nullptr || !place->resolved || place->units.empty() ||
        draft_.lexicon.units()[place->units.front()].level != 1 ||
        !scan::Is(draft_.text, place->tokens.end, ",")) {
      continue;
    }
    const auto unit = static_cast<std::int32_t>(place->units.front());
    several = several || (!sections_.empty() && sections_.front().unit != unit);
    sections_.push_back({tokens.begin, tokens.end, sentence.block_index, unit});
  }
  if (!several) sections_.clear();
}

std::int32_t Locality::ProvinceFor(std::uint32_t token) const {
  if (!sections_.empty()) {
    auto section = std::ranges::upper_bound(sections_, token, {}, &Section::begin);
    if (section != sections_.begin() && token < (--section)->end) return section->unit;
  }
  if (province_ >= 0) return province_;
  // where the frame is open the last province named before is in focus; where it is national only
  // one of the same sentence
  const std::vector<Named>& list = NamedBy("tỉnh");
  const std::int32_t nearest = NearestOf("tỉnh", token);
  if (nearest < 0 || draft_.frame.jurisdiction.empty()) return nearest;
  const TokenRange sentence = scan::SentenceRange(draft_.text, token);
  const auto inside = std::ranges::lower_bound(list, sentence.begin, {}, &Named::token);
  return inside != list.end() && inside->token < sentence.end ? nearest : -1;
}

std::int32_t Locality::UnitFor(std::string_view word, std::uint32_t token) const {
  const auto units = draft_.lexicon.units();
  if (word == "tỉnh") return ProvinceFor(token);
  if (word == "thành phố") {
    const auto is_city = [&](std::int32_t row) {
      return row >= 0 && UnitWord(units[static_cast<std::size_t>(row)]) == "thành phố";
    };
    if (is_city(province_)) return province_;
    if (const std::int32_t near = NearestOf(word, token); near >= 0) return near;
    return NearestOf("thành phố trung ương", token);
  }
  const std::int32_t near = NearestOf(word, token);
  if (near >= 0) return near;
  if (home_district_ >= 0 && LevelOfWord(word) == 2) return home_district_;
  return -1;
}

}  // namespace chido
