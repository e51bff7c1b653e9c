#include "linker/reading/directive_law.h"

#include <algorithm>

#include "linker/reading/scan.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

/// The name behind the type word, and where it ends.
struct LawName {
  std::uint32_t end = 0;
  std::string name;  ///< canonical where known, else as printed
};

/// Words before a type word that make it a draft or part of another name.
bool IsBarred(const Draft& draft, std::uint32_t token) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t step = 1; step <= kReach && step <= token; ++step) {
    const Match* cue = draft.CueAt(token - step, "directive.bar");
    if (cue != nullptr && cue->tokens.end >= token) return true;
  }
  return false;
}

/// Whether the sentence has said that it speaks of bills ("các dự án luật như …").
bool IsAmongBills(const Draft& draft, std::uint32_t token) {
  constexpr std::uint32_t kReach = 120;
  const std::uint32_t begin = scan::SentenceRange(draft.text, token).begin;
  for (std::uint32_t at = std::max(begin + kReach, token) - kReach; at < token; ++at) {
    if (draft.CueAt(at, "directive.bill") != nullptr) return true;
  }
  return false;
}

/// Whether the first half of two verbs stands at `token` and ends at the comma `end` ("Quản lý, sử
/// dụng vốn …"), so that the name goes on behind the comma.
bool IsOpenAt(const Draft& draft, std::uint32_t token, std::uint32_t end) {
  const Match* open = draft.CueAt(token, "directive.law_open");
  return open != nullptr && open->tokens.end == end && Is(draft.text, end, ",") &&
         scan::IsWord(draft.text, end + 1) && !draft.text.tokens[end + 1].capital;
}

/// A name that the tables do not know: a capital, then small letters up to a word that cannot be
/// part of it.
std::optional<LawName> UnknownName(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  if (!scan::IsWord(text, token) || !text.tokens[token].capital) return std::nullopt;
  if (text.tokens[token].all_capital && text.Text(token).size() > 1) return std::nullopt;
  if (draft.CueAt(token, "directive.law_not") != nullptr) return std::nullopt;
  constexpr std::uint32_t kMostWords = 10;
  constexpr std::uint32_t kMostOpen = 18;
  std::uint32_t end = token + 1;
  bool open = false;
  while (end < token + (open ? kMostOpen : kMostWords)) {
    if (!open && IsOpenAt(draft, token, end)) {
      open = true;
      ++end;
    }
    if (!scan::IsWord(text, end) || draft.CueAt(end, "directive.law_end") != nullptr) break;
    // "Bảo vệ và Phát triển rừng": the second half may begin with a capital.
    const bool half = Is(text, end - 1, "và");
    if (text.tokens[end].capital && !half && !open &&
        !IsAny(text, end, {"việt", "nam", "tổ", "quốc", "nhà"})) {
      break;
    }
    ++end;
  }
  while (end > token && IsAny(text, end - 1, {"và", "hoặc"})) --end;
  // One syllable is no subject of a law.
  if (end < token + 2) return std::nullopt;
  return LawName{end, scan::Plain(text, {token, end})};
}

/// Whether a name may end at `token`: no word that could belong to it follows.
bool EndsName(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  return !scan::IsWord(text, token) || text.tokens[token].capital ||
         IsAny(text, token, {"và", "hoặc"}) || draft.CueAt(token, "directive.law_end") != nullptr;
}

/// A name of the tables. Where it or the word for law is in small letters it needs two syllables
/// and a clear end; one of both is in capitals.
std::optional<LawName> KnownName(const Draft& draft, std::uint32_t token, bool headed) {
  const Match* cue = draft.CueAt(token, "directive.law");
  if (cue == nullptr) return std::nullopt;
  const bool capital = draft.text.tokens[token].capital;
  const bool clear = cue->tokens.size() >= 2 && EndsName(draft, cue->tokens.end);
  if (!(capital && headed) && !((capital || headed) && clear)) return std::nullopt;
  return LawName{cue->tokens.end, std::string(draft.lexicon.cues()[cue->entry].value)};
}

/// The name behind `head`; "luật" in small letters needs a known one ("luật Đất đai").
std::optional<LawName> NameAt(const Draft& draft, const TypeHead& head, std::uint32_t token) {
  if (auto known = KnownName(draft, token, head.capital)) return known;
  return head.capital ? UnknownName(draft, token) : std::nullopt;
}

/// "Luật sửa đổi, bổ sung một số điều của": ends before the name of the law that is amended.
std::uint32_t AmendingEnd(const Draft& draft, std::uint32_t token) {
  const Match* cue = draft.CueAt(token, "directive.amending");
  return cue == nullptr ? token : cue->tokens.end;
}

