#include <utility>

#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"

// The kinds of organs that BodyGrammar knows, each with the way its name goes on.

namespace chido {
namespace {

std::pair<std::string_view, std::string_view> SplitValue(std::string_view value) {
  const std::size_t at = value.find('>');
  if (at == std::string_view::npos) return {value, {}};
  return {value.substr(0, at), value.substr(at + 1)};
}

std::uint32_t SkipOf(const AnalysedText& text, std::uint32_t token) {
  return scan::Is(text, token, "của") ? token + 1 : token;
}

}  // namespace

std::optional<BodyPhrase> BodyGrammar::ParseCommittee(const Match& organ, std::uint32_t limit) {
  const auto [name, word] = SplitValue(CueValue(draft_, organ));
  BodyPhrase phrase;
  phrase.head = name;
  phrase.organ = name;
  phrase.end = organ.tokens.end;
  phrase.word = word;
  phrase.word_stated = true;
  phrase.organ_of_party = true;
  if (IsGenericAt(phrase.end)) {
    phrase.generic = true;
    return phrase;
  }
  if (const auto place = PlaceAt(phrase.end, word, limit)) {
    phrase.end = place->end;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
  } else {
    phrase.unit = locality_.UnitFor(word, organ.tokens.begin);
  }
  return phrase;
}

BodyPhrase BodyGrammar::Owned(const BodyPhrase& owner, std::string_view head,
                              const Match& organ) const {
  BodyPhrase phrase = owner;
  phrase.begin = organ.tokens.begin;
  phrase.head = std::string(head) + " " + owner.head;
  phrase.owner = NameOf(owner);
  phrase.organ = head;
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::OwnerOf(std::uint32_t token, std::uint32_t limit) {
  const Match* organ = draft_.CueAt(token, "organ");
  if (organ == nullptr) return std::nullopt;
  const std::string_view kind = draft_.lexicon.cues()[organ->entry].kind;
  if (kind == "organ.open" || kind == "organ.party" || kind == "organ.office") return std::nullopt;
  return ParseAt(token, limit);
}

/// "BTGTU": the committee is in the abbreviation.
std::optional<BodyPhrase> BodyGrammar::WithinAbbreviation(const Match& organ, std::uint32_t limit) {
  const auto [head, inner] = SplitValue(CueValue(draft_, organ));
  const std::uint32_t at = organ.tokens.end;
  std::string_view word = "tỉnh";
  for (const std::string_view each : {"tỉnh", "thành phố", "huyện", "thị xã", "quận"}) {
    if (Committee(each, 0, at).head == inner) word = each;
  }
  BodyPhrase owner = Committee(word, -1, at);
  owner.word_stated = true;
  owner.end = organ.tokens.end;
  if (const auto place = PlaceAt(organ.tokens.end, word, limit)) {
    owner.end = place->end;
    owner.unit = place->unit;
    owner.place_stated = place->stated;
  }
  return Owned(owner, head, organ);
}

/// An organ whose committee is not stated here: behind a list, or as before.
std::optional<BodyPhrase> BodyGrammar::PartyOrganBefore(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::string_view head = SplitValue(CueValue(draft_, organ)).first;
  const std::uint32_t at = organ.tokens.end;
  BodyPhrase phrase;
  // "Ban tổ chức" of an event is no organ of the Party
  const bool capital = text.tokens[organ.tokens.begin].capital;
  if (const auto place = SharedPlace(organ.tokens.end, limit)) {
    BodyPhrase owner = Committee(place->word, place->unit, at);
    owner.end = organ.tokens.end;
    owner.word_stated = true;
    return Owned(owner, head, organ);
  }
  if (!capital) return std::nullopt;
  if (const auto last = last_.find(head); last != last_.end()) {
    phrase = last->second;
    phrase.end = organ.tokens.end;
    phrase.place_stated = phrase.word_stated = false;
    return phrase;
  }
  // whose "Ban Tổ chức" it is must be said: each event has one
  if (!last_committee_ || head == "Ban Tổ chức") return std::nullopt;
  BodyPhrase owner = *last_committee_;
  if (owner.head.find(' ') != owner.head.rfind(' ')) {
    owner = Committee(owner.word, owner.unit, at);
  }
  owner.end = organ.tokens.end;
  owner.place_stated = owner.word_stated = false;
  return Owned(owner, head, organ);
}

std::optional<BodyPhrase> BodyGrammar::ParsePartyOrgan(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const auto [head, inner] = SplitValue(CueValue(draft_, organ));
  const std::uint32_t at = SkipOf(text, organ.tokens.end);
  BodyPhrase phrase;
  phrase.head = head;
  phrase.organ = head;
  phrase.end = organ.tokens.end;
  phrase.organ_of_party = true;
  if (inner == "Trung ương" || scan::IsAny(text, at, {"tw", "tư"})) {
    phrase.end = inner.empty() ? at + 1 : organ.tokens.end;
    phrase.head += " Trung ương";
    return phrase;
  }
  if (scan::After(text, at, "trung ương") != at) {
    phrase.end = scan::After(text, at, "trung ương");
    phrase.head += " Trung ương";
    return phrase;
  }
  if (!inner.empty()) return WithinAbbreviation(organ, limit);
  if (IsGenericAt(at)) {
    phrase.generic = true;
    return phrase;
  }
  if (std::optional<BodyPhrase> owner = OwnerOf(at, limit); owner && owner->organ_of_party) {
    return Owned(*owner, head, organ);
  }
  if (const auto place = PlaceAt(at, {}, limit); place && place->word_stated) {
    BodyPhrase owner = Committee(place->word, place->unit, at);
    owner.end = place->end;
    owner.place_stated = place->stated;
    owner.word_stated = true;
    return Owned(owner, head, organ);
  }
  return PartyOrganBefore(organ, limit);
}

/// *MTTQ Việt Nam* without a unit is the Front as a whole, not a committee of it.
bool BodyGrammar::IsFrontOfAll(const Match& organ) const {
  const AnalysedText& text = draft_.text;
  return scan::IsAny(text, organ.tokens.begin, {"mttq", "mặt"}) &&
         scan::IsAny(text, organ.tokens.end - 1, {"nam", "vn"});
}

std::optional<BodyPhrase> BodyGrammar::ParseUnitOrgan(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  BodyPhrase phrase;
  const auto [canonical, inner] = SplitValue(CueValue(draft_, organ));
  phrase.head = phrase.organ = canonical;
  phrase.end = organ.tokens.end;
  phrase.word_in_name = true;
  const bool proper = text.tokens[organ.tokens.begin].capital;
  if (!inner.empty()) {
    // "CATP": the level is in the abbreviation
    phrase.word = inner;
    phrase.word_stated = true;
    phrase.unit = locality_.UnitFor(inner, organ.tokens.begin);
    return phrase;
  }
  std::uint32_t at = organ.tokens.end;
  if (IsGenericAt(at)) {
    phrase.generic = true;
    return phrase;
  }
  at = SkipOf(text, at);
  if (const auto place = PlaceAt(at, {}, limit)) {
    phrase.end = place->end;
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
    phrase.word_stated = true;
    if (IsGenericAt(phrase.end) && !phrase.place_stated) phrase.end = place->end;
    return phrase;
  }
  if (!proper) return std::nullopt;
  if (const auto place = SharedPlace(organ.tokens.end, limit)) {
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.word_stated = true;
    return phrase;
  }
  if (const auto last = last_.find(phrase.organ); last != last_.end()) {
    BodyPhrase again = last->second;
    again.end = organ.tokens.end;
    again.place_stated = again.word_stated = false;
    return again;
  }
  if (IsFrontOfAll(organ)) {
    phrase.head = "Mặt trận Tổ quốc Việt Nam";
    phrase.word_in_name = false;
    return phrase;
  }
  const bool council = phrase.head.starts_with("Ủy ban") || phrase.head.starts_with("Hội đồng");
  if (last_word_.empty() || !council) return std::nullopt;
  phrase.word = last_word_;
  phrase.unit = last_unit_;
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseDepartment(const Match& organ, std::uint32_t limit) {
  BodyPhrase phrase;
  phrase.head = CueValue(draft_, organ);
  phrase.organ = CueValue(draft_, organ);
  phrase.end = organ.tokens.end;
  if (!draft_.text.tokens[organ.tokens.begin].capital && organ.tokens.size() < 3) {
    return std::nullopt;
  }
  phrase.word = "tỉnh";
  if (const auto place = PlaceAt(phrase.end, {}, limit);
      place && (LevelOfWord(place->word) == 1 || place->word == "thành phố")) {
    phrase.end = place->end;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
    phrase.word_stated = true;
    phrase.word = place->word;
  }
  if (phrase.unit < 0) phrase.unit = locality_.UnitFor("tỉnh", organ.tokens.begin);
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseCouncilOrgan(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::string_view head = CueValue(draft_, organ);
  std::uint32_t at = SkipOf(text, organ.tokens.end);
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

std::optional<BodyPhrase> BodyGrammar::ParseOwned(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::string_view head = CueValue(draft_, organ);
  BodyPhrase phrase;
  phrase.head = head;
  phrase.organ = head;
  phrase.end = organ.tokens.end;
  const std::uint32_t at = SkipOf(text, organ.tokens.end);
  if (IsGenericAt(at)) {
    phrase.generic = true;
    return phrase;
  }
  const bool committee = head == "Đảng ủy" || head == "Đảng bộ";
  if (const auto place = PlaceAt(at, {}, limit);
      place && place->word_stated && (committee || head == "Công đoàn")) {
    phrase.end = place->end;
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
    phrase.word_stated = true;
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
      place && LevelOfWord(place->word) == 3) {
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.word_in_name = phrase.word_stated = phrase.organ_of_party = true;
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
    phrase.end = place->end;
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
    phrase.word_stated = true;
    return phrase;
  }
  if (!text.tokens[organ.tokens.begin].capital) return std::nullopt;
  if (last_word_.empty() || LevelOfWord(last_word_) == 1) {
    phrase.word_in_name = false;
    return phrase;
  }
  phrase.word = last_word_;
  phrase.unit = last_unit_;
  return phrase;
}

}  // namespace chido
