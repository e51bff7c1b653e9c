#include <algorithm>

#include "linker/reading/body_grammar.h"
#include "linker/reading/person_name.h"
#include "linker/reading/scan.h"

// Names that no table holds: offices, schools, enterprises.

namespace chido {
namespace {

constexpr std::size_t kMinMark = 5;         // letters of a name that is no Vietnamese syllable
constexpr std::uint32_t kMaxOpenName = 18;  // tokens

/// Heads whose names are often those of persons.
bool IsNamedForPersons(std::string_view head) {
  return head.starts_with("Trường") || head == "trường" || head == "công ty" ||
         head == "tập đoàn" || head == "bệnh viện" || head == "học viện" ||
         head.starts_with("Học viện") || head.starts_with("Quỹ") || head.starts_with("Công ty") ||
         head.starts_with("Đại học") || head == "Bảo tàng";
}

/// Whether a central body has offices of the kind *Vụ*. Only a ministry surely is not the next one
/// of a list, unless the office stands behind its holder's title.
bool IsAboveOffices(std::string_view body, bool titled) {
  if (body.starts_with("Bộ ")) return body != "Bộ Chính trị";
  return titled && (body.starts_with("Ngân hàng") || body.starts_with("Thanh tra") ||
                    body.starts_with("Văn phòng") || body.starts_with("Kiểm toán") ||
                    body.starts_with("Ủy ban") || body.starts_with("Tòa án") ||
                    body.starts_with("Viện kiểm sát") || body.starts_with("Bảo hiểm"));
}

/// Heads that are followed by a person's name only where it is their holder's.
bool IsHeadOfPersons(std::string_view head) {
  return head == "Vụ" || head == "Cục" || head == "Ban" || head == "Hội" || head == "Ban Chỉ đạo" ||
         head == "Hội đồng";
}

/// *Ủy ban Kinh tế Á - Âu Veronika Nikishina*: the name of a foreigner behind that of a public
/// body.
bool IsForeignHolder(const Draft& draft, std::string_view head, std::uint32_t token) {
  if (!IsHeadOfPersons(head) && head != "Ủy ban" && head != "Viện" && head != "Tổng cục") {
    return false;
  }
  std::uint32_t at = token;
  while (at < draft.text.tokens.size() && at < token + 5) {
    const Token& word = draft.text.tokens[at];
    if (word.kind != TokenKind::kWord || !word.capital) break;
    if (word.all_capital || IsSyllable(draft.text.Text(at))) return false;
    ++at;
  }
  return at >= token + 2 && draft.CueAt(token, "place.country") == nullptr;
}

/// Behind "19/5" or "108".
std::uint32_t AfterNumber(const AnalysedText& text, std::uint32_t at) {
  const bool day = scan::Is(text, at + 1, "/") && scan::Joined(text, at + 1) &&
                   scan::IsNumber(text, at + 2) && scan::Joined(text, at + 2);
  return day ? at + 3 : at + 1;
}

std::string Capital(std::string name) {
  if (name[0] >= 'a' && name[0] <= 'z') name[0] -= 'a' - 'A';
  if (name.starts_with("đ")) name.replace(0, std::string_view("đ").size(), "Đ");
  return name;
}

}  // namespace

bool BodyGrammar::BehindTitle(std::uint32_t token) const {
  return token > 0 && scan::IsAny(draft_.text, token - 1, {"trưởng", "phó", "chánh"});
}

bool BodyGrammar::IsHoldersName(std::string_view head, std::uint32_t token,
                                std::uint32_t begin) const {
  const Match* surname = draft_.MatchAt(token, EntryKind::kSurname);
  if (surname == nullptr || (token == begin && !IsHeadOfPersons(head))) return false;
  const SurnameRow& row = draft_.lexicon.surnames()[surname->entry];
  if (row.frequency < 0.2F) return false;
  const auto& tokens = draft_.text.tokens;
  const std::uint32_t next = surname->tokens.end;
  const bool goes_on =
      next < tokens.size() && tokens[next].kind == TokenKind::kWord && tokens[next].capital;
  if (!goes_on || draft_.CueAt(token, "name.word") != nullptr) return false;
  if (token == begin && draft_.CueAt(token, "name.compound") != nullptr) return false;
  std::uint32_t run = next;
  while (run < tokens.size() && tokens[run].kind == TokenKind::kWord && tokens[run].capital) ++run;
  if (token == begin && head != "Vụ" && run < token + 3) return false;
  const Match* unit = draft_.MatchAt(token, EntryKind::kUnit);
  if (unit != nullptr && unit->tokens.end >= run) return false;
  if (!IsNamedForPersons(head)) return true;
  // "Trường Đại học Luật Hà Nội Nguyễn …": the school has its name already
  return locality_.PlaceAt(token - 1) != nullptr ||
         (token >= begin + 2 && locality_.PlaceAt(token - 2) != nullptr);
}

bool BodyGrammar::EndsOpenName(std::string_view head, std::uint32_t at, std::uint32_t begin,
                               bool bare) const {
  if (const Match* organ = draft_.CueAt(at, "organ");
      organ != nullptr && organ->tokens.size() > 1) {
    // "Công ty *Điện lực* …": the name of a trade that is also one of an organ
    const Match* trade = draft_.CueAt(at, "name.word");
    const bool goes_on = trade != nullptr && trade->tokens.end >= organ->tokens.end;
    if (!bare || !goes_on) return true;
  }
  if (at > begin && (draft_.MatchAt(at, EntryKind::kHonorific) != nullptr ||
                     draft_.CueAt(at, "role.title") != nullptr || PlaceWordAt(at))) {
    return true;
  }
  return IsHoldersName(head, at, begin) || (at > begin && IsForeignHolder(draft_, head, at));
}

bool BodyGrammar::JoinsOpenName(std::uint32_t join, std::uint32_t next, std::uint32_t stop) const {
  const auto& tokens = draft_.text.tokens;
  if (next >= stop || draft_.CueAt(next, "name.stop") != nullptr) return false;
  const Match* organ = draft_.CueAt(next, "organ");
  if (organ != nullptr && draft_.lexicon.cues()[organ->entry].kind != "organ.small") return false;
  const bool trade = TradeAt(next) != nullptr || draft_.CueAt(next, "name.short") != nullptr;
  // "Bệnh viện A và B" are two
  if (scan::IsAny(draft_.text, join, {"và", "các"})) return trade;
  const bool apart = scan::Is(draft_.text, join, "-") && tokens[join].space_before;
  if (!apart) return trade || tokens[next].capital || scan::IsNumber(draft_.text, next);
  const bool person = draft_.MatchAt(next, EntryKind::kSurname) != nullptr && !trade &&
                      locality_.PlaceAt(next) == nullptr;
  const bool numbers = scan::IsNumber(draft_.text, next) && scan::IsNumber(draft_.text, join - 1);
  return numbers || (tokens[next].capital && !person);
}

const Match* BodyGrammar::TradeAt(std::uint32_t at) const {
  const Match* word = draft_.CueAt(at, "name.word");
  if (!draft_.text.tokens[at].capital) return word;
  const Match* other = draft_.CueAt(at, "name.compound");
  const bool longer = other != nullptr && (word == nullptr || other->tokens.end > word->tokens.end);
  return longer ? other : word;
}

/// The form of an enterprise or an organ inside a name, which name nothing yet: Công ty *Cổ phần
/// Tập đoàn* X, Bệnh viện *Trường Đại học* Y.
const Match* BodyGrammar::FormAt(std::uint32_t at) const {
  if (const Match* form = draft_.CueAt(at, "name.form")) return form;
  const Match* organ = draft_.CueAt(at, "organ.open");
  const Match* trade = TradeAt(at);
  if (organ == nullptr || (trade != nullptr && trade->tokens.end > organ->tokens.end)) {
    return nullptr;
  }
  return organ->tokens.size() > 1 || draft_.text.tokens[at].capital ? organ : nullptr;
}

BodyGrammar::OpenName BodyGrammar::EndOfOpenName(std::string_view head, std::uint32_t token,
                                                 std::uint32_t limit) const {
  const AnalysedText& text = draft_.text;
  const std::uint32_t stop = std::min(limit, token + kMaxOpenName);
  OpenName name{.end = token};
  int words = 0;  ///< how much of a name stands already
  for (std::uint32_t at = token; at < stop;) {
    const Token& word = text.tokens[at];
    const bool capital = word.kind == TokenKind::kWord && word.capital;
    const Match* form = name.bare ? FormAt(at) : nullptr;
    if (form != nullptr && form->tokens.end <= stop && word.space_before) {
      name.end = at = form->tokens.end;
      continue;
    }
    if (capital && EndsOpenName(head, at, token, name.bare)) break;
    const Match* trade = TradeAt(at);
    if (trade != nullptr && trade->tokens.end <= stop &&
        (word.space_before || scan::Is(text, at - 1, "-"))) {
      // in lower case behind a name that may be complete, "quản lý" is what the body does
      if (!capital && CueValue(draft_, *trade) == "verb" && words >= 2) break;
      name.end = at = trade->tokens.end;
      name.bare = false;
      name.trade = true;
      words += trade->tokens.size() > 2 ? 2 : 1;
      continue;
    }
    const bool number = word.kind == TokenKind::kNumber;
    const bool glued = number && at > token && text.tokens[at - 1].all_capital;  // "CIENCO4"
    if (capital || glued || (number && (at == token || word.space_before))) {
      name.end = at = number ? AfterNumber(text, at) : at + 1;
      name.bare = false;
      name.named = name.named || draft_.CueAt(at - 1, "name.short") == nullptr;
      words += 2;
      continue;
    }
    if (const Match* join = draft_.CueAt(at, "name.join");
        join != nullptr && (at > token || scan::IsAny(text, at, {"vùng", "số"}))) {
      if (!JoinsOpenName(at, join->tokens.end, stop)) break;
      at = join->tokens.end;
      words = 0;
      continue;
    }
    const bool quoted = scan::Is(text, at, "\"") && at > token && at + 1 < stop;
    if (!quoted || !text.tokens[at + 1].capital) break;
    ++at;
  }
  return name;
}

std::string BodyGrammar::Spelt(TokenRange range) const {
  const AnalysedText& text = draft_.text;
  std::string name;
  std::uint32_t from = range.begin;
  const auto add = [&](std::string_view part) {
    if (!name.empty() && !part.empty()) name += ' ';
    name += part;
  };
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const Match* abbreviation =
        text.tokens[at].all_capital ? draft_.CueAt(at, "name.short") : nullptr;
    if (abbreviation == nullptr || abbreviation->tokens.end > range.end) continue;
    add(scan::Plain(text, {from, at}));
    add(CueValue(draft_, *abbreviation));
    from = abbreviation->tokens.end;
    at = from - 1;
  }
  add(scan::Plain(text, {from, range.end}));
  return name;
}

