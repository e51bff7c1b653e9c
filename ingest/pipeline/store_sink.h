#pragma once

#include "graph/store/store.h"
#include "ingest/pipeline/reading_sink.h"
#include "ingest/source/source.h"
#include "linker/lexicon/lexicon.h"
#include "linker/resolve/resolver.h"

namespace chido {

/// Resolves readings into a store. Store and lexicon must outlive it.
class StoreSink : public ReadingSink {
 public:
  StoreSink(Store& store, const Lexicon& lexicon) : store_(store), resolver_(store, lexicon) {}

  Result<std::optional<Article>> Find(DocumentId id) override {
    return store_.Read()->GetArticle(id);
  }
  Status Add(const Article& article, const Reading& reading) override;
  Status Sync() override { return store_.Sync(); }

 private:
  Store& store_;
  Resolver resolver_;
};

/// The articles of a store whose reading is older than `kReaderVersion`, or with `all` every one,
/// by document id, as they stood when the source was made. The store must outlive it.
std::unique_ptr<Source> OpenStoredArticles(const Store& store, bool all);

}  // namespace chido
