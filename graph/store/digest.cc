#include "graph/store/digest.h"

#include "graph/base/hash.h"
#include "graph/model/article.h"

namespace chido {
namespace {

/// A row's value without what does not belong to the content: in which file, at which line, an
/// article was found.
Result<std::string> ContentOf(Family family, std::string_view value) {
  if (family != Family::kArticle) return std::string(value);
  CHIDO_ASSIGN(Article article, DecodeArticle(value));
  article.origin.clear();
  return EncodeArticle(article);
}

}  // namespace

Result<std::uint64_t> DigestOf(const Database& database, const SnapshotPin& pin) {
  std::uint64_t digest = 0;
  for (const Family family : AllFamilies()) {
    if (!IsContent(family)) continue;
    const std::uint64_t seed = Hash64(NameOf(family));
    const auto rows = database.Rows(family, &pin);
    for (rows->Seek(""); rows->Valid(); rows->Next()) {
      CHIDO_ASSIGN(const std::string content, ContentOf(family, rows->value()));
      digest += Hash64(content, Hash64(rows->key(), seed));
    }
    CHIDO_TRY(rows->status());
  }
  return digest;
}

}  // namespace chido
