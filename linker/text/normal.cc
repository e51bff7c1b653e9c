#include "linker/text/normal.h"

#include <fmt/format.h>

#include <algorithm>

#include "linker/text/anchors.h"
#include "linker/text/compose.h"
#include "linker/text/letters.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

/// Marks taken over per base character; more of them are noise or an attack.
constexpr std::size_t kMostMarks = 8;
constexpr std::size_t kLargestText = 1U << 30U;

class Normaliser {
 public:
  explicit Normaliser(std::string_view stored) : stored_(stored) {
    draft_.text.reserve(stored.size());
  }

  NormalDraft Run() {
    while (at_ < stored_.size()) {
      if (IsPlainAscii(stored_[at_])) {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      const char32_t c = NextCodePoint(stored_, at_);
      const NormalAction action = table_.Action(c);
      if (action == NormalAction::kCopy) continue;
      if (action == NormalAction::kToned) {
        NoteTone(c, begin);
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
  static bool IsPlainAscii(char c) { return c >= ' ' && c < 0x7F && c != '`'; }

  void Flush(std::size_t end) { draft_.text.append(stored_, flushed_, end - flushed_); }

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

}  // namespace

std::string LowerCase(std::string_view text) {
  const CharTable& table = CharTable::Get();
  std::string lower(text);
  std::string letter;
  letter.reserve(4);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (c >= 'A' && c <= 'Z') lower[at] = static_cast<char>(c + 32);
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t code = NextCodePoint(text, at);
    const char32_t low = table[code].lower;
    if (low == code || Utf8Size(low) != at - begin) continue;
    letter.clear();
    AppendUtf8(low, letter);
    std::copy(letter.begin(), letter.end(), lower.begin() + static_cast<std::ptrdiff_t>(begin));
  }
  return lower;
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
