#pragma once

#include <string>
#include <unordered_map>

#include "linker/reading/body_grammar.h"
#include "linker/reading/draft.h"

namespace chido {

/// The bodies of a draft by their canonical name. Adds what is missing.
class BodyBook {
 public:
  BodyBook(Draft& draft, const BodyGrammar& grammar);

  /// Index in Draft::bodies of the body of `phrase`; added if new.
  ItemIndex Intern(const BodyPhrase& phrase);
  /// The same for a body known by its whole name (a central one).
  ItemIndex Intern(const std::string& name);

 private:
  std::string TemplateOf(const BodyPhrase& phrase) const;

  Draft& draft_;
  const BodyGrammar& grammar_;
  std::unordered_map<std::string, ItemIndex> by_name_;
  std::unordered_map<std::string, ItemIndex> by_writing_;  ///< as asked for: folding costs more
};

}  // namespace chido
