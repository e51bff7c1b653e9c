#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"

// Organs of another body: of councils, committees, offices.

namespace chido {
namespace {

std::uint32_t SkipOf(const AnalysedText& text, std::uint32_t token) {
  return scan::Is(text, token, "của") ? token + 1 : token;
}

}  // namespace

/// *Ban Đô thị (HĐND TP Hà Nội)*.
std::optional<BodyPhrase> BodyGrammar::CouncilInBrackets(const Match& organ, std::uint32_t limit) {
  const std::uint32_t at = organ.tokens.end + 1;
  if (!scan::Is(draft_.text, at - 1, "(")) return std::nullopt;
  const Match* next = draft_.CueAt(at, "organ.unit");
  if (next == nullptr || CueValue(draft_, *next) != "Hội đồng nhân dân") return std::nullopt;
  std::optional<BodyPhrase> council = ParseAt(at, limit);
  if (!council || council->generic || !scan::Is(draft_.text, council->end, ")")) {
    return std::nullopt;
  }
  BodyPhrase phrase = Owned(*council, CueValue(draft_, organ), organ);
  ++phrase.end;
  phrase.owner_at = at;
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseCouncilOrgan(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::string_view head = CueValue(draft_, organ);
  std::uint32_t at = SkipOf(text, organ.tokens.end);
  if (auto bracketed = CouncilInBrackets(organ, limit)) return bracketed;
  // the council may stand behind a list of its organs
  for (int hop = 0; hop < 4 && at < limit; ++hop) {
    const Match* next = draft_.CueAt(at, "organ");
    if (next == nullptr) {
      if (!scan::IsAny(text, at, {",", "và", ";"})) break;
      ++at;
      continue;
    }
    const std::string_view kind = draft_.lexicon.cues()[next->entry].kind;
    if (kind == "organ.council") {
      at = next->tokens.end;
      continue;
    }
    if (CueValue(draft_, *next) != "Hội đồng nhân dân") break;
    std::optional<BodyPhrase> council = ParseAt(at, limit);
    if (!council || council->generic) return std::nullopt;
    const bool adjacent = at <= SkipOf(text, organ.tokens.end);
    BodyPhrase phrase = Owned(*council, head, organ);
    if (!adjacent) phrase.end = organ.tokens.end;
    return phrase;
  }
  const auto last = last_.find(head);
  if (last == last_.end() || !text.tokens[organ.tokens.begin].capital) return std::nullopt;
  BodyPhrase again = last->second;
  again.end = organ.tokens.end;
  again.place_stated = again.word_stated = false;
  return again;
}

/// An organ of a school, an enterprise or another body that no table holds.
std::optional<BodyPhrase> BodyGrammar::ParseNamedOwned(std::string_view head, const Match& organ,
                                                       std::uint32_t limit) {
  const std::uint32_t at = SkipOf(draft_.text, organ.tokens.end);
  const bool proper =
      draft_.text.tokens[organ.tokens.begin].capital || BehindTitle(organ.tokens.begin);
  if (head == "Thường trực" || at >= limit || !proper) return std::nullopt;
  const Match* next = draft_.CueAt(at, "organ");
  const bool open = next != nullptr && draft_.lexicon.cues()[next->entry].kind == "organ.open";
  if (open || next == nullptr) {
    std::optional<BodyPhrase> owner = ParseAt(at, limit);
    if (owner && !owner->generic) return Owned(*owner, head, organ);
  }
  if (head == "Công đoàn") {
    // "Công đoàn Y tế Việt Nam": of a trade
    std::optional<BodyPhrase> trade = ParseOpen(organ, limit);
    return trade && trade->head.ends_with("Việt Nam") ? trade : std::nullopt;
  }
  return head == "Ban Quản lý" ? ParseOpen(organ, limit) : std::nullopt;
}

std::optional<BodyPhrase> BodyGrammar::ParseOwned(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::string_view head = CueValue(draft_, organ);
  BodyPhrase phrase;
  phrase.head = head;
  phrase.organ = head;
  phrase.end = organ.tokens.end;
  std::uint32_t at = SkipOf(text, organ.tokens.end);
  // "Ban cán sự đảng, UBND tỉnh" is one
  if (head == "Ban cán sự đảng" && scan::Is(text, at, ",") &&
      draft_.CueAt(at + 1, "organ.unit") != nullptr) {
    ++at;
  }
  // "Cơ quan Cảnh sát điều tra (PC01) - Công an tỉnh X"
  if (head.starts_with("Cơ quan")) {
    const std::uint32_t behind = scan::AfterAbbreviation(draft_.text, at);
    const std::uint32_t next = scan::IsAny(text, behind, {",", "-", "–"}) ? behind + 1 : behind;
    const Match* police = draft_.CueAt(next, "organ");
    const std::string_view above = police == nullptr ? "" : CueValue(draft_, *police);
    if (above.starts_with("Công an") || above == "Bộ Công an") at = next;
  }
  if (IsGenericAt(at)) {
    phrase.generic = true;
    return phrase;
  }
  const bool committee = head == "Đảng ủy" || head == "Đảng bộ";
  if (std::optional<BodyPhrase> hamlet = ParseHamlet(head, organ, limit)) return hamlet;
  if (const auto place = PlaceAt(at, {}, limit);
      place && place->word_stated && (committee || head == "Công đoàn")) {
    Put(*place, phrase);
    phrase.word_in_name = true;
    phrase.organ_of_party = committee;
    return phrase;
  }
  if (std::optional<BodyPhrase> owner = OwnerOf(at, limit); owner && !owner->generic) {
    phrase = Owned(*owner, head, organ);
    if (head == "Ban Chấp hành" && owner->organ_of_party) phrase.head = owner->head;
    phrase.organ_of_party = committee || owner->organ_of_party;
    return phrase;
  }
  if (std::optional<BodyPhrase> named = ParseNamedOwned(head, organ, limit)) return named;
  if (head == "Thường trực" || head == "Ban Chấp hành") {
    if (const auto place = SharedPlace(organ.tokens.end, limit)) {
      BodyPhrase owner = Committee(place->word, place->unit, at);
      owner.end = organ.tokens.end;
      owner.word_stated = true;
      return Owned(owner, head, organ);
    }
    return std::nullopt;
  }
  if (!committee || !text.tokens[organ.tokens.begin].capital) return std::nullopt;
  if (const auto place = SharedPlace(organ.tokens.end, limit);
      place && (head == "Đảng bộ" || LevelOfWord(place->word) == 3)) {
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.word_in_name = phrase.word_stated = phrase.organ_of_party = true;
    phrase.generic = place->many;
    return phrase;
  }
  const auto last = last_.find(head);
  if (last == last_.end()) return std::nullopt;
  phrase = last->second;
  phrase.end = organ.tokens.end;
  phrase.place_stated = phrase.word_stated = false;
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseOffice(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  BodyPhrase phrase;
  phrase.head = CueValue(draft_, organ);
  phrase.organ = CueValue(draft_, organ);
  phrase.end = organ.tokens.end;
  const bool comma = scan::Is(text, phrase.end, ",");
  const std::uint32_t at = comma ? phrase.end + 1 : phrase.end;
  if (const Match* next = draft_.CueAt(at, "organ"); next != nullptr) {
    const std::string_view kind = draft_.lexicon.cues()[next->entry].kind;
    if (kind == "organ.party" || (kind == "organ.unit" && !comma)) {
      if (std::optional<BodyPhrase> owner = ParseAt(at, limit); owner && !owner->generic) {
        return Owned(*owner, phrase.head + ",", organ);
      }
    }
  }
  phrase.word_in_name = true;
  if (const auto place = PlaceAt(phrase.end, {}, limit)) {
    Put(*place, phrase);
    return phrase;
  }
  const bool capital = text.tokens[organ.tokens.begin].capital;
  if (!capital && !BehindTitle(organ.tokens.begin)) return std::nullopt;
  if (last_word_.empty() || LevelOfWord(last_word_) == 1) {
    if (!capital) return std::nullopt;
    phrase.word_in_name = false;
    return phrase;
  }
  phrase.word = last_word_;
  phrase.unit = last_unit_;
  return phrase;
}

}  // namespace chido
