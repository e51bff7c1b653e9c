#include <algorithm>

#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"

// Names that no table holds: offices, schools, enterprises, boards, and abbreviations that the
// article defines.

namespace chido {
namespace {

constexpr std::uint32_t kMaxOpenName = 18;    // tokens
constexpr std::uint32_t kMaxBoardTopic = 18;  // tokens

/// Heads whose names are often those of persons.
bool IsNamedForPersons(std::string_view head) {
  return head.starts_with("Trường") || head.starts_with("Học viện") || head.starts_with("Quỹ") ||
         head.starts_with("Công ty") || head.starts_with("Đại học") || head == "Bảo tàng";
}

}  // namespace

bool BodyGrammar::BehindTitle(std::uint32_t token) const {
  return token > 0 && scan::IsAny(draft_.text, token - 1, {"trưởng", "phó", "chánh"});
}

bool BodyGrammar::IsHoldersName(std::string_view head, std::uint32_t token,
                                std::uint32_t begin) const {
  const Match* surname = draft_.MatchAt(token, EntryKind::kSurname);
  if (surname == nullptr || (token == begin && head != "Vụ")) return false;
  const SurnameRow& row = draft_.lexicon.surnames()[surname->entry];
  if (row.frequency < 0.2F) return false;
  const auto& tokens = draft_.text.tokens;
  const std::uint32_t next = surname->tokens.end;
  const bool goes_on =
      next < tokens.size() && tokens[next].kind == TokenKind::kWord && tokens[next].capital;
  if (!goes_on || draft_.CueAt(token, "name.word") != nullptr) return false;
  std::uint32_t run = next;
  while (run < tokens.size() && tokens[run].kind == TokenKind::kWord && tokens[run].capital) ++run;
  const Match* unit = draft_.MatchAt(token, EntryKind::kUnit);
  if (unit != nullptr && unit->tokens.end >= run) return false;
  if (!IsNamedForPersons(head)) return true;
  // "Trường Đại học Luật Hà Nội Nguyễn …": the school has its name already
  return locality_.PlaceAt(token - 1) != nullptr ||
         (token >= begin + 2 && locality_.PlaceAt(token - 2) != nullptr);
}

std::uint32_t BodyGrammar::EndOfOpenName(std::string_view head, std::uint32_t token,
                                         std::uint32_t limit) const {
  const AnalysedText& text = draft_.text;
  const std::uint32_t stop = std::min(limit, token + kMaxOpenName);
  std::uint32_t end = token;
  int words = 0;  ///< how much of a name stands already
  for (std::uint32_t at = token; at < stop;) {
    const Token& word = text.tokens[at];
    const bool capital = word.kind == TokenKind::kWord && word.capital;
    if (capital) {
      const Match* organ = draft_.CueAt(at, "organ");
      if (organ != nullptr && organ->tokens.size() > 1 &&
          (at > token || draft_.lexicon.cues()[organ->entry].kind != "organ.open")) {
        break;
      }
      if (draft_.MatchAt(at, EntryKind::kHonorific) != nullptr && at > token) break;
      if (at > token && (draft_.CueAt(at, "role.title") != nullptr || PlaceWordAt(at))) break;
      if (IsHoldersName(head, at, token)) break;
    }
    const Match* compound = draft_.CueAt(at, "name.word");
    if (capital) {
      const Match* other = draft_.CueAt(at, "name.compound");
      if (compound == nullptr || (other != nullptr && other->tokens.end > compound->tokens.end)) {
        compound = other;
      }
    }
    if (compound != nullptr && compound->tokens.end <= stop && word.space_before) {
      // in lower case behind a name that may be complete, "quản lý" is what the body does
      const bool verb = !capital && CueValue(draft_, *compound) == "verb" && words >= 2;
      if (verb) break;
      end = at = compound->tokens.end;
      ++words;
      continue;
    }
    if (capital || (word.kind == TokenKind::kNumber && (at == token || word.space_before))) {
      end = ++at;
      words += 2;
      continue;
    }
    if (const Match* join = draft_.CueAt(at, "name.join");
        join != nullptr && (at > token || scan::Is(text, at, "vùng"))) {
      const std::uint32_t next = join->tokens.end;
      const Match* organ = draft_.CueAt(next, "organ");
      const bool free =
          organ == nullptr || draft_.lexicon.cues()[organ->entry].kind == "organ.small";
      const bool goes_on =
          next < stop && free &&
          (text.tokens[next].capital || text.tokens[next].kind == TokenKind::kNumber ||
           draft_.CueAt(next, "name.word") != nullptr);
      if (!goes_on) break;
      at = next;
      words = 0;
      continue;
    }
    if (scan::Is(text, at, "\"") && at + 1 < stop && text.tokens[at + 1].capital && at > token) {
      ++at;
      continue;
    }
    break;
  }
  return end;
}

std::optional<BodyPhrase> BodyGrammar::ParseOpen(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::uint32_t begin = organ.tokens.begin;
  const bool titled = BehindTitle(begin);
  if (!text.tokens[begin].capital && !titled) return std::nullopt;
  // "Hội An" is a town, "Đinh Trường Thọ" a man
  if (draft_.MatchAt(begin, EntryKind::kUnit) != nullptr && organ.tokens.size() == 1 && !titled) {
    return std::nullopt;
  }
  if (begin > 0 && draft_.MatchAt(begin - 1, EntryKind::kSurname) != nullptr &&
      text.tokens[begin - 1].capital && text.tokens[begin].space_before) {
    return std::nullopt;
  }
  const std::uint32_t at = organ.tokens.end;
  const std::string_view head = text.Text(organ.tokens);
  const std::uint32_t end = EndOfOpenName(head, at, limit);
  if (end == at) return std::nullopt;
  bool proper = false;
  for (std::uint32_t i = at; i < end; ++i) {
    proper = proper || text.tokens[i].capital || text.tokens[i].kind == TokenKind::kNumber;
  }
  // a cut headline ("Hội Liên ...") and a hall for meetings name no body
  const bool cut =
      scan::Is(text, end, "…") || (scan::Is(text, end, ".") && scan::Is(text, end + 1, "."));
  const Match* hall = draft_.CueAt(begin, "name.hall");
  if (!proper || cut || (hall != nullptr)) return std::nullopt;
  BodyPhrase phrase;
  phrase.organ = head;
  phrase.end = end;
  phrase.head = scan::Plain(text, {begin, end});
  if (titled && !text.tokens[begin].capital) {
    if (phrase.head[0] >= 'a' && phrase.head[0] <= 'z') phrase.head[0] -= 'a' - 'A';
  }
  if (const auto place = PlaceAt(end, {}, limit); place && place->word_stated) {
    const bool worded = draft_.CueAt(end, "place.word") != nullptr;
    phrase.end = place->end;
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
    phrase.word_stated = true;
    phrase.word_in_name = worded;
    return phrase;
  }
  // "Phòng Khoa giáo, Ban Tuyên giáo Tỉnh ủy": whose office it is
  const std::uint32_t comma = scan::Is(text, end, ",") ? end + 1 : end;
  const Match* next = titled ? draft_.CueAt(comma, "organ") : nullptr;
  if (next == nullptr) return phrase;
  const std::string_view kind = draft_.lexicon.cues()[next->entry].kind;
  const bool direct = kind == "organ.committee" || kind == "organ.central" || kind == "organ.open";
  const bool joins = kind == "organ.party" || kind == "organ.dept" || (direct && comma == end);
  if (!joins) return phrase;
  if (std::optional<BodyPhrase> owner = ParseAt(comma, limit); owner && !owner->generic) {
    return Owned(*owner, phrase.head + (direct ? "" : ","), organ);
  }
  return phrase;
}

bool BodyGrammar::PlaceWordAt(std::uint32_t token) const {
  return draft_.CueAt(token, "place.word") != nullptr &&
         (locality_.PlaceAt(token) != nullptr || draft_.text.tokens[token].all_capital);
}

bool BodyGrammar::EndsTopic(std::uint32_t token, std::uint32_t limit) {
  return PlaceAt(token, {}, limit) || draft_.CueAt(token, "organ.committee") != nullptr;
}

std::uint32_t BodyGrammar::EndOfTopic(std::uint32_t token, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::uint32_t stop = std::min(limit, token + kMaxBoardTopic);
  std::uint32_t at = token;
  while (at < stop && !EndsTopic(at, limit) &&
         !scan::IsAny(text, at, {";", ".", ":", "\"", "(", ")", "do", "đã", "họp", "tại", "chủ"}) &&
         draft_.MatchAt(at, EntryKind::kHonorific) == nullptr &&
         draft_.CueAt(at, "speak") == nullptr && draft_.CueAt(at, "chair") == nullptr &&
         draft_.CueAt(at, "attend") == nullptr && draft_.CueAt(at, "role.title") == nullptr &&
         !IsHoldersName({}, at, token)) {
    // a comma goes on only inside a series of tasks: "phòng, chống tham nhũng, lãng phí"
    if (scan::Is(text, at, ",") &&
        (at + 1 >= stop || text.tokens[at + 1].capital || draft_.CueAt(at + 1, "role.title"))) {
      break;
    }
    ++at;
  }
  while (at > token && scan::Is(text, at - 1, ",")) --at;
  return at;
}

std::optional<BodyPhrase> BodyGrammar::ParseBoard(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  BodyPhrase phrase;
  phrase.head = phrase.organ = CueValue(draft_, organ);
  std::uint32_t at = organ.tokens.end;
  if (at >= limit) return std::nullopt;
  if (scan::IsNumber(text, at)) {
    phrase.head += ' ';
    phrase.head += text.Text(at);
    ++at;
    if (IsGenericAt(at)) {
      phrase.end = at;
      phrase.generic = true;
      return phrase;
    }
  } else {
    if (IsGenericAt(at)) return std::nullopt;
    // its task, up to the level that it belongs to
    const std::uint32_t topic = at;
    at = EndOfTopic(at, limit);
    const std::uint32_t stop = limit;
    if (scan::Is(text, at - 1, "và") || at >= topic + kMaxBoardTopic) return std::nullopt;
    if (phrase.head == "Tổ công tác") return std::nullopt;
    if (BehindTitle(organ.tokens.begin) && at > topic && (at == limit || !EndsTopic(at, limit))) {
      phrase.head += " " + scan::Plain(text, {topic, at});
      phrase.end = at;
      return phrase;
    }
    const bool ends =
        at < stop && (PlaceAt(at, {}, limit) || draft_.CueAt(at, "organ.committee") != nullptr);
    if (!ends) return std::nullopt;
    if (at > topic) phrase.head += " " + scan::Plain(text, {topic, at});
  }
  phrase.end = at;
  phrase.word_in_name = true;
  if (const auto place = PlaceAt(at, {}, limit)) {
    phrase.end = place->end;
    phrase.word = place->word;
    phrase.unit = place->unit;
    phrase.place_stated = place->stated;
    phrase.word_stated = true;
    return phrase;
  }
  if (const Match* committee = draft_.CueAt(at, "organ.committee"); committee != nullptr) {
    if (std::optional<BodyPhrase> owner = ParseCommittee(*committee, limit)) {
      phrase.end = owner->end;
      phrase.word = owner->word;
      phrase.unit = owner->unit;
      phrase.place_stated = owner->place_stated;
      return phrase;
    }
  }
  if (scan::After(text, at, "trung ương") != at) {
    phrase.end = scan::After(text, at, "trung ương");
    phrase.head += " Trung ương";
    phrase.word_in_name = false;
    return phrase;
  }
  // the same board as before, else one of the level spoken of
  if (const auto last = boards_.find(phrase.head); last != boards_.end()) {
    phrase.word = last->second.word;
    phrase.unit = last->second.unit;
    return phrase;
  }
  if (last_word_.empty()) return std::nullopt;
  phrase.word = last_word_;
  phrase.unit = last_unit_;
  boards_.emplace(phrase.head, phrase);
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseDefined(std::uint32_t token) {
  if (defined_.empty() || token >= draft_.text.tokens.size()) return std::nullopt;
  const Token& word = draft_.text.tokens[token];
  if (!word.all_capital) return std::nullopt;
  const auto found = defined_.find(word.fold);
  if (found == defined_.end() || found->second.begin >= token) return std::nullopt;
  BodyPhrase phrase = found->second;
  phrase.begin = token;
  phrase.end = token + 1;
  phrase.place_stated = phrase.word_stated = false;
  return phrase;
}

void BodyGrammar::FindDefinitions() {
  const AnalysedText& text = draft_.text;
  // "Tên đầy đủ (TĐĐ)": an abbreviation in brackets right behind a body's name
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!scan::Is(text, i, "(") || i + 2 >= sentence.tokens.end) continue;
      if (scan::Is(text, i + 2, ")") && text.tokens[i + 1].all_capital &&
          text.tokens[i + 1].span.size() >= 2) {
        definition_ends_.insert(i);
      }
    }
  }
}

void BodyGrammar::Define(const BodyPhrase& phrase) {
  if (definition_ends_.contains(phrase.end)) {
    defined_.emplace(draft_.text.tokens[phrase.end + 1].fold, phrase);
  }
}

}  // namespace chido
