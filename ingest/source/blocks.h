#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graph/model/article.h"

namespace chido {

/// Tells the parts of a page's text apart: title, lead, body, captions, bylines, dateline,
/// boilerplate. `title` is that of the metadata, or empty. `hints` are parts whose kind is known
/// already (from HTML), in text order; a line inside one keeps its kind. Every line that is not
/// blank is in exactly one block; what is in doubt is body. `text` is valid UTF-8. Deterministic,
/// linear, thread-safe.
std::vector<Block> ClassifyBlocks(std::string_view text, std::string_view title,
                                  std::span<const Block> hints = {});

}  // namespace chido
