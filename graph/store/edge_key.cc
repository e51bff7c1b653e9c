#include "graph/store/edge_key.h"

#include "graph/base/bytes.h"
#include "graph/store/key_bytes.h"

namespace chido {
namespace {

constexpr std::size_t kEdgeKeySize = 29;
constexpr std::uint32_t kSignBit = 0x80000000U;

}  // namespace

std::string EncodeEdgeKey(const EdgeRow& row) {
  std::string key;
  key.reserve(kEdgeKeySize);
  AppendBigEndian(key, row.entity.value);
  AppendBigEndian(key, static_cast<std::uint8_t>(row.predicate));
  AppendBigEndian(key, static_cast<std::uint32_t>(row.valid_from) ^ kSignBit);
  AppendBigEndian(key, row.other.value);
  AppendBigEndian(key, row.statement.value);
  return key;
}

std::string EncodeEdgeValue(const EdgeRow& row) {
  ByteWriter writer;
  writer.Signed(std::int64_t{row.valid_to} - row.valid_from);
  writer.Float(row.confidence);
  writer.Varint(row.evidence_count);
  writer.Bool(row.valid_inferred);
  return writer.Take();
}

Status DecodeEdgeRow(std::string_view key, std::string_view value, EdgeRow& row) {
  if (key.size() != kEdgeKeySize) {
    return Fail(Code::kCorruption, "an edge key is not 29 bytes long");
  }
  const auto predicate = static_cast<std::uint8_t>(key[8]);
  if (predicate == 0 || predicate > PredicateTable().size()) {
    return Fail(Code::kCorruption, "an edge key names an unknown predicate");
  }
  row.entity = EntityId{BigEndianAt<std::uint64_t>(key, 0)};
  row.predicate = static_cast<Predicate>(predicate);
  row.valid_from = static_cast<std::int32_t>(BigEndianAt<std::uint32_t>(key, 9) ^ kSignBit);
  row.other = EntityId{BigEndianAt<std::uint64_t>(key, 13)};
  row.statement = StatementId{BigEndianAt<std::uint64_t>(key, 21)};
  ByteReader reader(value);
  row.valid_to = static_cast<std::int32_t>(row.valid_from + reader.Signed());
  row.confidence = reader.Float();
  row.evidence_count = static_cast<std::uint32_t>(reader.Varint());
  row.valid_inferred = reader.Bool();
  return reader.status("an edge row");
}

std::string EdgeKeyPrefix(EntityId entity, std::optional<Predicate> predicate) {
  std::string prefix;
  AppendBigEndian(prefix, entity.value);
  if (predicate) AppendBigEndian(prefix, static_cast<std::uint8_t>(*predicate));
  return prefix;
}

EdgeRow EdgeRowOf(const Statement& statement, Direction direction) {
  const bool out = direction == Direction::kOut;
  EdgeRow row;
  row.entity = out ? statement.subject : statement.object;
  row.other = out ? statement.object : statement.subject;
  row.statement = statement.id;
  row.valid_from = statement.valid.FirstDay();
  row.valid_to = statement.valid.LastDay();
  row.confidence = statement.confidence;
  row.evidence_count = statement.evidence_count;
  row.predicate = statement.predicate;
  row.valid_inferred = statement.valid_inferred;
  return row;
}

}  // namespace chido
