#include "linker/text/abbreviations.h"

#include <algorithm>
#include <array>

namespace chido {
namespace {

constexpr std::array<std::string_view, 53> kAbbreviations = {
    "bs",  "bsck", "bscki", "cf",   "ck", "cn",   "cty",  "dr",  "dsck", "email", "fax",
    "gs",  "hl",   "jr",    "kh",   "ks", "kts",  "lg",   "ls",  "mr",   "mrs",   "ms",
    "ncs", "ng",   "ngnd",  "ngưt", "no", "nsnd", "nsưt", "nxb", "pgs",  "ph",    "pts",
    "sđt", "st",   "stt",   "tel",  "tg", "th",   "ths",  "tk",  "tp",   "tr",    "trg",
    "ts",  "tskh", "tt",    "ttr",  "tx", "vd",   "đc",   "đt",  "đh"};

constexpr std::array<std::string_view, 16> kGradeWords = {
    "loại", "hạng", "khối", "vitamin", "nhóm", "lớp",  "bảng",  "khu",
    "lô",   "nhà",  "tổ",   "điểm",    "mục",  "phần", "block", "gan"};

}  // namespace

bool IsKnownAbbreviation(std::string_view lower) {
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), lower) != kAbbreviations.end();
}

bool IsGradeWord(std::string_view lower) {
  return std::find(kGradeWords.begin(), kGradeWords.end(), lower) != kGradeWords.end();
}

bool IsRomanNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

}  // namespace chido
