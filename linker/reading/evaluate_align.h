#pragma once

#include <string_view>
#include <vector>

#include "linker/reading/evaluate_gold.h"

namespace chido {

/// The parts of a person in a meeting that are judged, by their keys.
inline constexpr std::string_view kJudgedParts[] = {"chaired", "spoke", "attended"};

/// Which system meeting answers which gold meeting, both ways; -1 for none.
struct Alignment {
  std::vector<int> system_of;
  std::vector<int> gold_of;
};

/// Pairs meetings one to one by date, people and words of the title, the most alike first.
Alignment Align(const JudgedReading& gold, const JudgedReading& system);

}  // namespace chido