/// Whether the words at `begin` may be the kind of body whose name goes on in capitals.
bool BodyGrammar::OpensName(const Match& organ) const {
  const AnalysedText& text = draft_.text;
  const std::uint32_t begin = organ.tokens.begin;
  const std::uint32_t at = organ.tokens.end;
  if (BehindTitle(begin)) return true;
  if (!text.tokens[begin].capital) {
    // "báo Tuổi trẻ", "quân khu 5"
    for (std::uint32_t i = begin; i < at; ++i) {
      if (text.tokens[i].capital) return false;
    }
    if (draft_.CueAt(at, "place.country") != nullptr && TradeAt(at) == nullptr) return false;
    const Match* lower = draft_.CueAt(begin, "name.lower");
    if (lower == nullptr || lower->tokens.end != at || at >= text.tokens.size()) return false;
    const Match* inside = begin == 0 ? nullptr : draft_.CueAt(begin - 1, "name.inner");
    if (inside != nullptr && inside->tokens.end > begin) return false;
    std::uint32_t first = at;  // behind "cổ phần"
    while (const Match* form = draft_.CueAt(first, "name.form")) first = form->tokens.end;
    const bool number = scan::IsNumber(text, at) && CueValue(draft_, *lower) == "number";
    const bool person = draft_.MatchAt(at, EntryKind::kSurname) != nullptr &&
                        at + 2 < text.tokens.size() && text.tokens[at + 1].capital &&
                        text.tokens[at + 2].capital && !IsNamedForPersons(text.Lower(organ.tokens));
    const bool capital =
        text.tokens[at].capital || (first < text.tokens.size() && text.tokens[first].capital);
    return (capital || number) && !person && !IsPluralBefore(begin);
  }
  // "Hội An" is a town, "Đài Loan" a country, "Đinh Trường Thọ" a man
  if (draft_.CueAt(begin, "place.country") != nullptr) return false;
  if (draft_.MatchAt(begin, EntryKind::kUnit) != nullptr && organ.tokens.size() == 1) return false;
  return begin == 0 || draft_.MatchAt(begin - 1, EntryKind::kSurname) == nullptr ||
         !text.tokens[begin - 1].capital || !text.tokens[begin].space_before;
}

