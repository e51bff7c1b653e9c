#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/ids.h"
#include "graph/store/key_bytes.h"

namespace chido {

/// Key of `article` (document id), `entity`, `statement`, `pending` and `redirect` (the id merged
/// away):
///
///   0        8
///   | id     |    big-endian
///
/// On disk: changing this needs a new format version and a migration.
template <typename Tag>
std::string EncodeIdKey(StrongId<Tag> id) {
  std::string key;
  AppendBigEndian(key, id.value);
  return key;
}

/// Errors: kCorruption if `bytes` is not exactly 8 bytes long.
template <typename Id>
Result<Id> DecodeIdKey(std::string_view bytes) {
  if (bytes.size() != 8) return Fail(Code::kCorruption, "an id key is not 8 bytes long");
  return Id{BigEndianAt<std::uint64_t>(bytes, 0)};
}

}  // namespace chido
