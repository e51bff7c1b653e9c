#pragma once

#include <string>

#include "tests/world/draw.h"
#include "tests/world/telling.h"

namespace chido::world {

/// The body as an article says it: of its home province, or where no province is told, without the
/// place; sometimes shortened ("UBND").
std::string BodyPhrase(World& world, const Telling& telling, std::uint32_t body, Draw& draw);

/// Title and body in one phrase: "Trưởng Ban Tuyên giáo Tỉnh ủy", "Chủ tịch UBND tỉnh".
/// `body_begin` is set to where the body begins in it.
std::string JoinPost(const std::string& title, const std::string& body, std::size_t& body_begin);

/// "14/7/2023", "14/07/2023", "14/7".
std::string DayPhrase(std::int32_t day, bool with_year, Draw& draw);

/// Sets tone marks the old way, as *uỷ*, *hoà*; as many bytes as before.
void SetTonesTheOldWay(std::string& text);
/// The first letter as at the beginning of a sentence; as many bytes as before.
void Capitalise(std::string& text, std::size_t at);

}  // namespace chido::world
