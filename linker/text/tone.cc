#include <algorithm>
#include <array>
#include <string_view>

#include "linker/text/anchors.h"
#include "linker/text/letters.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

constexpr std::size_t kLongestSyllable = 7;  // nghiêng

struct Letter {
  std::uint32_t offset = 0;  ///< in the text before placing
  char32_t code = 0;
  Vowel vowel;
};

/// One syllable of at most `kLongestSyllable` letters.
struct Syllable {
  std::array<Letter, kLongestSyllable> letters;
  std::size_t size = 0;
  std::size_t end = 0;  ///< offset behind it
  bool usable = false;
};

char32_t LowerAscii(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

bool IsWordPart(char32_t c) {
  const CharKind kind = CharTable::Get()[c].kind;
  return kind == CharKind::kLetter || kind == CharKind::kMark;
}

/// The letters around `offset`; not usable if there are too many for a syllable.
Syllable SyllableAround(std::string_view text, std::size_t offset) {
  Syllable syllable;
  std::size_t begin = offset;
  for (std::size_t steps = 0; begin > 0; ++steps) {
    std::size_t before = begin;
    if (!IsWordPart(PreviousCodePoint(text, before))) break;
    if (steps == kLongestSyllable) return syllable;
    begin = before;
  }
  std::size_t at = begin;
  while (at < text.size()) {
    const auto here = static_cast<std::uint32_t>(at);
    std::size_t next = at;
    const char32_t code = NextCodePoint(text, next);
    if (!IsWordPart(code)) break;
    if (syllable.size == kLongestSyllable) return syllable;
    syllable.letters[syllable.size++] = {here, code, TakeVowelApart(code)};
    at = next;
  }
  syllable.end = at;
  syllable.usable = true;
  return syllable;
}

bool IsFinal(std::string_view consonants) {
  static constexpr std::array<std::string_view, 9> kFinals = {"",   "c",  "ch", "m", "n",
                                                              "ng", "nh", "p",  "t"};
  for (const std::string_view final : kFinals) {
    if (consonants == final) return true;
  }
  return false;
}

/// Whether the vowels in [begin, end) stand together in Vietnamese words. Those of other tongues
/// (Néang, Yả) keep their tones where they are.
bool IsVowelGroup(const Syllable& syllable, std::size_t begin, std::size_t end) {
  static constexpr std::array<std::u32string_view, 47> kGroups = {
      U"ai",  U"ao",  U"au",  U"ay",  U"âu",  U"ây",  U"eo",  U"êu",  U"ia",  U"iê",
      U"iu",  U"oa",  U"oă",  U"oe",  U"oi",  U"oo",  U"ôi",  U"ơi",  U"ua",  U"uâ",
      U"uê",  U"ui",  U"uô",  U"uơ",  U"uy",  U"ưa",  U"ưi",  U"ươ",  U"ưu",  U"yê",
      U"iêu", U"oai", U"oao", U"oay", U"oeo", U"uây", U"uôi", U"uya", U"uyê", U"uyu",
      U"ươi", U"ươu", U"yêu", U"uau", U"uêu", U"uơi", U"ôô"};
  std::u32string letters;
  for (std::size_t i = begin; i < end; ++i) {
    letters.push_back(PutVowelTogether({syllable.letters[i].vowel.letter, 0, false}));
  }
  return letters.size() == 1 || std::find(kGroups.begin(), kGroups.end(), letters) != kGroups.end();
}

/// Range of the vowels that may carry the tone; empty if the letters are no Vietnamese syllable.
std::pair<std::size_t, std::size_t> Nucleus(const Syllable& syllable) {
  const auto& letters = syllable.letters;
  std::size_t begin = 0;
  while (begin < syllable.size && letters[begin].vowel.letter < 0) ++begin;
  std::size_t end = begin;
  while (end < syllable.size && letters[end].vowel.letter >= 0) ++end;
  std::string final;
  for (std::size_t i = end; i < syllable.size; ++i) {
    const char32_t c = LowerAscii(letters[i].code);
    final.push_back(c < 0x80 ? static_cast<char>(c) : '?');
  }
  if (!IsFinal(final) || begin == end) return {0, 0};
  constexpr std::int8_t kI = 5;
  constexpr std::int8_t kU = 9;
  const char32_t onset = begin > 0 ? LowerAscii(letters[begin - 1].code) : 0;
  const bool glide = end - begin > 1 && ((onset == 'q' && letters[begin].vowel.letter == kU) ||
                                         (onset == 'g' && letters[begin].vowel.letter == kI));
  if (glide) ++begin;
  return IsVowelGroup(syllable, begin, end) ? std::pair{begin, end}
                                            : std::pair<std::size_t, std::size_t>{0, 0};
}

/// Index of the vowel that carries the tone.
std::size_t TonePlace(const Syllable& syllable, std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i > begin; --i) {
    if (syllable.letters[i - 1].vowel.modified()) return i - 1;
  }
  if (end < syllable.size) return end - 1;
  return end - begin == 3 ? begin + 1 : begin;
}

