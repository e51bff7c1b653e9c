#include "linker/text/sentences.h"

#include <algorithm>
#include <array>

#include "linker/text/abbreviations.h"

namespace chido {
namespace {

/// Tokens that a quotation or bracket may span while it keeps its sentence together.
constexpr std::uint32_t kShortQuote = 48;

class Cutter {
 public:
  Cutter(AnalysedText& text, std::uint32_t begin, BlockKind block, std::uint32_t block_index)
      : text_(text),
        start_(begin),
        end_(static_cast<std::uint32_t>(text.tokens.size())),
        block_(block),
        block_index_(block_index) {}

  void Run() {
    std::uint32_t closer = end_;
    std::uint32_t quiet_until = start_;
    for (std::uint32_t i = start_; i < end_; ++i) {
      if (IsBreak(i)) {
        if (i >= quiet_until && BreakEnds(i)) Close(i + 1);
      } else if (i == closer) {
        if (i > start_ && IsTerminator(i - 1) && Starts(i + 1)) Close(i + 1);
      } else if (i < quiet_until) {
        continue;
      } else if (const std::uint32_t found = CloserOf(i); found != end_) {
        closer = found;
        quiet_until = found;
      } else if (IsTerminator(i)) {
        const std::uint32_t behind = BehindTerminator(i);
        if (Ends(i, behind)) Close(behind);
        i = behind - 1;
      }
    }
    Close(end_);
  }

 private:
  const Token& At(std::uint32_t i) const { return text_.tokens[i]; }
  bool Is(std::uint32_t i, std::string_view text) const {
    return i < end_ && text_.Text(i) == text;
  }
  bool IsBreak(std::uint32_t i) const { return i < end_ && At(i).kind == TokenKind::kLineBreak; }
  bool IsCapital(std::uint32_t i) const { return i < end_ && At(i).capital; }
  bool IsNumber(std::uint32_t i) const { return i < end_ && At(i).kind == TokenKind::kNumber; }
  bool IsWord(std::uint32_t i) const { return i < end_ && At(i).kind == TokenKind::kWord; }
  /// Whether nothing stands between token `i` and the one before it.
  bool Joined(std::uint32_t i) const { return i > start_ && i < end_ && !At(i).space_before; }
  bool IsOneOf(std::uint32_t i, std::string_view ascii) const {
    if (i >= end_ || At(i).kind != TokenKind::kPunctuation || At(i).span.size() != 1) return false;
    return ascii.find(text_.Text(i).front()) != std::string_view::npos;
  }
  bool IsTerminator(std::uint32_t i) const { return IsOneOf(i, ".!?") || Is(i, "…"); }
  bool IsListMark(std::uint32_t i) const { return IsOneOf(i, "-+*") || Is(i, "•") || Is(i, "●"); }
  bool IsSingleLetter(std::uint32_t i) const {
    if (!IsWord(i)) return false;
    const std::string_view word = text_.Text(i);
    return std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }) == 1;
  }

  /// Ends the sentence before token `behind`; line breaks that follow stay with it.
  void Close(std::uint32_t behind) {
    while (IsBreak(behind)) ++behind;
    const auto is_break = [](const Token& t) { return t.kind == TokenKind::kLineBreak; };
    const auto first = text_.tokens.begin() + start_;
    const bool nothing = std::all_of(first, text_.tokens.begin() + behind, is_break);
    if (!nothing) {
      text_.sentences.push_back({{start_, behind}, block_, block_index_});
      start_ = behind;
    } else if (behind == end_) {
      text_.tokens.resize(start_);
    }
  }

  /// The token that closes the quotation or bracket opened at `i`; `end_` if `i` opens none or a
  /// long one.
  std::uint32_t CloserOf(std::uint32_t i) const {
    const bool bracket = IsOneOf(i, "([");
    const bool quote = IsOneOf(i, "\"") && (!Joined(i) || IsOneOf(i - 1, "([-:/"));
    if (!bracket && !quote) return end_;
    const std::uint32_t limit = std::min<std::uint32_t>(end_, i + kShortQuote);
    int depth = 1;
    for (std::uint32_t k = i + 1; k < limit; ++k) {
      if (IsBreak(k) && BreakEnds(k)) return end_;
      if (quote && IsOneOf(k, "\"")) return k;
      if (bracket && IsOneOf(k, "([")) ++depth;
      if (bracket && IsOneOf(k, ")]") && --depth == 0) return k;
    }
    return end_;
  }

  bool BreakEnds(std::uint32_t i) const {
    const std::string_view lines = text_.Text(i);
    if (std::count(lines.begin(), lines.end(), '\n') > 1) return true;
    const std::uint32_t next = i + 1;
    if (i == start_ || next >= end_) return false;
    const bool item = (IsListMark(next) && next + 1 < end_ && At(next + 1).space_before) ||
                      ((IsNumber(next) || IsSingleLetter(next)) && IsOneOf(next + 1, ".)") &&
                       Joined(next + 1) && next + 2 < end_ && At(next + 2).space_before);
    if (item) return true;
    if (IsOneOf(i - 1, ",-.") || IsSingleLetter(next)) return false;
    return IsCapital(next) || (IsOneOf(next, "\"") && IsCapital(next + 1));
  }

