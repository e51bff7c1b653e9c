// Any bytes as a page: no crash, no endless work, and an error or a text that is not blank.

#include <cstdint>
#include <string>

#include "graph/base/error.h"
#include "ingest/source/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page(reinterpret_cast<const char*>(data), size);
  const auto parts = chido::ParseHtml(page, "page.html");
  if (!parts.has_value() && parts.error().message.empty())
    chido::Abort("an error without a sentence");
  return 0;
}
