#include <fmt/format.h>

#include "http/api/describe.h"
#include "http/api/labels.h"
#include "http/api/naming.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"

namespace chido {
namespace {

constexpr std::size_t kMostSuggestions = 5;

std::string_view MarkOf(NameFit fit) {
  if (fit == NameFit::kSimilar) return " (gần giống)";
  return fit == NameFit::kExact ? " (khác dấu)" : "";
}

Status WriteHit(const Snapshot& snapshot, const SearchHit& hit, Layout& layout) {
  CHIDO_ASSIGN(const std::string description, api::Describe(snapshot, hit.entity));
  layout.Line(
      0, fmt::format("{}  {} [{}]{}", ToString(hit.entity.id), hit.entity.label,
                     api::LabelOf(hit.entity.type, api::Language::kVietnamese), MarkOf(hit.fit)));
  std::string more = description;
  if (hit.documents > 0) {
    more += fmt::format("{}{} bài viết", more.empty() ? "" : " · ", hit.documents);
  }
  if (!more.empty()) layout.Line(18, more);
  return {};
}

}  // namespace

Result<int> RunSearch(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(Asking asking, Ask(arguments, "/v1/search", {"type", "limit"}));
  const std::string name = WordsOf(arguments, "NAME");
  asking.request.query.emplace_back("q", name);
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  const std::optional<EntityType> type = EntityTypeFromName(arguments.String("type"));
  const NameQuestion question = api::QuestionOf(name, type);
  const auto limit = static_cast<std::size_t>(arguments.Integer("limit"));
  CHIDO_ASSIGN(const SearchAnswer answer, SearchNames(*asking.snapshot, question, limit));
  if (answer.hits.empty()) {
    CHIDO_ASSIGN(const std::vector<SearchHit> like,
                 NamesLike(*asking.snapshot, question, kMostSuggestions));
    return std::unexpected(api::NothingNamed(name, type, like));
  }
  Layout layout(terminal.out);
  for (const SearchHit& hit : answer.hits) CHIDO_TRY(WriteHit(*asking.snapshot, hit, layout));
  if (answer.truncated) layout.Line(0, "… còn nữa: viết tên dài hơn, hoặc thêm --type, --limit");
  return 0;
}

}  // namespace chido
