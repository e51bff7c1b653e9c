#include <algorithm>
#include <array>

#include "http/api/forms.h"
#include "http/api/routes.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostRelations = 500;
/// Rows read for one page; a page whose filter admits few ends early and has a `next`.
constexpr std::size_t kMostRows = 20'000;
constexpr std::array<std::string_view, 3> kDirections{"both", "in", "out"};

/// Where a listing stands: cursors say the side before the store's own cursor.
struct Position {
  Direction direction = Direction::kOut;
  std::string cursor;
};

std::string CursorOf(const Position& position) {
  return (position.direction == Direction::kOut ? "o" : "i") + position.cursor;
}

Result<Position> PositionOf(std::string_view cursor, std::string_view direction) {
  if (cursor.empty()) return Position{direction == "in" ? Direction::kIn : Direction::kOut, ""};
  const bool out = cursor.front() == 'o';
  const bool fits = direction.empty() || direction == "both" || (direction == "out") == out;
  if ((!out && cursor.front() != 'i') || !fits) {
    return Fail(Code::kInvalidArgument,
                "parameter 'cursor' does not belong to this question; take it from `next`");
  }
  return Position{out ? Direction::kOut : Direction::kIn, std::string(cursor.substr(1))};
}

Status WriteRelation(Exchange& exchange, const EdgeRow& row, Direction direction) {
  CHIDO_ASSIGN(const Entity* other, exchange.Load(row.other));
  CHIDO_ASSIGN(const std::optional<Statement> statement,
               exchange.snapshot->GetStatement(row.statement));
  if (!statement) {
    return Fail(Code::kCorruption, "statement " + ToString(row.statement) +
                                       " is listed but missing; run `chido check --repair`");
  }
  JsonWriter& json = exchange.json;
  json.BeginObject().Field("statement", ToString(row.statement));
  json.Field("predicate", RowOf(row.predicate).name);
  json.Field("direction", direction == Direction::kOut ? "out" : "in");
  json.Field("label", LabelOf(row.predicate, direction, exchange.language)).Key("other");
  WriteRef(json, *other);
  WriteStatementFields(json, *statement, exchange.language);
  json.EndObject();
  return {};
}

/// Writes up to `limit` relations from `position` on, and moves it past them. True at the end.
Result<bool> WriteSide(Exchange& exchange, std::optional<Predicate> predicate,
                       const EdgeFilter& filter, std::size_t& limit, std::size_t& rows,
                       Position& position) {
  while (limit > 0 && rows > 0) {
    CHIDO_ASSIGN(
        const Page<EdgeRow> page,
        exchange.snapshot->Edges(
            exchange.entity.id, position.direction,
            {.predicate = predicate, .limit = std::min(limit, rows), .cursor = position.cursor}));
    for (const EdgeRow& row : page.items) {
      if (!filter.Admits(row)) continue;
      CHIDO_TRY(WriteRelation(exchange, row, position.direction));
      --limit;
    }
    rows -= std::min(rows, page.items.size());
    position.cursor = page.next;
    if (page.next.empty()) return true;
  }
  return false;
}

}  // namespace

Status ListRelations(Exchange& exchange) {
  const Params& params = exchange.params;
  CHIDO_ASSIGN(const std::optional<Predicate> predicate, params.PredicateNamed());
  CHIDO_ASSIGN(const std::string_view direction, params.Choice("direction", kDirections));
  CHIDO_ASSIGN(const EdgeFilter filter, params.Filter({}));
  CHIDO_ASSIGN(std::size_t limit, params.Count("limit", 50, kMostRelations));
  CHIDO_ASSIGN(Position position, PositionOf(params.Text("cursor"), direction));
  const bool both = direction.empty() || direction == "both";
  std::size_t rows = kMostRows;
  exchange.json.BeginObject().Field("entity", ToString(exchange.entity.id)).Key("items");
  exchange.json.BeginArray();
  CHIDO_ASSIGN(bool ended, WriteSide(exchange, predicate, filter, limit, rows, position));
  if (ended && both && position.direction == Direction::kOut) {
    position = {Direction::kIn, ""};
    CHIDO_ASSIGN(ended, WriteSide(exchange, predicate, filter, limit, rows, position));
  }
  exchange.json.EndArray();
  exchange.json.TextOrNull("next", ended ? std::string() : CursorOf(position)).EndObject();
  return {};
}

}  // namespace chido::api
