#include "graph/store/values.h"

#include "graph/base/bytes.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"

namespace chido {
namespace {

/// A date: flags (1 from, 2 to, 4 interval, 8 approximate), then year, month, day of each.
void WriteDate(ByteWriter& writer, const EdtfDate& date) {
  writer.Varint((date.from ? 1U : 0U) | (date.to ? 2U : 0U) | (date.interval ? 4U : 0U) |
                (date.approximate ? 8U : 0U));
  for (const auto* end : {&date.from, &date.to}) {
    if (!*end) continue;
    writer.Signed((*end)->year);
    writer.Varint((*end)->month);
    writer.Varint((*end)->day);
  }
}

CalendarDate ReadCalendarDate(ByteReader& reader) {
  CalendarDate date;
  date.year = static_cast<std::int16_t>(reader.Signed());
  date.month = static_cast<std::uint8_t>(reader.Varint());
  date.day = static_cast<std::uint8_t>(reader.Varint());
  return date;
}

EdtfDate ReadDate(ByteReader& reader) {
  const std::uint64_t flags = reader.Varint();
  EdtfDate date;
  if ((flags & 1) != 0) date.from = ReadCalendarDate(reader);
  if ((flags & 2) != 0) date.to = ReadCalendarDate(reader);
  date.interval = (flags & 4) != 0;
  date.approximate = (flags & 8) != 0;
  return date;
}

void WriteStrings(ByteWriter& writer, const std::vector<std::string>& strings) {
  writer.Varint(strings.size());
  for (const std::string& text : strings) writer.String(text);
}

std::vector<std::string> ReadStrings(ByteReader& reader) {
  std::vector<std::string> strings(reader.Count());
  for (std::string& text : strings) text = reader.String();
  return strings;
}

template <typename Map>
void WriteMap(ByteWriter& writer, const Map& map) {
  writer.Varint(map.size());
  for (const auto& [key, value] : map) {
    writer.String(key);
    writer.String(value);
  }
}

template <typename Map>
Map ReadMap(ByteReader& reader) {
  Map map;
  for (std::size_t left = reader.Count(); left > 0; --left) {
    std::string key = reader.String();
    map.emplace_hint(map.end(), std::move(key), reader.String());
  }
  return map;
}

bool DateIsSound(const EdtfDate& date) {
  return (!date.from || IsValid(*date.from)) && (!date.to || IsValid(*date.to));
}

}  // namespace

std::string EncodeEntity(const EntityRecord& record) {
  ByteWriter writer;
  writer.Varint(static_cast<std::uint64_t>(record.entity.type));
  writer.String(record.entity.label);
  WriteStrings(writer, record.entity.names);
  WriteMap(writer, record.entity.attributes);
  writer.String(record.entity.first_seen);
  writer.String(record.entity.last_seen);
  WriteStrings(writer, record.name_keys);
  return writer.Take();
}

Result<EntityType> EntityTypeOf(std::string_view bytes) {
  const std::size_t number = bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front());
  if (number == 0 || number > kEntityTypes.size()) {
    return Fail(Code::kCorruption, "an entity row has no known type");
  }
  return static_cast<EntityType>(number);
}

Result<EntityRecord> DecodeEntity(EntityId id, std::string_view bytes) {
  EntityRecord record;
  record.entity.id = id;
  CHIDO_ASSIGN(record.entity.type, EntityTypeOf(bytes));
  ByteReader reader(bytes.substr(1));
  record.entity.label = reader.String();
  record.entity.names = ReadStrings(reader);
  record.entity.attributes = ReadMap<decltype(record.entity.attributes)>(reader);
  record.entity.first_seen = reader.String();
  record.entity.last_seen = reader.String();
  record.name_keys = ReadStrings(reader);
  CHIDO_TRY(reader.status("entity " + ToString(id)));
  return record;
}

std::string EncodeStatement(const Statement& statement) {
  ByteWriter writer;
  writer.BigEndian64(statement.subject.value);
  writer.Varint(static_cast<std::uint64_t>(statement.predicate));
  writer.BigEndian64(statement.object.value);
  WriteMap(writer, statement.qualifiers);
  WriteDate(writer, statement.valid);
  writer.Bool(statement.valid_inferred);
  writer.Float(statement.confidence);
  writer.Varint(statement.evidence_count);
  return writer.Take();
}

Result<Statement> DecodeStatement(StatementId id, std::string_view bytes) {
  ByteReader reader(bytes);
  Statement statement;
  statement.id = id;
  statement.subject = EntityId{reader.BigEndian64()};
  const std::uint64_t predicate = reader.Varint();
  statement.object = EntityId{reader.BigEndian64()};
  statement.qualifiers = ReadMap<Qualifiers>(reader);
  statement.valid = ReadDate(reader);
  statement.valid_inferred = reader.Bool();
  statement.confidence = reader.Float();
  statement.evidence_count = static_cast<std::uint32_t>(reader.Varint());
  CHIDO_TRY(reader.status("statement " + ToString(id)));
  if (predicate == 0 || predicate > PredicateTable().size() || !DateIsSound(statement.valid)) {
    return Fail(Code::kCorruption,
                "statement " + ToString(id) + " has an unknown predicate or a date that is none");
  }
  statement.predicate = static_cast<Predicate>(predicate);
  return statement;
}

std::string EncodeEvidence(const Evidence& evidence) {
  ByteWriter writer;
  writer.Signed(std::int64_t{evidence.subject.end} - evidence.subject.begin);
  writer.Signed(std::int64_t{evidence.object.end} - evidence.object.begin);
  writer.Varint(evidence.rule_version);
  writer.Float(evidence.confidence);
  WriteDate(writer, evidence.valid);
  writer.Bool(evidence.valid_inferred);
  writer.Bool(evidence.repeats);
  return writer.Take();
}

Result<Evidence> DecodeEvidence(std::string_view key, std::string_view bytes) {
  CHIDO_ASSIGN(EvidenceKey parts, DecodeEvidenceKey(key));
  ByteReader reader(bytes);
  Evidence evidence;
  evidence.statement = parts.statement;
  evidence.document = parts.document;
  evidence.sentence = parts.sentence;
  evidence.subject = {parts.subject_begin,
                      static_cast<std::uint32_t>(parts.subject_begin + reader.Signed())};
  evidence.object = {parts.object_begin,
                     static_cast<std::uint32_t>(parts.object_begin + reader.Signed())};
  evidence.rule = std::move(parts.rule);
  evidence.rule_version = static_cast<std::uint32_t>(reader.Varint());
  evidence.confidence = reader.Float();
  evidence.valid = ReadDate(reader);
  evidence.valid_inferred = reader.Bool();
  evidence.repeats = reader.Bool();
  CHIDO_TRY(reader.status("evidence of statement " + ToString(evidence.statement)));
  return evidence;
}

std::string EncodeIds(const std::vector<EntityId>& ids) {
  std::string bytes;
  for (const EntityId id : ids) bytes += EncodeIdKey(id);
  return bytes;
}

Result<std::vector<EntityId>> DecodeIds(std::string_view bytes) {
  if (bytes.size() % 8 != 0) return Fail(Code::kCorruption, "a list of ids is cut");
  std::vector<EntityId> ids;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    CHIDO_ASSIGN(const EntityId id, DecodeIdKey<EntityId>(bytes.substr(at, 8)));
    ids.push_back(id);
  }
  return ids;
}

}  // namespace chido
