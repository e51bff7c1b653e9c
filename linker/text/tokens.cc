#include "linker/text/tokens.h"

#include <algorithm>

#include "graph/base/hash.h"
#include "linker/text/letters.h"
#include "linker/text/sentences.h"
#include "linker/text/utf8.h"

namespace chido {
namespace {

/// Cuts normal text into tokens.
class Tokeniser {
 public:
  Tokeniser(const NormalText& normal, Span range, std::vector<Token>& out)
      : text_(std::string_view(normal.text).substr(0, range.end)),
        lower_(normal.lower),
        out_(out),
        at_(range.begin) {}

  void Run() {
    bool space = false;
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (text_[at_] == ' ') {  // the only blank of normal text
        ++at_;
        space = true;
        continue;
      }
      const CharClass first = ClassAt(at_);
      Token token;
      token.space_before = space;
      space = first == CharClass::kLineBreak;
      switch (first) {
        case CharClass::kLower:
        case CharClass::kUpper:
        case CharClass::kMark:
          TakeWord(first, token);
          break;
        case CharClass::kDigit:
          TakeNumber(token);
          break;
        case CharClass::kLineBreak:
          TakeBreaks(token);
          break;
        default:
          token.kind = TokenKind::kPunctuation;
      }
      token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
      token.fold = Hash64(token.span.In(lower_));
      out_.push_back(token);
    }
  }

 private:
  /// Class of the character at `at`, which is moved behind it.
  CharClass ClassAt(std::size_t& at) const { return table_.Class(NextCodePoint(text_, at)); }

  void TakeWord(CharClass first, Token& token) {
    token.capital = first == CharClass::kUpper;
    token.all_capital = token.capital;
    while (true) {
      TakeLowerAscii(token);
      if (at_ >= text_.size() || text_[at_] == ' ') return;
      std::size_t end = at_;
      CharClass next = ClassAt(end);
      if (next > CharClass::kMark) {
        const bool apostrophe = text_[at_] == '\'' && end < text_.size();
        if (!apostrophe) return;
        next = ClassAt(end);
        if (next > CharClass::kUpper) return;
      }
      if (next == CharClass::kLower) token.all_capital = false;
      at_ = end;
    }
  }

  void TakeLowerAscii(Token& token) {
    const std::size_t begin = at_;
    std::size_t at = begin;
    while (at < text_.size() && text_[at] >= 'a' && text_[at] <= 'z') ++at;
    if (at > begin) token.all_capital = false;
    at_ = at;
  }

  void TakeNumber(Token& token) {
    token.kind = TokenKind::kNumber;
    for (std::size_t end = at_; end < text_.size(); at_ = end) {
      if (ClassAt(end) != CharClass::kDigit) return;
    }
  }

  void TakeBreaks(Token& token) {
    token.kind = TokenKind::kLineBreak;
    for (std::size_t next = at_; next < text_.size(); ++next) {
      if (text_[next] == '\n') at_ = next + 1;
      if (text_[next] != '\n' && text_[next] != ' ') return;
    }
  }

  const CharTable& table_ = CharTable::Get();
  std::string_view text_;
  std::string_view lower_;
  std::vector<Token>& out_;
  std::size_t at_;
};

/// The whole text as a body block, for an article without blocks.
std::vector<Block> BlocksOf(const Article& article) {
  if (!article.blocks.empty()) return article.blocks;
  return {{BlockKind::kBody, {0, static_cast<std::uint32_t>(article.text.size())}}};
}

}  // namespace

std::string_view AnalysedText::Text(TokenRange range) const {
  if (range.empty()) return {};
  return Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end}.In(normal.text);
}

std::string_view AnalysedText::Lower(TokenRange range) const {
  if (range.empty()) return {};
  return Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end}.In(normal.lower);
}

Span AnalysedText::Stored(TokenRange range) const {
  if (range.empty()) return {};
  return normal.map.ToStored(Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end});
}

std::uint32_t AnalysedText::SentenceOf(std::uint32_t token) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), token,
                       [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

Result<AnalysedText> Analyse(const Article& article) {
  AnalysedText text;
  CHIDO_ASSIGN(text.normal, Normalise(article.text));
  text.tokens.reserve(text.normal.text.size() / 4);
  const auto size = static_cast<std::uint32_t>(text.normal.text.size());
  std::uint32_t block_index = 0;
  std::uint32_t done = 0;
  for (const Block& block : BlocksOf(article)) {
    const std::uint32_t index = block_index++;
    if (block.kind == BlockKind::kBoilerplate) continue;
    const Span span{std::max(done, text.normal.map.ToNormalised(block.span.begin)),
                    std::min(size, text.normal.map.ToNormalised(block.span.end))};
    if (span.empty()) continue;
    done = span.end;
    const auto begin = static_cast<std::uint32_t>(text.tokens.size());
    Tokeniser(text.normal, span, text.tokens).Run();
    CutSentences(text, begin, block.kind, index);
  }
  return text;
}

namespace {

/// Cuts a normal text, all in one sentence.
void CutPhrase(AnalysedText& text) {
  const Span whole{0, static_cast<std::uint32_t>(text.normal.text.size())};
  text.tokens.reserve(text.normal.text.size() / 3 + 1);
  Tokeniser(text.normal, whole, text.tokens).Run();
  const auto count = static_cast<std::uint32_t>(text.tokens.size());
  if (count > 0) text.sentences.push_back({{0, count}, BlockKind::kBody, 0});
}

}  // namespace

AnalysedText AnalysePhrase(std::string_view phrase) {
  AnalysedText text;
  auto normal = Normalise(ReplaceInvalidUtf8(phrase));
  if (!normal.has_value()) return text;
  text.normal = *std::move(normal);
  CutPhrase(text);
  return text;
}

AnalysedText AnalyseName(std::string_view name) {
  AnalysedText text;
  text.normal.text = NormalName(name);
  text.normal.lower = LowerCase(text.normal.text);
  CutPhrase(text);
  return text;
}

}  // namespace chido
