#include "linker/reading/evaluate_fold.h"

#include <array>

#include "linker/text/normal.h"

namespace chido {
namespace {

bool IsAsciiWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Bytes of a punctuation mark of U+2000..U+206F at `at`, else 0.
std::size_t GeneralPunctuation(std::string_view text, std::size_t at) {
  const bool mark = at + 2 < text.size() && text[at] == '\xE2' &&
                    (text[at + 1] == '\x80' || text[at + 1] == '\x81');
  return mark ? 3 : 0;
}

bool IsWordByte(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (IsAsciiWord(text[at])) return true;
  return static_cast<unsigned char>(text[at]) >= 0x80 && GeneralPunctuation(text, at) == 0;
}

/// Whether no word runs over the border before `at`.
bool AtBorder(std::string_view text, std::size_t at) {
  return at == 0 || (!IsAsciiWord(text[at - 1]) && static_cast<unsigned char>(text[at - 1]) < 0x80);
}

/// Removes a unit's type word where a name follows; the words for organs of that unit
/// (*tỉnh ủy*, *thành đoàn*, *huyện hội*, *huyện đội*) stay whole.
std::string WithoutUnitWords(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kUnits = {"tỉnh ", "thành phố ", "huyện ",
                                                             "quận ", "thị xã ",    "tp "};
  static constexpr std::array<std::string_view, 4> kOrgans = {"ủy", "đoàn", "hội", "đội"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t skip = 0;
    if (AtBorder(text, at)) {
      for (const std::string_view unit : kUnits) {
        if (text.substr(at).starts_with(unit)) skip = unit.size();
      }
      for (const std::string_view organ : kOrgans) {
        if (text.substr(at + skip).starts_with(organ)) skip = 0;
      }
    }
    if (skip == 0) out += text[at++];
    at += skip;
  }
  return out;
}

}  // namespace

std::string FoldForJudging(std::string_view text) {
  const std::string key = FoldKey(text);
  std::string out;
  for (const char c : key) {
    const bool blank = std::string_view("\".,;:() \n\t").find(c) != std::string_view::npos;
    if (blank && (out.empty() || out.back() == ' ' || out.back() == '-')) continue;
    if (c == '-') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
    }
    out += blank ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string FoldBodyForJudging(std::string_view text) {
  std::string out = FoldForJudging(text);
  constexpr std::string_view kParty = "đảng cộng sản việt nam";
  for (std::size_t at = out.find(kParty); at != std::string::npos; at = out.find(kParty, at)) {
    out.replace(at, kParty.size(), "đảng");
  }
  for (std::string next = WithoutUnitWords(out); next != out; next = WithoutUnitWords(out)) {
    out = std::move(next);
  }
  return out;
}

std::string FoldTitleForJudging(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kWords = {"đồng chí", "quyền", "phụ trách"};
  const std::string folded = FoldForJudging(text);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t skip = 0;
    for (const std::string_view word : kWords) {
      const bool whole = AtBorder(folded, at) && !IsWordByte(folded, at + word.size());
      if (whole && std::string_view(folded).substr(at).starts_with(word)) skip = word.size();
    }
    if (skip == 0) {
      out += folded[at++];
      continue;
    }
    at += skip;
    if (at < folded.size() && folded[at] == ' ') ++at;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string FoldNumberForJudging(std::string_view text) {
  std::string out;
  for (const char c : FoldForJudging(text)) {
    if (c != ' ') out += c;
  }
  constexpr std::string_view kNumberWord = "số";
  if (out.starts_with(kNumberWord)) out.erase(0, kNumberWord.size());
  constexpr std::string_view kLong = "qđi";
  if (const std::size_t at = out.find(kLong); at != std::string::npos) {
    out.replace(at, kLong.size(), "qđ");
  }
  return out;
}

std::set<std::string> WordsForJudging(std::string_view text) {
  std::set<std::string> words;
  const std::string folded = FoldForJudging(text);
  std::string word;
  for (std::size_t at = 0; at <= folded.size();) {
    if (IsWordByte(folded, at)) {
      word += folded[at++];
      continue;
    }
    if (!word.empty()) words.insert(std::move(word));
    word.clear();
    at += std::max<std::size_t>(GeneralPunctuation(folded, at), 1);
  }
  return words;
}

}  // namespace chido
