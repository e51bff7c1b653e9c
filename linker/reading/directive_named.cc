#include <algorithm>

#include "linker/reading/date_form.h"
#include "linker/reading/directive_draft.h"
#include "linker/reading/directive_law.h"
#include "linker/reading/scan.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;

constexpr std::string_view kCentralCommittee = "Ban Chấp hành Trung ương Đảng";

/// A number in digits, Roman letters or words ("tư", "mười ba").
struct Ordinal {
  std::uint32_t end = 0;
  std::int32_t value = 0;
};

std::optional<Ordinal> OrdinalAt(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  if (const auto number = scan::Number(text, token); number && *number >= 1 && *number <= 60) {
    return Ordinal{token + 1, *number};
  }
  if (const auto roman = scan::Roman(text, token)) return Ordinal{token + 1, *roman};
  if (const Match* cue = draft.CueAt(token, "directive.ordinal")) {
    return Ordinal{cue->tokens.end, std::stoi(std::string(draft.lexicon.cues()[cue->entry].value))};
  }
  return std::nullopt;
}

std::uint32_t Skip(const AnalysedText& text, std::uint32_t token,
                   std::initializer_list<std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    const std::uint32_t end = scan::After(text, token, phrase);
    if (end != token) return end;
  }
  return token;
}

/// End of "Trung ương", "Ban Chấp hành Trung ương Đảng", "BCH TW" at `token`, else `token`.
std::uint32_t CentralEnd(const Draft& draft, std::uint32_t token) {
  const Match* cue = draft.CueAt(token, "directive.central");
  return cue == nullptr ? token : cue->tokens.end;
}

/// "khóa XII", "(khóa XI, XII)", ", khóa XI và khóa XII" at `token`.
struct Terms {
  std::uint32_t end = 0;
  std::vector<std::int32_t> values;
  std::uint32_t first_end = 0;  ///< end of the first one
};

Terms TermsAt(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  Terms terms{.end = token};
  std::uint32_t at = Skip(text, token, {",", "("});
  const bool bracket = at != token && Is(text, token, "(");
  at = Skip(text, at, {"các"});
  if (!Is(text, at, "khóa")) return terms;
  ++at;
  while (true) {
    const auto ordinal = OrdinalAt(draft, at);
    if (!ordinal) break;
    terms.values.push_back(ordinal->value);
    terms.end = ordinal->end;
    if (terms.values.size() == 1) terms.first_end = ordinal->end;
    const std::uint32_t next = Skip(text, ordinal->end, {",", "và", "-", ";"});
    if (next == ordinal->end) break;
    const std::uint32_t word = Skip(text, next, {"khóa"});
    // A number in digits after a comma begins something else.
    if (word == next && !scan::Roman(text, next)) break;
    at = word;
  }
  if (!terms.values.empty() && bracket && Is(text, terms.end, ")")) {
    ++terms.end;
    if (terms.values.size() == 1) terms.first_end = terms.end;
  }
  return terms;
}

/// The session of the Central Committee named at `token`: "Trung ương 4", "Hội nghị lần thứ 13 Ban
/// Chấp hành Trung ương Đảng", "Hội nghị Trung ương lần thứ tư". Several for "Trung ương 5, 6".
struct Plenum {
  std::uint32_t end = 0;
  std::vector<std::int32_t> numbers;
};

Plenum PlenumAt(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  Plenum plenum{.end = token};
  std::uint32_t at = Skip(text, token, {"của"});
  at = Skip(text, at, {"hội nghị", "hn"});
  const std::uint32_t counted = Skip(text, at, {"lần thứ", "thứ"});
  if (counted != at) {
    const auto ordinal = OrdinalAt(draft, counted);
    if (!ordinal) return plenum;
    const std::uint32_t before = Skip(text, ordinal->end, {",", "của"});
    const std::uint32_t end = CentralEnd(draft, before);
    if (end == before) return plenum;
    return {end, {ordinal->value}};
  }
  const std::uint32_t central = CentralEnd(draft, at);
  if (central == at) return plenum;
  std::uint32_t next = Skip(text, central, {"lần thứ", "thứ"});
  while (true) {
    const auto ordinal = OrdinalAt(draft, next);
    if (!ordinal || DateFormAt(draft, next)) break;
    plenum.numbers.push_back(ordinal->value);
    plenum.end = ordinal->end;
    const std::uint32_t joint = Skip(text, ordinal->end, {",", "và"});
    if (joint == ordinal->end || !scan::IsNumber(text, joint)) break;
    next = joint;
  }
  return plenum;
}

FoundDirective Named(const TypeHead& head, std::uint32_t end, std::string name,
                     std::string_view rule) {
  FoundDirective found;
  found.core = {head.tokens.begin, end};
  found.type = head.type;
  found.name = std::move(name);
  found.rule = rule;
  return found;
}

/// "nghị quyết …" at the head of a name is written "Nghị quyết …".
std::string NameOf(const Draft& draft, const TypeHead& head, std::uint32_t end) {
  std::string name(head.type);
  const std::string rest = scan::Plain(draft.text, {head.tokens.end, end});
  if (!rest.empty()) name += ' ' + rest;
  return name;
}

