#include "http/api/forms.h"

namespace chido::api {

void WriteRef(JsonWriter& json, const Entity& entity) {
  json.BeginObject();
  json.Field("id", ToString(entity.id)).Field("type", NameOf(entity.type));
  json.Field("label", entity.label);
  if (entity.type == EntityType::kMeeting || entity.type == EntityType::kDirective) {
    json.TextIfAny("date", entity.Attribute("date"));
    json.TextIfAny("number", entity.Attribute("number"));
    json.TextIfAny("issuer", entity.Attribute("issuer"));
  } else if (entity.type == EntityType::kDocument) {
    json.TextIfAny("date", entity.Attribute("published"));
  }
  json.EndObject();
}

void WriteRefs(JsonWriter& json, std::string_view key, const std::vector<Entity>& entities) {
  json.Key(key).BeginArray();
  for (const Entity& entity : entities) WriteRef(json, entity);
  json.EndArray();
}

void WriteEntityFields(JsonWriter& json, const Entity& entity) {
  json.Field("id", ToString(entity.id)).Field("type", NameOf(entity.type));
  json.Field("label", entity.label).Key("names").BeginArray();
  for (const std::string& name : entity.names) json.Value(name);
  json.EndArray().Key("attributes").BeginObject();
  for (const auto& [key, value] : entity.attributes) json.Field(key, value);
  json.EndObject();
  json.TextOrNull("first_seen", entity.first_seen).TextOrNull("last_seen", entity.last_seen);
}

void WriteSpan(JsonWriter& json, Span span) {
  if (span.empty()) {
    json.Null();
    return;
  }
  json.BeginObject().Field("begin", span.begin).Field("end", span.end).EndObject();
}

void WriteQuote(JsonWriter& json, const Quote& quote) {
  json.BeginObject().Key("document");
  if (quote.document) {
    json.BeginObject().Field("id", ToString(quote.document)).Field("title", quote.title);
    json.TextOrNull("publisher", quote.publisher).TextOrNull("url", quote.url);
    json.TextOrNull("origin", quote.origin).TextOrNull("published", quote.published);
    json.EndObject();
  } else {
    json.Null();
  }
  json.Field("text", quote.text).Field("line", quote.line);
  json.Key("sentence");
  WriteSpan(json, quote.sentence);
  json.Key("mention");
  WriteSpan(json, quote.mention);
  json.Field("rule", quote.rule).Field("confidence", quote.confidence);
  json.Field("caption", quote.caption).Field("repeats", quote.repeats).EndObject();
}

void WriteQuotes(JsonWriter& json, const std::vector<Quote>& quotes) {
  json.Key("quotes").BeginArray();
  for (const Quote& quote : quotes) WriteQuote(json, quote);
  json.EndArray();
}

void WriteStatementFields(JsonWriter& json, const Statement& statement, Language language) {
  json.Key("qualifiers").BeginObject();
  for (const auto& [key, value] : statement.qualifiers) json.Field(key, value);
  json.EndObject().Key("qualifier_labels").BeginObject();
  for (const auto& [key, value] : statement.qualifiers) {
    json.TextIfAny(key, LabelOf(statement.predicate, key, value, language));
  }
  json.EndObject();
  json.TextOrNull("valid", FormatEdtf(statement.valid));
  json.Field("valid_inferred", statement.valid_inferred);
  json.Field("confidence", statement.confidence);
  json.Field("evidence_count", statement.evidence_count);
}

void WriteStatement(JsonWriter& json, const Statement& statement, const Entity& subject,
                    const Entity& object, Language language) {
  json.BeginObject().Field("id", ToString(statement.id)).Key("subject");
  WriteRef(json, subject);
  json.Field("predicate", RowOf(statement.predicate).name);
  json.Field("label", LabelOf(statement.predicate, Direction::kOut, language)).Key("object");
  WriteRef(json, object);
  WriteStatementFields(json, statement, language);
  json.EndObject();
}

void WriteRole(JsonWriter& json, const RoleHeld& role, Language language) {
  json.BeginObject().Field("title", role.title).Key("body");
  WriteRef(json, role.body);
  json.Field("statement", ToString(role.statement.id));
  WriteStatementFields(json, role.statement, language);
  json.EndObject();
}

void WriteRoles(JsonWriter& json, const RoleList& roles, Language language) {
  json.BeginObject().TextOrNull("as_of", roles.as_of);
  for (const auto& [key, list] : {std::pair("now", &roles.now), std::pair("past", &roles.past)}) {
    json.Key(key).BeginArray();
    for (const RoleHeld& role : *list) WriteRole(json, role, language);
    json.EndArray();
  }
  json.Field("truncated", roles.truncated).EndObject();
}

void WriteMeetingPart(JsonWriter& json, const MeetingPart& part, EntityId official,
                      Language language) {
  json.BeginObject().Key("meeting");
  WriteRef(json, part.meeting);
  json.TextOrNull("date", part.date).Field("date_inferred", part.date_inferred);
  json.TextOrNull("kind", part.meeting.Attribute("kind")).TextOrNull("place", part.place);
  json.TextOrNull("jurisdiction", part.jurisdiction).Key("parts").BeginArray();
  for (const Predicate predicate : part.parts) {
    json.BeginObject().Field("predicate", RowOf(predicate).name);
    json.Field("label", LabelOf(predicate, Direction::kOut, language)).EndObject();
  }
  json.EndArray().Key("manners").BeginArray();
  for (const std::string& manner : part.manners) json.Value(manner);
  json.EndArray();
  WriteRefs(json, "organisers", part.organisers);
  std::vector<Entity> others = part.chairs;
  std::erase_if(others, [official](const Entity& chair) { return chair.id == official; });
  WriteRefs(json, "chairs", part.chairs);
  WriteRefs(json, "co_chairs", others);
  WriteQuotes(json, part.quotes);
  json.EndObject();
}

namespace {

void WriteOptionalRef(JsonWriter& json, std::string_view key, const std::optional<Entity>& entity) {
  json.Key(key);
  if (entity) {
    WriteRef(json, *entity);
  } else {
    json.Null();
  }
}

void WriteCitation(JsonWriter& json, const Citation& citation, Language language) {
  json.BeginObject().Field("function", citation.function);
  json.TextOrNull("function_label",
                  LabelOf(Predicate::kCites, "function", citation.function, language));
  WriteOptionalRef(json, "meeting", citation.meeting);
  json.TextOrNull("meeting_date", citation.meeting_date);
  WriteOptionalRef(json, "speaker", citation.speaker);
  json.Key("quote");
  WriteQuote(json, citation.quote);
  json.EndObject();
}

void WriteLink(JsonWriter& json, const DirectiveLink& link, Language language) {
  json.BeginObject().Key("from");
  WriteRef(json, link.from);
  json.Field("function", link.function);
  json.TextOrNull("function_label",
                  LabelOf(Predicate::kCites, "function", link.function, language));
  json.Key("to");
  WriteRef(json, link.to);
  WriteQuotes(json, link.quotes);
  json.EndObject();
}

}  // namespace

void WriteTrace(JsonWriter& json, const CitationTrace& trace, bool links, Language language) {
  json.BeginObject().Key("directive").BeginObject();
  WriteEntityFields(json, trace.directive);
  json.EndObject();
  WriteRefs(json, "issuers", trace.issuers);
  json.Field("open", trace.open);
  WriteRefs(json, "candidates", trace.candidates);
  json.Field("citing_documents", trace.citing_documents).Key("citations").BeginArray();
  for (const Citation& citation : trace.citations) WriteCitation(json, citation, language);
  json.EndArray();
  if (links) {
    json.Key("links").BeginArray();
    for (const DirectiveLink& link : trace.links) WriteLink(json, link, language);
    json.EndArray();
  }
  json.Field("truncated", trace.truncated).EndObject();
}

}  // namespace chido::api
