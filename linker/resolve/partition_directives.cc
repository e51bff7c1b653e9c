#include <map>
#include <set>
#include <string>
#include <string_view>

#include "linker/resolve/features.h"
#include "linker/resolve/partition.h"

namespace chido {
namespace {

using Dates = KnownDates::Dates;

std::string KnownId(const Mention& mention) {
  for (const std::string& key : mention.keys) {
    if (key.starts_with("k:")) return key.substr(2);
  }
  return "";
}

/// Known ids end with "@" and the date.
std::string DateOfKnown(std::string_view known_id) {
  const std::size_t at = known_id.rfind('@');
  return at == std::string_view::npos ? std::string() : std::string(known_id.substr(at + 1));
}

/// Newest date not after `published`; the only one there is if nothing is known of the time.
std::string DateFor(const Dates& dates, std::string_view published) {
  if (dates.empty()) return "";
  if (published.empty()) return dates.size() == 1 ? *dates.begin() : "";
  // Dates of lower precision ("2016") sort before the days of their year, as they should.
  auto after = dates.upper_bound(published);
  return after == dates.begin() ? "" : *std::prev(after);
}

/// The date that the mention itself decides for; empty if none.
std::string StatedDate(const Mention& mention) {
  return mention.date.empty() ? DateOfKnown(KnownId(mention)) : mention.date;
}

std::map<std::string, Dates, std::less<>> CollectDates(std::span<const Mention> mentions,
                                                       const KnownDates& known) {
  std::map<std::string, Dates, std::less<>> dates;
  for (const Mention& mention : mentions) {
    Dates& told = dates.try_emplace(mention.identity, known.Of(mention.identity)).first->second;
    const std::string date = StatedDate(mention);
    if (!date.empty()) told.insert(date);
  }
  return dates;
}

}  // namespace

KnownDates::KnownDates(const Lexicon& lexicon) {
  for (const KnownDirectiveRow& row : lexicon.known_directives()) {
    if (!row.date.empty()) dates_[KnownIdentity(row)].insert(std::string(row.date));
  }
}

const KnownDates::Dates& KnownDates::Of(std::string_view identity) const {
  static const Dates kNone;
  const auto found = dates_.find(identity);
  return found == dates_.end() ? kNone : found->second;
}

std::vector<EntityId> PartitionDirectives(std::span<const Mention> mentions,
                                          const KnownDates& known) {
  const auto dates = CollectDates(mentions, known);
  std::vector<EntityId> entities;
  entities.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    std::string date = StatedDate(mention);
    if (date.empty()) date = DateFor(dates.at(mention.identity), mention.published);
    entities.push_back(DirectiveEntityId(mention.identity, date));
  }
  return entities;
}

}  // namespace chido
