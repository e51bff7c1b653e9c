#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/entity.h"
#include "graph/model/predicate.h"

namespace chido {

/// Key of `counter`, and its value:
///
///   0      1        2
///   | kind | number |     value: varint
///
/// kind 1: entities of type `number` · 2: statements of predicate `number` · 3: documents (number
/// 0) · 4: evidence (number 0). On disk: changing this needs a new format version and a migration.
enum class CounterKind : std::uint8_t { kEntity = 1, kStatement = 2, kDocument = 3, kEvidence = 4 };

/// All counters of a store as one value; also a sum of differences while a change is staged.
class Counters {
 public:
  void AddEntity(EntityType type, std::int64_t by) { Slot(CounterKind::kEntity, type) += by; }
  void AddStatement(Predicate predicate, std::int64_t by) {
    Slot(CounterKind::kStatement, predicate) += by;
  }
  void AddDocument(std::int64_t by) { slots_[kDocumentSlot] += by; }
  void AddEvidence(std::int64_t by) { slots_[kEvidenceSlot] += by; }

  std::int64_t Entities(EntityType type) const;
  std::int64_t Statements(Predicate predicate) const;
  std::int64_t Documents() const { return slots_[kDocumentSlot]; }
  std::int64_t Evidence() const { return slots_[kEvidenceSlot]; }

  /// The counters by place: how many there are, the key of one, and its count.
  static constexpr std::size_t size() { return kSlots; }
  static std::string KeyAt(std::size_t place);
  std::int64_t& at(std::size_t place) { return slots_.at(place); }
  std::int64_t at(std::size_t place) const { return slots_.at(place); }

 private:
  static constexpr std::size_t kDocumentSlot = 21;
  static constexpr std::size_t kEvidenceSlot = 22;
  static constexpr std::size_t kSlots = 23;
  template <typename Number>
  std::int64_t& Slot(CounterKind kind, Number number) {
    return slots_.at(SlotOf(kind, static_cast<std::uint8_t>(number)));
  }
  static std::size_t SlotOf(CounterKind kind, std::uint8_t number);

  std::array<std::int64_t, kSlots> slots_{};
};

std::string EncodeCounterValue(std::int64_t count);
/// Errors: kCorruption for damaged bytes.
Result<std::int64_t> DecodeCounterValue(std::string_view bytes);

}  // namespace chido
