#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/ids.h"

namespace chido {

/// Key of `block`; big-endian, so a block's rows stand together, by document and mention:
///
///   | block key (no zero byte) | 00 | document 8 | mention 4 |
///
/// On disk: changing this needs a new format version and a migration.
struct BlockKey {
  std::string block;
  DocumentId document;
  std::uint32_t mention = 0;
  friend auto operator<=>(const BlockKey&, const BlockKey&) = default;
};

std::string EncodeBlockKey(std::string_view block, DocumentId document, std::uint32_t mention);
/// Errors: kCorruption if there is no zero byte twelve bytes before the end.
Result<BlockKey> DecodeBlockKey(std::string_view bytes);
/// The start of all rows of exactly this block.
std::string BlockKeyPrefix(std::string_view block);

}  // namespace chido
