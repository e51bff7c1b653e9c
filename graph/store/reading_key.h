#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/ids.h"

namespace chido {

/// Key of `reading`; big-endian, so a document's readings stand together, by reader version:
///
///   0          8          12
///   | document | version  |
///
/// On disk: changing this needs a new format version and a migration.
struct ReadingKey {
  DocumentId document;
  std::uint32_t version = 0;
  friend auto operator<=>(const ReadingKey&, const ReadingKey&) = default;
};

std::string EncodeReadingKey(const ReadingKey& key);
/// Errors: kCorruption if `bytes` is not exactly 12 bytes long.
Result<ReadingKey> DecodeReadingKey(std::string_view bytes);

}  // namespace chido
