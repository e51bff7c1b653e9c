#include "linker/reading/directive_number.h"

#include <algorithm>
#include <vector>

#include "linker/reading/scan.h"

namespace chido {
namespace {

using scan::Is;
using scan::IsAny;
using scan::IsNumber;
using scan::IsWord;
using scan::Joined;

/// Codes are Latin letters and Đ, which is printed as a capital throughout.
inline bool EqualFold(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

const DirectiveTypeRow* RowOfCode(const Lexicon& lexicon, std::string_view code, bool party) {
  const DirectiveTypeRow* other = nullptr;
  for (const DirectiveTypeRow& row : lexicon.directive_types()) {
    const bool named = EqualFold(row.code, code) ||
                       std::ranges::any_of(row.code_variants, [&](std::string_view variant) {
                         return EqualFold(variant, code);
                       });
    if (!named || row.code.empty()) continue;
    const bool exact = EqualFold(row.code, code);
    if ((row.system == "party") == party && exact) return &row;
    if (other == nullptr || exact) other = &row;
  }
  return other;
}

const IssuerRow* RowOfIssuer(const Lexicon& lexicon, std::string_view code) {
  if (code.empty()) return nullptr;
  const IssuerRow* variant = nullptr;
  for (const IssuerRow& row : lexicon.issuers()) {
    if (EqualFold(row.code, code)) return &row;
    const bool named = std::ranges::any_of(
        row.variants, [&](std::string_view other) { return EqualFold(other, code); });
    // "TƯ" is an old spelling of TW and a damaged one of TU: the office that is one comes first.
    const bool better =
        variant == nullptr || (variant->context_dependent && !row.context_dependent);
    if (named && better) variant = &row;
  }
  return variant;
}

/// Whether a word looks like the letters of a number: two capitals or more, or a known code.
bool IsCodeWord(const Draft& draft, std::uint32_t token) {
  if (!IsWord(draft.text, token)) return false;
  const Token& word = draft.text.tokens[token];
  const std::string_view letters = draft.text.Text(token);
  if (!word.capital || letters.size() > 20 || letters.find('\'') != letters.npos) return false;
  // "C46", "P12": a department by letter and number.
  const bool department = Joined(draft.text, token + 1) && IsNumber(draft.text, token + 1);
  if (word.all_capital) {
    return letters.size() >= 2 || department || letters == "L" || letters == "V";
  }
  return RowOfCode(draft.lexicon, letters, false) != nullptr ||
         RowOfIssuer(draft.lexicon, letters) != nullptr;
}

/// One part between separators.
struct Segment {
  std::string text;
  char separator = 0;  ///< before it
  bool letters = false;
};

/// Reads the segments of one number, left to right.
class Segmenter {
 public:
  Segmenter(const Draft& draft, std::uint32_t token, bool spaced)
      : draft_(draft), text_(draft.text), at_(token), spaced_(spaced) {}

  bool Run() {
    if (!TakeLeading()) return false;
    while (TakeSegment()) {
    }
    return true;
  }
  std::uint32_t end() const { return at_; }
  const std::string& printed() const { return printed_; }
  const std::vector<Segment>& segments() const { return segments_; }

 private:
  void Append(std::uint32_t token) { printed_ += text_.Text(token); }

  bool TakeLeading() {
    if (!IsNumber(text_, at_) || text_.Text(at_).size() > 6) return false;
    Append(at_);
    Segment leading{.text = std::string(text_.Text(at_))};
    ++at_;
    if (IsWord(text_, at_) && Joined(text_, at_) && text_.Text(at_).size() == 1 &&
        !(text_.tokens[at_].capital && !IsAny(text_, at_, {"a", "b"}))) {
      leading.text += text_.Text(at_);
      Append(at_);
      ++at_;
    }
    segments_.push_back(std::move(leading));
    return true;
  }

  bool HasLetters() const { return segments_.back().letters; }

  bool TakeSegment() {
    std::uint32_t next = at_;
    char separator = 0;
    bool loose = false;
    if (IsAny(text_, next, {"/", "-", "_", "."})) {
      separator = text_.Text(next)[0];
      loose = !Joined(text_, next) || !Joined(text_, next + 1);
      ++next;
    } else if (!(spaced_ && segments_.size() == 1 && IsCodeWord(draft_, next) &&
                 Is(text_, next + 1, "/"))) {
      return false;
    }
    if (IsNumber(text_, next)) return TakeYear(next, separator, loose);
    if (!IsCodeWord(draft_, next) || (separator == '.' && (loose || !HasLetters()))) return false;
    // "35-NQ/TW - BBT" goes on with another name, "35 - NQ / TW" with the number.
    if (loose && Complete() && !loose_) return false;
    loose_ = loose_ || loose;
    TakeLetters(next, separator);
    return true;
  }

  bool Complete() const {
    return std::ranges::count_if(segments_, [](const Segment& part) { return part.letters; }) >= 2;
  }

  bool TakeYear(std::uint32_t next, char separator, bool loose) {
    const auto year = scan::Number(text_, next);
    const bool plausible = year && text_.Text(next).size() == 4 && *year >= 1945 && *year <= 2099;
    // "67 /2014/NĐ-CP": a blank before the year counts only where letters follow.
    const bool lettered = Is(text_, next + 1, "/") && IsCodeWord(draft_, next + 2);
    if (!plausible || (loose && !lettered) || segments_.size() != 1 || separator == '.' ||
        separator == '_') {
      return false;
    }
    printed_ += separator;
    Append(next);
    segments_.push_back({.text = std::string(text_.Text(next)), .separator = separator});
    at_ = next + 1;
    return true;
  }

  void TakeLetters(std::uint32_t next, char separator) {
    if (separator == 0) {
      printed_ += ' ';
    } else {
      printed_ += separator;
    }
    Segment segment{.separator = separator, .letters = true};
    while (true) {
      Append(next);
      segment.text += text_.Text(next);
      ++next;
      const bool glued = Joined(text_, next) && (IsNumber(text_, next) || IsCodeWord(draft_, next));
      const bool term =
          segment.text.ends_with("QH") && IsNumber(text_, next) && text_.Text(next).size() == 2;
      if (glued || term) continue;
      if (Is(text_, next, "&") && Joined(text_, next) && IsWord(text_, next + 1)) continue;
      if (next > 0 && Is(text_, next - 1, "&") && IsWord(text_, next)) continue;
      break;
    }
    segments_.push_back(std::move(segment));
    at_ = next;
  }

  const Draft& draft_;
  const AnalysedText& text_;
  std::uint32_t at_;
  bool spaced_;
  bool loose_ = false;
  std::string printed_;
  std::vector<Segment> segments_;
};

void AppendCode(std::string& code, std::string_view part) {
  if (!code.empty()) code += '-';
  code += part;
}

std::string CanonicalIssuer(const Lexicon& lexicon, std::string_view code) {
  const IssuerRow* row = RowOfIssuer(lexicon, code);
  if (row == nullptr || row->code.find('{') != row->code.npos) return std::string(code);
  // A row of several variants stands for one office only where the spelling differs.
  return std::string(EqualFold(row->code, code) || row->code == "TW" ? row->code : code);
}

/// Sorts the segments into year, type, issuer and unit.
void Classify(const Draft& draft, const std::vector<Segment>& segments, DirectiveNumber& number) {
  number.leading = segments.front().text;
  bool party_form = false;
  for (std::size_t i = 1; i < segments.size(); ++i) {
    const Segment& part = segments[i];
    if (!part.letters) {
      number.year = std::stoi(part.text);
      continue;
    }
    const DirectiveTypeRow* type = RowOfCode(draft.lexicon, part.text, part.separator == '-');
    if (type != nullptr && number.type_code.empty() && number.issuer_code.empty()) {
      number.type_code = EqualFold(type->code, part.text) ? std::string(type->code) : part.text;
      party_form = part.separator != '/';
    } else if (number.type_code.empty() && !number.issuer_code.empty()) {
      AppendCode(number.unit_code, part.text);
    } else {
      AppendCode(number.issuer_code, CanonicalIssuer(draft.lexicon, part.text));
    }
  }
  const IssuerRow* issuer = RowOfIssuer(draft.lexicon, number.issuer_code);
  if (issuer == nullptr) {
    number.party = party_form;
  } else {
    number.party = issuer->system == "party" || (issuer->system != "state" && party_form);
  }
}

/// Whether a dash or stroke before the digits makes them part of something else.
bool IsTail(const AnalysedText& text, std::uint32_t token) {
  if (token == 0 || !Joined(text, token)) return false;
  if (IsWord(text, token - 1)) return true;
  return IsAny(text, token - 1, {"/", ".", ",", "-", "_", "+"}) && Joined(text, token - 1) &&
         token >= 2 && text.tokens[token - 2].kind != TokenKind::kPunctuation;
}

bool GoesOnAsNumber(const AnalysedText& text, std::uint32_t token) {
  if (Is(text, token, "%")) return true;
  if (!Joined(text, token)) return false;
  if (IsAny(text, token, {"/", "-", ".", ",", ":"})) {
    return Joined(text, token + 1) && IsNumber(text, token + 1);
  }
  return IsWord(text, token);
}

}  // namespace

std::string DirectiveNumber::Canonical() const {
  std::string canonical = leading;
  if (!party && year != 0) canonical += '/' + std::to_string(year);
  if (type_code.empty() && issuer_code.empty()) return canonical;
  if (type_code.empty()) {
    canonical += '/' + issuer_code;
    if (!unit_code.empty()) canonical += '-' + unit_code;
    return canonical;
  }
  canonical += (party ? '-' : '/') + type_code;
  if (!issuer_code.empty()) canonical += (party ? '/' : '-') + issuer_code;
  return canonical;
}

std::optional<DirectiveNumber> NumberAt(const Draft& draft, std::uint32_t token, bool spaced) {
  if (IsTail(draft.text, token)) return std::nullopt;
  Segmenter segmenter(draft, token, spaced);
  if (!segmenter.Run()) return std::nullopt;
  if (GoesOnAsNumber(draft.text, segmenter.end())) return std::nullopt;
  DirectiveNumber number;
  number.tokens = {token, segmenter.end()};
  number.printed = segmenter.printed();
  Classify(draft, segmenter.segments(), number);
  return number;
}

std::string TypeOfCode(const Lexicon& lexicon, std::string_view code, bool party) {
  const DirectiveTypeRow* row = RowOfCode(lexicon, code, party);
  if (row == nullptr) return {};
  std::string_view type = row->type;
  for (const std::string_view tail : {" của ", " (", " /"}) {
    type = type.substr(0, std::min(type.find(tail), type.size()));
  }
  return std::string(type);
}

bool SameLeading(std::string_view a, std::string_view b) {
  const auto strip = [](std::string_view digits) {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
  };
  return strip(a) == strip(b);
}

}  // namespace chido