/// "năm 2013", "2013" at `token`; its year or 0.
std::int32_t YearAt(const Draft& draft, std::uint32_t token, std::uint32_t& end) {
  const std::uint32_t at = Is(draft.text, token, "năm") ? token + 1 : token;
  const auto year = scan::Number(draft.text, at);
  if (!year || *year < 1945 || *year > 2099) return 0;
  if (scan::Joined(draft.text, at + 1) && IsAny(draft.text, at + 1, {"/", "-"})) return 0;
  end = at + 1;
  return *year;
}

FoundDirective Make(const Draft& draft, const TypeHead& head, const LawName& law) {
  FoundDirective found;
  found.type = head.type;
  found.rule = "directive.law";
  std::uint32_t end = law.end;
  std::string name(head.type);
  if (!law.name.empty()) name += ' ' + law.name;
  found.key = "law/" + FoldKey(name);
  std::uint32_t revised = scan::After(draft.text, end, "( sửa đổi )");
  if (revised == end) revised = scan::After(draft.text, end, "( sửa đổi , bổ sung )");
  if (revised == end) revised = scan::After(draft.text, end, "sửa đổi");
  if (revised != end) {
    name += ' ' + scan::Plain(draft.text, {end, revised});
    end = revised;
  }
  // "Luật Hợp tác xã (HTX) năm 2012": the letters in brackets are no part of the name.
  if (Is(draft.text, end, "(") && Is(draft.text, end + 2, ")") &&
      draft.text.tokens[end + 1].all_capital && Is(draft.text, end + 3, "năm")) {
    end += 3;
  }
  const std::uint32_t before = end;
  if (const std::int32_t year = YearAt(draft, end, end); year != 0) {
    name += ' ' + scan::Plain(draft.text, {before, end});
    found.key += '/' + std::to_string(year);
  }
  found.core = {head.tokens.begin, end};
  found.name = std::move(name);
  return found;
}

/// A number behind the name: "Luật Đất đai số 31/2024/QH15", "(Luật số 31/2024/QH15)".
void TakeNumber(const Draft& draft, FoundDirective& found) {
  const AnalysedText& text = draft.text;
  std::uint32_t at = found.core.end;
  if (IsAny(text, at, {"(", ","})) ++at;
  if (Is(text, at, "luật")) ++at;
  if (!Is(text, at, "số")) return;
  ++at;
  if (Is(text, at, ":")) ++at;
  auto number = NumberAt(draft, at, false);
  if (!number || (!number->coded() && number->year == 0)) return;
  found.core.end = number->tokens.end;
  if (Is(text, found.core.end, ")")) ++found.core.end;
  found.printed = number->printed;
  found.alt.push_back(found.name);
  found.number = std::move(number);
}

/// "các Luật Đất đai, Nhà ở và đấu thầu": known names go on without the type word.
void TakeList(const Draft& draft, const TypeHead& head, std::vector<FoundDirective>& list) {
  while (true) {
    std::uint32_t at = list.back().core.end;
    const std::uint32_t joint = at;
    while (IsAny(draft.text, at, {",", ";", "và"}) && at < joint + 2) ++at;
    if (at == joint) return;
    const auto name = KnownName(draft, at, true);
    if (!name) return;
    TypeHead item = head;
    item.tokens = {at, at};
    list.push_back(Make(draft, item, *name));
    list.back().listed = true;
  }
}

}  // namespace

std::vector<FoundDirective> NamedLawsAt(const Draft& draft, const TypeHead& head) {
  const bool constitution = head.type == "Hiến pháp";
  const bool law = head.type == "Luật" || head.type == "Bộ luật" || head.type == "Pháp lệnh";
  if ((!law && !constitution) || IsBarred(draft, head.tokens.begin)) return {};
  if (constitution) {
    if (!head.capital) return {};
    FoundDirective found = Make(draft, head, {.end = head.tokens.end});
    if (found.core.end == head.tokens.end) return {};
    return {std::move(found)};
  }
  if (AmendingEnd(draft, head.tokens.end) != head.tokens.end) return {};
  const std::uint32_t first =
      head.tokens.end + (head.plural && Is(draft.text, head.tokens.end, ":"));
  const auto name = NameAt(draft, head, first);
  if (!name) return {};
  std::vector<FoundDirective> list;
  list.push_back(Make(draft, head, *name));
  TakeNumber(draft, list.back());
  const bool dated = list.back().number || std::ranges::count(list.back().key, '/') > 1;
  if (!dated && IsAmongBills(draft, head.tokens.begin)) return {};
  if (head.plural) TakeList(draft, head, list);
  return list;
}

}  // namespace chido
