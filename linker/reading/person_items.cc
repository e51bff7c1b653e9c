#include "linker/reading/person_items.h"

#include <algorithm>
#include <utility>

#include "linker/reading/locality.h"
#include "linker/reading/person_name.h"
#include "linker/reading/person_period.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

using Kind = PersonItem::Kind;

constexpr std::uint32_t kLongestAside = 30;   // tokens
constexpr std::uint32_t kLongestCareer = 10;  // tokens

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
    out_.items.reserve(sentence_.size());
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      if (const std::uint32_t end = EndOfAside(i); end > i) {
        i = end;
        continue;
      }
      if (const std::uint32_t end = TakeSeats(i); end > i) {
        i = end;
        continue;
      }
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
    if (MayBePeriod(draft_, i)) {
      if (const auto period = PeriodAt(draft_, i, sentence_.end)) {
        const bool weak = draft_.CueAt(i, "role.before") != nullptr;
        return {Kind::kPeriod, {i, period->end}, 0, period->closed, weak};
      }
    }
    if (MayBeTitle(draft_, i)) {
      if (auto role = reader_.RoleAt(i, sentence_.end)) {
        PersonItem item{Kind::kRole, role->tokens, static_cast<std::uint32_t>(out_.roles.size())};
        out_.roles.push_back(std::move(*role));
        return item;
      }
    }
    if (PersonItem item; Honorific(i, item)) return item;
    if (const std::int32_t body = reader_.MentionAt(i); body >= 0) {
      return {Kind::kOther, draft_.body_mentions[static_cast<std::size_t>(body)].tokens};
    }
    if (PersonItem item; Word(i, item)) return item;
    if (token.capital && !IsNamesake(draft_, i, sentence_.begin)) {
      const bool addressed = !out_.items.empty() && out_.items.back().kind == Kind::kHonorific;
      if (const auto name = NameAt(draft_, i, sentence_.end, addressed)) {
        if (!IsPlace(name->tokens)) {
          return {Kind::kName, name->tokens, 0, name->strong, name->foreign};
        }
      }
    }
    const Match* never = draft_.CueAt(i, "person.never");
    const std::uint32_t end = never == nullptr ? i + 1 : never->tokens.end;
    return {Kind::kOther, {i, std::min(end, sentence_.end)}};
  }

  /// *(bìa trái)*, *(ở số 5 đường X)* behind a name or a post: the end of a bracket without persons
  /// and posts, else `i`.
  std::uint32_t EndOfAside(std::uint32_t i) const {
    if (!scan::Is(draft_.text, i, "(") || out_.items.empty()) return i;
    const Kind before = out_.items.back().kind;
    if (before != Kind::kName && before != Kind::kRole) return i;
    const std::uint32_t stop = std::min(sentence_.end, i + kLongestAside);
    if (const auto name = NameAt(draft_, i + 1, stop); name && before == Kind::kRole) {
      if (scan::Is(draft_.text, name->tokens.end, ")")) return i;
    }
    // "bà A (vợ ông B)"
    const bool kin = draft_.CueAt(i + 1, "person.kin") != nullptr;
    for (std::uint32_t at = i + 1; at < stop; ++at) {
      if (scan::Is(draft_.text, at, ")")) return at + 1;
      if (kin) continue;
      if (TitleAt(draft_, at, stop) || draft_.CueAt(at, "role.former") != nullptr ||
          draft_.MatchAt(at, EntryKind::kHonorific) != nullptr) {
        return i;
      }
    }
    return i;
  }

  /// *tham gia Ban Chấp hành, Ban Thường vụ*: the end of the seats, else `i`.
  std::uint32_t TakeSeats(std::uint32_t i) {
    if (!draft_.MayHaveCue(i, "role.joins")) return i;
    std::vector<RolePhrase> seats = reader_.SeatsAt(i, sentence_.end);
    if (seats.empty()) return i;
    const std::uint32_t end = seats.back().tokens.end;
    const Kind verb = seats.front().former ? Kind::kLeavesPost : Kind::kTakesPost;
    out_.items.push_back({verb, {i, seats.front().tokens.begin}});
    for (RolePhrase& seat : seats) {
      const TokenRange tokens = seat.tokens;
      if (out_.items.back().kind == Kind::kRole) {
        out_.items.push_back({Kind::kComma, {tokens.begin, tokens.begin}});
      }
      out_.items.push_back({Kind::kRole, tokens, static_cast<std::uint32_t>(out_.roles.size())});
      out_.roles.push_back(std::move(seat));
    }
    return end;
  }

  /// *kinh qua nhiều chức vụ quan trọng như*: the end of words that former posts follow, else `i`.
  std::uint32_t EndOfCareer(std::uint32_t i) const {
    const Match* verb = draft_.CueAt(i, "role.career");
    if (verb == nullptr) return i;
    const Match* posts = draft_.CueAt(verb->tokens.end, "role.posts");
    if (posts == nullptr) return i;
    const std::uint32_t stop = std::min(sentence_.end, posts->tokens.end + kLongestCareer);
    for (std::uint32_t at = posts->tokens.end; at < stop; ++at) {
      if (TitleAt(draft_, at, sentence_.end)) return at;
      if (scan::IsAny(draft_.text, at, {"như", "gồm", "là", ":"})) return at + 1;
      if (scan::IsAny(draft_.text, at, {",", ";", "("})) break;
    }
    return i;
  }

  /// The longest word around posts that starts at `i`: *nguyên*, *quyền*, *kiêm*, *giữ chức*.
  const Match* PostWordAt(std::uint32_t i) const {
    static constexpr CueKind kKinds[] = {"role.copula", "role.former", "role.acting", "role.link"};
    const Match* best = nullptr;
    for (const CueKind& kind : kKinds) {
      const Match* match = draft_.CueAt(i, kind);
      if (match != nullptr && (best == nullptr || match->tokens.end > best->tokens.end)) {
        best = match;
      }
    }
    return best;
  }

  /// Whether the run is a province's name, or begins with the word for a unit: *TP Hà Nội*.
  bool IsPlace(TokenRange run) const {
    if (run.size() >= 2 && draft_.CueAt(run.begin, "place.word") != nullptr) return true;
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
      item.kind = kind;
      item.tokens = {i, end};
      return true;
    };
    if (const std::uint32_t end = EndOfCareer(i); end > i) return take(Kind::kLeavesPost, end);
    if (Then(i, item)) return true;
    if (const Match* list = draft_.CueAt(i, "role.list"); list != nullptr) {
      return take(Kind::kConsists, list->tokens.end);
    }
    if (const Match* cue = PostWordAt(i); cue != nullptr) {
      const std::string_view kind = draft_.lexicon.cues()[cue->entry].kind;
      const std::string_view value = CueValue(draft_, *cue);
      item.strong = value == "now";
      if (kind == "role.former") return take(Kind::kFormer, cue->tokens.end);
      if (kind == "role.acting") return take(Kind::kActing, cue->tokens.end);
      if (kind == "role.link") return take(Kind::kLink, cue->tokens.end);
      const Kind copula = value == "post"     ? Kind::kTakesPost
                          : value == "former" ? Kind::kLeavesPost
                                              : Kind::kCopula;
      // "giữ chức Vụ trưởng": the last word is the title's
      const std::uint32_t last = cue->tokens.end - 1;
      const bool title = last > i && draft_.text.tokens[last].capital &&
                         !draft_.text.tokens[last - 1].capital &&
                         TitleAt(draft_, last, sentence_.end);
      return take(copula, title ? last : last + 1);
    }
    if (scan::Is(draft_.text, i, "rồi") && TitleAt(draft_, i + 1, sentence_.end)) {
      return take(Kind::kLink, i + 1);
    }
    if (scan::IsAny(draft_.text, i, {"và", "cùng"})) return take(Kind::kAnd, i + 1);
    if (scan::IsAny(draft_.text, i, {"các", "hai", "ba"}) || CountsHolders(i)) {
      return take(Kind::kPlural, i + 1);
    }
    return false;
  }

  /// *khi đó là Giám đốc X*: a post that is over; *Giám đốc X khi đó (là) ông A*: the one before.
  bool Then(std::uint32_t i, PersonItem& item) const {
    const Match* then = draft_.CueAt(i, "role.then");
    if (then == nullptr) return false;
    const Match* copula = draft_.CueAt(then->tokens.end, "role.copula");
    const std::uint32_t end = copula == nullptr ? then->tokens.end : copula->tokens.end;
    if (copula != nullptr && TitleAt(draft_, end, sentence_.end)) {
      item = {Kind::kLeavesPost, {i, end}};
      return true;
    }
    if (out_.items.empty() || out_.items.back().kind != Kind::kRole) return false;
    item = {Kind::kThen, {i, end}};
    return true;
  }

  /// *6 Phó Chủ tịch*: a number of holders, but no *khóa 12*.
  bool CountsHolders(std::uint32_t i) const {
    if (!scan::IsNumber(draft_.text, i) || draft_.text.Text(i).size() > 2) return false;
    if (i > sentence_.begin &&
        (scan::Joined(draft_.text, i) || scan::IsAny(draft_.text, i - 1,
                                                     {"tháng", "khóa", "quận", "năm", "số", "lần",
                                                      "ngày", "thứ", "kỳ", "đợt", "khu", "lúc"}))) {
      return false;
    }
    if (TitleAt(draft_, i + 1, sentence_.end)) return true;
    const Match* honorific = draft_.MatchAt(i + 1, EntryKind::kHonorific);
    return honorific != nullptr && TitleAt(draft_, honorific->tokens.end, sentence_.end);
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
