#pragma once

#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "ingest/source/parts.h"

namespace chido {

/// The article of an HTML page: its main text as paragraphs parted by blank lines, with the parts
/// that the page marks (title, lead, captions, byline, date) as hints, and the metadata of
/// OpenGraph, schema.org and meta elements. Navigation, asides, footers, forms, related links and
/// comments are left out. The charset is that of a byte order mark, else of the page's own meta
/// element, else UTF-8. Linear in the page's length for any nesting; at most 256 levels are read.
/// Thread-safe. Errors, with `origin`: those of `ToUtf8`; kBadInput for a page without text.
Result<PageParts> ParseHtml(std::string html, std::string_view origin);

}  // namespace chido
