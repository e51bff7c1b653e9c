#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/article.h"

namespace chido {

/// The most bytes of text that one article may have.
inline constexpr std::size_t kArticleLimit = std::size_t{16} << 20;

/// What a loader found, before it is an article.
struct PageParts {
  std::string source_id;
  std::string url;
  std::string title;
  std::string publisher;
  std::string published;  ///< as written in the metadata
  std::string origin;
  std::string text;          ///< valid UTF-8
  std::vector<Block> hints;  ///< kinds known already, in text order
};

/// Makes the article: the title is put before a text that does not show it, blocks are told apart,
/// the day of publication is read from the metadata or else from the page's own date line, the
/// publisher falls back to the address's host, the id is the content's.
/// Errors, with the origin: kBadInput for a text that is blank or has zero bytes, kTooLarge above
/// `kArticleLimit`.
Result<Article> MakeArticle(PageParts parts);

/// Host name of an address without "www.", or empty.
std::string HostOf(std::string_view url);

}  // namespace chido
