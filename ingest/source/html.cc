#include "ingest/source/html.h"

#include <fmt/format.h>

#include "ingest/source/charset.h"
#include "ingest/source/html_tree.h"

namespace chido {
namespace {

/// Where the standard wants the charset to stand, with room for the disobedient.
constexpr std::size_t kCharsetBytes = 8192;

/// The value after "charset=" near the top, or empty.
std::string DeclaredCharset(std::string_view html) {
  std::string head;
  for (const char c : html.substr(0, kCharsetBytes)) {
    head += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const std::size_t meta = head.find("<meta");
  const std::size_t at = meta == std::string::npos ? meta : head.find("charset", meta);
  if (at == std::string::npos) return {};
  std::size_t begin = head.find_first_not_of(" =\"'", at + 7);
  if (begin == std::string::npos) return {};
  const std::size_t end = head.find_first_of(" \"'/>;", begin);
  return end == std::string::npos ? std::string() : head.substr(begin, end - begin);
}

}  // namespace

Result<PageParts> ParseHtml(std::string html, std::string_view origin) {
  const std::string charset = DeclaredCharset(html);
  CHIDO_ASSIGN(const std::string utf8, ToUtf8(std::move(html), charset, origin));
  const HtmlTree tree(utf8);
  PageParts parts;
  parts.origin = origin;
  if (tree.root() != nullptr) {
    ReadMetadata(tree, parts);
    ReadMainText(tree, parts);
  }
  if (parts.text.empty()) {
    return Fail(Code::kBadInput,
                fmt::format("{}: no text was found in the page; it may be built by scripts in the "
                            "browser, save it from there",
                            origin));
  }
  return parts;
}

}  // namespace chido