/// *Đại sứ quán Việt Nam tại CHLB Đức*, *Ủy ban Quốc gia về chuyển đổi số*: words behind a name.
std::uint32_t BodyGrammar::EndOfTail(std::string_view head, TokenRange name, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  if (head.ends_with("sứ quán") && scan::Is(text, name.end, "tại")) {
    const Match* country = draft_.CueAt(name.end + 1, "place.country");
    return country != nullptr && country->tokens.end <= limit ? country->tokens.end : name.end;
  }
  const bool council = head == "Ủy ban" || head == "Hội đồng";
  if (council && scan::IsAny(text, name.end, {"về", "vì"}) &&
      scan::IsAny(text, name.end - 1, {"gia", "nước"})) {
    return EndOfTopic(name.end + 1, limit);
  }
  return name.end;
}

/// Half of a word that is not known (*Cục Dữ* trữ), or no body at all (*Vụ Thủ Thiêm*).
bool BodyGrammar::IsCutName(std::string_view head, TokenRange at, const OpenName& name) const {
  const auto& tokens = draft_.text.tokens;
  const bool lettered = tokens[at.begin].kind == TokenKind::kWord && !tokens[at.begin].all_capital;
  if (name.trade || !name.named || !lettered) return false;
  if (head == "Vụ" && !BehindTitle(at.begin - 1)) return true;
  const std::string_view word = draft_.text.Text(at.begin);
  const bool mark =
      word.size() >= kMinMark && std::ranges::all_of(word, [](char c) { return c > 0; });
  if (mark || draft_.CueAt(at.begin, "place.country") != nullptr) return false;
  const bool goes_on = at.end < tokens.size() && tokens[at.end].kind == TokenKind::kWord &&
                       !tokens[at.end].capital && tokens[at.end].space_before;
  return at.size() == 1 && goes_on && draft_.CueAt(at.end, "name.verb") == nullptr &&
         !scan::IsAny(draft_.text, at.end, {"và", "của"});
}

