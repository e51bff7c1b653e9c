#include "linker/resolve/gazetteer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "linker/resolve/body_name.h"
#include "linker/resolve/features.h"

namespace chido {
namespace {

EdtfDate DateOf(std::string_view text) {
  const Result<EdtfDate> date = ParseEdtf(text);
  return date.has_value() ? *date : EdtfDate{};
}

/// The time from one date to the day before another; either may be empty.
EdtfDate Lifetime(std::string_view from, std::string_view to) {
  const EdtfDate begin = DateOf(from);
  const EdtfDate end = DateOf(to);
  if (begin.empty() && end.empty()) return {};
  std::optional<CalendarDate> last = end.from;
  if (last && last->day != 0) last = FromDays(ToDays(*last) - 1);
  return EdtfDate::Between(begin.from, last);
}

Statement Says(EntityId subject, Predicate predicate, EntityId object) {
  Statement statement;
  statement.subject = subject;
  statement.predicate = predicate;
  statement.object = object;
  return statement;
}

/// A fact's evidence is its source row.
Evidence Row(std::string_view table, std::string_view key, std::string_view source,
             const EdtfDate& valid) {
  Evidence piece;
  piece.rule = std::string(table) + " " + std::string(key) + " (" + std::string(source) + ")";
  piece.confidence = 1;
  piece.valid = valid;
  return piece;
}

std::string_view LevelName(std::uint8_t level) {
  constexpr std::array<std::string_view, 4> kNames{"", "province", "district", "commune"};
  return level < kNames.size() ? kNames[level] : "";
}

void Put(Entity& entity, std::string_view key, std::string_view value) {
  if (!value.empty()) entity.attributes.emplace(key, value);
}

/// The function of a citation that a relation of the table amounts to; empty for looser ones.
std::string_view FunctionOf(std::string_view relation) {
  if (relation == "supplements") return "amends";
  if (relation == "replaces" || relation == "amends" || relation == "implements") return relation;
  return "";
}

EntityId PutRecord(Entity entity, Contribution& facts) {
  const EntityId id = entity.id;
  std::vector<std::string> keys = NameKeysOf(entity);
  facts.entities.emplace(id, EntityRecord{std::move(entity), std::move(keys)});
  return id;
}

}  // namespace

Gazetteer::Gazetteer(const Lexicon& lexicon) : lexicon_(lexicon) {
  const auto rows = lexicon.known_directives();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    directive_ids_.emplace(rows[i].id, i);
    directives_.emplace(DirectiveEntityId(KnownIdentity(rows[i]), rows[i].date), i);
  }
  const auto bodies = lexicon.bodies();
  for (std::uint32_t i = 0; i < bodies.size(); ++i) {
    if (HasUnitPart(bodies[i]) || HasOpenPart(bodies[i])) continue;
    named_.emplace(BodyEntityIdFromName(BodyFullName(bodies[i], nullptr)), i);
  }
}

Contribution Gazetteer::FactsOf(const Entity& entity) const {
  Contribution facts;
  const auto attribute = [&entity](std::string_view key) -> std::string_view {
    const auto found = entity.attributes.find(key);
    return found == entity.attributes.end() ? std::string_view() : std::string_view(found->second);
  };
  if (entity.type == EntityType::kPlace) {
    if (const auto unit = lexicon_.UnitByUid(attribute("uid"))) AddPlace(*unit, facts);
  } else if (entity.type == EntityType::kBody) {
    const auto named = named_.find(entity.id);
    const auto row = lexicon_.BodyById(attribute("template"));
    if (named != named_.end()) {
      AddNamedBody(named->second, facts);
    } else if (row && HasUnitPart(lexicon_.bodies()[*row])) {
      const auto unit = lexicon_.UnitByUid(attribute("place"));
      if (unit) AddUnitBody(*row, *unit, entity.id, facts);
    }
  } else if (entity.type == EntityType::kDirective) {
    const auto known = directives_.find(entity.id);
    if (known != directives_.end()) AddDirective(known->second, facts);
  }
  return facts;
}

