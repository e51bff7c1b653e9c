#include <algorithm>
#include <unordered_set>

#include "linker/reading/locality.h"
#include "linker/reading/scan.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

/// What stood before a name and decides which units it may denote.
struct Hint {
  std::string_view word;   ///< "huyện"; empty: any level
  bool worded = false;     ///< a unit word, part of the mention
  bool body_name = false;  ///< the head of a body's name ends right before
};

class PlaceReader {
 public:
  explicit PlaceReader(Draft& draft) : draft_(draft), day_(ArticleDay(draft)) {
    if (!draft.frame.jurisdiction_uid.empty()) {
      if (const auto row = draft.lexicon.UnitByUid(draft.frame.jurisdiction_uid)) {
        province_ = static_cast<std::int32_t>(*row);
      }
    }
  }

  void Read() {
    for (const Sentence& sentence : draft_.text.sentences) ReadSentence(sentence.tokens);
    DropLooseNames();
    ResolveByNeighbours();
    for (PlaceMention& place : draft_.places) Resolve(place);
  }

 private:
  void ReadSentence(TokenRange sentence) {
    Hint hint;
    std::uint32_t hint_end = sentence.begin;
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
      if (!MayStart(i)) {
        ++i;
        continue;
      }
      if (hint_end != i) hint = {};
      if (const std::uint32_t end = ReadAt(i, sentence.end, hint)) {
        i = end;
        continue;
      }
      if (const Match* organ = draft_.CueAt(i, "organ")) {
        hint = HintOf(*organ);
        i = hint_end = organ->tokens.end;
      } else {
        ++i;
      }
    }
  }

  bool MayStart(std::uint32_t i) const {
    return draft_.MatchAt(i, EntryKind::kUnit) != nullptr || draft_.MayHaveCue(i, "organ") ||
           draft_.MayHaveCue(i, "place.word");
  }

  Hint HintOf(const Match& organ) const {
    Hint hint;
    hint.body_name = true;
    const std::string_view value = CueValue(draft_, organ);
    const CueRow& cue = draft_.lexicon.cues()[organ.entry];
    if (cue.kind == "organ.committee") hint.word = value.substr(value.find('>') + 1);
    if (cue.kind == "organ.dept") hint.word = "tỉnh";
    return hint;
  }

  /// Reads a mention at `i`; its end, or 0.
  std::uint32_t ReadAt(std::uint32_t i, std::uint32_t limit, Hint hint) {
    if (const Match* word = draft_.CueAt(i, "place.word")) {
      std::uint32_t name = word->tokens.end;
      if (scan::Is(draft_.text, name, ".")) ++name;
      const Hint worded{CueValue(draft_, *word), true, hint.body_name};
      if (const std::uint32_t end = Add(i, name, limit, worded)) return end;
    }
    return Add(i, i, limit, hint);
  }

  std::uint32_t Add(std::uint32_t begin, std::uint32_t name, std::uint32_t limit, Hint hint) {
    if (name >= limit) return 0;
    const Match* unit = draft_.MatchAt(name, EntryKind::kUnit);
    if (unit == nullptr || unit->tokens.end > limit) return 0;
    const Token& first = draft_.text.tokens[name];
    if (const Match* word = draft_.CueAt(name, "place.word");
        word != nullptr && !hint.worded && word->tokens.end < unit->tokens.end) {
      // the table's own form with the unit word in it: "quận 1", "TP. Hồ Chí Minh"
      return Push(begin, *unit, OnDay(RowsAt(name, unit->tokens)), true, hint);
    }
    if (!first.capital && (first.kind != TokenKind::kNumber || !hint.worded)) return 0;
    std::vector<std::uint32_t> rows = RowsAt(name, unit->tokens);
    const TokenRange tokens{begin, unit->tokens.end};
    if (hint.worded || !hint.word.empty()) {
      rows = Fitting(rows, hint.word);
      if (rows.empty()) return 0;
    } else {
      // an alias may hold its unit word ("TP. Hồ Chí Minh"); a bare name is a province at first
      const bool needs_word = draft_.CueAt(name, "place.needs_word") != nullptr;
      if (needs_word || !StandsAlone(tokens, hint)) return 0;
    }
    return Push(begin, *unit, OnDay(rows), hint.worded || !hint.word.empty(), hint);
  }

  std::uint32_t Push(std::uint32_t begin, const Match& unit, std::vector<std::uint32_t> rows,
                     bool worded, Hint hint) {
    PlaceMention place;
    place.tokens = {begin, unit.tokens.end};
    place.inside_name = hint.body_name;
    place.units = std::move(rows);
    if (place.units.empty()) return 0;
    worded_.push_back(worded);
    draft_.places.push_back(std::move(place));
    return draft_.places.back().tokens.end;
  }

  std::vector<std::uint32_t> RowsAt(std::uint32_t token, TokenRange range) const {
    std::vector<std::uint32_t> rows;
    for (const Match& match : draft_.MatchesAt(token)) {
      if (match.kind == EntryKind::kUnit && match.tokens == range) rows.push_back(match.entry);
    }
    return rows;
  }

  std::vector<std::uint32_t> Fitting(const std::vector<std::uint32_t>& rows,
                                     std::string_view word) const {
    const auto units = draft_.lexicon.units();
    for (const bool same_level : {false, true}) {
      std::vector<std::uint32_t> out;
      for (const std::uint32_t row : rows) {
        if (FitsWord(units[row], word, same_level)) out.push_back(row);
      }
      if (!out.empty()) return out;
    }
    return {};
  }

  /// Those valid on the article's day; all, if none is.
  std::vector<std::uint32_t> OnDay(const std::vector<std::uint32_t>& rows) const {
    const auto units = draft_.lexicon.units();
    std::vector<std::uint32_t> out;
    for (const std::uint32_t row : rows) {
      if (IsValidOn(units[row], day_)) out.push_back(row);
    }
    return out.empty() ? rows : out;
  }

  /// Whether a bare name is not a part of a longer name (of a person, a newspaper, a sea).
  bool StandsAlone(TokenRange range, Hint hint) const {
    const auto& tokens = draft_.text.tokens;
    if (range.end < tokens.size()) {
      const Token& next = tokens[range.end];
      if (next.kind == TokenKind::kWord && next.capital && next.space_before &&
          draft_.MatchAt(range.end, EntryKind::kSurname) == nullptr &&
          draft_.MatchAt(range.end, EntryKind::kClan) == nullptr &&
          draft_.CueAt(range.end, "organ") == nullptr) {
        return false;
      }
    }
    if (hint.body_name) return true;
    std::uint32_t start = range.begin;
    while (start > 0 && range.begin - start < 3 && tokens[start - 1].kind == TokenKind::kWord &&
           tokens[start - 1].capital && tokens[start].space_before) {
      --start;
    }
    for (std::uint32_t i = start; i < range.begin; ++i) {
      if (draft_.MatchAt(i, EntryKind::kSurname) != nullptr) return false;
    }
    return true;
  }

  /// Bare names of districts and communes are places only where the article names the same unit
  /// with its unit word, or right behind a body's head.
  void DropLooseNames() {
    const auto units = draft_.lexicon.units();
    std::unordered_set<std::uint32_t> known;
    for (std::size_t i = 0; i < draft_.places.size(); ++i) {
      if (worded_[i]) known.insert(draft_.places[i].units.begin(), draft_.places[i].units.end());
    }
    std::vector<PlaceMention> kept;
    kept.reserve(draft_.places.size());
    for (std::size_t i = 0; i < draft_.places.size(); ++i) {
      PlaceMention& place = draft_.places[i];
      if (!worded_[i]) {
        std::erase_if(place.units, [&](std::uint32_t row) {
          return units[row].level != 1 && !known.contains(row) &&
                 !(place.inside_name && units[row].level == 2 && InProvince(row));
        });
        if (place.units.empty()) continue;
        std::stable_sort(place.units.begin(), place.units.end(),
                         [&](auto a, auto b) { return units[a].level < units[b].level; });
        const std::uint8_t level = units[place.units.front()].level;
        std::erase_if(place.units, [&](std::uint32_t row) { return units[row].level != level; });
      }
      kept.push_back(std::move(place));
    }
    draft_.places = std::move(kept);
  }

  bool InProvince(std::uint32_t row) const {
    if (province_ < 0) return false;
    const auto above = draft_.lexicon.ProvinceOf(row);
    return above && static_cast<std::int32_t>(*above) == province_;
  }

  /// *xã A, huyện B, tỉnh C*: the following unit holds the one before.
  void ResolveByNeighbours() {
    const auto units = draft_.lexicon.units();
    for (std::size_t i = draft_.places.size(); i-- > 1;) {
      PlaceMention& inner = draft_.places[i - 1];
      const PlaceMention& outer = draft_.places[i];
      if (outer.tokens.begin > inner.tokens.end + 2 || !Joined(inner, outer)) continue;
      std::vector<std::uint32_t> inside;
      for (const std::uint32_t row : inner.units) {
        std::int32_t above = units[row].parent;
        while (above >= 0) {
          if (std::ranges::find(outer.units, static_cast<std::uint32_t>(above)) !=
              outer.units.end()) {
            inside.push_back(row);
            break;
          }
          above = units[static_cast<std::size_t>(above)].parent;
        }
      }
      if (!inside.empty()) {
        inner.units = std::move(inside);
        inner.resolved = inner.units.size() == 1;
      }
    }
  }

  bool Joined(const PlaceMention& inner, const PlaceMention& outer) const {
    for (std::uint32_t i = inner.tokens.end; i < outer.tokens.begin; ++i) {
      const std::string_view word = draft_.text.Lower(i);
      if (word != "," && word != "(" && word != "thuộc" && word != "-" && word != "của") {
        return false;
      }
    }
    return true;
  }

  void Resolve(PlaceMention& place) const {
    const auto units = draft_.lexicon.units();
    if (place.units.size() > 1 && province_ >= 0) {
      std::stable_partition(place.units.begin(), place.units.end(),
                            [&](std::uint32_t row) { return InProvince(row); });
      if (InProvince(place.units[0]) && !InProvince(place.units[1])) place.resolved = true;
    }
    if (place.units.size() > 1 && !place.resolved) {
      // a commune of a district that the article names
      std::stable_partition(place.units.begin(), place.units.end(), [&](std::uint32_t row) {
        return units[row].parent >= 0 &&
               districts_named().contains(static_cast<std::uint32_t>(units[row].parent));
      });
      const auto named = [&](std::size_t i) {
        const std::int32_t parent = units[place.units[i]].parent;
        return parent >= 0 && districts_named().contains(static_cast<std::uint32_t>(parent));
      };
      place.resolved = named(0) && !named(1);
    }
    if (place.units.size() == 1) place.resolved = true;
  }

  const std::unordered_set<std::uint32_t>& districts_named() const {
    if (named_.empty()) {
      for (const PlaceMention& place : draft_.places) {
        named_.insert(place.units.begin(), place.units.end());
      }
    }
    return named_;
  }

  Draft& draft_;
  std::string day_;
  std::int32_t province_ = -1;
  std::vector<bool> worded_;  ///< per place, while reading
  mutable std::unordered_set<std::uint32_t> named_;
};

}  // namespace

void ReadPlaces(Draft& draft) { PlaceReader(draft).Read(); }

}  // namespace chido
