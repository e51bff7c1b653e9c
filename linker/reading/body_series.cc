#include <algorithm>
#include <string>
#include <utility>

#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"

// Lists whose bodies share one head: "các Bộ: Công an, Y tế", "UBND các huyện A, B".

namespace chido {
namespace {

constexpr std::uint32_t kMaxItemWords = 9;  // tokens

bool IsSeparator(const AnalysedText& text, std::uint32_t token) {
  return scan::IsAny(text, token, {",", ";", "và"});
}

}  // namespace

/// The longest name at `token` that is one of a ministry or department behind `head`.
std::optional<BodyPhrase> BodyGrammar::DepartmentOf(std::string_view head, std::uint32_t token,
                                                    std::uint32_t limit) const {
  const AnalysedText& text = draft_.text;
  if (token >= limit || !text.tokens[token].capital) return std::nullopt;
  for (std::uint32_t end = std::min(limit, token + kMaxItemWords); end > token; --end) {
    const std::string name = std::string(head) + " " + scan::Plain(text, {token, end});
    for (const Match& match : draft_.lexicon.Lookup(name)) {
      if (match.kind != EntryKind::kCue) continue;
      const CueRow& cue = draft_.lexicon.cues()[match.entry];
      const bool dept = cue.kind == "organ.dept";
      if (!dept && cue.kind != "organ.central") continue;
      BodyPhrase phrase;
      phrase.begin = token;
      phrase.end = end;
      phrase.head = cue.value;
      phrase.organ = cue.value;
      if (dept) phrase.word = "tỉnh";
      if (dept) phrase.unit = locality_.UnitFor("tỉnh", token);
      return phrase;
    }
  }
  return std::nullopt;
}

std::vector<BodyPhrase> BodyGrammar::DepartmentSeries(std::uint32_t token, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  std::vector<BodyPhrase> series;
  const bool ministry = scan::Is(text, token, "bộ");
  if (!ministry && !scan::Is(text, token, "sở")) return series;
  std::uint32_t at = scan::Is(text, token + 1, ":") ? token + 2 : token + 1;
  while (auto item = DepartmentOf(ministry ? "Bộ" : "Sở", at, limit)) {
    at = item->end + 1;
    series.push_back(std::move(*item));
    if (!IsSeparator(text, at - 1)) break;
  }
  if (series.size() < 2) series.clear();
  return series;
}

/// The unit at `token` of a list; `word` stands before the list: *các phường: A, B*.
std::optional<BodyGrammar::Place> BodyGrammar::UnitOfSeries(std::string_view word,
                                                            std::uint32_t token,
                                                            std::uint32_t limit) const {
  Place place;
  if (const PlaceMention* stated = locality_.PlaceAt(token);
      stated != nullptr && stated->resolved && !stated->units.empty() &&
      stated->tokens.end <= limit) {
    place.unit = static_cast<std::int32_t>(stated->units.front());
    place.end = stated->tokens.end;
    const UnitRow& unit = draft_.lexicon.units()[stated->units.front()];
    if (word.empty() || draft_.CueAt(token, "place.word") != nullptr ||
        FitsWord(unit, word, true)) {
      return place;
    }
  }
  const Match* unit = draft_.MatchAt(token, EntryKind::kUnit);
  const std::int32_t province = locality_.UnitFor("tỉnh", token);
  if (word.empty() || unit == nullptr || unit->tokens.end > limit || province < 0) {
    return std::nullopt;
  }
  for (const Match& match : draft_.MatchesAt(token)) {
    if (match.kind != EntryKind::kUnit || match.tokens != unit->tokens) continue;
    const UnitRow& row = draft_.lexicon.units()[match.entry];
    const auto above = draft_.lexicon.ProvinceOf(match.entry);
    if (!above || static_cast<std::int32_t>(*above) != province || !FitsWord(row, word, false)) {
      continue;
    }
    place.unit = static_cast<std::int32_t>(match.entry);
    place.end = match.tokens.end;
    if (IsValidOn(row, day_)) break;
  }
  return place.unit < 0 ? std::nullopt : std::optional<Place>(place);
}

std::vector<BodyPhrase> BodyGrammar::UnitSeries(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  std::vector<BodyPhrase> series;
  const bool committee = draft_.lexicon.cues()[organ.entry].kind == "organ.committee";
  const Match* plural = draft_.CueAt(organ.tokens.end, "plural");
  if (plural == nullptr) return series;
  std::uint32_t at = plural->tokens.end;
  std::string_view of;  // the word that all share
  while (at < limit && (IsBareWord(at) || scan::IsAny(text, at, {",", ":"}))) {
    const Match* kind = draft_.CueAt(at, "place.word");
    of = kind != nullptr ? CueValue(draft_, *kind) : of;
    at = kind != nullptr ? kind->tokens.end : at + 1;
  }
  if (const Match* kind = draft_.CueAt(at, "place.word")) of = CueValue(draft_, *kind);
  const auto units = draft_.lexicon.units();
  while (const auto place = UnitOfSeries(of, at, limit)) {
    const auto row = place->unit;
    const std::string_view word = UnitWord(units[static_cast<std::size_t>(row)]);
    BodyPhrase phrase;
    if (committee) {
      phrase = Committee(word, row, at);
    } else {
      phrase.head = phrase.organ = CueValue(draft_, organ);
      phrase.word = word;
      phrase.unit = row;
      phrase.word_in_name = true;
    }
    phrase.begin = series.empty() ? organ.tokens.begin : at;
    phrase.end = place->end;
    phrase.place_stated = phrase.word_stated = true;
    at = phrase.end + 1;
    series.push_back(std::move(phrase));
    if (!IsSeparator(text, at - 1)) break;
  }
  if (series.size() < 2) series.clear();
  return series;
}

std::vector<BodyPhrase> BodyGrammar::SeriesAt(std::uint32_t token, std::uint32_t limit) {
  if (const Match* plural = draft_.CueAt(token, "plural")) {
    return DepartmentSeries(plural->tokens.end, limit);
  }
  const Match* organ = draft_.CueAt(token, "organ");
  if (organ == nullptr || organ->tokens.end >= limit) return {};
  const CueRow& cue = draft_.lexicon.cues()[organ->entry];
  const bool of_units = cue.kind == "organ.committee" ||
                        (cue.kind == "organ.unit" && cue.value.find('>') == cue.value.npos);
  return of_units ? UnitSeries(*organ, limit) : std::vector<BodyPhrase>();
}

}  // namespace chido
