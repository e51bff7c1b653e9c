#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/model/ids.h"

namespace chido {

/// Key of `doc_statement`; big-endian, so that what a document states stands together:
///
///   0          8           16
///   | document | statement |
///
/// The value is empty. On disk: changing this needs a new format version and a migration.
struct DocStatementKey {
  DocumentId document;
  StatementId statement;
  friend auto operator<=>(const DocStatementKey&, const DocStatementKey&) = default;
};

std::string EncodeDocStatementKey(const DocStatementKey& key);
/// Errors: kCorruption if `bytes` is not exactly 16 bytes long.
Result<DocStatementKey> DecodeDocStatementKey(std::string_view bytes);

}  // namespace chido
