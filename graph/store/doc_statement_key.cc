#include "graph/store/doc_statement_key.h"

#include "graph/store/key_bytes.h"

namespace chido {

std::string EncodeDocStatementKey(const DocStatementKey& key) {
  std::string bytes;
  AppendBigEndian(bytes, key.document.value);
  AppendBigEndian(bytes, key.statement.value);
  return bytes;
}

Result<DocStatementKey> DecodeDocStatementKey(std::string_view bytes) {
  if (bytes.size() != 16) {
    return Fail(Code::kCorruption, "a doc_statement key is not 16 bytes long");
  }
  return DocStatementKey{DocumentId{BigEndianAt<std::uint64_t>(bytes, 0)},
                         StatementId{BigEndianAt<std::uint64_t>(bytes, 8)}};
}

}  // namespace chido
