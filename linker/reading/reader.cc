#include <utility>

#include "graph/model/article.h"
#include "linker/reading/assemble.h"
#include "linker/reading/draft.h"
#include "linker/reading/stages.h"
#include "linker/text/tokens.h"

namespace chido {
namespace {

using Stage = void (*)(Draft&);

// In the order in which each needs what those before it found.
constexpr Stage kStages[] = {ReadFrame,   ReadDates,       ReadPlaces,     ReadBodies,
                             ReadPersons, ReadCoreference, ReadDirectives, ReadMeetings};

}  // namespace

void RunStages(Draft& draft) {
  draft.FindMatches();
  for (const Stage stage : kStages) stage(draft);
}

Result<Reading> ReadArticle(const Article& article, const Lexicon& lexicon) {
  CHIDO_ASSIGN(AnalysedText text, Analyse(article));
  Draft draft{.article = article, .lexicon = lexicon, .text = std::move(text)};
  RunStages(draft);
  return Assemble(draft);
}

}  // namespace chido
