#include <fmt/format.h>

#include "http/api/forms.h"
#include "http/api/routes.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/explain.h"

namespace chido::api {
namespace {

// Reading is linear in the text; this much is read well within the time of a request.
constexpr std::size_t kMostArticle = std::size_t{1} << 20;

Predicate PredicateOf(const Finding& finding) {
  return PredicateFromName(finding.kind).value_or(Predicate::kCites);
}

void WriteNotes(Exchange& exchange, const Finding& finding) {
  JsonWriter& json = exchange.json;
  json.Key("notes").BeginArray();
  for (const Note& note : finding.notes) {
    json.BeginObject().Field("key", note.key).TextOrNull("value", note.value);
    json.TextOrNull("label",
                    LabelOf(PredicateOf(finding), note.key, note.value, exchange.language));
    json.EndObject();
  }
  json.EndArray();
}

void WriteLost(JsonWriter& json, const std::vector<Rival>& lost) {
  json.Key("lost").BeginArray();
  for (const Rival& rival : lost) {
    json.BeginObject().TextOrNull("taken_as", rival.taken_as);
    json.Field("code", CodeOf(rival.reason)).TextOrNull("detail", rival.detail);
    json.Field("reason", SentenceOf(rival)).EndObject();
  }
  json.EndArray();
}

void WriteFinding(Exchange& exchange, const Finding& finding) {
  JsonWriter& json = exchange.json;
  json.BeginObject().Key("span");
  WriteSpan(json, finding.span);
  json.Field("kind", finding.kind);
  json.Field("kind_label", LabelOfKind(finding.kind, exchange.language));
  json.TextOrNull("taken_as", finding.taken_as).TextOrNull("rule", finding.rule);
  json.Key("confidence");
  if (finding.taken_as.empty()) {
    json.Null();
  } else {
    json.Value(finding.confidence);
  }
  WriteNotes(exchange, finding);
  WriteLost(json, finding.lost);
  json.EndObject();
}

void WriteFindings(Exchange& exchange, std::string_view key, const std::vector<Finding>& findings) {
  exchange.json.Key(key).BeginArray();
  for (const Finding& finding : findings) WriteFinding(exchange, finding);
  exchange.json.EndArray();
}

}  // namespace

Status GetExplanation(Exchange& exchange) {
  CHIDO_ASSIGN(const std::optional<Article> article,
               exchange.snapshot->GetArticle(exchange.document));
  if (!article) {
    return Fail(Code::kNotFound, "there is no document " + ToString(exchange.document));
  }
  if (article->text.size() > kMostArticle) {
    return Fail(Code::kTooLarge,
                fmt::format("document {} has {} bytes of text, and reasons are given for at most "
                            "{}; use `chido extract --explain`",
                            ToString(article->id), article->text.size(), kMostArticle));
  }
  CHIDO_ASSIGN(const Explanation explanation, ExplainArticle(*article, Lexicon::BuiltIn()));
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("id", ToString(article->id)).Field("reader_version", kReaderVersion);
  WriteFindings(exchange, "mentions", explanation.mentions);
  WriteFindings(exchange, "statements", explanation.statements);
  json.EndObject();
  return {};
}

}  // namespace chido::api
