#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "linker/lexicon/lexicon.h"

namespace chido {

/// How frequent a name is among officials, from its syllables: surname, middle syllables and given
/// name are taken as independent. Immutable.
class NameFrequency {
 public:
  explicit NameFrequency(const Lexicon& lexicon);
  /// Share of people so named, above 0; `name` is folded (`FoldKey`).
  double Of(std::string_view name) const;

 private:
  std::unordered_map<std::string, double> surnames_;
  std::unordered_map<std::string, double> middles_;
  std::unordered_map<std::string, double> givens_;
};

}  // namespace chido
