#pragma once

#include <memory>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "graph/store/store.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"
#include "linker/resolve/judgement.h"

namespace chido {

/// Turns readings into entities and statements of a store. The content of the store is a function
/// of the set of articles added, never of their order: each new reading re-solves only the blocks
/// that its mentions fall into, and only documents whose mentions moved are stated anew. One writer
/// at a time; not thread-safe. Store and lexicon must outlive it.
///
/// Every change fails with kUnsupported on a store that other rules linked (`link_rules.h`).
class Resolver {
 public:
  Resolver(Store& store, const Lexicon& lexicon);
  ~Resolver();
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  /// Adds an article with its reading, as one atomic change; replaces the reading of a document
  /// that is there. `reading.document` must be `article.id`. Errors: kConflict if the id is taken
  /// by other content, those of the store.
  Status Add(const Article& article, const Reading& reading);

  /// Takes a document back with exactly what rested on it alone. Error kNotFound if it is not
  /// stored.
  Status Remove(DocumentId document);

  /// Takes a judgement in and solves what it touches, as one atomic change. Judging again changes
  /// author, note and time alone. Errors: kConflict if it contradicts others, with the chain.
  Status Judge(const Judgement& judgement);
  /// Takes a judgement back, in any order. Error kNotFound.
  Status Retract(const std::string& key);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chido
