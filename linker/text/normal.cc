#include "linker/text/normal.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "linker/text/anchors.h"
#include "linker/text/compose.h"
#include "linker/text/letters.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

/// Marks taken over per base character; more of them are noise or an attack.
constexpr std::size_t kMostMarks = 8;
constexpr std::size_t kLargestText = 1U << 30U;

/// What is known of a byte below 0x80.
enum Ascii : std::uint8_t { kPlain = 1, kVowel = 2, kLetter = 4 };

constexpr std::array<std::uint8_t, 256> MakeAscii() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = ' '; c < 0x7F; ++c) {
    const auto letter = static_cast<char>(c | 0x20U);
    const bool is_letter = c >= 'A' && letter >= 'a' && letter <= 'z';
    if (c != '`') table[c] |= kPlain;
    if (is_letter) table[c] |= kLetter;
    if (is_letter && std::string_view("aeiouy").find(letter) != std::string_view::npos) {
      table[c] |= kVowel;
    }
  }
  return table;
}

constexpr std::array<std::uint8_t, 256> kAscii = MakeAscii();

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool Is(char c, Ascii what) { return (kAscii[static_cast<unsigned char>(c)] & what) != 0; }

class Normaliser {
 public:
  explicit Normaliser(std::string_view stored) : stored_(stored) {
    draft_.text.reserve(stored.size());
  }

  NormalDraft Run() {
    while (PassPlain()) {
      const std::size_t begin = at_;
      const char32_t c = NextCodePoint(stored_, at_);
      const NormalAction action = table_.Action(c);
      if (action == NormalAction::kCopy) continue;
      if (action == NormalAction::kToned || action == NormalAction::kTonedMark) {
        if (!StandsRight(action, begin)) NoteTone(c, begin);
        continue;
      }
      Flush(begin);
      Act(action, c, begin);
      flushed_ = at_;
    }
    Flush(stored_.size());
    return std::move(draft_);
  }

 private:
  /// Moves behind ASCII that stays as it is. False at the end.
  bool PassPlain() {
    std::size_t at = at_;
    while (at < stored_.size() && Is(stored_[at], kPlain)) ++at;
    at_ = at;
    return at < stored_.size();
  }

  void Flush(std::size_t end) { draft_.text.append(stored_, flushed_, end - flushed_); }

  /// Whether the ASCII around a toned vowel, which begins at `begin` and ends at `at_`, says that
  /// `PlaceTones` would leave it where it is. The usual syllables: *ần*, *bán*, *toàn*, *mùa*.
  bool StandsRight(NormalAction action, std::size_t begin) const {
    const auto at = [&](std::size_t i) { return i < stored_.size() ? stored_[i] : ' '; };
    const char next = at(at_);
    if (!IsAscii(next)) return false;
    if (action == NormalAction::kTonedMark) return true;
    if (begin < flushed_ + 2 || !IsAscii(stored_[begin - 1])) return false;
    const char before = stored_[begin - 1];
    if (!Is(before, kVowel)) {
      if (!Is(next, kVowel)) return true;
      // the first of two vowels that end the syllable, unless *qu* or *gi*
      const auto onset = static_cast<char>(static_cast<unsigned char>(before) | 0x20U);
      return onset != 'q' && onset != 'g' && IsAscii(at(at_ + 1)) && !Is(at(at_ + 1), kLetter);
    }
    // the second of two vowels before a final consonant
    const char onset = stored_[begin - 2];
    return Is(next, kLetter) && !Is(next, kVowel) && IsAscii(onset) && !Is(onset, kVowel);
  }

