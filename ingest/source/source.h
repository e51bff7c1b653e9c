#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/article.h"

namespace chido {

/// What a source has gone through so far.
struct SourceCounts {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;    ///< uncompressed
  double fraction = 0;        ///< of all files' sizes on disk, in [0, 1]; 0 if unknown
  std::uint64_t skipped = 0;  ///< files in folders whose names are of no known kind
};

/// Gives articles one by one, in a fixed order, holding about one at a time. Not thread-safe.
class Source {
 public:
  virtual ~Source() = default;
  /// The next article; or an error about one article or file (with file, line and remedy), after
  /// which the next call goes on behind it; or empty at the end.
  virtual std::optional<Result<Article>> Next() = 0;
  virtual SourceCounts counts() const = 0;
};

/// Articles of files, folders and "-" (standard input), in the order given. Folders are walked with
/// all below, files sorted by name, hidden ones left out. Kinds by name: .txt .text plain text;
/// .html .htm .xhtml HTML; .jsonl .ndjson .json JSON lines; each also with .gz. A file of another
/// name that is given itself, and standard input, are told by their first bytes.
std::unique_ptr<Source> OpenPaths(const std::vector<std::string>& paths);

}  // namespace chido
