#include "tests/support/draft_fixture.h"

#include <cstdlib>
#include <utility>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/stages.h"

namespace chido::testing {
namespace {

std::vector<Block> BlocksOfLines(std::string_view text) {
  std::vector<Block> blocks;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      blocks.push_back(
          {BlockKind::kBody, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    }
    begin = end + 1;
  }
  return blocks;
}

}  // namespace

DraftFixture::DraftFixture(std::string text, PageFacts facts) {
  article_.url = std::move(facts.url);
  article_.title = std::move(facts.title);
  article_.publisher = std::move(facts.publisher);
  article_.published = std::move(facts.published);
  article_.text = std::move(text);
  article_.blocks = BlocksOfLines(article_.text);
  article_.id = ContentId(article_.title, article_.text);
  auto analysed = Analyse(article_);
  if (!analysed) std::abort();  // a test's own text is UTF-8
  const Lexicon& lexicon = Lexicon::BuiltIn();
  draft_ = std::make_unique<Draft>(
      Draft{.article = article_, .lexicon = lexicon, .text = std::move(*analysed)});
  draft_->FindMatches();
}

DraftFixture& DraftFixture::Run(const std::vector<void (*)(Draft&)>& stages) {
  for (const auto stage : stages) stage(*draft_);
  return *this;
}

DraftFixture& DraftFixture::RunToDirectives() {
  return Run(
      {ReadFrame, ReadDates, ReadPlaces, ReadBodies, ReadPersons, ReadCoreference, ReadDirectives});
}

std::string DraftFixture::TextOf(TokenRange tokens) const {
  return std::string(draft_->text.Text(tokens));
}

}  // namespace chido::testing
