#include "graph/algo/meetings.h"

#include <algorithm>
#include <map>

namespace chido {
namespace {

constexpr std::size_t kMostEdges = 20'000;

/// The statements by which an official is in one meeting.
using Parts = std::map<EntityId, std::vector<EdgeRow>>;

Result<std::vector<Entity>> Others(const Snapshot& snapshot, EntityId meeting,
                                   Predicate predicate) {
  std::map<std::string, Entity> by_name;
  CHIDO_ASSIGN(const Page<EdgeRow> page,
               snapshot.Edges(meeting, Direction::kIn, {.predicate = predicate, .limit = 1000}));
  for (const EdgeRow& row : page.items) {
    CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(row.other));
    if (entity) by_name.emplace(entity->label + ToString(entity->id), std::move(*entity));
  }
  std::vector<Entity> others;
  for (auto& [name, entity] : by_name) others.push_back(std::move(entity));
  return others;
}

void AddOnce(std::vector<std::string>& values, const std::string& value) {
  if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(value);
}

Status AddStatements(const Snapshot& snapshot, const std::vector<EdgeRow>& rows, Quoter& quoter,
                     std::size_t quotes_each, MeetingPart& part) {
  for (const EdgeRow& row : rows) {
    if (std::ranges::find(part.parts, row.predicate) == part.parts.end()) {
      part.parts.push_back(row.predicate);
    }
    CHIDO_ASSIGN(const std::optional<Statement> statement, snapshot.GetStatement(row.statement));
    if (!statement) continue;
    AddOnce(part.manners, std::string(statement->Qualifier("manner")));
    if (part.quotes.size() >= quotes_each) continue;
    CHIDO_ASSIGN(std::vector<Quote> quotes,
                 quoter.Of(row.statement, quotes_each - part.quotes.size()));
    for (Quote& quote : quotes) {
      const auto same = [&quote](const Quote& q) {
        return q.document == quote.document && q.sentence == quote.sentence;
      };
      if (std::ranges::none_of(part.quotes, same)) part.quotes.push_back(std::move(quote));
    }
  }
  return {};
}

Result<std::string> JurisdictionOf(const Snapshot& snapshot, const std::vector<Quote>& quotes) {
  for (const Quote& quote : quotes) {
    CHIDO_ASSIGN(const std::optional<Entity> document,
                 snapshot.GetEntity(EntityId{quote.document.value}));
    if (!document) continue;
    const std::string_view jurisdiction = document->Attribute("jurisdiction");
    if (!jurisdiction.empty()) return std::string(jurisdiction);
  }
  return std::string();
}

Result<MeetingPart> MakePart(const Snapshot& snapshot, EntityId meeting,
                             const std::vector<EdgeRow>& rows, Quoter& quoter,
                             std::size_t quotes_each) {
  MeetingPart part;
  CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(meeting));
  if (!entity)
    return Fail(Code::kCorruption,
                "meeting " + ToString(meeting) + " is missing; run `chido check`");
  part.meeting = std::move(*entity);
  part.date = part.meeting.Attribute("date");
  part.date_inferred = !part.meeting.Attribute("date_inferred").empty();
  part.place = part.meeting.Attribute("place");
  CHIDO_ASSIGN(part.organisers, Others(snapshot, meeting, Predicate::kOrganised));
  CHIDO_ASSIGN(part.chairs, Others(snapshot, meeting, Predicate::kChaired));
  CHIDO_TRY(AddStatements(snapshot, rows, quoter, quotes_each, part));
  CHIDO_ASSIGN(part.jurisdiction, JurisdictionOf(snapshot, part.quotes));
  return part;
}

}  // namespace

Result<MeetingList> MeetingsOf(const Snapshot& snapshot, EntityId official,
                               const EdgeFilter& filter, std::size_t limit,
                               std::size_t quotes_each) {
  Parts parts;
  MeetingList list;
  const std::unique_ptr<EdgeCursor> cursor = snapshot.NewEdgeCursor();
  cursor->Seek(official, Direction::kOut);
  std::size_t seen = 0;
  for (EdgeRow row; cursor->Next(row);) {
    if (!Fits(row.predicate, EntityType::kOfficial, EntityType::kMeeting)) continue;
    if (!filter.Admits(row)) continue;
    if (++seen > kMostEdges) {
      list.truncated = true;
      break;
    }
    parts[row.other].push_back(row);
  }
  CHIDO_TRY(cursor->status());
  Quoter quoter(snapshot);
  std::vector<std::pair<EntityId, std::vector<EdgeRow>>> ordered(parts.begin(), parts.end());
  const auto undated_last = [](const auto& entry) {
    const EdgeRow& row = entry.second.front();
    const bool undated = row.valid_from == std::numeric_limits<std::int32_t>::min();
    return std::tuple(undated, row.valid_from, entry.first);
  };
  std::ranges::sort(ordered, {}, undated_last);
  for (const auto& [meeting, rows] : ordered) {
    if (list.meetings.size() >= limit) {
      list.truncated = true;
      break;
    }
    CHIDO_ASSIGN(MeetingPart part, MakePart(snapshot, meeting, rows, quoter, quotes_each));
    list.meetings.push_back(std::move(part));
  }
  return list;
}

}  // namespace chido
