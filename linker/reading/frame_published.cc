#include <algorithm>

#include "linker/reading/date_form.h"
#include "linker/reading/frame_evidence.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

constexpr std::uint32_t kHeadSentences = 8;
constexpr std::uint32_t kLongestLine = 25;

/// A full day with its year at `token`.
std::optional<DateForm> FullDayAt(const Draft& draft, std::uint32_t token) {
  auto form = DateFormAt(draft, token);
  if (!form || form->kind != DateForm::Kind::kDay || form->from.year == 0 || form->to) {
    return std::nullopt;
  }
  return form;
}

/// Where a source's name before a dash ends ("Báo … - 20/4/2023"), else the sentence's begin.
std::uint32_t AfterSource(const AnalysedText& text, TokenRange sentence) {
  constexpr std::uint32_t kLongestSource = 6;
  for (std::uint32_t token = sentence.begin; token < sentence.begin + kLongestSource; ++token) {
    if (token >= sentence.end || scan::IsNumber(text, token)) break;
    if (scan::IsAny(text, token, {"-", "|"})) return token + 1;
  }
  return sentence.begin;
}

/// The day of a sentence that is a page's date line, or begins with one: weekday, time of day,
/// words such as "cập nhật", counters, and a full date.
std::optional<DateForm> DateLine(const Draft& draft, TokenRange sentence, std::uint32_t first) {
  const AnalysedText& text = draft.text;
  std::optional<DateForm> day;
  bool marked = false;
  std::uint32_t token = first;
  while (token < sentence.end && token < sentence.begin + kLongestLine) {
    if (!day) {
      if ((day = FullDayAt(draft, token))) {
        token = day->tokens.end;
        continue;
      }
    }
    if (text.tokens[token].kind != TokenKind::kWord) {
      marked = marked || (day && scan::Is(text, token, ":") && scan::Joined(text, token) &&
                          scan::IsNumber(text, token + 1));
      ++token;
      continue;
    }
    const Match* mark = draft.CueAt(token, "frame.date_mark");
    const Match* word = draft.CueAt(token, "frame.date_word");
    if (mark == nullptr && word == nullptr) break;
    marked = marked || mark != nullptr;
    token =
        std::max(mark == nullptr ? 0 : mark->tokens.end, word == nullptr ? 0 : word->tokens.end);
  }
  const bool whole = token >= sentence.end;
  if (!day || (!whole && !marked)) return std::nullopt;
  if (first != sentence.begin && !(whole && marked)) return std::nullopt;
  return day;
}

}  // namespace

EdtfDate ReadPublished(const Draft& draft, Ground& ground) {
  if (auto date = ParseEdtf(draft.article.published); date && !date->empty()) {
    ground.rule = "frame.metadata";
    return *date;
  }
  const auto& sentences = draft.text.sentences;
  for (const bool dateline : {true, false}) {
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const bool right = dateline ? sentences[i].block == BlockKind::kDateline : i < kHeadSentences;
      if (!right) continue;
      const TokenRange line = sentences[i].tokens;
      auto day = DateLine(draft, line, line.begin);
      if (!day) day = DateLine(draft, line, AfterSource(draft.text, line));
      if (!day) continue;
      ground = draft.GroundAt(day->tokens, "frame.date_line", 1);
      return EdtfDate::Single(day->from);
    }
  }
  return {};
}

}  // namespace chido
