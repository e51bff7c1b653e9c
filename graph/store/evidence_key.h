#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/statement.h"

namespace chido {

/// Key of `evidence`; big-endian, so the pieces of a statement stand together, by document and
/// place in the text:
///
///   0           8          16             20           24        28       32
///   | statement | document | sentence     | sentence   | subject | object | rule (to the end)
///   |           |          | begin        | end        | begin   | begin  |
///
/// The mentions and the rule make it a key for two pieces in one sentence, and for two source rows
/// of a gazetteer fact (document and spans are zero there).
/// On disk: changing this needs a new format version and a migration.
struct EvidenceKey {
  StatementId statement;
  DocumentId document;
  Span sentence;
  std::uint32_t subject_begin = 0;
  std::uint32_t object_begin = 0;
  std::string rule;
  friend auto operator<=>(const EvidenceKey&, const EvidenceKey&) = default;
};

EvidenceKey EvidenceKeyOf(const Evidence& evidence);
std::string EncodeEvidenceKey(const EvidenceKey& key);
/// Errors: kCorruption if `bytes` is shorter than 32 bytes.
Result<EvidenceKey> DecodeEvidenceKey(std::string_view bytes);
/// The start of all keys of a statement, or of a statement and a document.
std::string EvidenceKeyPrefix(StatementId statement);
std::string EvidenceKeyPrefix(StatementId statement, DocumentId document);

}  // namespace chido
