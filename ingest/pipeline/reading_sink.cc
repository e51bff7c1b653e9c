#include "ingest/pipeline/reading_sink.h"

namespace chido {
namespace {

int Told(const Article& article) {
  return (article.published.empty() ? 0 : 4) + (article.url.empty() ? 0 : 2) +
         (article.publisher.empty() ? 0 : 1);
}

}  // namespace

bool IsBetterCopy(const Article& candidate, const Article& stored) {
  const int a = Told(candidate);
  const int b = Told(stored);
  return a != b ? a > b : EncodeArticle(candidate) < EncodeArticle(stored);
}

}  // namespace chido