/// Moves the tone. False if nothing changes.
bool PlaceTone(Syllable& syllable) {
  const auto [begin, end] = Nucleus(syllable);
  if (begin == end) return false;
  std::size_t toned = syllable.size;
  for (std::size_t i = 0; i < syllable.size; ++i) {
    if (syllable.letters[i].vowel.tone == 0) continue;
    if (toned != syllable.size) return false;
    toned = i;
  }
  const std::size_t place = TonePlace(syllable, begin, end);
  if (toned == syllable.size || toned == place) return false;
  std::swap(syllable.letters[toned].vowel.tone, syllable.letters[place].vowel.tone);
  for (const std::size_t i : {toned, place}) {
    syllable.letters[i].code = PutVowelTogether(syllable.letters[i].vowel);
  }
  return true;
}

/// Copies a draft while syllables are exchanged.
class Rewriter {
 public:
  explicit Rewriter(NormalDraft& draft) : old_(std::move(draft)) {
    text_.reserve(old_.text.size());
  }

  void CopyTo(std::size_t end) {
    const auto& anchors = old_.anchors.all();
    for (; next_ < anchors.size() && anchors[next_].normal < end; ++next_) Keep(anchors[next_]);
    text_.append(old_.text, done_, end - done_);
    done_ = end;
  }

  void Exchange(const Syllable& syllable) {
    CopyTo(syllable.letters[0].offset);
    const auto& anchors = old_.anchors.all();
    for (std::size_t i = 0; i < syllable.size; ++i) {
      const Letter& letter = syllable.letters[i];
      while (next_ < anchors.size() && anchors[next_].normal <= letter.offset) {
        shift_ = anchors[next_++].shift();
      }
      anchors_.Meet(text_.size(), static_cast<std::size_t>(letter.offset + shift_));
      AppendUtf8(letter.code, text_);
    }
    while (next_ < anchors.size() && anchors[next_].normal < syllable.end) {
      shift_ = anchors[next_++].shift();
    }
    done_ = syllable.end;
    const bool anchored = next_ < anchors.size() && anchors[next_].normal == syllable.end;
    if (!anchored)
      anchors_.Meet(text_.size(),
                    static_cast<std::size_t>(static_cast<std::int64_t>(done_) + shift_));
  }

  std::string_view old_text() const { return old_.text; }
  const std::vector<std::uint32_t>& toned() const { return old_.toned; }

  NormalDraft Finish() {
    CopyTo(old_.text.size());
    const auto& anchors = old_.anchors.all();
    for (; next_ < anchors.size(); ++next_) Keep(anchors[next_]);
    return {std::move(text_), std::move(anchors_), {}};
  }

 private:
  void Keep(const Anchor& anchor) {
    shift_ = anchor.shift();
    anchors_.Copy(anchor.normal - done_ + text_.size(), anchor.stored);
  }

  NormalDraft old_;
  std::string text_;
  Anchors anchors_;
  std::size_t next_ = 0;  ///< first old anchor not yet passed
  std::size_t done_ = 0;  ///< old text copied so far
  std::int64_t shift_ = 0;
};

}  // namespace

void PlaceTones(NormalDraft& draft) {
  if (draft.toned.empty()) return;
  Rewriter rewriter(draft);
  std::size_t end = 0;
  for (const std::uint32_t offset : rewriter.toned()) {
    if (offset < end) continue;
    Syllable syllable = SyllableAround(rewriter.old_text(), offset);
    if (!syllable.usable) continue;
    end = syllable.end;
    if (PlaceTone(syllable)) rewriter.Exchange(syllable);
  }
  draft = rewriter.Finish();
}

}  // namespace chido