std::string ShortPlenumName(const TypeHead& head, std::int32_t number, std::int32_t term) {
  std::string name(head.type);
  name += " Trung ương " + std::to_string(number);
  if (term != 0) name += " khóa " + scan::ToRoman(term);
  return name;
}

FoundDirective OfPlenum(const Draft& draft, const TypeHead& head, std::uint32_t end,
                        std::int32_t number, std::int32_t term, bool single) {
  const std::string brief = ShortPlenumName(head, number, term);
  FoundDirective found =
      Named(head, end, single ? NameOf(draft, head, end) : brief, "directive.plenum");
  found.key = "plenum/" + found.type + '/' + std::to_string(number) + '/' +
              (term == 0 ? std::string() : scan::ToRoman(term));
  if (found.name != brief) found.alt.push_back(brief);
  found.issuer = kCentralCommittee;
  return found;
}

std::vector<FoundDirective> PlenumsAt(const Draft& draft, const TypeHead& head) {
  std::vector<FoundDirective> list;
  const bool party = head.type == "Nghị quyết" || head.type == "Kết luận";
  if (!party) return list;
  const Plenum plenum = PlenumAt(draft, head.tokens.end);
  if (plenum.numbers.empty()) return list;
  Terms terms = TermsAt(draft, plenum.end);
  if (terms.values.empty()) terms = {.end = plenum.end, .values = {0}, .first_end = plenum.end};
  const bool single = plenum.numbers.size() == 1 && terms.values.size() == 1;
  for (const std::int32_t term : terms.values) {
    for (const std::int32_t number : plenum.numbers) {
      list.push_back(OfPlenum(draft, head, terms.end, number, term, single));
      list.back().listed = list.size() > 1;
    }
  }
  return list;
}

/// What the words between "Đại hội" and its number say.
struct Congress {
  std::uint32_t end = 0;  ///< end of the number and of what belongs to it
  std::int32_t number = 0;
  TokenRange organisation;  ///< "Đảng bộ tỉnh", "Công đoàn Việt Nam"; empty for the Party
};

bool IsNational(const AnalysedText& text, TokenRange words) {
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (!IsAny(text, token,
               {"đại", "biểu", "toàn", "quốc", "đảng", "của", "cộng", "sản", "việt", "nam"})) {
      return false;
    }
  }
  return true;
}

