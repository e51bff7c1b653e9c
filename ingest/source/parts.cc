#include "ingest/source/parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/source/blocks.h"
#include "ingest/source/published.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// The text down to where a title may be expected.
constexpr std::size_t kHeadBytes = 2000;

/// Whether a line near the top begins with the title. Cut titles ("…", "...") count as shown.
bool ShowsTitle(const PageParts& parts) {
  const auto is_title = [](const Block& block) { return block.kind == BlockKind::kTitle; };
  if (std::ranges::any_of(parts.hints, is_title)) return true;
  std::string wanted = FoldKey(parts.title);
  while (wanted.ends_with('.') || wanted.ends_with(' ')) wanted.pop_back();
  std::string_view rest(parts.text);
  rest = rest.substr(0, kHeadBytes + parts.title.size());
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    // A damaged code point at the cut cannot match a title, so it does not matter here.
    if (FoldKey(rest.substr(0, std::min(end, rest.size()))).starts_with(wanted)) return true;
    if (end == std::string_view::npos) return false;
    rest.remove_prefix(end + 1);
  }
  return false;
}

void PrependTitle(PageParts& parts) {
  if (FoldKey(parts.title).empty() || ShowsTitle(parts)) return;
  const std::string head = parts.title + "\n\n";
  const auto shift = static_cast<std::uint32_t>(head.size());
  parts.text.insert(0, head);
  for (Block& hint : parts.hints) {
    hint.span.begin += shift;
    hint.span.end += shift;
  }
  const Span title{0, static_cast<std::uint32_t>(parts.title.size())};
  parts.hints.insert(parts.hints.begin(), Block{BlockKind::kTitle, title});
}

/// The first date that the page gives for itself.
std::string PageDay(const Article& article) {
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::kDateline) continue;
    std::string day = FindDay(block.span.In(article.text));
    if (!day.empty()) return day;
  }
  return {};
}

Status CheckText(const PageParts& parts) {
  if (parts.text.size() > kArticleLimit) {
    return Fail(Code::kTooLarge,
                fmt::format("{}: the text has {} bytes, more than the {} MiB that one article may "
                            "have; split it",
                            parts.origin, parts.text.size(), kArticleLimit >> 20));
  }
  if (parts.text.find('\0') != std::string::npos) {
    return Fail(Code::kBadInput,
                fmt::format("{}: has a zero byte at {}, so it is not a text; give text, HTML or "
                            "JSON lines",
                            parts.origin, parts.text.find('\0')));
  }
  if (parts.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos) {
    return Fail(Code::kBadInput,
                fmt::format("{}: is empty; there is nothing to read", parts.origin));
  }
  return {};
}

}  // namespace

std::string HostOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  std::string_view host = url.substr(0, url.find_first_of("/?#"));
  if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

Result<Article> MakeArticle(PageParts parts) {
  CHIDO_TRY(CheckText(parts));
  std::erase(parts.title, '\0');
  PrependTitle(parts);
  Article article;
  article.source_id = std::move(parts.source_id);
  article.url = std::move(parts.url);
  article.title = std::move(parts.title);
  article.publisher = parts.publisher.empty() ? HostOf(article.url) : std::move(parts.publisher);
  article.origin = std::move(parts.origin);
  article.text = std::move(parts.text);
  article.blocks = ClassifyBlocks(article.text, article.title, parts.hints);
  article.published = ParsePublished(parts.published);
  if (article.published.empty()) article.published = PageDay(article);
  article.id = ContentId(article.title, article.text);
  return article;
}

}  // namespace chido
