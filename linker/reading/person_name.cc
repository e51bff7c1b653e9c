#include "linker/reading/person_name.h"

#include <algorithm>
#include <iterator>

#include "linker/reading/role_title.h"
#include "linker/reading/scan.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

constexpr std::uint32_t kLongestName = 6;
constexpr std::uint32_t kLongestWord = 8;  // tokens
constexpr float kCommonSurname = 0.2F;     // per cent
constexpr std::size_t kLetter = 2;         // bytes of a one-letter syllable at most (A, Y, Ô)

/// Whether `token` starts words that never belong to a name before them.
bool StartsOther(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  if (TitleAt(draft, token, limit)) return true;
  if (const Match* organ = draft.CueAt(token, "organ");
      organ != nullptr && organ->tokens.size() >= 2) {
    return true;
  }
  if (const Match* word = draft.CueAt(token, "place.word");
      word != nullptr && word->tokens.size() >= 2) {
    return true;
  }
  // "Nguyên" is a given name, "nguyên Bí thư" a former secretary
  if (const Match* former = draft.CueAt(token, "role.former");
      former != nullptr && TitleAt(draft, former->tokens.end, limit)) {
    return true;
  }
  const Match* honorific = draft.MatchAt(token, EntryKind::kHonorific);
  return honorific != nullptr && honorific->tokens.size() >= 2;
}

bool IsCapitals(const Draft& draft, std::uint32_t token) {
  const Token& each = draft.text.tokens[token];
  return each.all_capital && each.span.size() > kLetter;
}

/// Whether the syllable could be Vietnamese: an onset, a vowel run, a final. Names of foreigners
/// and of several peoples have others.
bool IsVietnamese(std::string_view syllable) {
  const std::string key = WordKey(syllable);
  constexpr std::string_view kVowels = "aeiouy";
  constexpr std::string_view kOnsets[] = {"",   "b", "c", "ch", "d",  "g",   "gh", "h", "k",
                                          "kh", "l", "m", "n",  "ng", "ngh", "nh", "p", "ph",
                                          "q",  "r", "s", "t",  "th", "tr",  "v",  "x"};
  constexpr std::string_view kFinals[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  const std::size_t vowel = std::min(key.find_first_of(kVowels), key.size());
  const std::size_t after = std::min(key.find_first_not_of(kVowels, vowel), key.size());
  return std::ranges::find(kOnsets, key.substr(0, vowel)) != std::end(kOnsets) && after > vowel &&
         after - vowel <= 3 && std::ranges::find(kFinals, key.substr(after)) != std::end(kFinals);
}

bool IsAllVietnamese(const Draft& draft, TokenRange run) {
  if (run.size() < 2) return false;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (!IsVietnamese(draft.text.Text(i))) return false;
  }
  return true;
}

/// Whether a name of three syllables or more with a surname fills [begin, end).
bool HasSurname(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  return end >= begin + 3 && draft.MatchAt(begin, EntryKind::kSurname) != nullptr;
}

/// *Nguyễn Văn A Phát biểu*: a verb glued to a caption's name.
std::uint32_t WithoutVerb(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  if (end - begin < 3) return end;
  const bool unfinished = scan::IsAny(draft.text, end - 2, {"văn", "thị"});
  if (draft.CueAt(end - 1, "name.stop") != nullptr && !unfinished) return end - 1;
  for (const Match& match : draft.MatchesAt(end - 1)) {
    if (match.kind != EntryKind::kCue || match.tokens.end <= end) continue;
    const std::string_view kind = draft.lexicon.cues()[match.entry].kind;
    // "Hà Sỹ Đồng chủ trì" has a name, "Trần Văn Hà Phát biểu" a verb
    const bool name = scan::Is(draft.text, end - 1, "đồng") || (unfinished && end - begin == 3);
    if (!kind.starts_with("organ") && !name) return end - 1;
  }
  return end;
}

/// Whether the run is the beginning of something else: an organ, a compound word ("Giáo dục"), an
/// abbreviation ("UBND Phường").
bool IsOtherWords(const Draft& draft, TokenRange run) {
  const Token& first = draft.text.tokens[run.begin];
  const bool abbreviation = first.all_capital && first.span.size() == 2 && run.size() >= 4 &&
                            !draft.text.tokens[run.begin + 1].all_capital;
  if (abbreviation && draft.MatchAt(run.begin + 1, EntryKind::kSurname) != nullptr) return true;
  if (run.size() >= 2 && IsCapitals(draft, run.begin) && !IsCapitals(draft, run.begin + 1)) {
    return true;
  }
  if (const Match* organ = draft.CueAt(run.begin, "organ"); organ != nullptr) {
    if (organ->tokens.size() >= 2) return true;
  }
  if (draft.CueAt(run.begin, "delegation") != nullptr) return true;
  if (const Match* country = draft.CueAt(run.begin, "place.country");
      country != nullptr && country->tokens.end >= run.end) {
    return true;
  }
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (draft.CueAt(i, "person.firm") != nullptr) return true;
  }
  if (run.size() > 2) return false;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const Match* word = draft.CueAt(i, "name.word");
    if (word != nullptr && word->tokens.end > run.end) return true;
  }
  return false;
}

