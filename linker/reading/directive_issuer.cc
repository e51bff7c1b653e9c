#include <algorithm>

#include "linker/reading/directive_draft.h"
#include "linker/reading/scan.h"

namespace chido {
namespace {

constexpr std::string_view kCentralCommittee = "Ban Chấp hành Trung ương Đảng";

/// The body that a mention at `token` names.
std::optional<IssuerName> MentionedBody(const Draft& draft, std::uint32_t token) {
  auto at = std::ranges::lower_bound(draft.body_mentions, token, {},
                                     [](const BodyMention& body) { return body.tokens.begin; });
  std::optional<IssuerName> best;
  for (; at != draft.body_mentions.end() && at->tokens.begin == token; ++at) {
    if (at->generic || at->item == kNoItem) continue;
    if (best && best->end >= at->tokens.end) continue;
    best = IssuerName{at->tokens.end, draft.bodies[at->item].name, at->item};
  }
  return best;
}

/// "Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng", "Hội nghị Trung ương 8".
std::optional<IssuerName> PlenumAt(const Draft& draft, std::uint32_t token) {
  const AnalysedText& text = draft.text;
  std::uint32_t at = scan::After(text, token, "hội nghị");
  if (at == token) return std::nullopt;
  if (const std::uint32_t counted = scan::After(text, at, "lần thứ"); counted != at) {
    at = counted + 1;
  }
  const Match* central = draft.CueAt(at, "directive.central");
  if (central == nullptr) return std::nullopt;
  std::uint32_t end = central->tokens.end;
  if (scan::IsNumber(text, end)) ++end;
  return IssuerName{end, std::string(kCentralCommittee)};
}

/// "Bộ trưởng Bộ Công an", "Chủ tịch UBND tỉnh", "Giám đốc Công an thành phố": an office that
/// issues.
std::optional<IssuerName> OfficeAt(const Draft& draft, std::uint32_t token) {
  if (const Match* cue = draft.CueAt(token, "directive.office")) {
    return IssuerName{cue->tokens.end, std::string(draft.lexicon.cues()[cue->entry].value)};
  }
  const Match* role = draft.MatchAt(token, EntryKind::kRole);
  if (role == nullptr) return std::nullopt;
  // The table's longest title may hold the body's name ("Giám đốc Công an thành phố").
  for (std::uint32_t at = role->tokens.begin + 1; at <= role->tokens.end; ++at) {
    const auto body = MentionedBody(draft, at);
    if (!body) continue;
    std::string title = scan::Plain(draft.text, {role->tokens.begin, at});
    if (at == role->tokens.end) title = draft.lexicon.roles()[role->entry].title;
    return IssuerName{.end = body->end, .name = title + ' ' + body->name, .organ = body->body};
  }
  return std::nullopt;
}

/// A body that the tables know by a whole name, for words that are no mention of their own.
std::optional<IssuerName> KnownBody(const Draft& draft, std::uint32_t token) {
  if (const Match* cue = draft.CueAt(token, "organ.central")) {
    return IssuerName{cue->tokens.end, std::string(draft.lexicon.cues()[cue->entry].value)};
  }
  return std::nullopt;
}

bool Longer(const std::optional<IssuerName>& a, const std::optional<IssuerName>& b) {
  return a && (!b || a->end > b->end);
}

/// "{tỉnh}" in a template's name is the article's province; names of central cities change.
std::string InProvince(const Draft& draft, const Locality& locality, std::string_view name) {
  std::string filled(name);
  const std::size_t brace = filled.find('{');
  if (locality.province() < 0) {
    if (brace == filled.npos) return filled;
    filled.resize(brace);
    while (filled.ends_with(' ')) filled.pop_back();
    return filled;
  }
  const UnitRow& unit = draft.lexicon.units()[locality.province()];
  const bool city = UnitWord(unit) == "thành phố";
  if (brace != filled.npos) {
    filled.replace(brace, filled.find('}', brace) + 1 - brace, unit.name);
  } else {
    filled.append(" ").append(unit.name);
  }
  if (!city) return filled;
  for (const auto& [province, town] :
       {std::pair<std::string_view, std::string_view>("Tỉnh ủy", "Thành ủy"),
        std::pair<std::string_view, std::string_view>(" tỉnh ", " thành phố ")}) {
    const std::size_t at = filled.find(province);
    if (at != filled.npos) filled.replace(at, province.size(), town);
  }
  return filled;
}

/// A body of the district that the article's address names, or open.
std::string InDistrict(const Draft& draft, const Locality& locality, std::string_view name,
                       std::string_view words) {
  const std::int32_t district =
      locality.home_district() >= 0 ? locality.home_district() : locality.UnitFor(words, 0);
  std::string filled(name);
  if (district >= 0) filled.append(" ").append(draft.lexicon.units()[district].name);
  return filled;
}

const IssuerRow* RowOf(const Lexicon& lexicon, std::string_view code) {
  for (const IssuerRow& row : lexicon.issuers()) {
    if (row.code == code || std::ranges::find(row.variants, code) != row.variants.end()) {
      return &row;
    }
  }
  return nullptr;
}

/// The name that a code of a province's or district's body stands for.
std::string LocalIssuer(const Draft& draft, const Locality& locality, const IssuerRow& row) {
  const auto body = draft.lexicon.BodyById(row.body_id);
  if (!body) return {};
  const std::string_view name = draft.lexicon.bodies()[*body].name;
  const std::string_view bare = name.substr(0, std::min(name.find(" {"), name.size()));
  if (row.code == "VPUBND") return {};
  if (row.level == "province") return InProvince(draft, locality, name);
  if (row.level == "district") return InDistrict(draft, locality, bare, "huyện");
  if (row.level != "any") return {};
  if (row.code != "UBND" && row.code != "HĐND") return {};
  const auto units = draft.lexicon.units();
  const std::int32_t district = locality.home_district();
  // A district that bears its province's name cannot be told from it by an address.
  const bool own = district >= 0 && units[district].name != draft.frame.jurisdiction;
  if (!own) return InProvince(draft, locality, name);
  const UnitRow& unit = units[district];
  std::string filled(row.code == "UBND" ? "Ủy ban nhân dân " : "Hội đồng nhân dân ");
  return filled.append(UnitWord(unit)).append(" ").append(unit.name);
}

/// A department of the province by its letters ("SNV"): its template has the code as abbreviation.
std::string DepartmentIssuer(const Draft& draft, const Locality& locality, std::string_view code) {
  for (const Match& match : draft.lexicon.Lookup(code)) {
    if (match.kind != EntryKind::kBody) continue;
    const BodyRow& row = draft.lexicon.bodies()[match.entry];
    if (row.level == "province") return InProvince(draft, locality, row.name);
    if (row.level == "central" && row.name.find('{') == row.name.npos) return std::string(row.name);
  }
  return {};
}

/// "BCĐ35": the steering committee of that number, of the article's province.
std::string SteeringCommittee(const Draft& draft, const Locality& locality, std::string_view code) {
  std::string name("Ban Chỉ đạo ");
  name.append(code.substr(code.find_first_of("0123456789")));
  if (locality.province() < 0) return name;
  const UnitRow& unit = draft.lexicon.units()[locality.province()];
  return name.append(" ").append(UnitWord(unit)).append(" ").append(unit.name);
}

}  // namespace

std::optional<IssuerName> IssuerAt(const Draft& draft, std::uint32_t token) {
  if (token >= draft.text.tokens.size()) return std::nullopt;
  std::optional<IssuerName> best = MentionedBody(draft, token);
  for (auto reader : {PlenumAt, OfficeAt, KnownBody}) {
    if (auto other = reader(draft, token); Longer(other, best)) best = std::move(other);
  }
  return best;
}

bool NumberNamesIssuer(const Draft& draft, const FoundDirective& found) {
  if (!found.number || found.number->issuer_code.empty()) return false;
  const std::string_view code = found.number->issuer_code;
  if (code.find("QH") != code.npos) return true;
  const IssuerRow* row = RowOf(draft.lexicon, code.substr(0, code.find('-')));
  return row != nullptr && !row->context_dependent && row->code != "TW";
}

std::string IssuerOfNumber(const Draft& draft, const Locality& locality,
                           const FoundDirective& found) {
  if (found.type == "Nghị định") return "Chính phủ";
  if (!found.number || found.number->issuer_code.empty()) return {};
  std::string_view code = found.number->issuer_code;
  code = code.substr(0, code.find('-'));
  if (code.starts_with("UBTVQH")) return "Ủy ban Thường vụ Quốc hội";
  if (code.starts_with("QH")) return "Quốc hội";
  if (code == "TW") return {};
  if (code.starts_with("BCĐ") && code.find_first_of("0123456789") != code.npos) {
    return SteeringCommittee(draft, locality, code);
  }
  const IssuerRow* row = RowOf(draft.lexicon, code);
  if (row == nullptr || row->code.find('{') != row->code.npos) {
    return DepartmentIssuer(draft, locality, code);
  }
  if (!row->context_dependent) return std::string(row->name);
  return LocalIssuer(draft, locality, *row);
}

}  // namespace chido
