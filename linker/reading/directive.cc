#include "linker/reading/directive_draft.h"
#include "linker/reading/stages.h"

namespace chido {

void ReadDirectives(Draft& draft) {
  std::vector<FoundDirective> found = FindDirectives(draft);
  if (found.empty()) return;
  const Locality locality(draft);
  ReadDirectiveDetails(draft, locality, found);
  ReadDirectiveFunctions(draft, found);
  MergeDirectives(draft, found);
  ReadDirectiveRelations(draft, found);
  for (const FoundDirective& one : found) {
    draft.directive_mentions.push_back({{one.core.begin, one.end}, one.item});
  }
}

}  // namespace chido
