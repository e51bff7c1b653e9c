#pragma once

#include "graph/model/article.h"
#include "linker/reading/draft.h"
#include "linker/reading/reading.h"

namespace chido {

// The way of a reading. Each stage has a file of its own (or several with its name as prefix), is a
// pure function of the draft so far, linear in the article's length, and deterministic.

/// frame*.cc: home jurisdiction and publication date, from address, masthead, phone code, named
/// units.
void ReadFrame(Draft& draft);
/// date*.cc: all dates; years inferred from the publication date or the text.
void ReadDates(Draft& draft);
/// place*.cc: administrative units, resolved by the frame and by each other.
void ReadPlaces(Draft& draft);
/// body*.cc: bodies with canonical names and places; abbreviations defined in the article.
void ReadBodies(Draft& draft);
/// person*.cc, role*.cc: names with honorifics, ranks, posts before and after; lists of persons.
void ReadPersons(Draft& draft);
/// coreference*.cc: mentions of persons to officials; roles collected.
void ReadCoreference(Draft& draft);
/// directive*.cc: directives in all forms, their issuers, dates, titles; citations with functions;
/// relations.
void ReadDirectives(Draft& draft);
/// meeting*.cc: meetings with date, place, title, organisers; who chaired, spoke, attended; which
/// meeting a citation belongs to and who says it.
void ReadMeetings(Draft& draft);

/// reader.cc: looks the lexicon's phrases up and runs all stages.
void RunStages(Draft& draft);
/// reader.cc: runs all stages and assembles the result. Thread-safe. Error kBadInput for text that
/// is not UTF-8.
Result<Reading> ReadArticle(const Article& article, const Lexicon& lexicon);

}  // namespace chido
