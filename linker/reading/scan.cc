#include "linker/reading/scan.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chido::scan {
namespace {

constexpr std::array<std::string_view, 10> kOnes = {"",  "I",  "II",  "III",  "IV",
                                                    "V", "VI", "VII", "VIII", "IX"};
constexpr std::array<std::string_view, 7> kTens = {"", "X", "XX", "XXX", "XL", "L", "LX"};

}  // namespace

std::uint32_t After(const AnalysedText& text, std::uint32_t token, std::string_view phrase) {
  std::uint32_t at = token;
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    if (!Is(text, at, phrase.substr(0, blank))) return token;
    ++at;
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
  }
  return at;
}

std::uint32_t AfterAbbreviation(const AnalysedText& text, std::uint32_t token) {
  if (!Is(text, token, "(") || token + 2 >= text.tokens.size()) return token;
  if (!text.tokens[token + 1].all_capital) return token;
  std::uint32_t at = token + 2;
  if (IsNumber(text, at)) ++at;
  return Is(text, at, ")") ? at + 1 : token;
}

std::optional<std::int32_t> Number(const AnalysedText& text, std::uint32_t token) {
  if (!IsNumber(text, token)) return std::nullopt;
  const std::string_view digits = text.Text(token);
  if (digits.size() > 9) return std::nullopt;
  std::int32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<std::int32_t> Roman(const AnalysedText& text, std::uint32_t token) {
  if (!IsWord(text, token)) return std::nullopt;
  const std::string_view letters = text.Text(token);
  if (letters.size() > 7 || letters.find_first_not_of("IVXL") != letters.npos) {
    return std::nullopt;
  }
  for (std::int32_t value = 1; value <= 60; ++value) {
    if (ToRoman(value) == letters) return value;
  }
  return std::nullopt;
}

std::string ToRoman(std::int32_t number) {
  if (number < 1 || number > 60) return {};
  return std::string(kTens[number / 10]).append(kOnes[number % 10]);
}

bool Joined(const AnalysedText& text, std::uint32_t token) {
  return token > 0 && token < text.tokens.size() &&
         text.tokens[token].span.begin == text.tokens[token - 1].span.end &&
         text.tokens[token].kind != TokenKind::kLineBreak &&
         text.tokens[token - 1].kind != TokenKind::kLineBreak;
}

TokenRange SentenceRange(const AnalysedText& text, std::uint32_t token) {
  return text.sentences[text.SentenceOf(token)].tokens;
}

std::string Plain(const AnalysedText& text, TokenRange range) {
  std::string plain;
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (text.tokens[token].kind == TokenKind::kLineBreak) continue;
    const bool blank = text.tokens[token].space_before ||
                       (token > 0 && text.tokens[token - 1].kind == TokenKind::kLineBreak);
    if (blank && !plain.empty()) plain += ' ';
    plain += text.Text(token);
  }
  return plain;
}

}  // namespace chido::scan
