#pragma once

#include <vector>

#include "linker/reading/directive_draft.h"

namespace chido {

/// A law, code, ordinance or constitution named at a type word: "Luật Đất đai năm 2013", "Bộ luật
/// Hình sự", "Hiến pháp năm 2013"; several for "các Luật Đất đai, Nhà ở". None for drafts and for
/// the word in other names ("Khoa Luật").
std::vector<FoundDirective> NamedLawsAt(const Draft& draft, const TypeHead& head);

}  // namespace chido
