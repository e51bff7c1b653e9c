// Any UTF-8 as an article: the reader must end, be deterministic, and keep every span inside the
// text.

#include <cstdint>
#include <string>

#include "graph/base/error.h"
#include "ingest/source/blocks.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace {

void Expect(bool holds, const char* what) {
  if (!holds) chido::Abort(what);
}

void CheckGrounds(const std::vector<chido::Ground>& grounds, std::size_t size) {
  for (const chido::Ground& ground : grounds) {
    Expect(ground.sentence.end <= size && ground.mention.end <= size,
           "a ground lies outside the text");
    Expect(ground.confidence >= 0 && ground.confidence <= 1, "a confidence is outside [0, 1]");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chido::Article article;
  article.text.assign(reinterpret_cast<const char*>(data), size);
  article.id = chido::ContentId("", article.text);
  article.published = "2023-07-24";
  article.url = "https://daklak.gov.vn/tin";
  article.blocks = chido::ClassifyBlocks(article.text, "");
  const auto reading = chido::ReadArticle(article, chido::Lexicon::BuiltIn());
  if (!reading.has_value()) return 0;
  for (const chido::OfficialItem& official : reading->officials)
    CheckGrounds(official.grounds, size);
  for (const chido::BodyItem& body : reading->bodies) CheckGrounds(body.grounds, size);
  for (const chido::MeetingItem& meeting : reading->meetings) CheckGrounds(meeting.grounds, size);
  const std::string bytes = chido::EncodeReading(*reading);
  const auto again = chido::DecodeReading(bytes);
  Expect(again.has_value() && *again == *reading, "a reading does not survive its stored form");
  return 0;
}
