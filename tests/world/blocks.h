#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store/store.h"
#include "linker/reading/reading.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/partitioner.h"

namespace chido::world {

/// Links many readings at once, without a store: each block is solved once, over all its mentions,
/// where the resolver solves it again with each article. Since a partition is a function of the set
/// of mentions, both come to the same; a test compares the stores.
class Blocks {
 public:
  Blocks();
  /// A document may be added once.
  void Add(const Reading& reading);
  /// The entities of the items of every reading.
  void Solve();
  /// Of a document added before the last `Solve`.
  const Assignment& Of(DocumentId document) const { return assignments_.at(document); }
  /// The citations that the last `Solve` left open.
  const std::vector<PendingCitation>& pending() const { return pending_; }
  /// Puts a document's rows into a change, with the entities found.
  void PutRows(const Reading& reading, Change& change) const;

 private:
  const Lexicon& lexicon_;
  Partitioner partitioner_;
  std::map<std::string, std::vector<Mention>> blocks_;
  std::unordered_map<DocumentId, Assignment> assignments_;
  std::vector<PendingCitation> pending_;
};

}  // namespace chido::world
