#include <algorithm>

#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"

// Boards with a task, bodies below the commune, and abbreviations that the article defines.

namespace chido {
namespace {

constexpr std::uint32_t kMaxBoardTopic = 26;  // tokens
constexpr std::uint32_t kMaxHamletName = 4;   // tokens
constexpr std::size_t kMinMark = 5;           // letters

/// A name made up for the market is written without marks.
bool IsMark(std::string_view word) {
  return word.size() >= kMinMark &&
         std::ranges::all_of(word, [](char letter) { return letter > 0; });
}

/// *Ban Chỉ đạo X và UBND tỉnh Y*: whether another body follows the conjunction.
bool JoinsBody(const Draft& draft, std::uint32_t token) {
  if (!scan::IsAny(draft.text, token, {"và", "cùng"})) return false;
  if (token + 1 >= draft.text.tokens.size() || !draft.text.tokens[token + 1].capital) return false;
  return draft.CueAt(token + 1, "organ.unit") != nullptr ||
         draft.CueAt(token + 1, "organ.central") != nullptr ||
         draft.CueAt(token + 1, "organ.dept") != nullptr;
}

}  // namespace

bool BodyGrammar::PlaceWordAt(std::uint32_t token) const {
  return draft_.CueAt(token, "place.word") != nullptr &&
         (locality_.PlaceAt(token) != nullptr || draft_.text.tokens[token].all_capital);
}

bool BodyGrammar::EndsTopic(std::uint32_t token, std::uint32_t limit) {
  const bool centre =
      draft_.text.tokens[token].capital && scan::After(draft_.text, token, "trung ương") != token;
  return centre || draft_.CueAt(token, "organ.committee") != nullptr || PlaceAt(token, {}, limit);
}

/// What a board does rather than what it is for; *tổ chức* may also begin its task.
bool BodyGrammar::IsTopicVerb(std::uint32_t token, std::uint32_t begin) const {
  const Match* verb = draft_.CueAt(token, "name.verb");
  return verb != nullptr && (token > begin || CueValue(draft_, *verb) != "inside");
}

/// Whether a board's task cannot go on with `token`.
bool BodyGrammar::BreaksTopic(std::uint32_t token, std::uint32_t begin) const {
  const Match* organ =
      draft_.text.tokens[token].capital ? draft_.CueAt(token, "organ.open") : nullptr;
  return scan::IsAny(draft_.text, token, {";", ".", ":", "\"", "(", ")", "…"}) ||
         JoinsBody(draft_, token) || (organ != nullptr && organ->tokens.size() > 1) ||
         IsTopicVerb(token, begin) || draft_.MatchAt(token, EntryKind::kHonorific) != nullptr ||
         draft_.CueAt(token, "speak") != nullptr || draft_.CueAt(token, "chair") != nullptr ||
         draft_.CueAt(token, "attend") != nullptr || draft_.CueAt(token, "role.title") != nullptr ||
         IsHoldersName("Ban Chỉ đạo", token, begin);
}

std::uint32_t BodyGrammar::EndOfTopic(std::uint32_t token, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::uint32_t stop = std::min(limit, token + kMaxBoardTopic);
  std::uint32_t at = token;
  while (at < stop && !EndsTopic(at, limit)) {
    const Match* task = draft_.CueAt(at, "name.task");
    if (task == nullptr) task = draft_.CueAt(at, "name.word");
    if (task != nullptr && (task->tokens.size() > 1 || at > token)) {
      at = task->tokens.end;
      continue;
    }
    if (BreaksTopic(at, token)) break;
    // a comma goes on only inside a series of tasks: "phòng, chống tham nhũng, lãng phí"
    if (scan::Is(text, at, ",") &&
        (at + 1 >= stop || text.tokens[at + 1].capital || draft_.CueAt(at + 1, "role.title"))) {
      break;
    }
    ++at;
  }
  at = std::min(at, stop);
  while (at > token && scan::IsAny(text, at - 1, {",", "-", "–"})) --at;
  return at;
}

/// *Ban Chỉ đạo Nhà nước các công trình …*, *Ban Chỉ đạo của Chính phủ về …*: of the whole country.
std::optional<BodyPhrase> BodyGrammar::ParseStateBoard(BodyPhrase phrase, std::uint32_t topic,
                                                       std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::uint32_t of = scan::Is(text, topic, "của") ? topic + 1 : topic;
  std::uint32_t level = of;
  for (const std::string_view each :
       {"nhà nước", "quốc gia", "chính phủ", "trung ương", "liên ngành"}) {
    level = std::max(level, scan::After(text, of, each));
  }
  if (level == of || level >= limit) return std::nullopt;
  phrase.end = level;
  if (level < limit &&
      (text.tokens[level].capital || draft_.CueAt(level, "name.topic") != nullptr)) {
    phrase.end = EndOfTopic(level, limit);
    if (phrase.end >= level + kMaxBoardTopic) return std::nullopt;
  }
  while (scan::IsAny(text, phrase.end - 1, {"và", "các", "của"})) --phrase.end;
  // "Ban Chỉ đạo Trung ương" alone is one of many
  if (phrase.end <= level && of == topic) return std::nullopt;
  phrase.head += " " + Spelt({topic, phrase.end});
  return phrase;
}

/// *Ban Quản lý dự án … Phú Thọ*: its task stands before its place, or it has a name.
std::optional<BodyPhrase> BodyGrammar::ParseProject(const Match& organ, std::uint32_t limit) {
  const std::uint32_t topic = organ.tokens.end;
  if (!draft_.text.tokens[organ.tokens.begin].capital || topic >= limit) return std::nullopt;
  if (!IsGenericAt(topic) || draft_.CueAt(topic, "name.task") != nullptr) {
    const std::uint32_t end = EndOfTopic(topic, limit);
    if (const auto place = PlaceAt(end, {}, limit);
        place && !place->many && place->unit >= 0 &&
        !(scan::IsAny(draft_.text, place->end, {"-", "–"}) &&
          locality_.PlaceAt(place->end + 1) != nullptr)) {
      BodyPhrase phrase;
      phrase.head = phrase.organ = CueValue(draft_, organ);
      if (end > topic) phrase.head += " " + Spelt({topic, end});
      phrase.word_in_name = true;
      Put(*place, phrase);
      return phrase;
    }
  }
  return ParseOpen(organ, limit);
}

/// *Ban Tổ chức Lễ hội Đền Hùng năm 2024*: for one event.
std::optional<BodyPhrase> BodyGrammar::ParseEventBoard(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  const std::uint32_t begin = organ.tokens.end;
  const Match* event = draft_.CueAt(begin, "name.event");
  if (event == nullptr || begin >= limit || CueValue(draft_, organ) != "Ban Tổ chức" ||
      !text.tokens[begin].capital || !text.tokens[organ.tokens.begin].capital) {
    return std::nullopt;
  }
  std::uint32_t end = EndOfOpenName("Ban Tổ chức", event->tokens.end, limit).end;
  if (const auto place = PlaceAt(end, {}, limit); place && place->stated) end = place->end;
  if (const std::uint32_t time = scan::After(text, end, "lần thứ"); time != end && time < limit) {
    end = time + 1;
  }
  if (scan::Is(text, end, "năm") && scan::IsNumber(text, end + 1)) end += 2;
  const bool named = end > event->tokens.end || scan::Is(text, end - 1, "tang");
  if (!named || end > limit) return std::nullopt;
  BodyPhrase phrase;
  phrase.organ = CueValue(draft_, organ);
  phrase.head = std::string(phrase.organ) + " " + scan::Plain(text, {begin, end});
  phrase.end = end;
  return phrase;
}

/// *Chi bộ ấp Đại An*, *Ban Công tác Mặt trận khu phố 2*: of a place below the commune.
std::optional<BodyPhrase> BodyGrammar::ParseHamlet(std::string_view head, const Match& organ,
                                                   std::uint32_t limit) const {
  const AnalysedText& text = draft_.text;
  const Match* word = draft_.CueAt(organ.tokens.end, "name.hamlet");
  if (word == nullptr) return std::nullopt;
  std::uint32_t end = word->tokens.end;
  if (scan::Is(text, end, "số")) ++end;
  const std::uint32_t name = end;
  while (end < limit && end < name + kMaxHamletName &&
         (text.tokens[end].capital || (end == name && scan::IsNumber(text, end)))) {
    if (end > name && draft_.CueAt(end, "organ") != nullptr) break;
    ++end;
  }
  if (end == name) return std::nullopt;
  BodyPhrase phrase;
  phrase.organ = head;
  phrase.end = end;
  phrase.head = std::string(head) + " " + scan::Plain(text, {organ.tokens.end, end});
  return phrase;
}

std::optional<BodyPhrase> BodyGrammar::ParseBoard(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  BodyPhrase phrase;
  phrase.head = phrase.organ = CueValue(draft_, organ);
  std::uint32_t at = organ.tokens.end;
  if (at >= limit || scan::IsAny(text, at, {"và", ",", "&"})) return std::nullopt;
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
    const bool kinds = IsGenericAt(at) && draft_.CueAt(at, "name.task") == nullptr;
    if (kinds) return std::nullopt;
    if (const auto state = ParseStateBoard(phrase, at, limit)) return state;
    // its task, up to the level that it belongs to
    const std::uint32_t topic = at;
    at = EndOfTopic(at, limit);
    const std::uint32_t stop = limit;
    if (scan::Is(text, at - 1, "và") || at >= topic + kMaxBoardTopic) return std::nullopt;
    if (phrase.head == "Tổ công tác") return std::nullopt;
    if (BehindTitle(organ.tokens.begin) && at > topic && (at == limit || !EndsTopic(at, limit))) {
      phrase.head += " " + Spelt({topic, at});
      phrase.end = at;
      return phrase;
    }
    if (at >= stop || !EndsTopic(at, limit)) {
      // in news of the whole country a board with a name is one of the centre
      const bool central = draft_.frame.jurisdiction == "Trung ương";
      return central && text.tokens[topic].capital ? ParseOpen(organ, limit) : std::nullopt;
    }
    if (at > topic) phrase.head += " " + Spelt({topic, at});
  }
  phrase.end = at;
  phrase.word_in_name = true;
  if (const auto place = PlaceAt(at, {}, limit)) {
    Put(*place, phrase);
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
  const bool mark = word.capital && IsMark(draft_.text.Text(token));
  if (!word.all_capital && !mark) return std::nullopt;
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
  // "Tên đầy đủ (TĐĐ)": an abbreviation, or a mark without Vietnamese letters ("Eximbank"), in
  // brackets right behind a body's name
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (text.tokens[i].kind != TokenKind::kPunctuation) continue;
      if (!scan::Is(text, i, "(") || i + 2 >= sentence.tokens.end) continue;
      const Token& word = text.tokens[i + 1];
      const bool alone = scan::IsAny(text, i + 2, {")", "-", "–"});
      const bool mark = word.capital && IsMark(text.Text(i + 1)) &&
                        draft_.MatchAt(i + 1, EntryKind::kUnit) == nullptr &&
                        draft_.CueAt(i + 1, "place.country") == nullptr;
      if (alone && word.span.size() >= 2 && (word.all_capital || mark)) definition_ends_.insert(i);
    }
  }
}

void BodyGrammar::Define(const BodyPhrase& phrase) {
  const std::uint32_t bracket = phrase.bracket > 0 ? phrase.bracket : phrase.end;
  if (definition_ends_.contains(bracket)) {
    defined_.emplace(draft_.text.tokens[bracket + 1].fold, phrase);
  }
}

}  // namespace chido