EntityId Gazetteer::PutPlace(std::uint32_t unit, Contribution& facts) const {
  const UnitRow& row = lexicon_.units()[unit];
  Entity entity;
  entity.id = PlaceEntityId(row.uid);
  entity.type = EntityType::kPlace;
  entity.label = UnitFullName(row);
  for (const std::string_view alias : row.aliases) entity.names.emplace_back(alias);
  entity.names.emplace_back(row.name);
  std::ranges::sort(entity.names);
  entity.names.erase(std::unique(entity.names.begin(), entity.names.end()), entity.names.end());
  std::erase(entity.names, entity.label);
  Put(entity, "uid", row.uid);
  Put(entity, "code", row.code);
  Put(entity, "type", row.type);
  Put(entity, "level", LevelName(row.level));
  Put(entity, "valid", FormatEdtf(Lifetime(row.valid_from, row.valid_to)));
  return PutRecord(std::move(entity), facts);
}

void Gazetteer::AddPlace(std::uint32_t unit, Contribution& facts) const {
  const UnitRow& row = lexicon_.units()[unit];
  const EntityId id = PutPlace(unit, facts);
  const EdtfDate lifetime = Lifetime(row.valid_from, row.valid_to);
  if (row.parent >= 0) {
    const EntityId parent = PutPlace(static_cast<std::uint32_t>(row.parent), facts);
    AddSupport(facts, Says(id, Predicate::kPartOf, parent),
               Row("units", row.uid, row.source, lifetime));
  }
  for (std::string_view uid : row.successors) {
    const bool part = uid.starts_with('~');
    if (part) uid.remove_prefix(1);
    const auto successor = lexicon_.UnitByUid(uid);
    if (!successor) continue;
    Statement fact = Says(id, Predicate::kSucceededBy, PutPlace(*successor, facts));
    const bool split = part || row.successors.size() > 1;
    const bool renamed = !split && lexicon_.units()[*successor].code == row.code;
    fact.qualifiers.emplace("kind", split ? "split" : renamed ? "renamed" : "merged");
    AddSupport(facts, std::move(fact), Row("units", row.uid, row.source, DateOf(row.valid_to)));
  }
}

EntityId Gazetteer::PutBody(std::uint32_t row, std::string_view place_uid,
                            Contribution& facts) const {
  const BodyRow& body = lexicon_.bodies()[row];
  Entity entity;
  entity.type = EntityType::kBody;
  // The owner of a province's body may be a central one: it has no place in its name.
  const auto unit = HasUnitPart(body) ? lexicon_.UnitByUid(place_uid) : std::nullopt;
  entity.label = BodyFullName(body, unit ? &lexicon_.units()[*unit] : nullptr);
  if (unit) {
    place_uid = UnitOfBody(lexicon_, entity.label, place_uid);
    entity.id = PlacedBodyEntityId(entity.label, body.id, place_uid);
    Put(entity, "place", place_uid);
  } else {
    entity.id = BodyEntityIdFromName(entity.label);
  }
  Put(entity, "template", body.id);
  Put(entity, "level", body.level);
  Put(entity, "kind", body.kind);
  Put(entity, "valid", FormatEdtf(Lifetime(body.valid_from, body.valid_to)));
  return PutRecord(std::move(entity), facts);
}

std::string_view Gazetteer::SuccessorPlace(std::string_view place_uid) const {
  const auto unit = lexicon_.UnitByUid(place_uid);
  if (!unit) return "";
  const UnitRow& row = lexicon_.units()[*unit];
  const bool one = row.successors.size() == 1 && !row.successors.front().starts_with('~');
  return one ? row.successors.front() : std::string_view();
}

void Gazetteer::AddSuccessor(const BodyRow& body, std::string_view place_uid, EntityId id,
                             Contribution& facts) const {
  std::string_view place = place_uid;
  std::string_view template_id = body.successor;
  EdtfDate date = DateOf(body.valid_to);
  std::string_view kind = "renamed";
  if (template_id.empty()) {
    // The body itself goes on, but its unit was merged away.
    place = SuccessorPlace(place_uid);
    if (place.empty()) return;
    template_id = body.id;
    date = DateOf(lexicon_.units()[*lexicon_.UnitByUid(place_uid)].valid_to);
    kind = "merged";
  }
  const auto row = lexicon_.BodyById(template_id);
  if (!row || !SameLevel(body, lexicon_.bodies()[*row])) return;
  const EntityId successor = PutBody(*row, place, facts);
  if (successor == id) return;
  Statement fact = Says(id, Predicate::kSucceededBy, successor);
  fact.qualifiers.emplace("kind", kind);
  AddSupport(facts, std::move(fact), Row("bodies", body.id, body.source, date));
}

