#include "graph/store/reading_key.h"

#include "graph/store/key_bytes.h"

namespace chido {

std::string EncodeReadingKey(const ReadingKey& key) {
  std::string bytes;
  AppendBigEndian(bytes, key.document.value);
  AppendBigEndian(bytes, key.version);
  return bytes;
}

Result<ReadingKey> DecodeReadingKey(std::string_view bytes) {
  if (bytes.size() != 12) return Fail(Code::kCorruption, "a reading key is not 12 bytes long");
  return ReadingKey{DocumentId{BigEndianAt<std::uint64_t>(bytes, 0)},
                    BigEndianAt<std::uint32_t>(bytes, 8)};
}

}  // namespace chido
