#include "graph/store/evidence_key.h"

#include "graph/store/key_bytes.h"

namespace chido {
namespace {

constexpr std::size_t kFixedSize = 32;

}  // namespace

EvidenceKey EvidenceKeyOf(const Evidence& evidence) {
  return {evidence.statement,     evidence.document,     evidence.sentence,
          evidence.subject.begin, evidence.object.begin, evidence.rule};
}

std::string EncodeEvidenceKey(const EvidenceKey& key) {
  std::string bytes;
  bytes.reserve(kFixedSize + key.rule.size());
  AppendBigEndian(bytes, key.statement.value);
  AppendBigEndian(bytes, key.document.value);
  for (const std::uint32_t number :
       {key.sentence.begin, key.sentence.end, key.subject_begin, key.object_begin}) {
    AppendBigEndian(bytes, number);
  }
  bytes += key.rule;
  return bytes;
}

Result<EvidenceKey> DecodeEvidenceKey(std::string_view bytes) {
  if (bytes.size() < kFixedSize) {
    return Fail(Code::kCorruption, "an evidence key is shorter than 32 bytes");
  }
  EvidenceKey key;
  key.statement = StatementId{BigEndianAt<std::uint64_t>(bytes, 0)};
  key.document = DocumentId{BigEndianAt<std::uint64_t>(bytes, 8)};
  key.sentence = {BigEndianAt<std::uint32_t>(bytes, 16), BigEndianAt<std::uint32_t>(bytes, 20)};
  key.subject_begin = BigEndianAt<std::uint32_t>(bytes, 24);
  key.object_begin = BigEndianAt<std::uint32_t>(bytes, 28);
  key.rule = std::string(bytes.substr(kFixedSize));
  return key;
}

std::string EvidenceKeyPrefix(StatementId statement) {
  std::string prefix;
  AppendBigEndian(prefix, statement.value);
  return prefix;
}

std::string EvidenceKeyPrefix(StatementId statement, DocumentId document) {
  std::string prefix = EvidenceKeyPrefix(statement);
  AppendBigEndian(prefix, document.value);
  return prefix;
}

}  // namespace chido
