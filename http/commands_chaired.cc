#include <fmt/format.h>

#include <array>

#include "graph/algo/meetings.h"
#include "http/api/describe.h"
#include "http/api/params.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"

namespace chido {
namespace {

constexpr std::size_t kQuotesEach = 3;
constexpr std::string_view kUnknown = "không rõ (unknown)";

std::string LabelsOf(const std::vector<Entity>& entities, EntityId without) {
  std::string labels;
  for (const Entity& entity : entities) {
    if (entity.id == without) continue;
    if (!labels.empty()) labels += "; ";
    labels += entity.label;
  }
  return labels;
}

std::string_view OrUnknown(std::string_view text) { return text.empty() ? kUnknown : text; }

void ShowMeeting(const MeetingPart& part, EntityId official, Layout& layout) {
  const std::string date =
      part.date.empty() ? "không rõ ngày" : part.date + (part.date_inferred ? " (năm suy ra)" : "");
  layout.Line(0, fmt::format("{}  {}", date, part.meeting.label));
  layout.Field(4, "Nơi họp", OrUnknown(part.place));
  layout.Field(4, "Địa phương", OrUnknown(part.jurisdiction));
  layout.Field(4, "Cơ quan tổ chức", OrUnknown(LabelsOf(part.organisers, {})));
  layout.Field(4, "Cùng chủ trì", LabelsOf(part.chairs, official));
  for (const Quote& quote : part.quotes) layout.Quotation(4, quote);
}

Status ShowOfficial(const Snapshot& snapshot, const Entity& official, const EdgeFilter& filter,
                    std::size_t limit, Layout& layout) {
  CHIDO_ASSIGN(const std::string description, api::Describe(snapshot, official));
  CHIDO_ASSIGN(const MeetingList list,
               MeetingsOf(snapshot, official.id, filter, limit, kQuotesEach));
  std::string heading = official.label;
  if (!description.empty()) heading += ", " + description;
  layout.Line(0, fmt::format("{} [{}]", heading, ToString(official.id)));
  layout.Line(0, list.meetings.empty() ? std::string("Không có cuộc họp nào do người này chủ trì")
                                       : fmt::format("Chủ trì {} cuộc họp", list.meetings.size()));
  for (const MeetingPart& part : list.meetings) {
    layout.Blank();
    ShowMeeting(part, official.id, layout);
  }
  if (list.truncated) layout.Line(0, "… còn nữa: tăng --limit");
  return {};
}

}  // namespace

Result<int> RunChaired(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(Asking asking, Ask(arguments, "/v1/chaired", {"at", "limit"}));
  const std::string name = WordsOf(arguments, "NAME");
  asking.request.query.emplace_back("name", name);
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  constexpr std::array<std::string_view, 3> kKnown{"at", "limit", "name"};
  CHIDO_ASSIGN(const api::Params params, api::Params::Check(asking.request.query, kKnown));
  CHIDO_ASSIGN(const EdgeFilter filter, params.Filter(EdgeFilter::Only(Predicate::kChaired)));
  CHIDO_ASSIGN(const std::vector<Entity> officials,
               EntitiesCalled(*asking.snapshot, name, EntityType::kOfficial));
  Layout layout(terminal.out);
  if (officials.size() > 1) {
    layout.Line(0, fmt::format("{} người cùng tên “{}”:", officials.size(), name));
    layout.Blank();
  }
  const auto limit = static_cast<std::size_t>(arguments.Integer("limit"));
  for (std::size_t i = 0; i < officials.size(); ++i) {
    if (i > 0) layout.Blank();
    CHIDO_TRY(ShowOfficial(*asking.snapshot, officials[i], filter, limit, layout));
  }
  return 0;
}

}  // namespace chido
