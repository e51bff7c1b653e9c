#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linker/reading/draft.h"

namespace chido {

/// What speaks for one province.
struct ProvinceScore {
  std::uint32_t unit = 0;  ///< row of the province, valid at the article's time if any is
  float address = 0;       ///< by address, publisher, telephone
  float text = 0;          ///< by the words of the article
  float head = 0;          ///< part of `text` from title and lead
  Ground ground;           ///< the first that was found
  float total() const { return address + text; }
};

/// All that the article offers on where it is.
struct FrameEvidence {
  std::vector<ProvinceScore> provinces;  ///< best first
  float central = 0;                     ///< organs of the centre that act in title and lead
  bool central_host = false;             ///< the page is one of theirs
  float central_body = 0;                ///< the same, further down
  float local = 0;  ///< words for a province's or district's organs without its name
  Ground central_ground;
};

/// Collects evidence from address, publisher, telephone numbers and named units. `draft.frame`
/// needs its publication date, which decides between provinces of different times.
FrameEvidence CollectFrameEvidence(const Draft& draft);

/// The article's own date: from its metadata, else from the page's date line. Empty if none.
EdtfDate ReadPublished(const Draft& draft, Ground& ground);

}  // namespace chido
