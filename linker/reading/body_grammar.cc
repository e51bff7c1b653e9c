#include "linker/reading/body_grammar.h"

#include <algorithm>
#include <utility>

#include "linker/reading/scan.h"

namespace chido {
namespace {

constexpr int kMaxDepth = 3;
constexpr int kMaxListHops = 6;

struct CommitteeName {
  std::string_view word;
  std::string_view name;
};
constexpr CommitteeName kCommittees[] = {
    {"tỉnh", "Tỉnh ủy"},   {"thành phố", "Thành ủy"}, {"huyện", "Huyện ủy"},
    {"thị xã", "Thị ủy"},  {"quận", "Quận ủy"},       {"xã", "Đảng ủy"},
    {"phường", "Đảng ủy"}, {"thị trấn", "Đảng ủy"},   {"đặc khu", "Đảng ủy"},
};

bool IsConnector(const AnalysedText& text, std::uint32_t token) {
  return scan::IsAny(text, token, {",", "và", "-", "&", "/", "–"});
}

std::pair<std::string_view, std::string_view> SplitValue(std::string_view value) {
  const std::size_t at = value.find('>');
  if (at == std::string_view::npos) return {value, {}};
  return {value.substr(0, at), value.substr(at + 1)};
}

std::uint32_t SkipCrowd(const Draft& draft, std::uint32_t token) {
  for (int words = 0; words < 3; ++words) {
    const Match* crowd = draft.CueAt(token, "crowd");
    if (crowd == nullptr) break;
    token = crowd->tokens.end;
  }
  return token;
}

bool IsProper(const AnalysedText& text, TokenRange range) {
  if (range.size() >= 3) return true;
  return text.tokens[range.begin].capital;
}

}  // namespace

BodyGrammar::BodyGrammar(const Draft& draft)
    : draft_(draft), locality_(draft), day_(ArticleDay(draft)) {
  FindDefinitions();
}

std::optional<BodyPhrase> BodyGrammar::ParseAt(std::uint32_t token, std::uint32_t limit) {
  if (depth_ >= kMaxDepth || InNumber(token)) return std::nullopt;
  std::optional<BodyPhrase> phrase;
  bool open = false;
  if (const Match* organ = draft_.CueAt(token, "organ");
      organ != nullptr && organ->tokens.end <= limit) {
    const std::string_view kind = draft_.lexicon.cues()[organ->entry].kind;
    open = kind == "organ.open" || kind == "organ.small" || kind == "organ.of";
    ++depth_;
    phrase = ParseKind(*organ, limit);
    --depth_;
  }
  if (std::optional<BodyPhrase> row = ParseTable(token, limit);
      row && (!phrase || row->end > phrase->end || (open && row->end == phrase->end))) {
    phrase = std::move(row);
  }
  if (!phrase) return ParseDefined(token);
  phrase->begin = token;
  if (depth_ == 0) Settle(*phrase);
  return phrase;
}

void BodyGrammar::Settle(BodyPhrase& phrase) {
  const bool plural = IsPluralBefore(phrase.begin);
  const bool listed = generic_end_ > 0 && phrase.begin == generic_end_ + 1 &&
                      IsConnector(draft_.text, generic_end_);
  if ((plural || listed) && !phrase.place_stated && !phrase.word.empty()) phrase.generic = true;
  if (IsCredit({phrase.begin, phrase.end})) phrase.generic = true;
  if (phrase.generic) {
    generic_end_ = phrase.end;
    return;
  }
  Remember(phrase);
  Define(phrase);
}

std::optional<BodyPhrase> BodyGrammar::ParseKind(const Match& organ, std::uint32_t limit) {
  const std::string_view kind = draft_.lexicon.cues()[organ.entry].kind;
  if (kind == "organ.central") return ParseCentral(organ, limit);
  if (kind == "organ.committee") return ParseCommittee(organ, limit);
  if (kind == "organ.party") return ParsePartyOrgan(organ, limit);
  if (kind == "organ.unit") return ParseUnitOrgan(organ, limit);
  if (kind == "organ.dept") return ParseDepartment(organ, limit);
  if (kind == "organ.council") return ParseCouncilOrgan(organ, limit);
  if (kind == "organ.of") return ParseOwned(organ, limit);
  if (kind == "organ.office") return ParseOffice(organ, limit);
  if (kind == "organ.board") return ParseBoard(organ, limit);
  if (kind == "organ.project") return ParseProject(organ, limit);
  if (kind == "organ.hamlet") return ParseHamlet(CueValue(draft_, organ), organ, limit);
  if (kind == "organ.small") {
    std::optional<BodyPhrase> phrase = ParseOpen(organ, limit);
    // an office of its own is known by its holder or by the body it belongs to
    if (phrase && phrase->owner.empty() && !BehindTitle(organ.tokens.begin)) return std::nullopt;
    return phrase;
  }
  if (kind == "organ.open") return ParseOpen(organ, limit);
  return std::nullopt;
}

/// *Hội Nông dân Việt Nam tỉnh X* is the branch *Hội Nông dân tỉnh X*.
bool BodyGrammar::IsBranch(BodyPhrase& phrase, std::uint32_t limit) {
  constexpr std::string_view kCountry = " Việt Nam";
  if (!phrase.head.ends_with(kCountry) || draft_.CueAt(phrase.end, "place.word") == nullptr) {
    return false;
  }
  const auto place = PlaceAt(phrase.end, {}, limit);
  if (!place || place->many || place->unit < 0) return false;
  const std::string stem = phrase.head.substr(0, phrase.head.size() - kCountry.size());
  for (const Match& match : draft_.lexicon.Lookup(stem)) {
    if (match.kind != EntryKind::kCue) continue;
    if (draft_.lexicon.cues()[match.entry].kind == "organ.unit") {
      phrase.head = CueValue(draft_, match);
    }
  }
  Put(*place, phrase);
  phrase.word_in_name = true;
  return true;
}

void BodyGrammar::Put(const Place& place, BodyPhrase& phrase) {
  phrase.end = place.end;
  phrase.word = place.word;
  phrase.unit = place.unit;
  phrase.place_stated = place.stated;
  phrase.word_stated = true;
  phrase.generic = phrase.generic || place.many;
}

std::optional<BodyPhrase> BodyGrammar::ParseCentral(const Match& organ, std::uint32_t limit) {
  if (!IsProper(draft_.text, organ.tokens)) return std::nullopt;
  // "cán bộ văn hóa" are people
  if (organ.tokens.begin > 0 && scan::Is(draft_.text, organ.tokens.begin, "bộ") &&
      scan::IsAny(draft_.text, organ.tokens.begin - 1, {"cán", "toàn", "nội"}) &&
      !draft_.text.tokens[organ.tokens.begin].capital) {
    return std::nullopt;
  }
  BodyPhrase phrase;
  phrase.end = organ.tokens.end;
  phrase.head = CueValue(draft_, organ);
  phrase.organ_of_party = phrase.head.find("ủy ") != std::string::npos;
  if (IsBranch(phrase, limit)) return phrase;
  if (const Match* country = draft_.CueAt(phrase.end, "place.country");
      country != nullptr && country->tokens.end <= limit &&
      draft_.text.tokens[phrase.end].capital) {
    phrase.head += ' ';
    phrase.head += draft_.text.Text(country->tokens);
    phrase.end = country->tokens.end;
  }
  // "Ảnh: …/TTXVN", "(TTXVN)": whose picture it is
  const bool slash = organ.tokens.begin > 0 && scan::Is(draft_.text, organ.tokens.begin - 1, "/");
  const bool bracketed = organ.tokens.begin > 0 &&
                         scan::Is(draft_.text, organ.tokens.begin - 1, "(") &&
                         scan::Is(draft_.text, phrase.end, ")");
  const bool press = phrase.head.starts_with("Thông tấn") || phrase.head.starts_with("Báo") ||
                     phrase.head.starts_with("Đài") || phrase.head.starts_with("Tạp chí");
  const bool abbreviation = organ.tokens.size() == 1;
  phrase.generic = slash || (bracketed && (press || abbreviation));
  return phrase;
}

std::optional<BodyGrammar::Place> BodyGrammar::PlaceAt(std::uint32_t token, std::string_view word,
                                                       std::uint32_t limit) {
  if (token >= limit) return std::nullopt;
  const auto units = draft_.lexicon.units();
  Place place;
  if (const PlaceMention* mention = locality_.PlaceAt(token);
      mention != nullptr && mention->tokens.end <= limit) {
    for (const std::uint32_t row : mention->units) {
      if (!word.empty() && !FitsWord(units[row], word, true)) continue;
      place.end = mention->tokens.end;
      place.unit = static_cast<std::int32_t>(row);
      place.word = UnitWord(units[row]);
      place.stated = place.word_stated = true;
      return place;
    }
  }
  const Match* unit_word = draft_.CueAt(token, "place.word");
  if (unit_word == nullptr || unit_word->tokens.end > limit) return std::nullopt;
  const std::string_view stated = CueValue(draft_, *unit_word);
  if (!word.empty() && stated != word) return std::nullopt;
  if (const auto numbered = NumberedPlace(unit_word->tokens.end, stated, limit)) return numbered;
  // "P." or "X." without a name behind is no unit
  const std::string_view written = draft_.text.Text(unit_word->tokens);
  if (written.size() < 4 && written != "TP" && written != "TX") return std::nullopt;
  place.end = unit_word->tokens.end;
  place.word = stated;
  place.word_stated = true;
  place.unit = locality_.UnitFor(stated, token);
  place.many = GoesOnAsKinds(place.end);
  return place;
}

/// *Q.12*: a number with its unit word shortened.
std::optional<BodyGrammar::Place> BodyGrammar::NumberedPlace(std::uint32_t token,
                                                             std::string_view word,
                                                             std::uint32_t limit) const {
  if (token >= limit || !scan::IsNumber(draft_.text, token)) return std::nullopt;
  const std::int32_t province = locality_.UnitFor("tỉnh", token);
  const std::string name = std::string(word) + " " + std::string(draft_.text.Text(token));
  for (const Match& match : draft_.lexicon.Lookup(name)) {
    if (match.kind != EntryKind::kUnit) continue;
    const auto above = draft_.lexicon.ProvinceOf(match.entry);
    if (!above || static_cast<std::int32_t>(*above) != province) continue;
    Place place;
    place.end = token + 1;
    place.unit = static_cast<std::int32_t>(match.entry);
    place.word = UnitWord(draft_.lexicon.units()[match.entry]);
    place.stated = place.word_stated = true;
    return place;
  }
  return std::nullopt;
}

/// *UBND tỉnh, thành phố, xã*: further unit words without a name mean all units of those kinds.
bool BodyGrammar::GoesOnAsKinds(std::uint32_t token) const {
  return scan::IsAny(draft_.text, token, {",", "/", "-"}) && IsBareWord(token + 1);
}

/// A unit word that no name follows and that is no committee's.
bool BodyGrammar::IsBareWord(std::uint32_t token) const {
  const Match* word = draft_.CueAt(token, "place.word");
  return word != nullptr && locality_.PlaceAt(token) == nullptr &&
         draft_.CueAt(token, "organ") == nullptr && draft_.CueAt(token, "role.title") == nullptr;
}

std::optional<BodyGrammar::Place> BodyGrammar::SharedPlace(std::uint32_t token,
                                                           std::uint32_t limit) {
  for (int hop = 0; hop < kMaxListHops && token < limit; ++hop) {
    if (!IsConnector(draft_.text, token)) return std::nullopt;
    ++token;
    if (const std::uint32_t crowd = SkipCrowd(draft_, token); crowd != token) {
      token = crowd;
      if (const auto place = PlaceAt(token, {}, limit)) return place;
      continue;
    }
    token = scan::After(draft_.text, token, "lãnh đạo");
    const Match* organ = draft_.CueAt(token, "organ");
    if (organ == nullptr || organ->tokens.end > limit) return std::nullopt;
    const std::string_view kind = draft_.lexicon.cues()[organ->entry].kind;
    if (kind == "organ.committee") {
      const auto [name, word] = SplitValue(CueValue(draft_, *organ));
      if (const auto place = PlaceAt(organ->tokens.end, word, limit)) return place;
      Place place;
      place.word = word;
      place.word_stated = true;
      place.unit = locality_.UnitFor(word, token);
      place.many = IsGenericAt(organ->tokens.end);
      return place;
    }
    if (kind == "organ.central" || kind == "organ.dept") return std::nullopt;
    token = organ->tokens.end;
    if (const auto place = PlaceAt(token, {}, limit)) return place;
  }
  return std::nullopt;
}

BodyPhrase BodyGrammar::Committee(std::string_view word, std::int32_t unit,
                                  std::uint32_t token) const {
  BodyPhrase phrase;
  phrase.begin = phrase.end = token;
  phrase.word = word;
  phrase.unit = unit >= 0 ? unit : locality_.UnitFor(word, token);
  phrase.organ_of_party = true;
  phrase.head = "Tỉnh ủy";
  for (const CommitteeName& committee : kCommittees) {
    if (committee.word == word) phrase.head = committee.name;
  }
  phrase.word_in_name = phrase.head == "Đảng ủy";
  if (phrase.unit >= 0 && phrase.head == "Tỉnh ủy" &&
      UnitWord(draft_.lexicon.units()[static_cast<std::size_t>(phrase.unit)]) == "thành phố") {
    phrase.head = "Thành ủy";
    phrase.word = "thành phố";
  }
  return phrase;
}

std::string BodyGrammar::NameOf(const BodyPhrase& phrase) const {
  std::string name = phrase.head;
  if (phrase.unit < 0) {
    if (phrase.word_in_name && !phrase.word.empty()) {
      name += ' ';
      name += phrase.word;
    }
    return name;
  }
  const UnitRow& unit = draft_.lexicon.units()[static_cast<std::size_t>(phrase.unit)];
  name += ' ';
  if (phrase.word_in_name) {
    name += UnitWord(unit);
    name += ' ';
  }
  name += unit.name;
  return name;
}

bool BodyGrammar::IsGenericAt(std::uint32_t token) const {
  // "của toàn bộ 34 xã", "10 huyện"
  if (scan::IsNumber(draft_.text, token) && IsBareWord(token + 1)) return true;
  return draft_.CueAt(token, "plural") != nullptr ||
         scan::IsAny(draft_.text, token, {"trực", "đó", "này", "khác", "cùng"});
}

bool BodyGrammar::IsPluralBefore(std::uint32_t token) const {
  for (std::uint32_t back = 1; back <= 2 && back <= token; ++back) {
    const Match* plural = draft_.CueAt(token - back, "plural");
    if (plural != nullptr && plural->tokens.end == token) return true;
  }
  return false;
}

void BodyGrammar::Remember(const BodyPhrase& phrase) {
  if (phrase.word.empty()) return;
  if (phrase.word_stated || phrase.place_stated) {
    last_word_ = phrase.word;
    last_unit_ = phrase.unit;
    last_[phrase.organ] = phrase;
    if (phrase.organ_of_party) last_committee_ = phrase;
  }
}

}  // namespace chido
