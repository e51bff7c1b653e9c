#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "linker/text/tokens.h"

namespace chido {

/// Cuts the tokens from `begin` to the end of `text.tokens`, those of one block, into sentences and
/// appends them. Linear.
void CutSentences(AnalysedText& text, std::uint32_t begin, BlockKind block,
                  std::uint32_t block_index);

}  // namespace chido
