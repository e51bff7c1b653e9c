#include "graph/model/predicate.h"

#include <algorithm>
#include <array>

namespace chido {
namespace {

using enum EntityType;
constexpr std::array kOfficials{kOfficial};
constexpr std::array kBodies{kBody};
constexpr std::array kPlaces{kPlace};
constexpr std::array kMeetings{kMeeting};
constexpr std::array kDirectives{kDirective};
constexpr std::array kDocuments{kDocument};
constexpr std::array kCiting{kMeeting, kDirective, kDocument};
constexpr std::array kUnits{kBody, kPlace};
constexpr std::array kAll{kOfficial, kBody, kPlace, kMeeting, kDirective};

constexpr std::array<PredicateRow, 15> kTable{{
    {Predicate::kHoldsRole, "holds_role", "role_held_by", kOfficials, kBodies, "giữ chức vụ tại",
     "người giữ chức vụ", "holds a role in", "role held by"},
    {Predicate::kChaired, "chaired", "chaired_by", kOfficials, kMeetings, "chủ trì",
     "do người chủ trì", "chaired", "chaired by"},
    {Predicate::kAttended, "attended", "attended_by", kOfficials, kMeetings, "dự", "người dự",
     "attended", "attended by"},
    {Predicate::kSpokeAt, "spoke_at", "speaker", kOfficials, kMeetings, "phát biểu tại",
     "người phát biểu", "spoke at", "speaker"},
    {Predicate::kOrganised, "organised", "organised_by", kBodies, kMeetings, "tổ chức",
     "cơ quan tổ chức", "organised", "organised by"},
    {Predicate::kTookPart, "took_part", "participant", kBodies, kMeetings, "tham gia",
     "cơ quan tham gia", "took part in", "participant"},
    {Predicate::kHeldIn, "held_in", "place_of", kMeetings, kPlaces, "diễn ra tại", "nơi diễn ra",
     "held in", "place of"},
    {Predicate::kIssued, "issued", "issued_by", kBodies, kDirectives, "ban hành",
     "cơ quan ban hành", "issued", "issued by"},
    {Predicate::kSigned, "signed", "signed_by", kOfficials, kDirectives, "ký", "người ký", "signed",
     "signed by"},
    {Predicate::kCites, "cites", "cited_in", kCiting, kDirectives, "viện dẫn",
     "được viện dẫn trong", "cites", "cited in"},
    {Predicate::kCitedBySpeaker, "cited_by_speaker", "cited_by", kOfficials, kDirectives,
     "viện dẫn khi phát biểu", "được người phát biểu viện dẫn", "cited when speaking", "cited by"},
    {Predicate::kPartOf, "part_of", "has_part", kUnits, kUnits, "trực thuộc", "gồm có", "part of",
     "has part"},
    {Predicate::kLocatedIn, "located_in", "seat_of", kBodies, kPlaces, "đóng tại", "địa bàn của",
     "located in", "seat of"},
    {Predicate::kSucceededBy, "succeeded_by", "succeeds", kUnits, kUnits, "được kế tục bởi",
     "kế tục", "succeeded by", "succeeds"},
    {Predicate::kMentions, "mentions", "mentioned_in", kDocuments, kAll, "nhắc đến",
     "được nhắc trong", "mentions", "mentioned in"},
}};

bool Contains(std::span<const EntityType> types, EntityType type) {
  return std::ranges::find(types, type) != types.end();
}

}  // namespace

std::span<const PredicateRow> PredicateTable() { return kTable; }

const PredicateRow& RowOf(Predicate predicate) {
  return kTable.at(static_cast<std::size_t>(predicate) - 1);
}

std::optional<Predicate> PredicateFromName(std::string_view name) {
  const auto row = std::ranges::find(kTable, name, &PredicateRow::name);
  return row == kTable.end() ? std::nullopt : std::optional(row->predicate);
}

bool Fits(Predicate predicate, EntityType subject, EntityType object) {
  const PredicateRow& row = RowOf(predicate);
  if (!Contains(row.domain, subject) || !Contains(row.range, object)) return false;
  const bool same_kind = predicate == Predicate::kPartOf || predicate == Predicate::kSucceededBy;
  return !same_kind || subject == object;
}

}  // namespace chido