/// Whether more than the last `length` tokens before `token` are one word: nông *thôn*.
bool EndsLongerWord(const Draft& draft, std::uint32_t token, std::uint32_t length) {
  for (std::uint32_t back = length + 1; back <= kLongestWord && back <= token; ++back) {
    for (const Match& match : draft.MatchesAt(token - back)) {
      if (match.tokens.end != token) continue;
      // of a place: Bí thư Huyện ủy Tam *Đường* A
      if (match.kind == EntryKind::kUnit) return true;
      if (match.kind != EntryKind::kCue) continue;
      if (!draft.lexicon.cues()[match.entry].kind.starts_with("person.")) return true;
    }
  }
  return scan::Is(draft.text, token - length - 1, "gia") ||
         scan::Is(draft.text, token - length - 1, "yêu");
}

/// *Đỗ Tiến Sỹ*: two syllables behind a surname that are a degree only by chance.
bool IsGivenName(const Draft& draft, TokenRange run, std::uint32_t limit) {
  const auto& tokens = draft.text.tokens;
  if (run.end - run.begin != 3 || draft.MatchAt(run.begin, EntryKind::kSurname) == nullptr) {
    return false;
  }
  const bool goes_on =
      run.end < limit && tokens[run.end].kind == TokenKind::kWord && tokens[run.end].capital;
  return !goes_on && tokens[run.begin + 1].capital && tokens[run.begin + 2].capital;
}

}  // namespace

std::optional<NameRun> NameAt(const Draft& draft, std::uint32_t token, std::uint32_t limit,
                              bool addressed) {
  const auto& tokens = draft.text.tokens;
  if (token >= limit || tokens[token].kind != TokenKind::kWord || !tokens[token].capital) {
    return std::nullopt;
  }
  const bool capitals = IsCapitals(draft, token);
  std::uint32_t end = token + 1;
  while (end < limit && tokens[end].kind == TokenKind::kWord && tokens[end].capital &&
         tokens[end].space_before && end - token <= kLongestName) {
    if (!capitals && IsCapitals(draft, end)) break;
    if (const Match* degree = draft.MatchAt(end, EntryKind::kHonorific);
        degree != nullptr && IsGivenName(draft, {token, degree->tokens.end}, limit)) {
      end = degree->tokens.end;
      break;
    }
    if (StartsOther(draft, end, limit)) break;
    ++end;
  }
  if (end - token > kLongestName) return std::nullopt;
  end = WithoutVerb(draft, token, end);
  if (const Match* never = draft.CueAt(token, "person.never");
      never != nullptr && (never->tokens.end >= end || HasSurname(draft, never->tokens.end, end))) {
    return std::nullopt;
  }
  NameRun run;
  run.tokens = {token, end};
  if (IsOtherWords(draft, run.tokens)) return std::nullopt;
  for (const EntryKind kind : {EntryKind::kSurname, EntryKind::kClan}) {
    const Match* first = draft.MatchAt(token, kind);
    if (first != nullptr && first->tokens.end < end) run.strong = true;
  }
  if (draft.text.Lower(token).starts_with("h'") || draft.text.Lower(token).starts_with("k'")) {
    run.strong = true;
  }
  if (capitals && !run.strong && (!addressed || !IsAllVietnamese(draft, run.tokens))) {
    return std::nullopt;
  }
  for (std::uint32_t i = token; i < end && !run.foreign; ++i) {
    run.foreign = end - token >= 2 && !IsVietnamese(draft.text.Text(i));
  }
  return run;
}

bool IsSyllable(std::string_view word) { return IsVietnamese(word); }

bool StartsFullName(const Draft& draft, std::uint32_t token, std::uint32_t limit) {
  const Match* surname = draft.MatchAt(token, EntryKind::kSurname);
  if (surname == nullptr) return false;
  const bool usual = draft.lexicon.surnames()[surname->entry].frequency >= kCommonSurname ||
                     scan::IsAny(draft.text, surname->tokens.end, {"văn", "thị"});
  if (!usual) return false;
  const auto name = NameAt(draft, token, limit);
  return name && name->strong && name->tokens.size() >= 3;
}

std::string WithoutGluedWord(std::string name) {
  const std::size_t last = name.rfind(' ');
  if (last == std::string::npos) return name;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t i = last + 2; i + 1 < name.size(); ++i) {
    const bool after_lower = is_lower(name[i - 1]) || static_cast<unsigned char>(name[i - 1]) > 127;
    if (!is_upper(name[i]) || is_upper(name[i + 1]) || !after_lower) continue;
    if (!IsVietnamese(std::string_view(name).substr(last + 1, i - last - 1))) break;
    name.resize(i);
    break;
  }
  return name;
}

bool IsNamesake(const Draft& draft, std::uint32_t token, std::uint32_t begin) {
  for (std::uint32_t back = 1; back <= 4 && token >= begin + back; ++back) {
    const Match* cue = draft.CueAt(token - back, "person.namesake");
    if (cue != nullptr && cue->tokens.end == token) return !EndsLongerWord(draft, token, back);
  }
  return false;
}

std::string GenderOfName(const Draft& draft, TokenRange name) {
  const std::string_view first = draft.text.Lower(name.begin);
  if (first.starts_with("h'")) return "female";
  for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
    if (scan::Is(draft.text, i, "thị")) return "female";
    if (i == name.begin + 1 && scan::Is(draft.text, i, "văn")) return "male";
  }
  return "";
}

}  // namespace chido
