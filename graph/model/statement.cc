#include "graph/model/statement.h"

#include "graph/base/bytes.h"
#include "graph/base/hash.h"

namespace chido {

StatementId MakeStatementId(EntityId subject, Predicate predicate, EntityId object,
                            const Qualifiers& qualifiers) {
  ByteWriter writer;
  writer.BigEndian64(subject.value);
  writer.Varint(static_cast<std::uint64_t>(predicate));
  writer.BigEndian64(object.value);
  for (const auto& [key, value] : qualifiers) {
    writer.String(key);
    writer.String(value);
  }
  const std::uint64_t hash = Hash64(writer.bytes());
  return StatementId{hash == 0 ? 1 : hash};
}

std::string_view Statement::Qualifier(std::string_view key) const {
  const auto found = qualifiers.find(key);
  return found == qualifiers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace chido
