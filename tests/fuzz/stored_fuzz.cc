// Any bytes as a stored article, reading or date: damaged ones are told, whole ones survive.

#include <cstdint>
#include <string_view>

#include "graph/base/error.h"
#include "graph/model/article.h"
#include "graph/model/edtf.h"
#include "linker/reading/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto article = chido::DecodeArticle(bytes); article.has_value()) {
    const auto again = chido::DecodeArticle(chido::EncodeArticle(*article));
    if (!again.has_value() || *again != *article) chido::Abort("an article does not survive");
  }
  (void)chido::DecodeReading(bytes);
  if (const auto date = chido::ParseEdtf(bytes); date.has_value()) {
    const auto again = chido::ParseEdtf(chido::FormatEdtf(*date));
    if (!again.has_value() || *again != *date) chido::Abort("a date does not survive");
  }
  return 0;
}
