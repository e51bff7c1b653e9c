#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/article.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"
#include "linker/reading/reason.h"

namespace chido {

/// What is to be said of a finding beside what it was taken for: ("function", "reviews").
struct Note {
  std::string_view key;  ///< manner, function, speaker, date, status
  std::string value;     ///< of status: former, acting, doubtful, inferred; of date: EDTF or empty
  friend bool operator==(const Note&, const Note&) = default;
};

/// What the reader made of one stretch of text.
struct Finding {
  Span span;                ///< bytes of the stored text; of a statement its sentence
  std::string kind;         ///< mention: place, body, person, directive, meeting; else a predicate,
                            ///< a relation of directives, meeting or jurisdiction
  std::string taken_as;     ///< "Huyện Krông Ana"; empty: for nothing that is kept
  std::string rule;         ///< the rule that fired; empty where nothing is kept
  float confidence = 1;     ///< in [0, 1]
  std::vector<Rival> lost;  ///< best first
  std::vector<Note> notes;
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// A reading with its reasons.
struct Explanation {
  Reading reading;
  std::vector<Finding> mentions;    ///< in text order
  std::vector<Finding> statements;  ///< by kind of item, then in text order
};

/// Reads the article and tells why. Thread-safe; costs little more than `ReadArticle`, whose
/// reading it gives. Error kBadInput for text that is not UTF-8.
Result<Explanation> ExplainArticle(const Article& article, const Lexicon& lexicon);

/// The statements of a reading with the rules that made them.
std::vector<Finding> ExplainStatements(const Reading& reading);

/// One line of JSON: `{"id", "mentions": […], "statements": […]}`, spans as [begin, end] in bytes.
std::string ExplanationToJson(const Explanation& explanation);

}  // namespace chido
