#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "linker/text/normal.h"

namespace chido {

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation, kLineBreak };

/// A syllable, a run of digits, one punctuation character, or a line break (runs of them are one
/// token). Letters joined by an apostrophe are one word (H'Lim); letters and digits part ("QH13" is
/// two tokens).
struct Token {
  Span span;  ///< in NormalText::text
  TokenKind kind = TokenKind::kWord;
  bool capital = false;       ///< first letter is upper case
  bool all_capital = false;   ///< every letter is upper case (single letters too)
  bool space_before = false;  ///< a blank or line break stands before it
  std::uint64_t fold = 0;     ///< Hash64 of the lower-case token; what the lexicon matches by
};

/// Half-open range of token indices.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool Contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
  TokenRange tokens;
  BlockKind block = BlockKind::kBody;
  std::uint32_t block_index = 0;  ///< into Article::blocks
};

/// An article cut into sentences and tokens. Boilerplate blocks have no tokens.
struct AnalysedText {
  NormalText normal;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  ///< in text order; every token is in exactly one

  std::string_view Text(std::uint32_t token) const { return Cut(normal.text, tokens[token].span); }
  std::string_view Text(
      TokenRange range) const;  ///< from the first token's begin to the last one's end
  std::string_view Lower(std::uint32_t token) const {
    return Cut(normal.lower, tokens[token].span);
  }
  std::string_view Lower(TokenRange range) const;
  /// Span in the stored text.
  Span Stored(TokenRange range) const;
  /// Index of the sentence that holds a token.
  std::uint32_t SentenceOf(std::uint32_t token) const;

 private:
  /// `span` lies within `text`, as those of tokens do.
  static std::string_view Cut(const std::string& text, Span span) {
    return {text.data() + span.begin, span.end - span.begin};
  }
};

/// Cuts `article` into tokens and sentences. Knows *TP. HCM*, *Đ/c*, *GS.TS.*, *05-CT/TW*,
/// *7.7.2023*, *Tp.*, initials, quotes, list marks. Sentences never cross blocks; blank lines end
/// them, and so does a line break before a capital after a line without final punctuation
/// (captions). Linear. Thread-safe. Error kBadInput for invalid UTF-8.
Result<AnalysedText> Analyse(const Article& article);

/// One name or phrase cut into tokens as `Analyse` does it, all in one sentence. Damaged UTF-8
/// gives U+FFFD. Empty for a phrase over the size limit of `Normalise`.
AnalysedText AnalysePhrase(std::string_view phrase);

/// `AnalysePhrase` of what `NormalName` gives, without the way back to the stored text.
AnalysedText AnalyseName(std::string_view name);

}  // namespace chido
