#include <algorithm>
#include <utility>

#include "linker/reading/person_name.h"
#include "linker/reading/role_reader.h"
#include "linker/reading/scan.h"

// How far a post reaches: its title, its body or what stands for it, its country and its term.

namespace chido {
namespace {

using Binding = TitlePhrase::Binding;

constexpr std::uint32_t kMaxField = 8;         // tokens
constexpr std::uint32_t kMaxUnknownBody = 14;  // tokens
constexpr std::uint32_t kMaxTerm = 8;          // tokens

/// The organ that a title is made of, in lower case: *Cục trưởng* → cục.
std::string_view HeadOfTitle(std::string_view title) {
  if (title.starts_with("Phó ")) title.remove_prefix(std::string_view("Phó ").size());
  if (title == "Cục trưởng") return "cục";
  if (title == "Chi cục trưởng") return "chi cục";
  if (title == "Tổng cục trưởng") return "tổng cục";
  if (title == "Vụ trưởng") return "vụ";
  if (title == "Viện trưởng") return "viện";
  return {};
}

std::string FirstCapital(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

/// *khóa XIII*, *nhiệm kỳ 2020 - 2025*: the end of a term that starts at `token`, else `token`.
std::uint32_t EndOfTerm(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  const Match* term = draft.CueAt(token, "role.term");
  if (term == nullptr) return token;
  std::uint32_t end = token;
  const std::uint32_t stop = std::min(limit, term->tokens.end + kMaxTerm);
  for (std::uint32_t at = term->tokens.end; at < stop; ++at) {
    const bool number = scan::IsNumber(draft.text, at) || scan::Roman(draft.text, at);
    if (number) {
      end = at + 1;
    } else if (scan::IsAny(draft.text, at, {",", "và"})) {
      // "khóa XII, XIII"
      if (end == token ||
          (!scan::IsNumber(draft.text, at + 1) && !scan::Roman(draft.text, at + 1))) {
        break;
      }
    } else if (!scan::IsAny(draft.text, at, {"-", "–", "/", "thứ"})) {
      break;
    }
  }
  return end;
}

}  // namespace

std::optional<RolePhrase> RoleReader::RoleAt(std::uint32_t token, std::uint32_t limit) {
  std::optional<TitlePhrase> title = TitleAt(draft_, token, limit);
  if (!title) return std::nullopt;
  if (title->title.starts_with("Đại biểu") && token > 0 &&
      scan::Is(draft_.text, token - 1, "đoàn")) {
    return std::nullopt;
  }
  RolePhrase role;
  role.tokens = {token, title->end};
  role.title = std::move(*title);
  const bool takes_body =
      role.title.binding != Binding::kFixed && role.title.binding != Binding::kNone;
  if (takes_body) {
    TakeBody(limit, role);
  } else {
    SkipFixedBody(role);
  }
  if (role.title.title == "Trợ lý" || role.title.title == "Thư ký") TakeMaster(limit, role);
  if (!takes_body || role.mention < 0) TakeCountry(limit, role);
  if (role.title.title == "Đại biểu") SkipConstituency(limit, role);
  if (role.title.title.ends_with("Trưởng Đoàn") && !role.HasBody()) SkipErrand(limit, role);
  // "Chủ tịch Hội đồng X tỉnh Y Lò Văn A": the place is not the name's
  if (const PlaceMention* place = grammar_.locality().PlaceAt(role.tokens.end);
      place != nullptr && place->tokens.end <= limit && role.mention >= 0) {
    role.tokens.end = place->tokens.end;
  }
  role.tokens.end = std::max(role.tokens.end, EndOfTerm(draft_, role.tokens.end, limit));
  return role;
}

/// *Trợ lý Chủ tịch Quốc hội*: whose assistant somebody is, and so where.
void RoleReader::TakeMaster(std::uint32_t limit, RolePhrase& role) {
  if (role.tokens.end != role.title.end) return;
  std::optional<RolePhrase> master = RoleAt(role.title.end, limit);
  if (!master) return;
  role.tokens.end = master->tokens.end;
  role.mention = master->mention;
  role.body = std::move(master->body);
  role.title.binding = master->title.binding;
  role.title.fixed = master->title.fixed;
}

void RoleReader::TakeBody(std::uint32_t limit, RolePhrase& role) {
  const TitlePhrase& title = role.title;
  std::uint32_t at = title.body;
  if (title.binding != Binding::kShared && scan::IsAny(draft_.text, at, {"của", "tại", "thuộc"}) &&
      MentionAt(at + 1) >= 0) {
    ++at;
  }
  const bool bracketed = title.binding == Binding::kOf && scan::Is(draft_.text, at, "(") &&
                         MentionAt(at + 1) >= 0 && ClosesBracket(MentionAt(at + 1));
  if (MentionAt(at) >= 0 || bracketed) {
    role.mention = MentionAt(bracketed ? at + 1 : at);
    const TokenRange body = draft_.body_mentions[static_cast<std::size_t>(role.mention)].tokens;
    role.tokens.end = std::max(title.end, bracketed ? body.end + 1 : body.end);
    role.body = grammar_.ParseAt(body.begin, body.end);
    return;
  }
  if (TakesUnownedCommittee(at, role)) {
    role.tokens.end = std::max(title.end, role.tokens.end);
    return;
  }
  // "Chủ tịch Lai Châu": the province stands for its organ
  if (title.binding == Binding::kOf && TakesProvince(at, title, role)) return;
  if (title.binding == Binding::kMember) {
    // "Tỉnh ủy viên Bình Phước" has no mention of a body, but may name the province
    if (const PlaceMention* place = grammar_.locality().PlaceAt(title.end);
        place != nullptr && place->tokens.end <= limit) {
      role.tokens.end = place->tokens.end;
    }
    return;
  }
  if (title.binding == Binding::kField) {
    role.tokens.end = std::max(title.end, EndOfField(title.end));
    if (role.tokens.end > title.end || !scan::Is(draft_.text, at, "bộ")) return;
  }
  if (title.title.starts_with("Đại biểu")) return;
  const bool simple = title.binding != Binding::kShared && HeadOfTitle(title.title).empty();
  if (simple && TakesBodyBehindField(at, limit, role)) return;
  if (title.binding != Binding::kShared) {
    if (TakesBodyBefore(at, role)) return;
    TakeUnknownBody(at, limit, role);
  }
  if (role.unknown.empty() && role.tokens.end == title.end) TakesBodyBehindComma(limit, role);
}

/// *Phó Hiệu trưởng nhà trường*, *Phó Giám đốc Sở*: a bare word for a body named before.
bool RoleReader::TakesBodyBefore(std::uint32_t token, RolePhrase& role) const {
  const Match* generic = draft_.CueAt(token, "role.generic");
  if (generic == nullptr) return false;
  const std::uint32_t next = generic->tokens.end;
  const auto& tokens = draft_.text.tokens;
  const bool ends = next >= tokens.size() || tokens[next].kind == TokenKind::kPunctuation ||
                    (tokens[next].kind == TokenKind::kWord && !tokens[next].capital &&
                     draft_.CueAt(next, "name.word") == nullptr &&
                     draft_.CueAt(next, "name.compound") == nullptr) ||
                    (tokens[next].capital && StartsFullName(draft_, next, next + kMaxField));
  if (!ends || CueValue(draft_, *generic).empty()) return false;
  role.head = CueValue(draft_, *generic);
  role.tokens.end = next;
  return true;
}

bool RoleReader::TakesBodyBehindComma(std::uint32_t limit, RolePhrase& role) {
  if (!scan::Is(draft_.text, role.tokens.end, ",")) return false;
  const std::int32_t mention = MentionAt(role.tokens.end + 1);
  if (mention < 0) return false;
  const BodyMention& body = draft_.body_mentions[static_cast<std::size_t>(mention)];
  const std::uint32_t end = body.tokens.end;
  if (body.generic || body.item == kNoItem || end > limit) return false;
  const bool closed = end == limit || scan::IsAny(draft_.text, end, {",", ";", ".", ")", ":"});
  if (!closed || MentionAt(end + 1) >= 0) return false;
  role.mention = mention;
  role.body = grammar_.ParseAt(body.tokens.begin, end);
  role.tokens.end = end;
  return true;
}

bool RoleReader::ClosesBracket(std::int32_t mention) const {
  return scan::Is(draft_.text, draft_.body_mentions[static_cast<std::size_t>(mention)].tokens.end,
                  ")");
}

/// *Phó Thủ tướng Thường trực Chính phủ*: the title has said its body already.
void RoleReader::SkipFixedBody(RolePhrase& role) const {
  const std::int32_t mention = MentionAt(role.title.end);
  if (mention < 0) return;
  const BodyMention& body = draft_.body_mentions[static_cast<std::size_t>(mention)];
  if (body.item == kNoItem) return;
  if (draft_.bodies[static_cast<std::size_t>(body.item)].name == role.title.fixed) {
    role.tokens.end = body.tokens.end;
  }
}

/// *Bộ trưởng Giáo dục và Đào tạo*: the end of the words that name a ministry, else `begin`.
std::uint32_t RoleReader::EndOfField(std::uint32_t begin) const {
  const auto count = static_cast<std::uint32_t>(draft_.text.tokens.size());
  if (!scan::IsWord(draft_.text, begin)) return begin;
  for (std::uint32_t length = kMaxField; length >= 1; --length) {
    if (begin + length <= count && !MinistryOfField({begin, begin + length}).empty()) {
      return begin + length;
    }
  }
  return begin;
}

/// A body that no table knows: it must not hide the holder's name and the posts behind it.
void RoleReader::TakeUnknownBody(std::uint32_t token, std::uint32_t limit, RolePhrase& role) const {
  const auto& tokens = draft_.text.tokens;
  if (token >= limit || tokens[token].kind != TokenKind::kWord) return;
  const std::string_view head = HeadOfTitle(role.title.title);
  const Match* generic = draft_.CueAt(token, "role.generic");
  const bool small = generic != nullptr && generic->tokens.end < limit &&
                     tokens[generic->tokens.end].capital && !tokens[token].capital;
  const bool headed = (!head.empty() && scan::After(draft_.text, token, head) != token) || small;
  if (!tokens[token].capital && !headed) return;
  if (draft_.MatchAt(token, EntryKind::kHonorific) != nullptr ||
      draft_.CueAt(token, "person.never") != nullptr) {
    return;
  }
  if (const auto name = NameAt(draft_, token, limit);
      name && name->strong && !headed && draft_.CueAt(token, "organ") == nullptr) {
    return;
  }
  std::uint32_t end = small ? generic->tokens.end : token;
  if (headed && !small) end = scan::After(draft_.text, token, head);
  const std::uint32_t stop = std::min(limit, token + kMaxUnknownBody);
  // "Trường Chính trị Lê Văn A" is named for a person
  const bool namesake = scan::IsAny(draft_.text, token, {"trường", "học", "quỹ"});
  bool after_place = false;
  while (end < stop) {
    if (end > token && TitleAt(draft_, end, limit)) break;
    if (end > token && StartsFullName(draft_, end, limit) && (!namesake || after_place)) break;
    const std::uint32_t next = EndOfBodyWord(end, stop);
    if (next == end) break;
    after_place = grammar_.locality().PlaceAt(end) != nullptr;
    end = next;
  }
  if (!NamesBody({token, end})) return;
  if (const auto name = NameAt(draft_, token, limit);
      name && name->foreign && name->tokens.end >= end && !HoldsFullName(name->tokens)) {
    return;
  }
  role.unknown = {token, end};
  role.tokens.end = end;
}

/// Whether words behind a title are more than a person's name: an organ, a field, a unit, a brand.
bool RoleReader::NamesBody(TokenRange words) const {
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const Token& token = draft_.text.tokens[i];
    const bool brand = token.capital && (token.all_capital || !IsSyllable(draft_.text.Text(i)));
    if (brand && token.span.size() > 1) return true;
    if (draft_.CueAt(i, "organ") != nullptr || draft_.CueAt(i, "name.word") != nullptr ||
        draft_.CueAt(i, "role.generic") != nullptr || draft_.CueAt(i, "name.compound") != nullptr ||
        grammar_.locality().PlaceAt(i) != nullptr) {
      return true;
    }
  }
  return false;
}

/// *Cục trưởng (Cục) Kiểm lâm*: the words as they stand, below the organ that the title heads.
ItemIndex RoleReader::UnknownBody(const RolePhrase& role) {
  const std::string_view head = HeadOfTitle(role.title.title);
  std::string name = scan::Plain(draft_.text, role.unknown);
  if (!head.empty()) {
    const std::uint32_t rest = scan::After(draft_.text, role.unknown.begin, head);
    if (rest >= role.unknown.end) return kNoItem;
    std::string whole = FirstCapital(head);
    whole += ' ';
    whole += scan::Plain(draft_.text, {rest, role.unknown.end});
    return book_.Intern(whole);
  }
  const bool headed = draft_.CueAt(role.unknown.begin, "organ") != nullptr ||
                      draft_.CueAt(role.unknown.begin, "role.generic") != nullptr;
  if (!headed || role.unknown.size() < 3) {
    return kNoItem;
  }
  return book_.Intern(FirstCapital(name));
}

/// Whether a full name stands in the run behind its first words: *Chủ tịch Eximbank Lê Văn A*.
bool RoleReader::HoldsFullName(TokenRange run) const {
  for (std::uint32_t i = run.begin + 1; i + 2 < run.end; ++i) {
    if (StartsFullName(draft_, i, run.end)) return true;
  }
  return false;
}

/// The end of the words at `token` that a body's name may hold, else `token`.
std::uint32_t RoleReader::EndOfBodyWord(std::uint32_t token, std::uint32_t stop) const {
  if (const PlaceMention* place = grammar_.locality().PlaceAt(token);
      place != nullptr && place->tokens.end <= stop) {
    return place->tokens.end;
  }
  const Token& word = draft_.text.tokens[token];
  if (!word.space_before) return token;
  for (const CueKind kind :
       {CueKind("name.word"), CueKind("name.compound"), CueKind("role.generic")}) {
    const Match* match = draft_.CueAt(token, kind);
    if (match != nullptr && match->tokens.end <= stop) return match->tokens.end;
  }
  if (word.kind == TokenKind::kNumber) return token + 1;
  if (word.kind != TokenKind::kWord) return token;
  if (word.capital) {
    return draft_.MatchAt(token, EntryKind::kHonorific) == nullptr ? token + 1 : token;
  }
  const bool joins =
      scan::Is(draft_.text, token, "và") && token + 1 < stop &&
      (draft_.text.tokens[token + 1].capital || draft_.CueAt(token + 1, "name.word") != nullptr) &&
      !TitleAt(draft_, token + 1, stop);
  return joins ? token + 1 : token;
}

}  // namespace chido
