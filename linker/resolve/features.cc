#include "linker/resolve/features.h"

#include <algorithm>
#include <tuple>

#include "graph/base/hash.h"
#include "linker/resolve/body_name.h"
#include "linker/resolve/mention.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

void SortUnique(std::vector<std::string>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

const OfficialItem& OfficialAt(const Reading& reading, ItemIndex index) {
  return reading.officials.at(static_cast<std::size_t>(index));
}

void AddPeople(const Reading& reading, const std::vector<PartItem>& parts, std::string_view prefix,
               std::vector<std::string>& keys) {
  for (const PartItem& part : parts) {
    keys.push_back(std::string(prefix) + FoldKey(OfficialAt(reading, part.who).name));
  }
}

/// The code after the last slash, up to a dash: "TU" of "04-QC/TU", "UBND" of "17/CT-UBND".
std::string IssuerCode(std::string_view number) {
  const std::size_t slash = number.rfind('/');
  std::string_view tail = slash == std::string_view::npos ? number : number.substr(slash + 1);
  // State numbers have the type before the dash: QĐ-UBND.
  if (const std::size_t dash = tail.rfind('-'); dash != std::string_view::npos) {
    tail = tail.substr(dash + 1);
  }
  return std::string(tail);
}

bool IsContextDependent(std::string_view code, const Lexicon& lexicon) {
  for (const Match& match : lexicon.Lookup(code)) {
    if (match.kind == EntryKind::kIssuerCode) {
      return lexicon.issuers()[match.entry].context_dependent;
    }
  }
  return true;
}

}  // namespace

bool NeedsPlace(const BodyItem& body, const Lexicon& lexicon) {
  const auto row = lexicon.BodyById(body.template_id);
  return row && HasUnitPart(lexicon.bodies()[*row]);
}

std::string ProvinceUid(const Lexicon& lexicon, std::string_view unit_uid) {
  const auto unit = lexicon.UnitByUid(unit_uid);
  if (!unit) return "";
  const auto province = lexicon.ProvinceOf(*unit);
  return province ? std::string(lexicon.units()[*province].uid) : "";
}

std::string_view UnitOfBody(const Lexicon& lexicon, std::string_view name,
                            std::string_view unit_uid) {
  const auto row = lexicon.UnitByUid(unit_uid);
  if (!row) return unit_uid;
  const auto province_name = [&lexicon](std::uint32_t unit) {
    const auto province = lexicon.ProvinceOf(unit);
    return province ? lexicon.units()[*province].name : std::string_view();
  };
  const UnitRow& given = lexicon.units()[*row];
  const auto rank = [name](const UnitRow& unit) {
    return std::tuple(NamesUnit(name, unit), unit.valid_from, unit.uid);
  };
  const UnitRow* best = &given;
  for (const Match& match : lexicon.Lookup(given.name)) {
    if (match.kind != EntryKind::kUnit) continue;
    const UnitRow& other = lexicon.units()[match.entry];
    const bool alike = other.level == given.level && other.name == given.name &&
                       province_name(match.entry) == province_name(*row);
    if (alike && rank(other) > rank(*best)) best = &other;
  }
  return best->uid;
}

std::vector<std::uint64_t> TitleWords(std::string_view title) {
  std::vector<std::uint64_t> words;
  const std::string key = FoldKey(title);
  std::size_t begin = 0;
  while (begin < key.size()) {
    const std::size_t end = std::min(key.find_first_of(" ,;:.\"()-/", begin), key.size());
    if (end - begin > 1) words.push_back(Hash64(std::string_view(key).substr(begin, end - begin)));
    begin = end + 1;
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string> MeetingKeys(const Reading& reading, const MeetingItem& meeting,
                                     const Lexicon& lexicon) {
  std::vector<std::string> keys;
  for (const PartItem& part : meeting.organisers) {
    const BodyItem& body = reading.bodies.at(static_cast<std::size_t>(part.who));
    keys.push_back("o:" + ToString(BodyEntityId(body, reading.document, lexicon)));
  }
  AddPeople(reading, meeting.chaired, "c:", keys);
  AddPeople(reading, meeting.attended, "a:", keys);
  AddPeople(reading, meeting.spoke, "a:", keys);
  if (!meeting.place_uid.empty()) keys.push_back("l:" + meeting.place_uid);
  if (!reading.frame.jurisdiction_uid.empty())
    keys.push_back("p:" + reading.frame.jurisdiction_uid);
  SortUnique(keys);
  return keys;
}

std::string DirectiveScope(const Reading& reading, const DirectiveItem& directive,
                           const Lexicon& lexicon) {
  const std::string unknown = reading.frame.jurisdiction_uid.empty()
                                  ? ToString(reading.document)
                                  : reading.frame.jurisdiction_uid;
  if (directive.issuer_body != kNoItem) {
    const BodyItem& body = reading.bodies.at(static_cast<std::size_t>(directive.issuer_body));
    if (!body.place.empty()) return body.place;
    return NeedsPlace(body, lexicon) ? unknown : "central";
  }
  if (!directive.number.empty()) {
    return IsContextDependent(IssuerCode(MendedNumber(directive)), lexicon) ? unknown : "central";
  }
  return directive.issuer.empty() ? "central" : FoldKey(directive.issuer);
}

std::string KnownBlock(const KnownDirectiveRow& row) {
  return row.number.empty() ? FoldKey(row.title) : FoldNumber(row.number);
}

std::string KnownIdentity(const KnownDirectiveRow& row) {
  return FoldKey(row.type) + "|" + KnownBlock(row) + "|central";
}

std::string MendedNumber(const DirectiveItem& directive) {
  for (const std::string& alt : directive.alt) {
    const bool digit = !alt.empty() && alt.front() >= '0' && alt.front() <= '9';
    if (digit && alt.find('/') != std::string::npos) return alt;
  }
  return directive.number;
}

std::string FoldNumber(std::string_view number) {
  std::string folded;
  for (const char c : FoldKey(number)) {
    if (c != ' ' && c != '.') folded.push_back(c);
  }
  const std::size_t digit = folded.find_first_not_of('0');
  return digit == std::string::npos ? folded : folded.substr(digit);
}

}  // namespace chido
