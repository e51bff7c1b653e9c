#include "graph/store/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "graph/store/meta.h"

namespace chido {
namespace {

Status RequireId(bool given, std::string_view what) {
  if (given) return {};
  return Fail(Code::kInvalidArgument, fmt::format("a change puts {} without an id", what));
}

Status RequireText(std::string_view text, std::string_view what) {
  if (!text.empty() && text.find('\0') == std::string_view::npos) return {};
  return Fail(Code::kInvalidArgument,
              fmt::format("a change puts {} that is empty or has a zero byte", what));
}

Status ValidateEntity(const EntityRecord& record) {
  CHIDO_TRY(RequireId(static_cast<bool>(record.entity.id), "an entity"));
  for (const std::string& key : record.name_keys) {
    CHIDO_TRY(RequireText(key, fmt::format("a name key of entity {}", ToString(record.entity.id))));
  }
  const bool sorted = std::ranges::is_sorted(record.name_keys) &&
                      std::ranges::adjacent_find(record.name_keys) == record.name_keys.end();
  if (sorted) return {};
  return Fail(Code::kInvalidArgument,
              fmt::format("the name keys of entity {} are not sorted and unique",
                          ToString(record.entity.id)));
}

Status ValidateStatement(const Statement& statement) {
  const bool whole = statement.subject && statement.object;
  CHIDO_TRY(RequireId(whole, "a statement with a subject or object"));
  const StatementId id = MakeStatementId(statement.subject, statement.predicate, statement.object,
                                         statement.qualifiers);
  if (id == statement.id) return {};
  return Fail(Code::kInvalidArgument,
              fmt::format("statement {} says what has the id {}: make ids by MakeStatementId",
                          ToString(statement.id), ToString(id)));
}

Status ValidateRedirects(const Change& change) {
  std::unordered_set<EntityId> living;
  if (!change.put_redirects.empty()) {
    for (const EntityRecord& record : change.put_entities) living.insert(record.entity.id);
  }
  for (const auto& [from, to] : change.put_redirects) {
    CHIDO_TRY(RequireId(from && to, "a redirect"));
    if (from != to && !living.contains(from)) continue;
    return Fail(Code::kInvalidArgument,
                fmt::format("entity {} cannot be redirected to {}: it is itself, or put by the "
                            "same change",
                            ToString(from), ToString(to)));
  }
  return {};
}

Status ValidateArticle(const Article& article) {
  CHIDO_TRY(RequireId(static_cast<bool>(article.id), "an article"));
  if (article.url.find('\0') == std::string::npos) return {};
  return Fail(Code::kInvalidArgument,
              fmt::format("the address of article {} has a zero byte", ToString(article.id)));
}

}  // namespace

Status ValidateChange(const Change& change) {
  for (const Article& article : change.put_articles) CHIDO_TRY(ValidateArticle(article));
  for (const StoredReading& reading : change.put_readings) {
    CHIDO_TRY(RequireId(static_cast<bool>(reading.document), "a reading"));
  }
  for (const EntityRecord& record : change.put_entities) CHIDO_TRY(ValidateEntity(record));
  for (const Statement& statement : change.put_statements) {
    CHIDO_TRY(ValidateStatement(statement));
  }
  for (const Evidence& evidence : change.put_evidence) {
    CHIDO_TRY(RequireId(static_cast<bool>(evidence.statement), "evidence"));
  }
  for (const BlockRow& row : change.put_block_rows) {
    CHIDO_TRY(RequireText(row.block, "a block key"));
  }
  for (const auto& [key, value] : change.put_meta) {
    if (!key.starts_with(kReservedMetaPrefix)) continue;
    return Fail(Code::kInvalidArgument,
                fmt::format("the meta key '{}' is the store's own: choose another", key));
  }
  return ValidateRedirects(change);
}

Status ValidateFit(const Statement& statement, EntityType subject, EntityType object) {
  if (Fits(statement.predicate, subject, object)) return {};
  return Fail(Code::kInvalidArgument,
              fmt::format("statement {}: the predicate {} does not lead from {} to {}",
                          ToString(statement.id), RowOf(statement.predicate).name, NameOf(subject),
                          NameOf(object)));
}

}  // namespace chido
