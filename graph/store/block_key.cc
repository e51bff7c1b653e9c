#include "graph/store/block_key.h"

#include "graph/store/key_bytes.h"

namespace chido {

std::string BlockKeyPrefix(std::string_view block) {
  std::string prefix(block);
  prefix.push_back('\0');
  return prefix;
}

std::string EncodeBlockKey(std::string_view block, DocumentId document, std::uint32_t mention) {
  std::string key = BlockKeyPrefix(block);
  AppendBigEndian(key, document.value);
  AppendBigEndian(key, mention);
  return key;
}

Result<BlockKey> DecodeBlockKey(std::string_view bytes) {
  if (bytes.size() < 13 || bytes[bytes.size() - 13] != '\0') {
    return Fail(Code::kCorruption, "a block key has no zero byte before its document");
  }
  return BlockKey{std::string(bytes.substr(0, bytes.size() - 13)),
                  DocumentId{BigEndianAt<std::uint64_t>(bytes, bytes.size() - 12)},
                  BigEndianAt<std::uint32_t>(bytes, bytes.size() - 4)};
}

}  // namespace chido