  /// Index behind the run of terminators at `i` and the quotes and brackets that close there.
  std::uint32_t BehindTerminator(std::uint32_t i) const {
    std::uint32_t behind = i + 1;
    while (IsTerminator(behind) || (IsOneOf(behind, "/") && Joined(behind) &&
                                    IsOneOf(behind + 1, ".") && Joined(behind + 1))) {
      ++behind;
    }
    while (IsOneOf(behind, "\")]'") && Joined(behind)) ++behind;
    return behind;
  }

  /// Whether a sentence may start with token `i`.
  bool Starts(std::uint32_t i) const {
    if (i >= end_ || IsBreak(i) || IsCapital(i) || IsNumber(i)) return true;
    if (IsSingleLetter(i) && IsOneOf(i + 1, ".)") && Joined(i + 1)) return true;
    const bool opening = IsOneOf(i, "\"'([") || IsListMark(i);
    return opening && (IsCapital(i + 1) || IsNumber(i + 1));
  }

  /// Whether the terminators in [i, behind) end a sentence.
  bool Ends(std::uint32_t i, std::uint32_t behind) const {
    if (behind >= end_) return true;
    const bool slashed = IsOneOf(i - 1, "/") && i > start_ && Joined(i);
    if (slashed || (behind > i + 2 && IsOneOf(i + 1, "/"))) return true;
    const bool full_stop = IsOneOf(i, ".") && !IsTerminator(i + 1);
    if (full_stop && IsAbbreviation(i)) return false;
    if (IsOneOf(i, "!?")) return Starts(behind);
    if (!full_stop) {
      const std::uint32_t next = IsBreak(behind) ? behind + 1 : behind;
      return Starts(next) && !IsNumber(next) && !Joined(next);
    }
    if (Joined(behind) && !IsBreak(behind)) return EndsWithoutBlank(i, behind);
    if (IsListNumber(i)) return false;
    const bool spaced_date = IsNumber(i - 1) && i > start_ && !Joined(i) && IsNumber(behind);
    return !spaced_date && Starts(behind);
  }

  /// "hội nghị.Đồng chí": a full stop whose blank was forgotten.
  bool EndsWithoutBlank(std::uint32_t i, std::uint32_t behind) const {
    if (!IsCapital(behind) || IsSingleLetter(behind) || i == start_) return false;
    if (IsOneOf(behind + 1, ".") && Joined(behind + 1) && At(behind).all_capital) return false;
    if (IsNumber(i - 1)) return !IsListNumber(i);
    if (!IsWord(i - 1)) return IsOneOf(i - 1, "\")]");
    return !IsSingleLetter(i - 1) && !(At(i - 1).all_capital && At(behind).all_capital);
  }

  /// "1." "II." "a." "1.2." at the start of a sentence.
  bool IsListNumber(std::uint32_t i) const {
    std::uint32_t first = start_;
    while (first < i && (IsBreak(first) || IsListMark(first))) ++first;
    if (first == i || i - first > 5) return false;
    for (std::uint32_t k = first; k < i; ++k) {
      const bool number = IsNumber(k) && At(k).span.size() <= 3;
      if (!number && !IsOneOf(k, ".") && !IsSingleLetter(k) && !IsRomanNumber(text_.Text(k))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the full stop at `i` belongs to the word before it.
  bool IsAbbreviation(std::uint32_t i) const {
    if (i == start_ || !IsWord(i - 1) || !Starts(i + 1)) return false;
    const std::uint32_t word = i - 1;
    const bool glued = Joined(word) && IsOneOf(word - 1, "/-");
    if (IsSingleLetter(word)) return glued ? IsSlashForm(word) : IsInitial(word);
    return !glued && IsKnownAbbreviation(text_.Lower(word));
  }

  /// "Đ/c", "T/M".
  bool IsSlashForm(std::uint32_t letter) const {
    return IsOneOf(letter - 1, "/") && letter >= start_ + 2 && IsSingleLetter(letter - 2);
  }

  /// Whether a single letter before a full stop stands for a longer word.
  bool IsInitial(std::uint32_t letter) const {
    if (letter == start_) return true;
    const std::string_view lower = text_.Lower(letter);
    const bool unit = lower == "p" || lower == "q" || lower == "h" || lower == "x" || lower == "t";
    if (Joined(letter) && IsOneOf(letter - 1, ".")) {
      return At(letter).capital && lower != "ư" && lower != "w";
    }
    if (!At(letter).capital) return unit || lower == "ô" || lower == "b";
    if (IsSingleLetter(letter + 2) && IsOneOf(letter + 3, ".")) return true;
    const std::uint32_t before = letter - 1;
    if (!IsCapital(before)) return !IsGradeWord(text_.Lower(before));
    const bool full_name = before > start_ && IsCapital(before - 1);
    return unit && !full_name;
  }

  AnalysedText& text_;
  std::uint32_t start_;
  const std::uint32_t end_;
  const BlockKind block_;
  const std::uint32_t block_index_;
};

}  // namespace

void CutSentences(AnalysedText& text, std::uint32_t begin, BlockKind block,
                  std::uint32_t block_index) {
  Cutter(text, begin, block, block_index).Run();
}

}  // namespace chido
