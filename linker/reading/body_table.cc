#include <algorithm>

#include "linker/reading/body_grammar.h"
#include "linker/reading/scan.h"
#include "linker/text/normal.h"

// Whole names of the table of bodies, and mentions that name nothing.

namespace chido {
namespace {

constexpr std::uint32_t kMaxNumberHops = 8;
constexpr std::size_t kMinAbbreviation = 3;
constexpr std::size_t kMinMark = 6;  // "Agribank"

bool IsTemplate(std::string_view name) { return name.find('{') != std::string_view::npos; }

bool HasAbbreviation(const AnalysedText& text, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (text.tokens[i].all_capital && text.tokens[i].span.size() > 1) return true;
  }
  return false;
}

}  // namespace

bool BodyGrammar::NamesWholeBody(const Match& match) const {
  const BodyRow& row = draft_.lexicon.bodies()[match.entry];
  const AnalysedText& text = draft_.text;
  const bool abroad = row.kind == "foreign" && match.form != PhraseForm::kAbbreviation;
  const bool held = (row.level == "central" || abroad) && row.kind != "office" &&
                    row.kind != "congress" && (row.kind != "party" || !row.parent.empty());
  if (!held || IsTemplate(row.name) || !text.tokens[match.tokens.begin].capital) return false;
  if (match.form == PhraseForm::kAbbreviation) {
    const std::size_t size = text.Text(match.tokens).size();
    const bool mark =
        text.tokens[match.tokens.begin].all_capital ? size >= kMinAbbreviation : size >= kMinMark;
    return row.kind == "enterprise" && match.tokens.size() == 1 && mark;
  }
  // the forces are not organs: "Cảnh sát biển", "Hải quân"
  const bool force = row.kind == "army" || row.kind == "police";
  if (match.tokens.size() < 2 || (force && !draft_.CueAt(match.tokens.begin, "organ"))) {
    return false;
  }
  if (match.form == PhraseForm::kCanonical) return true;
  const std::string written = FoldKey(text.Text(match.tokens));
  return std::ranges::any_of(row.variants,
                             [&](std::string_view each) { return FoldKey(each) == written; });
}

std::string BodyGrammar::NameByTable(const Match& match) const {
  const BodyRow& row = draft_.lexicon.bodies()[match.entry];
  if (match.form != PhraseForm::kVariant) return std::string(row.name);
  // a name of its own stands as it is written; one that is cut or shortened in full
  const std::string written = scan::Plain(draft_.text, match.tokens);
  const bool cut = FoldKey(row.name).starts_with(FoldKey(written) + " ");
  return cut || HasAbbreviation(draft_.text, match.tokens) ? std::string(row.name) : written;
}

std::optional<BodyPhrase> BodyGrammar::ParseTable(std::uint32_t token, std::uint32_t limit) const {
  const Match* best = nullptr;
  bool best_now = false;
  for (const Match& match : draft_.MatchesAt(token)) {
    if (match.kind != EntryKind::kBody || match.tokens.end > limit) continue;
    if (!NamesWholeBody(match)) continue;
    const BodyRow& row = draft_.lexicon.bodies()[match.entry];
    const bool now = (row.valid_from.empty() || row.valid_from <= day_) &&
                     (row.valid_to.empty() || day_ < row.valid_to);
    if (best != nullptr && (best_now || !now)) continue;
    best = &match;
    best_now = now;
  }
  if (best == nullptr) return std::nullopt;
  // "Cục Thuế" is each province's where it is not, on that day, the country's
  const Match* organ = draft_.CueAt(token, "organ.unit");
  if (organ != nullptr && organ->tokens == best->tokens && !best_now) return std::nullopt;
  BodyPhrase phrase;
  phrase.begin = token;
  phrase.end = best->tokens.end;
  phrase.head = NameByTable(*best);
  return phrase;
}

bool BodyGrammar::InNumber(std::uint32_t token) const {
  const AnalysedText& text = draft_.text;
  for (std::uint32_t hop = 0; hop < kMaxNumberHops && token > 0; ++hop, --token) {
    if (!scan::Joined(text, token)) return false;
    if (scan::IsNumber(text, token - 1)) return true;
    if (!scan::IsAny(text, token - 1, {"-", "/", "–"}) && !text.tokens[token - 1].all_capital) {
      return false;
    }
  }
  return false;
}

bool BodyGrammar::IsCredit(TokenRange range) const {
  const AnalysedText& text = draft_.text;
  const std::uint32_t begin = range.begin;
  // "VOV.VN - …": the address of the publisher
  if (scan::Is(text, range.end, ".") && scan::Joined(text, range.end) &&
      scan::IsAny(text, range.end + 1, {"vn", "com"}) && scan::Joined(text, range.end + 1)) {
    return true;
  }
  // "Theo Lò Ngân/Báo Lai Châu"
  if (begin > 0 && scan::Is(text, begin - 1, "/") &&
      scan::IsAny(text, begin, {"báo", "tạp", "đài"})) {
    return true;
  }
  if (begin < 2 || !scan::Is(text, begin - 1, ":")) return false;
  return scan::IsAny(text, begin - 2, {"ảnh", "nguồn", "video", "clip"});
}

}  // namespace chido