/// Whether a name says itself where its body is: *Chi cục Thuế khu vực 5*.
bool BodyGrammar::HasPlace(TokenRange name) const {
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (scan::IsNumber(draft_.text, i) || scan::IsAny(draft_.text, i, {"vùng", "khu"})) return true;
    if (locality_.PlaceAt(i) != nullptr) return true;
  }
  return false;
}

/// Whether the words behind `head` are a name and not a kind, a half or a hall.
bool BodyGrammar::NamesBody(const Match& organ, std::string_view head, const OpenName& name,
                            std::uint32_t end, bool located) const {
  const AnalysedText& text = draft_.text;
  const std::uint32_t begin = organ.tokens.begin;
  const std::uint32_t at = organ.tokens.end;
  if (name.bare && (!located || IsPluralBefore(begin))) return false;
  if (IsCutName(head, {at, name.end}, name)) return false;
  // a cut headline ("Hội Liên ...") and a hall for meetings name no body
  const bool cut =
      scan::Is(text, end, "…") || (scan::Is(text, end, ".") && scan::Is(text, end + 1, "."));
  if (cut || draft_.CueAt(begin, "name.hall") != nullptr) return false;
  if (!text.tokens[begin].capital && !BehindTitle(begin)) return name.named || located;
  bool proper = located;
  for (std::uint32_t i = at; i < end; ++i) {
    proper = proper || text.tokens[i].capital || text.tokens[i].kind == TokenKind::kNumber;
  }
  return proper;
}