/// After the number: "của Đảng", "Đảng bộ tỉnh Lai Châu".
std::uint32_t CongressTail(const Draft& draft, std::uint32_t token, TokenRange& organisation) {
  const AnalysedText& text = draft.text;
  const std::uint32_t party = Skip(text, token, {"của đảng cộng sản việt nam", "của đảng", "đảng"});
  if (party != token && !Is(text, party, "bộ") && !Is(text, party, "ủy")) return party;
  const std::uint32_t branch = Skip(text, Skip(text, token, {"của"}), {"đảng bộ"});
  if (branch == Skip(text, token, {"của"})) return token;
  std::uint32_t end = Skip(text, branch, {"quân sự", "công an"});
  end = Skip(text, end, {"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "khối"});
  while (scan::IsWord(text, end) && text.tokens[end].capital) ++end;
  organisation = {branch - 2, end};
  return end;
}

std::optional<Congress> CongressAt(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  const std::uint32_t first = scan::After(text, Skip(text, token, {"của"}), "đại hội");
  if (first == Skip(text, token, {"của"})) return std::nullopt;
  constexpr std::uint32_t kMostWords = 16;
  for (std::uint32_t at = first; at < first + kMostWords; ++at) {
    std::uint32_t digits = Skip(text, at, {"lần thứ", "thứ", "khóa"});
    const bool marked = digits != at;
    const auto ordinal = marked || scan::Roman(text, at) ? OrdinalAt(draft, digits) : std::nullopt;
    if (ordinal) {
      Congress congress{.end = ordinal->end, .number = ordinal->value};
      congress.organisation = IsNational(text, {first, at}) ? TokenRange{} : TokenRange{first, at};
      TokenRange tail = congress.organisation;
      congress.end = CongressTail(draft, ordinal->end, tail);
      if (congress.organisation.empty()) congress.organisation = tail;
      return congress;
    }
    if (Is(text, at, "các") || Is(text, at, "cấp")) return std::nullopt;
    if (!scan::IsWord(text, at) && !Is(text, at, "-")) return std::nullopt;
  }
  return std::nullopt;
}

/// The bare province of the article with its unit word left out, where `words` end with a level.
std::string HomeName(const Draft& draft, TokenRange words) {
  const bool open = IsAny(draft.text, words.end - 1, {"tỉnh", "phố"});
  if (!open || draft.frame.jurisdiction_uid.empty()) return {};
  return draft.frame.jurisdiction;
}

std::string CongressIssuer(const Draft& draft, const Congress& congress) {
  const std::string number = scan::ToRoman(congress.number);
  if (congress.organisation.empty()) {
    return "Đại hội đại biểu toàn quốc lần thứ " + number + " của Đảng";
  }
  std::string words = scan::Plain(draft.text, congress.organisation);
  const std::string home = HomeName(draft, congress.organisation);
  if (!home.empty()) words += ' ' + home;
  // A congress of the branch of a unit is one of delegates.
  for (const std::string_view level : {"tỉnh", "thành phố", "huyện", "quận", "thị xã"}) {
    if (FoldKey(words).starts_with("đảng bộ " + std::string(level))) {
      words = "đại biểu Đảng bộ " + words.substr(std::string_view("Đảng bộ ").size());
      break;
    }
  }
  return "Đại hội " + words + " lần thứ " + number;
}

/// The part of a congress's name that tells it from others: level and kind, without the place.
std::string CongressKey(const Draft& draft, const Congress& congress) {
  std::string key = "congress/" + std::to_string(congress.number);
  if (congress.organisation.empty()) return key;
  key += '/';
  for (std::uint32_t token = congress.organisation.begin; token < congress.organisation.end;
       ++token) {
    if (IsAny(draft.text, token, {"đại", "biểu", "của", "toàn", "quốc"})) continue;
    key += draft.text.Lower(token);
    if (IsAny(draft.text, token, {"tỉnh", "phố", "huyện", "quận", "xã", "phường"})) break;
  }
  return key;
}

std::vector<FoundDirective> CongressesAt(const Draft& draft, const TypeHead& head) {
  if (head.type != "Nghị quyết") return {};
  const auto congress = CongressAt(draft, head.tokens.end);
  if (!congress) return {};
  FoundDirective found =
      Named(head, congress->end, NameOf(draft, head, congress->end), "directive.congress");
  found.key = CongressKey(draft, *congress);
  found.issuer = CongressIssuer(draft, *congress);
  const std::string brief = "Nghị quyết Đại hội " + scan::ToRoman(congress->number) + " của Đảng";
  if (congress->organisation.empty() && found.name != brief) found.alt.push_back(brief);
  return {found};
}

/// "Đề án \"…\"": a document with a proper name in quotes.
std::optional<FoundDirective> QuotedAt(const Draft& draft, const TypeHead& head) {
  const AnalysedText& text = draft.text;
  const std::uint32_t open = head.tokens.end;
  if (!head.capital || !Is(text, open, "\"")) return std::nullopt;
  if (open + 1 >= text.tokens.size() || !text.tokens[open + 1].capital) return std::nullopt;
  if (draft.CueAt(head.tokens.begin, "directive.quoted") == nullptr) return std::nullopt;
  constexpr std::uint32_t kLeastWords = 4;
  constexpr std::uint32_t kMostWords = 40;
  const std::uint32_t end = scan::SentenceRange(text, open).end;
  for (std::uint32_t at = open + 1; at < std::min(end, open + kMostWords); ++at) {
    if (!Is(text, at, "\"")) continue;
    if (at < open + 1 + kLeastWords) return std::nullopt;
    FoundDirective found = Named(head, at + 1, NameOf(draft, head, at + 1), "directive.quoted");
    found.key = "quoted/" + FoldKey(found.name);
    return found;
  }
  return std::nullopt;
}

/// "Chiến lược quốc gia về … giai đoạn 2011-2020": a national programme named with its term.
std::optional<FoundDirective> ProgrammeAt(const Draft& draft, const TypeHead& head) {
  const AnalysedText& text = draft.text;
  const std::uint32_t subject = head.tokens.end;
  if (!head.capital || !Is(text, subject - 1, "gia") || !Is(text, subject, "về")) {
    return std::nullopt;
  }
  constexpr std::uint32_t kMostWords = 30;
  const std::uint32_t end = std::min(scan::SentenceRange(text, subject).end, subject + kMostWords);
  for (std::uint32_t at = subject + 1; at < end; ++at) {
    if (!scan::IsWord(text, at) && !Is(text, at, ",")) return std::nullopt;
    if (TypeHeadAt(draft, at)) return std::nullopt;
    const std::uint32_t term = Skip(text, at, {"giai đoạn", "đến năm"});
    const auto years = term == at ? std::nullopt : DateFormAt(draft, term);
    if (!years) continue;
    FoundDirective found =
        Named(head, years->tokens.end, scan::Plain(text, {head.tokens.begin, years->tokens.end}),
              "directive.programme");
    found.key = "programme/" + FoldKey(found.name);
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::vector<FoundDirective> NamedDirectivesAt(const Draft& draft, const TypeHead& head) {
  if (auto list = PlenumsAt(draft, head); !list.empty()) return list;
  if (auto list = CongressesAt(draft, head); !list.empty()) return list;
  if (auto list = NamedLawsAt(draft, head); !list.empty()) return list;
  if (auto quoted = QuotedAt(draft, head)) return {*quoted};
  if (auto programme = ProgrammeAt(draft, head)) return {*programme};
  return {};
}

}  // namespace chido
