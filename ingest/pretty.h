#pragma once

#include <iosfwd>

#include "graph/model/article.h"
#include "linker/reading/explain.h"
#include "linker/reading/reading.h"

namespace chido {

/// What an article says, for people: persons with their posts, meetings with who chaired and spoke,
/// directives with the sentence that cites them.
void PrintReading(const Article& article, const Reading& reading, std::ostream& out);

/// Every mention and statement with line, rule, confidence and the readings that lost.
void PrintExplanation(const Article& article, const Explanation& explanation, std::ostream& out);

}  // namespace chido
