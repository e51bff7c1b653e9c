#pragma once

#include <string_view>
#include <vector>

#include "graph/algo/meetings.h"
#include "graph/algo/quote.h"
#include "graph/algo/roles.h"
#include "graph/algo/trace.h"
#include "graph/base/json_writer.h"
#include "graph/model/entity.h"
#include "graph/model/statement.h"
#include "http/api/labels.h"

namespace chido::api {

// How things of the graph look in JSON; the schemas of openapi.json say the same. Each writes one
// value.

/// Schema EntityRef: id, type, label, and what tells namesakes apart at a glance (a meeting's date,
/// a directive's issuer and date).
void WriteRef(JsonWriter& json, const Entity& entity);
void WriteRefs(JsonWriter& json, std::string_view key, const std::vector<Entity>& entities);
/// The fields of an entity, into an open object.
void WriteEntityFields(JsonWriter& json, const Entity& entity);
/// Schema Quote.
void WriteQuote(JsonWriter& json, const Quote& quote);
void WriteQuotes(JsonWriter& json, const std::vector<Quote>& quotes);
/// Qualifiers, their labels, valid time, confidence and evidence count, into an open object.
void WriteStatementFields(JsonWriter& json, const Statement& statement, Language language);
/// Schema Statement.
void WriteStatement(JsonWriter& json, const Statement& statement, const Entity& subject,
                    const Entity& object, Language language);
/// Schema Role.
void WriteRole(JsonWriter& json, const RoleHeld& role, Language language);
/// Schema Roles.
void WriteRoles(JsonWriter& json, const RoleList& roles, Language language);
/// Schema MeetingPart. `official` is left out of the co-chairs.
void WriteMeetingPart(JsonWriter& json, const MeetingPart& part, EntityId official,
                      Language language);
/// Schema CitationTrace; without `links` only the citations.
void WriteTrace(JsonWriter& json, const CitationTrace& trace, bool links, Language language);
/// Schema Span.
void WriteSpan(JsonWriter& json, Span span);

}  // namespace chido::api
