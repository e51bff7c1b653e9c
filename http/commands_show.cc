#include <fmt/format.h>

#include <map>

#include "graph/algo/quote.h"
#include "graph/algo/roles.h"
#include "http/api/answers.h"
#include "http/api/describe.h"
#include "http/api/labels.h"
#include "http/asking.h"
#include "http/commands.h"
#include "http/layout.h"

namespace chido {
namespace {

using api::Language;

constexpr std::size_t kShownRelations = 10;

/// Attributes in words; those that repeat the label or are codes are left out.
const std::map<std::string_view, std::string_view>& AttributeLabels() {
  static const std::map<std::string_view, std::string_view> kLabels{
      {"date", "Ngày"},     {"kind", "Hình thức"},   {"place", "Nơi"},
      {"type", "Loại"},     {"number", "Số"},        {"issuer", "Cơ quan ban hành"},
      {"title", "Về việc"}, {"term", "Nhiệm kỳ"},    {"valid", "Thời gian tồn tại"},
      {"level", "Cấp"},     {"publisher", "Báo"},    {"published", "Ngày đăng"},
      {"url", "Địa chỉ"},   {"gender", "Giới tính"}, {"jurisdiction", "Địa phương"},
  };
  return kLabels;
}

void ShowAttributes(const Entity& entity, Layout& layout) {
  std::string names;
  for (const std::string& name : entity.names) names += (names.empty() ? "" : "; ") + name;
  layout.Field(2, "Tên khác", names);
  for (const auto& [key, label] : AttributeLabels()) {
    const std::string_view value = entity.Attribute(key);
    // Of bodies and places this is the gazetteer's code.
    if (key == "place" && entity.type != EntityType::kMeeting) continue;
    if (key == "gender") {
      layout.Field(2, label, value == "female" ? "nữ" : value == "male" ? "nam" : value);
      continue;
    }
    const bool inferred = key == "date" && !entity.Attribute("date_inferred").empty();
    if (value != entity.label) {
      layout.Field(2, label, inferred ? fmt::format("{} (năm suy ra)", value) : std::string(value));
    }
  }
  if (!entity.first_seen.empty()) {
    layout.Field(2, "Được nhắc đến", fmt::format("{} – {}", entity.first_seen, entity.last_seen));
  }
}

Status ShowRoles(const std::vector<RoleHeld>& roles, std::string_view heading, Quoter& quoter,
                 Layout& layout) {
  if (roles.empty()) return {};
  layout.Line(2, heading);
  for (const RoleHeld& role : roles) {
    layout.Line(4, api::Describe(role));
    CHIDO_ASSIGN(const std::vector<Quote> quotes, quoter.Of(role.statement.id, 1));
    for (const Quote& quote : quotes) layout.Quotation(6, quote);
  }
  return {};
}

Status ShowRelations(const Snapshot& snapshot, EntityId entity, Layout& layout) {
  CHIDO_ASSIGN(const api::EdgeCounts counted, api::CountEdges(snapshot, entity));
  for (const api::EdgeCount& count : counted.counts) {
    if (count.predicate == Predicate::kHoldsRole && count.direction == Direction::kOut) continue;
    layout.Line(2,
                fmt::format("{} ({})",
                            api::LabelOf(count.predicate, count.direction, Language::kVietnamese),
                            count.count));
    CHIDO_ASSIGN(const Page<EdgeRow> page,
                 snapshot.Edges(entity, count.direction,
                                {.predicate = count.predicate, .limit = kShownRelations}));
    for (const EdgeRow& row : page.items) {
      CHIDO_ASSIGN(const std::optional<Entity> other, snapshot.GetEntity(row.other));
      CHIDO_ASSIGN(const std::optional<Statement> statement, snapshot.GetStatement(row.statement));
      if (!other || !statement) continue;
      std::string text = other->label;
      for (const auto& [key, value] : statement->qualifiers) {
        const std::string_view label =
            api::LabelOf(row.predicate, key, value, Language::kVietnamese);
        if (key == "title") text += " – " + value;
        if (!label.empty()) text += fmt::format(" – {}", label);
      }
      const std::string valid = FormatEdtf(statement->valid);
      if (!valid.empty()) text += fmt::format(" ({})", valid);
      layout.Line(4, text);
    }
    if (!page.next.empty()) layout.Line(4, "…");
  }
  return {};
}

Status ShowEntity(const Snapshot& snapshot, const Entity& entity, Layout& layout) {
  layout.Line(
      0, fmt::format("{} [{}] {}", entity.label, api::LabelOf(entity.type, Language::kVietnamese),
                     ToString(entity.id)));
  ShowAttributes(entity, layout);
  if (entity.type == EntityType::kDocument) {
    CHIDO_ASSIGN(const auto article, snapshot.GetArticle(DocumentId{entity.id.value}));
    if (article) layout.Field(2, "Tệp", article->origin);
  }
  if (entity.type == EntityType::kOfficial) {
    CHIDO_ASSIGN(const RoleList roles, RolesOf(snapshot, entity.id));
    Quoter quoter(snapshot);
    const std::string as_of = roles.as_of.empty() ? "" : " (tính đến " + roles.as_of + ")";
    CHIDO_TRY(ShowRoles(roles.now, "Chức vụ" + as_of, quoter, layout));
    CHIDO_TRY(ShowRoles(roles.past, "Trước đây", quoter, layout));
  }
  return ShowRelations(snapshot, entity.id, layout);
}

}  // namespace

Result<int> RunShow(const Arguments& arguments, Terminal& terminal) {
  CHIDO_ASSIGN(Asking asking, Ask(arguments, "/v1/entities", {}));
  const std::string name = WordsOf(arguments, "NAME");
  asking.request.query.emplace_back("name", name);
  if (arguments.Flag("json")) return asking.AnswerAsJson(terminal);
  CHIDO_ASSIGN(const std::vector<Entity> entities,
               EntitiesCalled(*asking.snapshot, name, std::nullopt));
  Layout layout(terminal.out);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (i > 0) layout.Blank();
    CHIDO_TRY(ShowEntity(*asking.snapshot, entities[i], layout));
  }
  return 0;
}

}  // namespace chido
