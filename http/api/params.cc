#include "http/api/params.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "graph/model/edtf.h"

namespace chido::api {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// The whole of `text` as a number; none if anything else stands in it.
template <typename T>
std::optional<T> NumberIn(std::string_view text) {
  T value{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<Params> Params::Check(const Query& query, std::span<const std::string_view> known) {
  std::set<std::string_view> given;
  for (const auto& [name, value] : query) {
    if (std::ranges::find(known, name) == known.end()) {
      return Fail(Code::kInvalidArgument,
                  known.empty() ? fmt::format("unknown parameter '{}': this path takes none", name)
                                : fmt::format("unknown parameter '{}': this path takes {}", name,
                                              fmt::join(known, ", ")));
    }
    if (!given.insert(name).second) {
      return Fail(Code::kInvalidArgument, fmt::format("parameter '{}' is given twice", name));
    }
    if (value.size() > kMostText) {
      return Fail(Code::kInvalidArgument,
                  fmt::format("parameter '{}' has {} bytes; the limit is {}", name, value.size(),
                              kMostText));
    }
  }
  return Params(query);
}

std::string_view Params::Text(std::string_view name) const {
  const auto found =
      std::ranges::find_if(*query_, [name](const auto& given) { return given.first == name; });
  return found == query_->end() ? std::string_view() : std::string_view(found->second);
}

Result<std::string_view> Params::Required(std::string_view name) const {
  const std::string_view text = Text(name);
  if (text.find_first_not_of(kBlanks) == std::string_view::npos) {
    return Fail(Code::kInvalidArgument, fmt::format("parameter '{}' is missing or blank", name));
  }
  return text;
}

Result<std::size_t> Params::Number(std::string_view name, std::size_t fallback, std::size_t least,
                                   std::size_t most) const {
  const std::string_view text = Text(name);
  if (text.empty()) return fallback;
  const std::optional<std::size_t> value = NumberIn<std::size_t>(text);
  if (!value || *value < least || *value > most) {
    return Fail(Code::kInvalidArgument,
                fmt::format("parameter '{}' is '{}'; it takes a number from {} to {}", name, text,
                            least, most));
  }
  return *value;
}

Result<std::size_t> Params::Count(std::string_view name, std::size_t fallback,
                                  std::size_t most) const {
  return Number(name, fallback, 1, most);
}

Result<std::size_t> Params::Offset(std::string_view name, std::size_t most) const {
  return Number(name, 0, 0, most);
}

Result<std::optional<EntityType>> Params::Type() const {
  const std::string_view text = Text("type");
  if (text.empty()) return std::nullopt;
  const std::optional<EntityType> type = EntityTypeFromName(text);
  if (type) return type;
  std::vector<std::string_view> names;
  for (const EntityType each : kEntityTypes) names.push_back(NameOf(each));
  return Fail(Code::kInvalidArgument,
              fmt::format("parameter 'type' is '{}'; it takes {}", text, fmt::join(names, ", ")));
}

Result<std::string_view> Params::Choice(std::string_view name,
                                        std::span<const std::string_view> choices) const {
  const std::string_view text = Text(name);
  if (text.empty() || std::ranges::find(choices, text) != choices.end()) return text;
  return Fail(Code::kInvalidArgument, fmt::format("parameter '{}' is '{}'; it takes {}", name, text,
                                                  fmt::join(choices, ", ")));
}

Result<std::optional<Predicate>> Params::PredicateNamed() const {
  const std::string_view text = Text("predicate");
  if (text.empty()) return std::nullopt;
  const std::optional<Predicate> predicate = PredicateFromName(text);
  if (predicate) return predicate;
  std::vector<std::string_view> names;
  for (const PredicateRow& row : PredicateTable()) names.push_back(row.name);
  return Fail(Code::kInvalidArgument, fmt::format("parameter 'predicate' is '{}'; it takes {}",
                                                  text, fmt::join(names, ", ")));
}

Result<EdgeFilter> Params::Filter(EdgeFilter start) const {
  if (const std::string_view at = Text("at"); !at.empty()) {
    const Result<EdtfDate> date = ParseEdtf(at);
    if (!date) return Fail(Code::kInvalidArgument, "parameter 'at': " + date.error().message);
    start.first_day = date->FirstDay();
    start.last_day = date->LastDay();
  }
  if (const std::string_view text = Text("min_confidence"); !text.empty()) {
    const std::optional<float> least = NumberIn<float>(text);
    if (!least || !(*least >= 0 && *least <= 1)) {
      return Fail(
          Code::kInvalidArgument,
          fmt::format("parameter 'min_confidence' is '{}'; it takes a number from 0 to 1", text));
    }
    start.min_confidence = *least;
  }
  return start;
}

}  // namespace chido::api
