#include "linker/resolve/contributor.h"

#include <algorithm>
#include <utility>

#include "linker/resolve/features.h"
#include "linker/resolve/join.h"

namespace chido {
namespace {

void SetAttribute(Entity& entity, std::string_view key, std::string_view value) {
  if (!value.empty()) entity.attributes.insert_or_assign(std::string(key), std::string(value));
}

EntityId At(const std::vector<EntityId>& ids, ItemIndex index) {
  return ids.at(static_cast<std::size_t>(index));
}

/// The start of the text, for a document without a title.
std::string FirstLine(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n\r\t");
  if (begin == std::string_view::npos) return "";
  std::size_t end = std::min(text.find('\n', begin), begin + 120);
  end = std::min(end, text.size());
  while (end > begin && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(begin, end - begin));
}

Statement Says(EntityId subject, Predicate predicate, EntityId object, Qualifiers qualifiers = {}) {
  Statement statement;
  statement.subject = subject;
  statement.predicate = predicate;
  statement.object = object;
  statement.qualifiers = std::move(qualifiers);
  return statement;
}

}  // namespace

Contributor::Contributor(const Article& article, const Reading& reading, const Assignment& entities,
                         const Lexicon& lexicon)
    : article_(article),
      reading_(reading),
      entities_(entities),
      lexicon_(lexicon),
      document_(EntityId{article.id.value}),
      day_(FormatEdtf(reading.frame.published)) {}

Contribution Contributor::Take() {
  for (auto& [id, support] : made_.statements) Tidy(support.pieces);
  for (auto& [id, record] : made_.entities) record.name_keys = NameKeysOf(record.entity);
  return std::move(made_);
}

bool Contributor::InCaption(const Ground& ground) const {
  const auto holds = [&ground](const Block& block) {
    return block.kind == BlockKind::kCaption && block.span.Contains(ground.sentence);
  };
  return std::ranges::any_of(article_.blocks, holds);
}

Evidence Contributor::Piece(const Ground& ground, const EdtfDate& valid, bool inferred) const {
  Evidence piece;
  piece.document = article_.id;
  piece.sentence = ground.sentence;
  piece.subject = ground.mention;
  piece.rule = ground.rule;
  piece.rule_version = kReaderVersion;
  piece.confidence = ground.confidence;
  piece.valid = valid;
  piece.valid_inferred = inferred;
  // Told apart from the body below, where a body piece says the same.
  piece.repeats = InCaption(ground);
  return piece;
}

void Contributor::Tidy(std::vector<Evidence>& pieces) {
  // Of two mentions that begin alike the longer one stands: begins alone are kept in the key.
  const auto place = [](const Evidence& piece) {
    return std::tuple(piece.sentence, piece.subject.begin, piece.object.begin, ~piece.subject.end,
                      ~piece.object.end, std::string_view(piece.rule));
  };
  const auto before = [&place](const Evidence& a, const Evidence& b) {
    return place(a) < place(b);
  };
  std::ranges::stable_sort(pieces, before);
  const auto same = [](const Evidence& a, const Evidence& b) {
    return std::tie(a.sentence, a.subject.begin, a.object.begin) ==
           std::tie(b.sentence, b.subject.begin, b.object.begin);
  };
  pieces.erase(std::unique(pieces.begin(), pieces.end(), same), pieces.end());
  const bool all_captions = std::ranges::all_of(pieces, &Evidence::repeats);
  if (all_captions && !pieces.empty()) pieces.front().repeats = false;
}

Entity& Contributor::AddEntity(EntityId id, EntityType type, std::string label,
                               const std::vector<std::string>& names,
                               std::span<const Ground> grounds) {
  EntityRecord record;
  record.entity.id = id;
  record.entity.type = type;
  record.entity.label = std::move(label);
  record.entity.names = names;
  std::ranges::sort(record.entity.names);
  std::erase(record.entity.names, record.entity.label);
  record.entity.first_seen = record.entity.last_seen = day_;
  const auto [at, inserted] = made_.entities.try_emplace(id, record);
  if (!inserted) at->second = Join(at->second, record);
  if (type == EntityType::kDocument) return at->second.entity;
  // Every entity hangs on its documents, so that taking a document back finds all that rested on
  // it.
  const Ground implied;
  const std::span<const Ground> all = grounds.empty() ? std::span(&implied, 1) : grounds;
  for (const Ground& ground : all) {
    Evidence piece = Piece(ground, reading_.frame.published, false);
    piece.object = std::exchange(piece.subject, Span{});
    AddSupport(made_, Says(document_, Predicate::kMentions, id), std::move(piece));
  }
  return at->second.entity;
}

void Contributor::AddDocument() {
  const std::string label = article_.title.empty() ? FirstLine(article_.text) : article_.title;
  Entity& entity = AddEntity(document_, EntityType::kDocument, label, {}, {});
  SetAttribute(entity, "url", article_.url);
  SetAttribute(entity, "title", article_.title);
  SetAttribute(entity, "publisher", article_.publisher);
  SetAttribute(entity, "published", day_);
  SetAttribute(entity, "source_id", article_.source_id);
  SetAttribute(entity, "jurisdiction", reading_.frame.jurisdiction);
}

void Contributor::AddPlaces() {
  for (std::size_t i = 0; i < reading_.places.size(); ++i) {
    const PlaceItem& place = reading_.places[i];
    Entity& entity =
        AddEntity(entities_.places[i], EntityType::kPlace, place.name, {}, place.grounds);
    SetAttribute(entity, "uid", place.uid);
  }
}

EntityId Contributor::AddUnit(std::string_view uid, std::span<const Ground> grounds) {
  const EntityId id = PlaceEntityId(uid);
  SetAttribute(AddEntity(id, EntityType::kPlace, "", {}, grounds), "uid", uid);
  return id;
}

void Contributor::AddBodies() {
  for (std::size_t i = 0; i < reading_.bodies.size(); ++i) {
    const BodyItem& body = reading_.bodies[i];
    Entity& entity =
        AddEntity(entities_.bodies[i], EntityType::kBody, body.name, body.alt, body.grounds);
    SetAttribute(entity, "template", body.template_id);
    SetAttribute(entity, "place", UnitOfBody(lexicon_, body.name, body.place));
    if (!body.place.empty() && !NeedsPlace(body, lexicon_)) AddLocation(body, entities_.bodies[i]);
  }
  for (const BodyRelation& relation : reading_.body_relations) AddBodyRelation(relation);
}

void Contributor::AddLocation(const BodyItem& body, EntityId id) {
  const EntityId place = AddUnit(body.place, body.grounds);
  for (const Ground& ground : body.grounds) {
    AddSupport(made_, Says(id, Predicate::kLocatedIn, place),
               Piece(ground, reading_.frame.published, false));
  }
}

void Contributor::AddBodyRelation(const BodyRelation& relation) {
  const Predicate predicate = PredicateFromName(relation.predicate).value_or(Predicate::kPartOf);
  Qualifiers qualifiers;
  if (!relation.kind.empty()) qualifiers.emplace("kind", relation.kind);
  AddSupport(made_,
             Says(At(entities_.bodies, relation.from), predicate, At(entities_.bodies, relation.to),
                  std::move(qualifiers)),
             Piece(relation.ground, relation.date, false));
}

void Contributor::AddOfficials() {
  for (std::size_t i = 0; i < reading_.officials.size(); ++i) {
    const OfficialItem& official = reading_.officials[i];
    const EntityId id = entities_.officials[i];
    Entity& entity =
        AddEntity(id, EntityType::kOfficial, official.name, official.alt, official.grounds);
    SetAttribute(entity, "gender", official.gender);
    for (const RoleItem& role : official.roles) {
      if (!role.doubtful) AddRole(official, id, role);
    }
  }
}

void Contributor::AddRole(const OfficialItem& official, EntityId id, const RoleItem& role) {
  // A post without a body is an office of one person (Chủ tịch nước): the office stands as the
  // body.
  EntityId body =
      role.body == kNoItem ? OfficeEntityId(role.title) : At(entities_.bodies, role.body);
  const std::vector<Ground>& grounds = role.grounds.empty() ? official.grounds : role.grounds;
  if (role.body == kNoItem) AddEntity(body, EntityType::kBody, role.title, {}, grounds);
  Qualifiers qualifiers{{"title", role.title}};
  if (role.former) qualifiers.emplace("status", "former");
  if (role.acting && !role.former) qualifiers.emplace("status", "acting");
  EdtfDate valid = reading_.frame.published;
  if (role.former && valid.from) valid = EdtfDate::Between(std::nullopt, valid.from);
  for (const Ground& ground : grounds) {
    AddSupport(made_, Says(id, Predicate::kHoldsRole, body, qualifiers),
               Piece(ground, valid, false));
  }
}

void Contributor::AddParts(const MeetingItem& meeting, EntityId meeting_id,
                           const std::vector<PartItem>& parts, Predicate predicate,
                           const std::vector<EntityId>& who) {
  for (const PartItem& part : parts) {
    if (part.doubtful) continue;
    Qualifiers qualifiers;
    if (!part.manner.empty()) qualifiers.emplace("manner", part.manner);
    const std::vector<Ground>& grounds = part.grounds.empty() ? meeting.grounds : part.grounds;
    for (const Ground& ground : grounds) {
      AddSupport(made_, Says(At(who, part.who), predicate, meeting_id, qualifiers),
                 Piece(ground, meeting.date, meeting.date_inferred));
    }
  }
}

void Contributor::AddMeetings() {
  for (std::size_t i = 0; i < reading_.meetings.size(); ++i) {
    const MeetingItem& meeting = reading_.meetings[i];
    const EntityId id = entities_.meetings[i];
    Entity& entity = AddEntity(id, EntityType::kMeeting, meeting.title, {}, meeting.grounds);
    SetAttribute(entity, "date", FormatEdtf(meeting.date));
    if (meeting.date_inferred) SetAttribute(entity, "date_inferred", "1");
    SetAttribute(entity, "kind", meeting.kind);
    SetAttribute(entity, "place", meeting.place);
    AddParts(meeting, id, meeting.organisers, Predicate::kOrganised, entities_.bodies);
    AddParts(meeting, id, meeting.participants, Predicate::kTookPart, entities_.bodies);
    AddParts(meeting, id, meeting.chaired, Predicate::kChaired, entities_.officials);
    AddParts(meeting, id, meeting.attended, Predicate::kAttended, entities_.officials);
    AddParts(meeting, id, meeting.spoke, Predicate::kSpokeAt, entities_.officials);
    if (meeting.place_uid.empty()) continue;
    const EntityId place = AddUnit(meeting.place_uid, meeting.grounds);
    for (const Ground& ground : meeting.grounds) {
      AddSupport(made_, Says(id, Predicate::kHeldIn, place),
                 Piece(ground, meeting.date, meeting.date_inferred));
    }
  }
}

void Contributor::AddDirectives() {
  for (std::size_t i = 0; i < reading_.directives.size(); ++i) {
    const DirectiveItem& directive = reading_.directives[i];
    const EntityId id = entities_.directives[i];
    std::string label = directive.name;
    if (!directive.number.empty()) label = directive.type + " " + MendedNumber(directive);
    std::vector<Ground> grounds;
    for (const CitationItem& citation : directive.citations) grounds.push_back(citation.ground);
    Entity& entity = AddEntity(id, EntityType::kDirective, label, directive.alt, grounds);
    SetAttribute(entity, "type", directive.type);
    SetAttribute(entity, "number", MendedNumber(directive));
    SetAttribute(entity, "date", FormatEdtf(directive.date));
    SetAttribute(entity, "issuer", directive.issuer);
    SetAttribute(entity, "title", directive.title);
    AddIssue(directive, id);
    AddCitations(directive, id);
  }
  for (const DirectiveRelation& relation : reading_.directive_relations) AddRelation(relation);
}

void Contributor::AddIssue(const DirectiveItem& directive, EntityId id) {
  for (const CitationItem& citation : directive.citations) {
    const Evidence piece = Piece(citation.ground, directive.date, false);
    if (directive.issuer_body != kNoItem) {
      AddSupport(made_, Says(At(entities_.bodies, directive.issuer_body), Predicate::kIssued, id),
                 piece);
    }
    if (directive.signer != kNoItem) {
      AddSupport(made_, Says(At(entities_.officials, directive.signer), Predicate::kSigned, id),
                 piece);
    }
  }
}

void Contributor::AddCitations(const DirectiveItem& directive, EntityId id) {
  for (const CitationItem& citation : directive.citations) {
    const Qualifiers function{{"function", citation.function}};
    const Evidence piece = Piece(citation.ground, reading_.frame.published, false);
    AddSupport(made_, Says(document_, Predicate::kCites, id, function), piece);
    if (citation.meeting != kNoItem) {
      const EntityId meeting = At(entities_.meetings, citation.meeting);
      AddSupport(made_, Says(meeting, Predicate::kCites, id, function), piece);
    }
    if (citation.speaker == kNoItem) continue;
    Qualifiers spoken = function;
    if (citation.meeting != kNoItem) {
      spoken.emplace("meeting", ToString(At(entities_.meetings, citation.meeting)));
    }
    const EntityId speaker = At(entities_.officials, citation.speaker);
    AddSupport(made_, Says(speaker, Predicate::kCitedBySpeaker, id, std::move(spoken)), piece);
  }
}

void Contributor::AddRelation(const DirectiveRelation& relation) {
  const Qualifiers function{{"function", relation.predicate}};
  AddSupport(made_,
             Says(At(entities_.directives, relation.from), Predicate::kCites,
                  At(entities_.directives, relation.to), function),
             Piece(relation.ground, reading_.frame.published, false));
}

}  // namespace chido