void Gazetteer::AddOwner(const BodyRow& body, const UnitRow* unit, EntityId id,
                         Contribution& facts) const {
  const auto parent = lexicon_.BodyById(CommitteeFor(body.parent, unit));
  if (!parent) return;
  const BodyRow& row = lexicon_.bodies()[*parent];
  if (!SameLevel(body, row) || HasOpenPart(row)) return;
  const EntityId owner = PutBody(*parent, unit != nullptr ? unit->uid : "", facts);
  if (owner == id) return;
  AddSupport(facts, Says(id, Predicate::kPartOf, owner),
             Row("bodies", body.id, body.source, Lifetime(body.valid_from, body.valid_to)));
}

void Gazetteer::AddNamedBody(std::uint32_t row, Contribution& facts) const {
  const BodyRow& body = lexicon_.bodies()[row];
  const EntityId id = PutBody(row, "", facts);
  AddOwner(body, nullptr, id, facts);
  AddSuccessor(body, "", id, facts);
}

void Gazetteer::AddUnitBody(std::uint32_t row, std::uint32_t unit, EntityId id,
                            Contribution& facts) const {
  const BodyRow& body = lexicon_.bodies()[row];
  const UnitRow& place = lexicon_.units()[unit];
  // A template with a free part ({lĩnh vực}) or a name of its own does not name the body: the
  // articles do.
  const bool named_here = !HasOpenPart(body) && PutBody(row, place.uid, facts) == id;
  if (!named_here) facts.entities.clear();
  AddSupport(facts, Says(id, Predicate::kLocatedIn, PutPlace(unit, facts)),
             Row("bodies", body.id, body.source, {}));
  AddOwner(body, &place, id, facts);
  if (named_here) AddSuccessor(body, place.uid, id, facts);
}

EntityId Gazetteer::PutDirective(std::uint32_t row, Contribution& facts) const {
  const KnownDirectiveRow& known = lexicon_.known_directives()[row];
  Entity entity;
  entity.type = EntityType::kDirective;
  entity.id = DirectiveEntityId(KnownIdentity(known), known.date);
  const std::string_view name = known.number.empty() ? known.title : known.number;
  entity.label = std::string(known.type) + " " + std::string(name);
  for (const std::string_view alias : known.aliases) entity.names.emplace_back(alias);
  std::ranges::sort(entity.names);
  Put(entity, "type", known.type);
  Put(entity, "number", known.number);
  Put(entity, "date", known.date);
  Put(entity, "issuer", known.issuer);
  Put(entity, "title", known.title);
  Put(entity, "term", known.term);
  return PutRecord(std::move(entity), facts);
}

void Gazetteer::AddDirective(std::uint32_t row, Contribution& facts) const {
  const KnownDirectiveRow& known = lexicon_.known_directives()[row];
  const EntityId id = PutDirective(row, facts);
  for (const std::string_view relation : known.relations) {
    const std::size_t colon = relation.find(':');
    if (colon == std::string_view::npos) continue;
    const auto target = directive_ids_.find(relation.substr(colon + 1));
    const std::string_view function = FunctionOf(relation.substr(0, colon));
    if (target == directive_ids_.end() || function.empty()) continue;
    Statement fact = Says(id, Predicate::kCites, PutDirective(target->second, facts));
    fact.qualifiers.emplace("function", function);
    Evidence piece = Row("known_directives", known.id, known.certainty, DateOf(known.date));
    if (known.certainty != "certain") piece.confidence = 0.7F;
    AddSupport(facts, std::move(fact), std::move(piece));
  }
}

}  // namespace chido
