#include <algorithm>

#include "linker/reading/person_name.h"
#include "linker/reading/role_reader.h"
#include "linker/reading/scan.h"

// Places, countries and fields behind a title, which stand for its body or before it.

namespace chido {
namespace {

constexpr std::uint32_t kMaxField = 8;   // tokens
constexpr std::uint32_t kMaxErrand = 4;  // tokens

}  // namespace

/// *Trợ lý Công tác quần chúng Bộ Chỉ huy X*, *Phó Chủ tịch phụ trách kinh tế UBND tỉnh*: the body
/// stands behind the field of the post.
bool RoleReader::TakesBodyBehindField(std::uint32_t token, std::uint32_t limit, RolePhrase& role) {
  const std::uint32_t field = scan::After(draft_.text, token, "phụ trách");
  const std::uint32_t stop = std::min(limit, field + kMaxField);
  std::uint32_t at = field;
  while (at < stop && MentionAt(at) < 0) {
    const Match* word = draft_.CueAt(at, "name.word");
    const Match* other = draft_.CueAt(at, "name.compound");
    if (other != nullptr && (word == nullptr || other->tokens.end > word->tokens.end)) word = other;
    const bool joins = at > field && scan::IsAny(draft_.text, at, {"và", ",", "-"});
    const bool organ =
        draft_.CueAt(at, "organ") != nullptr || draft_.CueAt(at, "role.generic") != nullptr;
    if ((word == nullptr && !joins) || organ) return false;
    at = word == nullptr ? at + 1 : word->tokens.end;
  }
  if (at <= field || at >= limit || MentionAt(at) < 0) return false;
  if (scan::IsAny(draft_.text, at - 1, {"và", ",", "-"})) return false;
  role.mention = MentionAt(at);
  const TokenRange body = draft_.body_mentions[static_cast<std::size_t>(role.mention)].tokens;
  role.tokens.end = body.end;
  role.body = grammar_.ParseAt(body.begin, body.end);
  if (draft_.text.tokens[field].capital) {
    role.title.title += ' ';
    role.title.title += scan::Plain(draft_.text, {field, at});
  }
  return true;
}

/// *Đại biểu Quốc hội (đoàn) tỉnh X Lò Văn A*: where the deputy was elected.
void RoleReader::SkipConstituency(std::uint32_t limit, RolePhrase& role) const {
  std::uint32_t at = role.tokens.end;
  const bool comma = scan::Is(draft_.text, at, ",");
  const std::int32_t mention = MentionAt(comma ? at + 1 : at);
  if (mention >= 0) {
    const BodyMention& body = draft_.body_mentions[static_cast<std::size_t>(mention)];
    if (!scan::Is(draft_.text, body.tokens.begin, "đoàn") || body.tokens.end > limit) return;
    if (!comma || StartsFullName(draft_, body.tokens.end, limit)) role.tokens.end = body.tokens.end;
    return;
  }
  if (scan::Is(draft_.text, at, "đoàn")) ++at;
  const PlaceMention* place = grammar_.locality().PlaceAt(at);
  if (place != nullptr && place->tokens.end <= limit) role.tokens.end = place->tokens.end;
}

/// *Trưởng đoàn thanh tra liên ngành (…)*: for what a delegation was sent.
void RoleReader::SkipErrand(std::uint32_t limit, RolePhrase& role) const {
  const std::uint32_t first = role.tokens.end;
  if (draft_.CueAt(first, "name.word") == nullptr && draft_.CueAt(first, "organ") == nullptr) {
    return;
  }
  const std::uint32_t stop = std::min(limit, first + kMaxErrand + 1);
  for (std::uint32_t at = first; at < stop; ++at) {
    if (draft_.text.tokens[at].kind == TokenKind::kPunctuation) {
      role.tokens.end = at;
      return;
    }
    if ((draft_.text.tokens[at].capital && at > first) || TitleAt(draft_, at, limit)) return;
  }
}

void RoleReader::TakeCountry(std::uint32_t limit, RolePhrase& role) const {
  const Match* country = draft_.CueAt(role.tokens.end, "place.country");
  if (country == nullptr || country->tokens.end > limit ||
      !draft_.text.tokens[role.tokens.end].capital) {
    return;
  }
  // "Thủ tướng Anh …" may be a man's name: a country is followed by a name or by no capital
  role.country = draft_.text.Text(country->tokens);
  role.tokens.end = country->tokens.end;
}

bool RoleReader::TakesUnownedCommittee(std::uint32_t token, RolePhrase& role) const {
  const Match* organ = draft_.CueAt(token, "organ.of");
  if (organ == nullptr || scan::Is(draft_.text, token, "văn")) return false;
  role.unowned = CueValue(draft_, *organ);
  role.tokens.end = organ->tokens.end;
  // "Bí thư Đảng ủy Quân khu": of one named before
  TakesBodyBefore(organ->tokens.end, role);
  return true;
}

/// *Phó Chủ tịch tỉnh*, *Bí thư xã*: the word for a unit stands for the organ of the one meant.
bool RoleReader::TakesUnitWord(std::uint32_t token, const TitlePhrase& title,
                               RolePhrase& role) const {
  const Match* unit = draft_.CueAt(token, "place.word");
  const bool party = title.title.find("Bí thư") != std::string::npos;
  if (unit == nullptr || (!party && title.title != "Chủ tịch" && title.title != "Phó Chủ tịch")) {
    return false;
  }
  const std::uint32_t next = unit->tokens.end;
  const auto& tokens = draft_.text.tokens;
  const bool closed = next >= tokens.size() || tokens[next].kind == TokenKind::kPunctuation ||
                      StartsFullName(draft_, next, next + kMaxField);
  const std::string_view word = CueValue(draft_, *unit);
  const std::int32_t row = grammar_.locality().UnitFor(word, token);
  if (!closed || row < 0) return false;
  if (party) {
    role.body = grammar_.Committee(word, row, token);
  } else {
    BodyPhrase body;
    body.head = "Ủy ban nhân dân";
    body.organ = "Ủy ban nhân dân";
    body.word = word;
    body.unit = row;
    body.word_in_name = true;
    role.body = std::move(body);
  }
  role.body->word_stated = true;
  role.tokens.end = next;
  return true;
}

bool RoleReader::TakesProvince(std::uint32_t token, const TitlePhrase& title,
                               RolePhrase& role) const {
  const PlaceMention* place = grammar_.locality().PlaceAt(token);
  if (place == nullptr || !place->resolved) return TakesUnitWord(token, title, role);
  const UnitRow& unit = draft_.lexicon.units()[place->units.front()];
  // "Chủ tịch huyện X", but not "Chủ tịch X" of a district
  if (unit.level != 1 && draft_.CueAt(token, "place.word") == nullptr) return false;
  const bool party = title.title.find("Bí thư") != std::string::npos;
  if (!party && title.title != "Chủ tịch" && title.title != "Phó Chủ tịch") return false;
  const auto row = static_cast<std::int32_t>(place->units.front());
  BodyPhrase body;
  if (party) {
    body = grammar_.Committee(UnitWord(unit), row, token);
  } else {
    body.head = body.organ = "Ủy ban nhân dân";
    body.word = UnitWord(unit);
    body.unit = row;
    body.word_in_name = true;
  }
  body.place_stated = body.word_stated = true;
  role.body = std::move(body);
  role.tokens.end = place->tokens.end;
  return true;
}

}  // namespace chido