std::optional<BodyPhrase> BodyGrammar::ParseOpen(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  if (!OpensName(organ)) return std::nullopt;
  const std::uint32_t at = organ.tokens.end;
  const std::string_view value = CueValue(draft_, organ);
  const std::string head =
      Capital(value.empty() ? scan::Plain(text, organ.tokens) : std::string(value));
  if (head == "Vùng" && !scan::IsNumber(text, at)) return std::nullopt;
  if (head == "Hội đồng") {
    if (std::optional<BodyPhrase> school = CouncilOfSchool(organ, limit)) return school;
  }
  const OpenName name = EndOfOpenName(head, at, limit);
  if (name.end == at) return std::nullopt;
  // "Ngân hàng Vietcombank": by its mark
  if (head == "Ngân hàng" || head == "Tập đoàn" || head == "Tổng công ty") {
    if (auto row = ParseTable(at, limit); row && row->end == name.end) return row;
  }
  BodyPhrase phrase;
  phrase.begin = organ.tokens.begin;
  phrase.organ = text.Text(organ.tokens);
  phrase.end = EndOfTail(head, {at, name.end}, limit);
  phrase.head = head + " " + Spelt({at, phrase.end});
  const std::uint32_t behind = scan::AfterAbbreviation(draft_.text, phrase.end);
  const auto place = PlaceAt(behind, {}, limit);
  const bool placed = place && place->word_stated && !place->many;
  if (!NamesBody(organ, head, name, phrase.end, placed && place->stated)) return std::nullopt;
  if (head == "Ban Quản lý" && !name.named && !placed) return std::nullopt;
  if (placed) {
    if (behind != phrase.end) phrase.bracket = phrase.end;
    phrase.word_in_name = draft_.CueAt(behind, "place.word") != nullptr;
    Put(*place, phrase);
    return phrase;
  }
  if (head == "Chi cục" && !HasPlace({at, phrase.end})) {
    phrase.word = "tỉnh";
    phrase.unit = locality_.UnitFor("tỉnh", phrase.begin);
  }
  return WithOwner(std::move(phrase), organ, limit);
}

/// *Hội đồng Học viện X*.
std::optional<BodyPhrase> BodyGrammar::CouncilOfSchool(const Match& organ, std::uint32_t limit) {
  const std::uint32_t at = organ.tokens.end;
  const Match* next = draft_.CueAt(at, "organ.open");
  if (next == nullptr || !scan::IsAny(draft_.text, at, {"học", "trường", "đại", "viện"})) {
    return std::nullopt;
  }
  const std::optional<BodyPhrase> school = ParseAt(at, limit);
  if (!school || school->generic) return std::nullopt;
  return Owned(*school, "Hội đồng", organ);
}

/// "Phòng Khoa giáo, Ban Tuyên giáo Tỉnh ủy": whose office it is.
std::optional<BodyPhrase> BodyGrammar::WithOwner(BodyPhrase phrase, const Match& organ,
                                                 std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const bool small = draft_.lexicon.cues()[organ.entry].kind == "organ.small";
  const bool titled = BehindTitle(organ.tokens.begin);
  if (!small && phrase.organ != "Vụ" && !titled) return phrase;
  const std::uint32_t behind = scan::AfterAbbreviation(draft_.text, phrase.end);
  const bool bracket = scan::Is(text, behind, "(");
  const bool apart = bracket || scan::IsAny(text, behind, {",", "-", "–"});
  const std::uint32_t at = apart ? behind + 1 : behind;
  const Match* next = draft_.CueAt(at, "organ");
  if (next == nullptr) return phrase;
  const std::string_view kind = draft_.lexicon.cues()[next->entry].kind;
  const std::string_view owner_head = CueValue(draft_, *next);
  const bool direct = kind == "organ.committee" || kind == "organ.central" ||
                      kind == "organ.open" || kind == "organ.unit";
  // a Cục or Viện is known without the body above it
  const bool needy = small || phrase.organ == "Vụ";
  const bool above = (kind == "organ.open" && (small || (needy && titled))) ||
                     owner_head == "Công an" ||
                     (kind == "organ.central" && needy && IsAboveOffices(owner_head, titled));
  if (kind != "organ.party" && kind != "organ.dept" && !(direct && !apart) && !above) return phrase;
  std::optional<BodyPhrase> owner = ParseAt(at, limit);
  if (!owner || owner->generic || (bracket && !scan::Is(text, owner->end, ")"))) return phrase;
  BodyPhrase owned = Owned(*owner, phrase.head + (direct && !apart ? "" : ","), organ);
  if (bracket) ++owned.end;
  if (behind != phrase.end) owned.bracket = phrase.end;
  if (apart) owned.owner_at = at;
  return owned;
}

}  // namespace chido
