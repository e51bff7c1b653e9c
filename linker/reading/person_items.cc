#include "linker/reading/person_items.h"

#include "linker/reading/locality.h"
#include "linker/reading/person_name.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using Kind = PersonItem::Kind;

Kind KindOfPunctuation(const AnalysedText& text, std::uint32_t token) {
  const std::string_view mark = text.Text(token);
  if (mark == ",") return Kind::kComma;
  if (mark == ";") return Kind::kSemicolon;
  if (mark == "-") return Kind::kDash;
  if (mark == ":") return Kind::kColon;
  if (mark == "(") return Kind::kOpen;
  if (mark == ")") return Kind::kClose;
  return Kind::kOther;
}

class ItemCutter {
 public:
  ItemCutter(const Draft& draft, RoleReader& reader, TokenRange sentence)
      : draft_(draft), reader_(reader), sentence_(sentence) {}

  PersonItems Cut() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      PersonItem item = ItemAt(i);
      i = item.tokens.end;
      out_.items.push_back(item);
    }
    return std::move(out_);
  }

 private:
  PersonItem ItemAt(std::uint32_t i) {
    const Token& token = draft_.text.tokens[i];
    if (token.kind == TokenKind::kPunctuation) {
      return {KindOfPunctuation(draft_.text, i), {i, i + 1}};
    }
    if (auto role = reader_.RoleAt(i, sentence_.end)) {
      PersonItem item{Kind::kRole, role->tokens, static_cast<std::uint32_t>(out_.roles.size())};
      out_.roles.push_back(std::move(*role));
      return item;
    }
    if (PersonItem item; Honorific(i, item)) return item;
    if (const std::int32_t body = reader_.MentionAt(i); body >= 0) {
      return {Kind::kOther, draft_.body_mentions[static_cast<std::size_t>(body)].tokens};
    }
    if (PersonItem item; Word(i, item)) return item;
    if (!IsNamesake(draft_, i, sentence_.begin)) {
      if (const auto name = NameAt(draft_, i, sentence_.end)) {
        if (!IsPlace(name->tokens)) {
          return {Kind::kName, name->tokens, 0, name->strong, name->foreign};
        }
      }
    }
    return {Kind::kOther, {i, i + 1}};
  }

  /// Whether all of the run is a province's name.
  bool IsPlace(TokenRange run) const {
    const Match* unit = draft_.MatchAt(run.begin, EntryKind::kUnit);
    return unit != nullptr && unit->tokens == run && draft_.lexicon.units()[unit->entry].level == 1;
  }

  bool Honorific(std::uint32_t i, PersonItem& item) const {
    const Match* match = draft_.MatchAt(i, EntryKind::kHonorific);
    if (match == nullptr || match->tokens.end > sentence_.end) return false;
    const HonorificRow& row = draft_.lexicon.honorifics()[match->entry];
    item = {Kind::kHonorific, match->tokens, match->entry};
    if (scan::Is(draft_.text, i, "các")) item.kind = Kind::kPlural;
    // a full stop may stand behind an abbreviation
    if (scan::Is(draft_.text, item.tokens.end, ".") && row.kind == "academic") ++item.tokens.end;
    return true;
  }

  bool Word(std::uint32_t i, PersonItem& item) const {
    const auto take = [&](Kind kind, std::uint32_t end) {
      item = {kind, {i, end}};
      return true;
    };
    if (const Match* cue = draft_.CueAt(i, "role"); cue != nullptr) {
      const std::string_view kind = draft_.lexicon.cues()[cue->entry].kind;
      const std::string_view value = CueValue(draft_, *cue);
      if (kind == "role.former") return take(Kind::kFormer, cue->tokens.end);
      if (kind == "role.acting") return take(Kind::kActing, cue->tokens.end);
      if (kind == "role.link") return take(Kind::kLink, cue->tokens.end);
      if (kind == "role.copula") {
        const Kind copula = value == "post"     ? Kind::kTakesPost
                            : value == "former" ? Kind::kLeavesPost
                                                : Kind::kCopula;
        return take(copula, cue->tokens.end);
      }
    }
    if (scan::IsAny(draft_.text, i, {"và", "cùng"})) return take(Kind::kAnd, i + 1);
    if (scan::IsAny(draft_.text, i, {"các", "hai", "ba"})) return take(Kind::kPlural, i + 1);
    return false;
  }

  const Draft& draft_;
  RoleReader& reader_;
  TokenRange sentence_;
  PersonItems out_;
};

}  // namespace

PersonItems CutItems(const Draft& draft, RoleReader& reader, TokenRange sentence) {
  return ItemCutter(draft, reader, sentence).Cut();
}

}  // namespace chido
