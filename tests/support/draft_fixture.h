#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/article.h"
#include "linker/reading/draft.h"

namespace chido::testing {

/// What a page says of itself, for a test; each field may stay empty.
struct PageFacts {
  std::string url;
  std::string title;
  std::string publisher;
  std::string published;
};

/// An invented article on its way to a reading. Owns article and draft; runs the stages it is asked
/// for, over the lexicon of the binary. Every line of `text` is a block of the body.
class DraftFixture {
 public:
  explicit DraftFixture(std::string text, PageFacts facts = {});
  DraftFixture(const DraftFixture&) = delete;
  DraftFixture& operator=(const DraftFixture&) = delete;

  /// Runs stages of stages.h in the order given: `Run({ReadFrame, ReadDates})`.
  DraftFixture& Run(const std::vector<void (*)(Draft&)>& stages);
  /// Runs every stage up to and with the directives.
  DraftFixture& RunToDirectives();

  Draft& draft() { return *draft_; }
  /// The text of tokens, as normalised.
  std::string TextOf(TokenRange tokens) const;

 private:
  Article article_;
  std::unique_ptr<Draft> draft_;
};

}  // namespace chido::testing
