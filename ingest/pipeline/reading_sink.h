#pragma once

#include <optional>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "linker/reading/reading.h"

namespace chido {

/// Where articles go once they are read.
class ReadingSink {
 public:
  virtual ~ReadingSink() = default;
  /// The stored copy of this content, if there is one. Thread-safe.
  virtual Result<std::optional<Article>> Find(DocumentId id) = 0;
  /// Takes an article with its reading; a copy under the same id is replaced. Called by one thread
  /// at a time, in the order of the source.
  virtual Status Add(const Article& article, const Reading& reading) = 0;
  /// Makes what was added outlive the loss of power.
  virtual Status Sync() = 0;
};

/// Which of two copies of one content is kept: the one that says more of itself (day, address,
/// publisher), then the one whose stored bytes are smaller. A strict order, so that the copy that
/// remains does not depend on which came first.
bool IsBetterCopy(const Article& candidate, const Article& stored);

}  // namespace chido
