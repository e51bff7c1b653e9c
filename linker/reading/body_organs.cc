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

/// *MTTQ Việt Nam* without a unit is the Front as a whole, not a committee of it.
bool IsFrontOfAll(const AnalysedText& text, const Match& organ) {
  return scan::IsAny(text, organ.tokens.begin, {"mttq", "mặt"}) &&
         scan::IsAny(text, organ.tokens.end - 1, {"nam", "vn"});
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
  // "Đoàn phường X": its short name is no plain word
  phrase.word_in_name = LevelOfWord(word) == 3;
  if (phrase.word_in_name && !draft_.text.tokens[organ.tokens.begin].capital) return std::nullopt;
  if (IsGenericAt(phrase.end) || (phrase.word_in_name && GoesOnAsKinds(phrase.end))) {
    phrase.generic = true;
    return phrase;
  }
  if (const auto place = PlaceAt(phrase.end, word, limit)) {
    phrase.end = place->end;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
  } else if (const auto numbered = NumberedPlace(phrase.end, word, limit)) {
    Put(*numbered, phrase);
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
  if (kind == "organ.open" || kind == "organ.small" || kind == "organ.party" ||
      kind == "organ.office") {
    return std::nullopt;
  }
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
  // "Ban Thường vụ Đảng ủy …": of another body than the last, even if that one stays open
  if (!capital || draft_.CueAt(at, "organ") != nullptr) return std::nullopt;
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
  if (const auto event = ParseEventBoard(organ, limit)) return event;
  if (IsGenericAt(at)) {
    phrase.generic = true;
    return phrase;
  }
  if (std::optional<BodyPhrase> owner = OwnerOf(at, limit)) {
    // a mass organisation has a bureau and inspectors too
    const bool bureau = head == "Ban Thường vụ" || head == "Ủy ban Kiểm tra";
    const bool mass = owner->head.find("Hội ") != std::string::npos ||
                      owner->head.find("Đoàn ") != std::string::npos ||
                      owner->head.find("oàn Lao động") != std::string::npos;
    if (owner->organ_of_party || (bureau && mass && !owner->generic))
      return Owned(*owner, head, organ);
  }
  if (const auto place = PlaceAt(at, {}, limit); place && place->word_stated) {
    if (place->many) phrase.generic = true;
    if (phrase.generic) return phrase;
    BodyPhrase owner = Committee(place->word, place->unit, at);
    owner.end = place->end;
    owner.place_stated = place->stated;
    owner.word_stated = true;
    return Owned(owner, head, organ);
  }
  return PartyOrganBefore(organ, limit);
}

/// *Thanh tra Bộ Y tế*; *Trường Chính trị Nguyễn Văn Cừ*; *Đoàn TNCS Hồ Chí Minh*: an organ of
/// units that belongs to none here.
std::optional<BodyPhrase> BodyGrammar::ParseWithoutUnit(BodyPhrase phrase, const Match& organ,
                                                        std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::uint32_t at = SkipOf(text, organ.tokens.end);
  const bool union_of_staff =
      phrase.head.starts_with("Đoàn Thanh niên") || phrase.head.starts_with("Hội Cựu chiến binh");
  if (phrase.head == "Thanh tra" || union_of_staff) {
    const Match* next = draft_.CueAt(at, "organ");
    const std::string_view above = next == nullptr ? std::string_view() : CueValue(draft_, *next);
    const bool open = next != nullptr && draft_.lexicon.cues()[next->entry].kind == "organ.open";
    if (above.starts_with("Bộ ") || above.starts_with("Sở ") || above == "Công an" ||
        (union_of_staff && open)) {
      if (auto owner = ParseAt(at, limit); owner && !owner->generic) {
        return Owned(*owner, phrase.head, organ);
      }
    }
  }
  if (phrase.head.starts_with("Trường") && at < limit && text.tokens[at].capital) {
    if (std::optional<BodyPhrase> named = ParseOpen(organ, limit)) return named;
  }
  // the Youth Union by its whole name is the union of the country
  const bool youth = phrase.head.starts_with("Đoàn Thanh niên Cộng") ||
                     phrase.head.starts_with("Hội Liên hiệp Thanh");
  if (youth && scan::IsAny(text, organ.tokens.end - 1, {"minh", "nam", "vn"})) {
    phrase.word_in_name = false;
    return phrase;
  }
  return std::nullopt;
}

/// In news of the whole country *Hội Nông dân* is that of Việt Nam.
std::optional<BodyPhrase> BodyGrammar::WholeCountry(BodyPhrase phrase) const {
  if (draft_.frame.jurisdiction != "Trung ương" || !phrase.head.starts_with("Hội ") ||
      phrase.head.starts_with("Hội đồng")) {
    return std::nullopt;
  }
  for (const Match& match : draft_.lexicon.Lookup(phrase.head + " Việt Nam")) {
    if (match.kind != EntryKind::kCue) continue;
    if (draft_.lexicon.cues()[match.entry].kind != "organ.central") continue;
    phrase.head = CueValue(draft_, match);
    phrase.word_in_name = false;
    return phrase;
  }
  return std::nullopt;
}

/// An organ of a unit whose unit is not stated here: behind a list, or as before.
std::optional<BodyPhrase> BodyGrammar::UnitOrganBefore(BodyPhrase phrase, const Match& organ,
                                                       std::uint32_t limit) {
  if (const auto place = SharedPlace(organ.tokens.end, limit)) {
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.word_stated = true;
    phrase.generic = place->many;
    return phrase;
  }
  if (auto whole = ParseWithoutUnit(phrase, organ, limit)) return whole;
  if (const auto last = last_.find(phrase.organ); last != last_.end()) {
    BodyPhrase again = last->second;
    again.end = organ.tokens.end;
    again.place_stated = again.word_stated = false;
    return again;
  }
  if (IsFrontOfAll(draft_.text, organ)) {
    phrase.head = "Mặt trận Tổ quốc Việt Nam";
    phrase.word_in_name = false;
    return phrase;
  }
  if (auto whole = WholeCountry(phrase)) return whole;
  const bool council = phrase.head.starts_with("Ủy ban") || phrase.head.starts_with("Hội đồng");
  if (last_word_.empty() || !council) return std::nullopt;
  phrase.word = last_word_;
  phrase.unit = last_unit_;
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseUnitOrgan(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  BodyPhrase phrase;
  const auto [canonical, inner] = SplitValue(CueValue(draft_, organ));
  phrase.head = phrase.organ = canonical;
  phrase.end = organ.tokens.end;
  phrase.word_in_name = true;
  const bool proper = text.tokens[organ.tokens.begin].capital || BehindTitle(organ.tokens.begin);
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
  at = SkipOf(text, SkipTerm(at));
  if (IsGenericAt(at)) {
    phrase.generic = true;
    return phrase;
  }
  if (const auto place = PlaceAt(at, {}, limit)) {
    Put(*place, phrase);
    return phrase;
  }
  if (!proper) return std::nullopt;
  return UnitOrganBefore(std::move(phrase), organ, limit);
}

/// *Đoàn đại biểu Quốc hội khóa XV tỉnh X*: behind the term or the abbreviation.
std::uint32_t BodyGrammar::SkipTerm(std::uint32_t token) const {
  const AnalysedText& text = draft_.text;
  const bool term = scan::Is(text, token, "khóa") &&
                    (scan::Roman(text, token + 1) || scan::IsNumber(text, token + 1));
  // "Ủy ban nhân dân (UBND) tỉnh X"
  if (definition_ends_.contains(token) && scan::Is(text, token + 2, ")")) return token + 3;
  return term ? token + 2 : token;
}

std::optional<BodyPhrase> BodyGrammar::ParseDepartment(const Match& organ, std::uint32_t limit) {
  BodyPhrase phrase;
  phrase.head = CueValue(draft_, organ);
  phrase.organ = CueValue(draft_, organ);
  phrase.end = organ.tokens.end;
  if (!draft_.text.tokens[organ.tokens.begin].capital && organ.tokens.size() < 3) {
    return std::nullopt;
  }
  // "cơ sở khoa học" is no department
  if (organ.tokens.begin > 0 && !draft_.text.tokens[organ.tokens.begin].capital &&
      scan::IsAny(draft_.text, organ.tokens.begin - 1, {"cơ", "trụ", "công", "hội", "xứ"})) {
    return std::nullopt;
  }
  phrase.word = "tỉnh";
  phrase.word_in_name = !phrase.head.starts_with("Sở");
  if (const auto place = PlaceAt(phrase.end, {}, limit); place && !place->many) {
    const bool level = LevelOfWord(place->word) == 1 || place->word == "thành phố";
    if (level || !phrase.head.starts_with("Sở")) Put(*place, phrase);
  }
  if (phrase.unit < 0 && phrase.word == "tỉnh") {
    phrase.unit = locality_.UnitFor("tỉnh", organ.tokens.begin);
  }
  return phrase;
}

}  // namespace chido
