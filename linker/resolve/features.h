#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"

namespace chido {

/// Whether a body's template has a unit in its name, so that without one it is not identified.
bool NeedsPlace(const BodyItem& body, const Lexicon& lexicon);

/// Province uid of a unit; empty if it has none in the gazetteer.
std::string ProvinceUid(const Lexicon& lexicon, std::string_view unit_uid);

/// The unit that stands for all units of one name, level and province, whenever they were, as the
/// owner of the body called `name`: the last one of the kind that the name tells (*tỉnh*, *Thành
/// ủy* …), of any kind if it tells none. A body must not belong to now this, now that one.
std::string_view UnitOfBody(const Lexicon& lexicon, std::string_view name,
                            std::string_view unit_uid);

/// Sorted, unique hashes of the words of a title, in lower case; words of one letter are left out.
std::vector<std::uint64_t> TitleWords(std::string_view title);

/// What linking knows of each official of a reading, in their order; each list sorted. Posts:
/// "b:BODY@PLACE", "t:BODY@PLACE|TITLE", "x:TEMPLATE|TITLE@BODY" for those that one person holds at
/// a time, "u:UNIT", "p:PROVINCE", "s:" the province that followed it,
/// "e:KIND|TITLE@PROVINCE" a post as it goes on there, "z:" the same of a province that goes on,
/// "y:KIND|TITLE" a post of whatever unit, "n:" a province of a post
/// not ended, "l:" level 0 centre … 3 commune, "r:leader" for posts that only national leaders
/// hold. PLACE is a unit, "central", "wide" for a body of hundreds, or empty. "w:", where none of
/// these is there: the article's province. "h:" title; "g:" gender; "m:" people of the same
/// meetings. A bare *Giám đốc* or a seat in the National Assembly is a title alone.
std::vector<std::vector<std::string>> OfficialKeys(const Reading& reading, const Lexicon& lexicon);

/// "o:" organisers, "c:" chairs, "a:" people, "l:" place, "p:" the article's province.
std::vector<std::string> MeetingKeys(const Reading& reading, const MeetingItem& meeting,
                                     const Lexicon& lexicon);

/// Whose number it is: "central", a unit's uid, or the document where nothing tells.
std::string DirectiveScope(const Reading& reading, const DirectiveItem& directive,
                           const Lexicon& lexicon);

/// The identity of a known directive, as its citations have it.
std::string KnownIdentity(const KnownDirectiveRow& row);
/// The number or, without one, the title of a known directive, folded: the name of its block.
std::string KnownBlock(const KnownDirectiveRow& row);

/// The number of a directive with its slips mended, where the reading tells how ("05-CT/TW" of "05
/// - CT/TƯ").
std::string MendedNumber(const DirectiveItem& directive);

/// Number folded for comparing: lower case, no blanks, no leading zeros before the first digit
/// run's end.
std::string FoldNumber(std::string_view number);

}  // namespace chido
