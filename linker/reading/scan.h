#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linker/text/tokens.h"

namespace chido::scan {

// Small questions about tokens, safe for any index: one past the end answers no.

/// `word == literal`, by a compare of known size where the literal's is: these questions are asked
/// of every token.
inline bool Same(std::string_view word, std::string_view literal) {
  return word.size() == literal.size() &&
         std::memcmp(word.data(), literal.data(), literal.size()) == 0;
}
/// Whether the token is `lower` (in lower case), e.g. a word or one punctuation character.
inline bool Is(const AnalysedText& text, std::uint32_t token, std::string_view lower) {
  return token < text.tokens.size() && Same(text.Lower(token), lower);
}
/// Whether it is one of them. Always inlined: only there are their sizes known.
template <std::size_t N>
[[gnu::always_inline]] inline bool IsAny(const AnalysedText& text, std::uint32_t token,
                                         const std::string_view (&lower)[N]) {
  if (token >= text.tokens.size()) return false;
  const std::string_view word = text.Lower(token);
  return [&]<std::size_t... I>(std::index_sequence<I...> /*each*/) {
    return (Same(word, lower[I]) || ...);
  }(std::make_index_sequence<N>());
}
/// The index after `phrase` (lower case, tokens parted by blanks) if it stands at `token`, else
/// `token`.
std::uint32_t After(const AnalysedText& text, std::uint32_t token, std::string_view phrase);
/// The index after an abbreviation in brackets at `token`: "(PC02)"; else `token`.
std::uint32_t AfterAbbreviation(const AnalysedText& text, std::uint32_t token);
/// Value of a run of at most 9 digits.
std::optional<std::int32_t> Number(const AnalysedText& text, std::uint32_t token);
/// Value of a Roman number in capitals, 1..60 ("XIII").
std::optional<std::int32_t> Roman(const AnalysedText& text, std::uint32_t token);
/// "XIII" for 13; empty outside 1..60.
std::string ToRoman(std::int32_t number);
inline bool IsWord(const AnalysedText& text, std::uint32_t token) {
  return token < text.tokens.size() && text.tokens[token].kind == TokenKind::kWord;
}
inline bool IsNumber(const AnalysedText& text, std::uint32_t token) {
  return token < text.tokens.size() && text.tokens[token].kind == TokenKind::kNumber;
}
/// Whether `token` follows the one before it without a blank.
bool Joined(const AnalysedText& text, std::uint32_t token);
/// The sentence's tokens that hold `token`.
TokenRange SentenceRange(const AnalysedText& text, std::uint32_t token);
/// `range` of the normal text with each run of blanks as one.
std::string Plain(const AnalysedText& text, TokenRange range);

}  // namespace chido::scan
