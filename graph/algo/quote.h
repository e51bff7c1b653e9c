#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store/snapshot.h"

namespace chido {

/// A piece of evidence as a person reads it.
struct Quote {
  DocumentId document;  ///< zero for a fact of the gazetteer
  std::string text;     ///< the sentence as stored; of the gazetteer: the source row
  std::string title;    ///< of the document
  std::string publisher;
  std::string url;
  std::string origin;      ///< file (and line of JSON lines) it was taken from
  std::string published;   ///< EDTF day, empty if unknown
  std::uint32_t line = 0;  ///< of the sentence in the stored text, from 1
  Span sentence;           ///< in the stored text
  Span mention;            ///< of the subject (or object) within it; empty if implied
  std::string rule;
  float confidence = 0;
  bool caption = false;
  bool repeats = false;  ///< repeats another quote of the same document
};

/// Makes quotes of evidence; keeps the articles that it has read. One per answer; not thread-safe.
class Quoter {
 public:
  explicit Quoter(const Snapshot& snapshot) : snapshot_(snapshot) {}
  /// Errors: kCorruption if a span does not lie in its document; those of the store.
  Result<Quote> Make(const Evidence& evidence);
  /// Quotes of a statement: those that count first, by date and document; at most `limit`.
  Result<std::vector<Quote>> Of(StatementId statement, std::size_t limit);

 private:
  struct Source {
    Article article;
    std::string published;  ///< as read, where the page does not say
  };
  Result<const Source*> Load(DocumentId document);

  const Snapshot& snapshot_;
  std::unordered_map<DocumentId, Source> sources_;
};

}  // namespace chido
