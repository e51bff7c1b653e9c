#include <algorithm>

#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"

// Names that no table holds: offices, schools, enterprises, abbreviations that the article defines.

namespace chido {
namespace {

constexpr std::uint32_t kMaxOpenName = 16;  // tokens

}  // namespace

std::uint32_t BodyGrammar::EndOfOpenName(std::uint32_t token, std::uint32_t limit) const {
  const AnalysedText& text = draft_.text;
  std::uint32_t end = token;
  std::uint32_t at = token;
  const std::uint32_t stop = std::min(limit, token + kMaxOpenName);
  bool quoted = false;
  while (at < stop) {
    const Token& word = text.tokens[at];
    if (word.kind == TokenKind::kWord && word.capital) {
      const bool title = at > token && draft_.CueAt(at, "role.title") != nullptr;
      const bool organ = at > token && draft_.CueAt(at, "organ") != nullptr &&
                         draft_.CueAt(at, "organ.open") == nullptr;
      if (title || organ) break;
      end = ++at;
      continue;
    }
    if (word.kind == TokenKind::kNumber && at > token) {
      end = ++at;
      continue;
    }
    if (const Match* inner = draft_.CueAt(at, "name.inner");
        inner != nullptr && inner->tokens.end <= stop && word.space_before) {
      // a word that joins counts only if the name goes on behind it
      const bool joins = scan::Is(text, at, "và");
      at = inner->tokens.end;
      if (!joins) end = at;
      continue;
    }
    if (scan::IsAny(text, at, {"-", "&", "."}) && at + 1 < stop && text.tokens[at + 1].capital &&
        at > token) {
      ++at;
      continue;
    }
    if (scan::Is(text, at, "\"") && at + 1 < stop && (quoted || text.tokens[at + 1].capital)) {
      quoted = !quoted;
      end = ++at;
      continue;
    }
    break;
  }
  return end;
}

std::optional<BodyPhrase> BodyGrammar::ParseOpen(const Match& organ, std::uint32_t limit) {
  const AnalysedText& text = draft_.text;
  // "Trưởng phòng Khoa giáo": behind a title the head may be lower case
  const std::uint32_t before = organ.tokens.begin == 0 ? 0 : organ.tokens.begin - 1;
  const bool titled = scan::IsAny(text, before, {"trưởng", "phó", "chánh"});
  if (!text.tokens[organ.tokens.begin].capital && !titled) return std::nullopt;
  std::uint32_t at = organ.tokens.end;
  if (at >= limit || text.tokens[at].kind == TokenKind::kPunctuation) return std::nullopt;
  std::uint32_t end = EndOfOpenName(at, limit);
  if (end == at) return std::nullopt;
  // the name must hold something proper of its own
  bool proper = false;
  for (std::uint32_t i = at; i < end; ++i) {
    proper = proper || text.tokens[i].capital || text.tokens[i].kind == TokenKind::kNumber;
  }
  if (!proper) return std::nullopt;
  BodyPhrase phrase;
  phrase.organ = text.Text(organ.tokens);
  phrase.end = end;
  // "… tỉnh" at the end: the unit's name follows, or is the one in focus
  const std::uint32_t last = end - 1;
  if (const Match* word = draft_.CueAt(last, "place.word");
      word != nullptr && word->tokens.end == end && !text.tokens[last].capital) {
    phrase.word = CueValue(draft_, *word);
    phrase.word_in_name = phrase.word_stated = true;
    phrase.unit = locality_.UnitFor(phrase.word, organ.tokens.begin);
    phrase.head = scan::Plain(text, {organ.tokens.begin, last});
    return phrase;
  }
  phrase.head = scan::Plain(text, {organ.tokens.begin, end});
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
    if (kind == "organ.party" || kind == "organ.dept" || (kind == "organ.unit" && !comma)) {
      if (std::optional<BodyPhrase> owner = ParseAt(at, limit); owner && !owner->generic) {
        const std::string head = phrase.head + ",";
        return Owned(*owner, head, organ);
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
  const auto token_count = static_cast<std::uint32_t>(text.tokens.size());
  // "Tên đầy đủ (TĐĐ)": an abbreviation in brackets right behind a body's name
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Match* organ = draft_.CueAt(i, "organ.open");
      if (organ == nullptr) continue;
      const std::optional<BodyPhrase> phrase = ParseOpen(*organ, sentence.tokens.end);
      if (!phrase) continue;
      const std::uint32_t end = phrase->end;
      if (end + 2 < token_count && scan::Is(text, end, "(") && scan::Is(text, end + 2, ")") &&
          text.tokens[end + 1].all_capital && text.tokens[end + 1].span.size() >= 2) {
        BodyPhrase defined = *phrase;
        defined.begin = i;
        defined_.emplace(text.tokens[end + 1].fold, std::move(defined));
      }
      i = end - 1;
    }
  }
}

}  // namespace chido
