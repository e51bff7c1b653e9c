#include "linker/resolve/join.h"

#include <algorithm>
#include <tuple>

#include "linker/resolve/contribution.h"

namespace chido {
namespace {

/// Longer is better; among equals the lower bytes, so that the choice is total.
bool BetterText(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

/// A state holds from its first to its last observation; an event has one date.
bool IsState(Predicate predicate) {
  switch (predicate) {
    case Predicate::kHoldsRole:
    case Predicate::kPartOf:
    case Predicate::kLocatedIn:
    case Predicate::kMentions:
    case Predicate::kCites:
    case Predicate::kCitedBySpeaker:
      return true;
    default:
      return false;
  }
}

/// The span from the earlier start to the later end.
EdtfDate Cover(const EdtfDate& a, const EdtfDate& b) {
  const EdtfDate& first = a.FirstDay() <= b.FirstDay() ? a : b;
  const EdtfDate& last = a.LastDay() >= b.LastDay() ? a : b;
  const auto end = last.interval ? last.to : last.from;
  if (first.from == end && first.from) return EdtfDate::Single(*first.from);
  return EdtfDate::Between(first.from, end);
}

/// Orders dates of one event by how much they say: the narrowest span first, written years before
/// inferred ones.
auto EventRank(const EdtfDate& date, bool inferred) {
  const auto width = static_cast<std::int64_t>(date.LastDay()) - date.FirstDay();
  return std::tuple(width, inferred, date.FirstDay(), date.interval, date.approximate);
}

void AddTime(Statement& statement, const Evidence& piece) {
  if (piece.valid.empty()) return;
  if (statement.valid.empty()) {
    statement.valid = piece.valid;
    statement.valid_inferred = piece.valid_inferred;
    return;
  }
  if (IsState(statement.predicate)) {
    statement.valid = Cover(statement.valid, piece.valid);
    statement.valid_inferred = statement.valid_inferred && piece.valid_inferred;
  } else if (EventRank(piece.valid, piece.valid_inferred) <
             EventRank(statement.valid, statement.valid_inferred)) {
    statement.valid = piece.valid;
    statement.valid_inferred = piece.valid_inferred;
  }
}

void JoinNames(Entity& joined, const Entity& other) {
  std::vector<std::string> all = joined.names;
  all.insert(all.end(), other.names.begin(), other.names.end());
  all.push_back(joined.label);
  all.push_back(other.label);
  if (BetterText(other.label, joined.label)) joined.label = other.label;
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase(all, joined.label);
  std::erase(all, "");
  joined.names = std::move(all);
}

}  // namespace

EntityRecord Join(const EntityRecord& a, const EntityRecord& b) {
  Entity joined = a.entity;
  JoinNames(joined, b.entity);
  for (const auto& [key, value] : b.entity.attributes) {
    const auto [at, inserted] = joined.attributes.try_emplace(key, value);
    if (!inserted && BetterText(value, at->second)) at->second = value;
  }
  const auto earlier = [](const std::string& x, const std::string& y) {
    if (x.empty() || y.empty()) return x.empty() ? y : x;
    return std::min(x, y);
  };
  joined.first_seen = earlier(joined.first_seen, b.entity.first_seen);
  joined.last_seen = std::max(joined.last_seen, b.entity.last_seen);
  std::vector<std::string> keys = NameKeysOf(joined);
  return {std::move(joined), std::move(keys)};
}

void AddEvidence(Statement& statement, std::span<const Evidence> pieces) {
  for (const Evidence& piece : pieces) {
    AddTime(statement, piece);
    statement.confidence = std::max(statement.confidence, piece.confidence);
    if (!piece.repeats) ++statement.evidence_count;
  }
}

}  // namespace chido
