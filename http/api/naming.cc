#include "http/api/naming.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "linker/text/normal.h"

namespace chido::api {
namespace {

constexpr std::size_t kMostSuggestions = 5;

void ReplaceAll(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// "05 ct tw" for "5 ct tw", and "5 ct tw" for "05 ct tw"; the same for a number behind words.
std::string OtherZero(std::string key) {
  const auto digit = std::ranges::find_if(key, IsDigit);
  if (digit == key.end() || (digit != key.begin() && *std::prev(digit) != ' ')) return "";
  const auto end = std::find_if_not(digit, key.end(), IsDigit);
  if (*digit == '0' && end - digit > 1) {
    key.erase(digit);
  } else if (end - digit == 1) {
    key.insert(digit, '0');
  } else {
    return "";
  }
  return key;
}

Result<std::vector<Entity>> ById(const Snapshot& snapshot, EntityId id,
                                 std::optional<EntityType> type) {
  std::vector<Entity> found;
  CHIDO_ASSIGN(const std::optional<ResolvedId> resolved, snapshot.ResolveId(id));
  if (!resolved) return found;
  CHIDO_ASSIGN(std::optional<Entity> entity, snapshot.GetEntity(resolved->id));
  if (entity && (!type || entity->type == *type)) found.push_back(std::move(*entity));
  return found;
}

}  // namespace

NameQuestion QuestionOf(std::string_view text, std::optional<EntityType> type) {
  return {SearchKey(text), FoldKey(text), type,
          [](std::string_view name) { return FoldKey(name); }};
}

std::vector<std::string> NumberKeys(std::string_view text) {
  std::string tones = FoldKey(text);
  ReplaceAll(tones, "/tư", "/tw");
  ReplaceAll(tones, " số ", " ");
  if (tones.starts_with("số ")) tones.erase(0, std::string_view("số ").size());
  std::vector<std::string> keys{SearchKey(tones)};
  if (std::string other = OtherZero(keys.front()); !other.empty()) keys.push_back(std::move(other));
  return keys;
}

Result<Named> FindNamed(const Snapshot& snapshot, std::string_view text,
                        std::optional<EntityType> type, std::size_t limit) {
  Named named;
  if (const auto id = FromHex(text)) {
    CHIDO_ASSIGN(named.entities, ById(snapshot, EntityId{*id}, type));
    if (!named.entities.empty()) return named;
  }
  const NameQuestion question = QuestionOf(text, type);
  CHIDO_ASSIGN(std::vector<SearchHit> hits, EntitiesNamed(snapshot, question, limit));
  if (type == EntityType::kDirective) {
    CHIDO_ASSIGN(named.entities, DirectivesNumbered(snapshot, NumberKeys(text)));
  }
  for (SearchHit& hit : hits) {
    const auto same = [&hit](const Entity& entity) { return entity.id == hit.entity.id; };
    if (named.entities.size() >= limit) break;
    if (std::ranges::none_of(named.entities, same)) named.entities.push_back(std::move(hit.entity));
  }
  if (named.entities.empty()) {
    CHIDO_ASSIGN(named.suggestions, NamesLike(snapshot, question, kMostSuggestions));
  }
  return named;
}

Error NothingNamed(std::string_view text, std::optional<EntityType> type,
                   const std::vector<SearchHit>& suggestions) {
  std::string message =
      fmt::format("no {} is named '{}'", type ? NameOf(*type) : std::string_view("entity"), text);
  std::set<std::string_view> told;  // namesakes are one suggestion to a reader
  for (const SearchHit& hit : suggestions) {
    if (!told.insert(hit.entity.label).second) continue;
    message += told.size() == 1 ? "; did you mean " : ", ";
    message += hit.entity.label;
  }
  message += suggestions.empty() ? "; try a shorter part of it with search" : "?";
  return {Code::kNotFound, std::move(message)};
}

}  // namespace chido::api
