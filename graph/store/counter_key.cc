#include "graph/store/counter_key.h"

#include "graph/base/bytes.h"

namespace chido {
namespace {

constexpr std::size_t kEntityTypeCount = kEntityTypes.size();
constexpr std::size_t kPredicateCount = 15;

}  // namespace

std::size_t Counters::SlotOf(CounterKind kind, std::uint8_t number) {
  static_assert(kEntityTypeCount + kPredicateCount == kDocumentSlot);
  return kind == CounterKind::kEntity ? number - 1U : kEntityTypeCount + number - 1U;
}

std::int64_t Counters::Entities(EntityType type) const {
  return slots_.at(SlotOf(CounterKind::kEntity, static_cast<std::uint8_t>(type)));
}

std::int64_t Counters::Statements(Predicate predicate) const {
  return slots_.at(SlotOf(CounterKind::kStatement, static_cast<std::uint8_t>(predicate)));
}

std::string Counters::KeyAt(std::size_t place) {
  CounterKind kind = CounterKind::kEvidence;
  std::size_t number = 0;
  if (place < kEntityTypeCount) {
    kind = CounterKind::kEntity;
    number = place + 1;
  } else if (place < kDocumentSlot) {
    kind = CounterKind::kStatement;
    number = place - kEntityTypeCount + 1;
  } else if (place == kDocumentSlot) {
    kind = CounterKind::kDocument;
  }
  return {static_cast<char>(kind), static_cast<char>(number)};
}

std::string EncodeCounterValue(std::int64_t count) {
  ByteWriter writer;
  writer.Varint(static_cast<std::uint64_t>(count));
  return writer.Take();
}

Result<std::int64_t> DecodeCounterValue(std::string_view bytes) {
  ByteReader reader(bytes);
  const auto count = static_cast<std::int64_t>(reader.Varint());
  CHIDO_TRY(reader.status("a counter"));
  return count;
}

}  // namespace chido
