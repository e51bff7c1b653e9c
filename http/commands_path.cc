#include <fmt/format.h>

#include <array>

#include "graph/algo/paths.h"
#include "graph/algo/quote.h"
#include "http/api/exchange.h"
#include "http/api/labels.h"
#include "http/api/params.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"

namespace chido {
namespace {

Result<std::string> NameAndType(const Snapshot& snapshot, EntityId id) {
  CHIDO_ASSIGN(const std::optional<Entity> entity, snapshot.GetEntity(id));
  if (!entity) return ToString(id);
  return fmt::format("{} [{}]", entity->label,
                     api::LabelOf(entity->type, api::Language::kVietnamese));
}

Status ShowPath(const Snapshot& snapshot, const Path& path, Quoter& quoter, Layout& layout) {
  CHIDO_ASSIGN(const std::string start, NameAndType(snapshot, path.steps.front().from));
  layout.Line(0, start);
  for (const Step& step : path.steps) {
    CHIDO_ASSIGN(const std::optional<Statement> statement,
                 snapshot.GetStatement(step.row.statement));
    const std::string valid = statement ? FormatEdtf(statement->valid) : "";
    CHIDO_ASSIGN(const std::string end, NameAndType(snapshot, step.to));
    layout.Line(
        2, fmt::format("→ {}{}{}{} → {}",
                       api::LabelOf(step.row.predicate, step.direction, api::Language::kVietnamese),
                       valid.empty() ? "" : " (", valid, valid.empty() ? "" : ")", end));
    CHIDO_ASSIGN(const std::vector<Quote> quotes, quoter.Of(step.row.statement, 1));
    for (const Quote& quote : quotes) layout.Quotation(6, quote);
  }
  return {};
}

void TellNamesakes(const std::vector<Entity>& found, Layout& layout) {
  if (found.size() < 2) return;
  layout.Line(0, fmt::format("Có {} mục mang tên {}; lấy mục {}. Dùng mã số để chọn mục khác.",
                             found.size(), found.front().label, ToString(found.front().id)));
}

}  // namespace

Result<int> RunPath(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(Asking asking, Ask(arguments, "/v1/paths", {"at", "limit"}));
  api::Params::Query& query = asking.request.query;
  query.emplace_back("from", arguments.String("A"));
  query.emplace_back("to", arguments.String("B"));
  query.emplace_back("max_hops", arguments.String("max-hops"));
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  const Snapshot& snapshot = *asking.snapshot;
  constexpr std::array<std::string_view, 5> kKnown{"at", "from", "limit", "max_hops", "to"};
  CHIDO_ASSIGN(const api::Params params, api::Params::Check(query, kKnown));
  CHIDO_ASSIGN(const EdgeFilter filter, params.Filter(EdgeFilter::Facts()));
  CHIDO_ASSIGN(const std::vector<Entity> from,
               EntitiesCalled(snapshot, arguments.String("A"), std::nullopt));
  CHIDO_ASSIGN(const std::vector<Entity> to,
               EntitiesCalled(snapshot, arguments.String("B"), std::nullopt));
  CHIDO_ASSIGN(
      const PathAnswer answer,
      ShortestPaths(snapshot, from.front().id, to.front().id,
                    static_cast<std::uint32_t>(arguments.Integer("max-hops")), filter,
                    static_cast<std::size_t>(arguments.Integer("limit")), api::RequestBudget()));
  Layout layout(terminal.out);
  TellNamesakes(from, layout);
  TellNamesakes(to, layout);
  if (answer.paths.empty()) {
    layout.Line(
        0, fmt::format("Không có đường nối nào dài tới {} bước.{}", arguments.Integer("max-hops"),
                       answer.truncated ? " (Đã dừng vì hết hạn mức tìm kiếm.)" : ""));
    return 0;
  }
  Quoter quoter(snapshot);
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    if (i > 0) layout.Blank();
    CHIDO_TRY(ShowPath(snapshot, answer.paths[i], quoter, layout));
  }
  if (answer.truncated) layout.Line(0, "… còn nữa: tăng --limit");
  return 0;
}

}  // namespace chido