  /// Remembers the toned vowel at stored offset `begin` (its end is `at_`) if its tone may stand on
  /// the wrong vowel.
  void NoteTone(char32_t c, std::size_t begin) {
    if (!MayStandWrong(TakeVowelApart(c))) return;
    const std::size_t offset = draft_.text.size() + (begin - flushed_);
    bool beside = NextVowel().letter >= 0;
    if (!beside && begin > flushed_) {
      std::size_t before = begin;
      beside = TakeVowelApart(PreviousCodePoint(stored_, before)).letter >= 0;
    } else if (!beside && !draft_.text.empty()) {
      std::size_t before = draft_.text.size();
      beside = TakeVowelApart(PreviousCodePoint(draft_.text, before)).letter >= 0;
    }
    if (beside) draft_.toned.push_back(static_cast<std::uint32_t>(offset));
  }

  /// A vowel with a breve, circumflex or horn carries the tone unless another such one follows.
  bool MayStandWrong(Vowel toned) const { return !toned.modified() || NextVowel().modified(); }

  /// The vowel at `at_` or behind what will be removed there, if one stands there.
  Vowel NextVowel() const {
    for (std::size_t next = at_; next < stored_.size();) {
      const char32_t c = NextCodePoint(stored_, next);
      if (table_.Action(c) != NormalAction::kDrop) return TakeVowelApart(c);
    }
    return {};
  }

  void Act(NormalAction action, char32_t c, std::size_t begin) {
    switch (action) {
      case NormalAction::kBlank:
        return Put(" ");
      case NormalAction::kDash:
        return Put("-");
      case NormalAction::kApostrophe:
        return Put("'");
      case NormalAction::kQuote:
        return Put("\"");
      case NormalAction::kUpperEth:
        return Put("Đ");
      case NormalAction::kLowerEth:
        return Put("đ");
      case NormalAction::kDrop:
        return draft_.anchors.Removed(draft_.text.size(), begin, at_);
      case NormalAction::kLineBreak:
        if (c == '\r' && at_ < stored_.size() && stored_[at_] == '\n') ++at_;
        return Put("\n");
      default:
        return Compose(c, begin);
    }
  }

  void Put(std::string_view text) {
    draft_.text += text;
    draft_.anchors.Meet(draft_.text.size(), at_);
  }

  /// Joins `c`, which stands at stored offset `begin`, and the marks behind it to the character
  /// before them.
  void Compose(char32_t c, std::size_t begin) {
    const bool is_mark = table_[c].kind == CharKind::kMark;
    std::size_t base = draft_.text.size();
    const char32_t before = base > 0 ? PreviousCodePoint(draft_.text, base) : U' ';
    const CharKind kind = table_[before].kind;
    const bool has_base = kind == CharKind::kLetter || kind == CharKind::kMark;
    if (is_mark && !has_base) {
      TakeMarks();
      return draft_.anchors.Removed(draft_.text.size(), begin, at_);
    }
    if (IsLatinMark(c))
      return Replace(base, ComposeMarks(before, std::u32string(1, c) + TakeMarks()));
    if (const auto joined = has_base ? ComposePair(before, c) : std::nullopt) {
      return Replace(base, *joined);
    }
    Put(is_mark ? std::string(stored_.substr(begin, at_ - begin)) : ComposeAlone(c));
  }

  /// Passes the Latin marks at `at_` and returns the first of them.
  std::u32string TakeMarks() {
    std::u32string marks;
    while (at_ < stored_.size()) {
      std::size_t next = at_;
      const char32_t mark = NextCodePoint(stored_, next);
      if (!IsLatinMark(mark)) break;
      if (marks.size() < kMostMarks) marks.push_back(mark);
      at_ = next;
    }
    return marks;
  }

  /// Puts `letter` in the place of the text from `base` on.
  void Replace(std::size_t base, char32_t letter) {
    draft_.text.resize(base);
    draft_.anchors.CutBehind(base);
    if (!draft_.toned.empty() && draft_.toned.back() >= base) draft_.toned.pop_back();
    AppendUtf8(letter, draft_.text);
    draft_.anchors.Meet(draft_.text.size(), at_);
    NoteComposed(base, TakeVowelApart(letter));
  }

