#include "ingest/pipeline/store_sink.h"

#include <deque>

namespace chido {
namespace {

constexpr std::size_t kPage = 1000;

class StoredArticles : public Source {
 public:
  StoredArticles(const Store& store, bool all) : snapshot_(store.Read()), all_(all) {
    const Result<StoreStats> stats = store.Stats();
    if (stats.has_value()) total_ = stats->documents;
  }

  std::optional<Result<Article>> Next() override {
    for (;;) {
      if (documents_.empty()) {
        if (ended_) return std::nullopt;
        if (Status page = NextPage(); !page.has_value()) {
          ended_ = true;
          return std::unexpected(std::move(page).error());
        }
        continue;
      }
      const DocumentId id = documents_.front();
      documents_.pop_front();
      ++seen_;
      const Result<bool> wanted = IsWanted(id);
      if (!wanted.has_value()) return std::unexpected(wanted.error());
      if (*wanted) return Load(id);
    }
  }

  SourceCounts counts() const override {
    SourceCounts counts{.bytes = bytes_};
    if (total_ > 0) counts.fraction = static_cast<double>(seen_) / static_cast<double>(total_);
    return counts;
  }

 private:
  Status NextPage() {
    CHIDO_ASSIGN(const Page<DocumentId> page, snapshot_->ScanDocuments(kPage, cursor_));
    documents_.assign(page.items.begin(), page.items.end());
    cursor_ = page.next;
    ended_ = cursor_.empty();
    return {};
  }

  Result<bool> IsWanted(DocumentId id) const {
    if (all_) return true;
    CHIDO_ASSIGN(const std::optional<StoredReading> reading, snapshot_->GetReading(id));
    return !reading || reading->version < kReaderVersion;
  }

  Result<Article> Load(DocumentId id) {
    CHIDO_ASSIGN(std::optional<Article> article, snapshot_->GetArticle(id));
    if (!article) {
      return Fail(
          Code::kCorruption,
          "document " + ToString(id) + ": its article is missing; run `chido check` on the store");
    }
    bytes_ += article->text.size();
    return std::move(*article);
  }

  std::unique_ptr<Snapshot> snapshot_;
  const bool all_;
  std::deque<DocumentId> documents_;
  std::string cursor_;
  bool ended_ = false;
  std::uint64_t seen_ = 0;
  std::uint64_t total_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace

Status StoreSink::Add(const Article& article, const Reading& reading) {
  CHIDO_ASSIGN(const std::optional<Article> stored, Find(article.id));
  // The resolver replaces readings, but a copy with other metadata only by taking the old one back.
  if (stored && *stored != article) CHIDO_TRY(resolver_.Remove(article.id));
  return resolver_.Add(article, reading);
}

std::unique_ptr<Source> OpenStoredArticles(const Store& store, bool all) {
  return std::make_unique<StoredArticles>(store, all);
}

}  // namespace chido
