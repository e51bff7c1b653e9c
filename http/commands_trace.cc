#include <fmt/format.h>

#include "graph/algo/trace.h"
#include "http/api/exchange.h"
#include "http/api/labels.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"

namespace chido {
namespace {

using api::Language;

std::string_view FunctionLabel(const std::string& function) {
  const std::string_view label =
      api::LabelOf(Predicate::kCites, "function", function, Language::kVietnamese);
  return label.empty() ? std::string_view(function) : label;
}

/// "Quy chế 04-QC/TU – Tỉnh ủy Lai Châu, 2022-01-05".
std::string NameWithIssuer(const Entity& directive) {
  std::string text = directive.label;
  const std::string_view issuer = directive.Attribute("issuer");
  const std::string_view date = directive.Attribute("date");
  text +=
      fmt::format(" – {}", issuer.empty() ? std::string_view("không rõ cơ quan ban hành") : issuer);
  text += fmt::format(", {}", date.empty() ? std::string_view("không rõ ngày") : date);
  return text;
}

void ShowHeading(const CitationTrace& trace, Layout& layout) {
  layout.Line(
      0, fmt::format("{} [{}]", NameWithIssuer(trace.directive), ToString(trace.directive.id)));
  layout.Field(2, "Về việc", trace.directive.Attribute("title"));
  std::string issuers;
  for (const Entity& issuer : trace.issuers) {
    if (issuer.label == trace.directive.Attribute("issuer")) continue;
    issuers += (issuers.empty() ? "" : "; ") + issuer.label;
  }
  layout.Field(2, "Cơ quan ban hành theo bài viết", issuers);
  if (trace.open) layout.Line(2, "Bài viết không cho biết là văn bản nào của số này");
  for (const Entity& candidate : trace.candidates) {
    layout.Field(2, "Có thể là",
                 fmt::format("{} [{}]", NameWithIssuer(candidate), ToString(candidate.id)));
  }
  layout.Line(0, fmt::format("Được viện dẫn trong {} bài viết ({} chỗ)", trace.citing_documents,
                             trace.citations.size()));
}

void ShowCitation(const Citation& citation, Layout& layout) {
  const Quote& quote = citation.quote;
  layout.Line(0,
              fmt::format("{}  {}",
                          quote.published.empty() ? std::string("không rõ ngày") : quote.published,
                          quote.title.empty() ? WhereOf(quote) : quote.title));
  if (citation.meeting) {
    const bool inferred = !citation.meeting->Attribute("date_inferred").empty();
    layout.Field(4, "Cuộc họp",
                 fmt::format("{}{}  {}",
                             citation.meeting_date.empty() ? std::string("không rõ ngày")
                                                           : citation.meeting_date,
                             inferred ? " (năm suy ra)" : "", citation.meeting->label));
  }
  if (citation.speaker) layout.Field(4, "Người nói", citation.speaker->label);
  layout.Field(4, "Cách viện dẫn", FunctionLabel(citation.function));
  layout.Quotation(4, quote);
}

void ShowLinks(const CitationTrace& trace, Layout& layout) {
  if (trace.links.empty()) return;
  layout.Blank();
  layout.Line(0, "Quan hệ với văn bản khác");
  for (const DirectiveLink& link : trace.links) {
    layout.Line(2, fmt::format("{} → {} → {}", NameWithIssuer(link.from),
                               FunctionLabel(link.function), NameWithIssuer(link.to)));
    for (const Quote& quote : link.quotes) layout.Quotation(4, quote);
  }
}

/// `cited` and `trace` differ in the links alone.
Result<int> Follow(const Arguments& arguments, Terminal& terminal, std::string path, bool links) {
  CHIDO_ASSIGN(Asking asking, Ask(arguments, std::move(path), {"limit"}));
  const std::string number = WordsOf(arguments, "NUMBER");
  asking.request.query.emplace_back("number", number);
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  CHIDO_ASSIGN(const std::vector<Entity> directives,
               EntitiesCalled(*asking.snapshot, number, EntityType::kDirective));
  Layout layout(terminal.out);
  if (directives.size() > 1) {
    layout.Line(0, fmt::format("{} văn bản cùng số “{}”:", directives.size(), number));
    layout.Blank();
  }
  const auto limit = static_cast<std::size_t>(arguments.Integer("limit"));
  for (std::size_t i = 0; i < directives.size(); ++i) {
    if (i > 0) layout.Blank();
    CHIDO_ASSIGN(const CitationTrace trace,
                 TraceDirective(*asking.snapshot, directives[i].id, limit, api::RequestBudget()));
    ShowHeading(trace, layout);
    if (links) ShowLinks(trace, layout);
    for (const Citation& citation : trace.citations) {
      layout.Blank();
      ShowCitation(citation, layout);
    }
    if (trace.truncated) layout.Line(0, "… còn nữa: tăng --limit");
  }
  return 0;
}

}  // namespace

Result<int> RunCited(const Arguments& arguments, Terminal& terminal) {
  return Follow(arguments, terminal, "/v1/cited", false);
}

Result<int> RunTrace(const Arguments& arguments, Terminal& terminal) {
  return Follow(arguments, terminal, "/v1/trace", true);
}

}  // namespace chido