  /// `NoteTone` for a vowel that was put together at the end of the draft, and for the one before
  /// it, which did not see it yet.
  void NoteComposed(std::size_t base, Vowel vowel) {
    if (vowel.letter < 0) return;
    std::size_t before = base;
    const Vowel left = base > 0 ? TakeVowelApart(PreviousCodePoint(draft_.text, before)) : Vowel{};
    if (left.tone != 0) draft_.toned.push_back(static_cast<std::uint32_t>(before));
    const bool beside = left.letter >= 0 || NextVowel().letter >= 0;
    if (vowel.tone != 0 && beside) draft_.toned.push_back(static_cast<std::uint32_t>(base));
  }

  const CharTable& table_ = CharTable::Get();
  std::string_view stored_;
  NormalDraft draft_;
  std::size_t at_ = 0;       ///< stored offset of the next character
  std::size_t flushed_ = 0;  ///< stored offset up to which the draft holds the text
};

/// Eight bytes with their ASCII capitals in lower case.
std::uint64_t LowerAscii(std::uint64_t word) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  const std::uint64_t low = word & (kEach * 0x7F);
  const std::uint64_t from_a = low + kEach * (0x80 - 'A');
  const std::uint64_t behind_z = low + kEach * (0x7F - 'Z');
  return word | ((~word & (from_a ^ behind_z) & (kEach * 0x80)) >> 2U);
}

/// The highest bit of each byte of a little-endian word that begins a longer code point.
std::uint64_t LeadBytes(std::uint64_t word) { return word & (word << 1U) & 0x8080808080808080; }

/// Puts `low` in the place of the character in [begin, end) if it is as long.
void Exchange(std::string& text, std::size_t begin, std::size_t end, char32_t low) {
  if (Utf8Size(low) != end - begin) return;
  std::string letter;
  AppendUtf8(low, letter);
  text.replace(begin, letter.size(), letter);
}

/// Puts the letter at `at`, no ASCII, in lower case if that is as long. Most are.
inline void LowerLetter(const CharTable& table, std::string& text, std::size_t at) {
  std::size_t end = at;
  const char32_t code = NextCodePoint(text, end);
  const char32_t low = table[code].lower;
  if (low != code) Exchange(text, at, end, low);
}

}  // namespace

std::string LowerCase(std::string text) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  const CharTable& table = CharTable::Get();
  std::size_t at = 0;
  for (; at + kWord <= text.size(); at += kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, kWord);
    word = LowerAscii(word);
    std::memcpy(text.data() + at, &word, kWord);
    for (std::uint64_t leads = LeadBytes(word); leads != 0; leads &= leads - 1) {
      LowerLetter(table, text, at + static_cast<std::size_t>(std::countr_zero(leads)) / 8);
    }
  }
  for (; at < text.size(); ++at) {
    if (text[at] >= 'A' && text[at] <= 'Z') text[at] = static_cast<char>(text[at] + 32);
    if (static_cast<unsigned char>(text[at]) >= 0xC0) LowerLetter(table, text, at);
  }
  return text;
}

std::string PlainNormal(std::string_view stored) {
  if (stored.size() > kLargestText) return {};
  NormalDraft draft = Normaliser(stored).Run();
  if (!draft.toned.empty()) PlaceTones(draft);
  return std::move(draft.text);
}

Result<NormalText> Normalise(std::string_view stored) {
  if (stored.size() > kLargestText) {
    return Fail(Code::kTooLarge,
                fmt::format("the text has {} bytes and the limit is {}; cut it into articles",
                            stored.size(), kLargestText));
  }
  const std::size_t bad = FindInvalidUtf8(stored);
  if (bad != std::string_view::npos) {
    return Fail(Code::kBadInput,
                fmt::format("the text is not valid UTF-8 at byte {}; convert it to UTF-8", bad));
  }
  NormalDraft draft = Normaliser(stored).Run();
  PlaceTones(draft);
  NormalText normal;
  normal.text = std::move(draft.text);
  normal.lower = LowerCase(normal.text);
  normal.map = draft.anchors.ToMap();
  return normal;
}

}  // namespace chido
