#include "graph/store/digest.h"

#include "graph/base/hash.h"

namespace chido {

Result<std::uint64_t> DigestOf(const Database& database, const SnapshotPin& pin) {
  std::uint64_t digest = 0;
  for (const Family family : AllFamilies()) {
    if (!IsContent(family)) continue;
    const std::uint64_t seed = Hash64(NameOf(family));
    const auto rows = database.Rows(family, &pin);
    for (rows->Seek(""); rows->Valid(); rows->Next()) {
      digest += Hash64(rows->value(), Hash64(rows->key(), seed));
    }
    CHIDO_TRY(rows->status());
  }
  return digest;
}

}  // namespace chido
