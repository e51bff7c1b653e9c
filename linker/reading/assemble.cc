#include "linker/reading/assemble.h"

#include <algorithm>
#include <tuple>

namespace chido {
namespace {

/// Marks the item that an index names; an index out of range names none.
void Use(std::vector<bool>& used, ItemIndex index) {
  if (index >= 0 && static_cast<std::size_t>(index) < used.size()) used[index] = true;
}

/// Where an item stands in the text: items that are only implied come last.
std::tuple<std::uint32_t, std::uint32_t> PositionOf(const std::vector<Ground>& grounds) {
  constexpr std::uint32_t kImplied = UINT32_MAX;
  std::tuple<std::uint32_t, std::uint32_t> first{kImplied, kImplied};
  for (const Ground& ground : grounds) {
    const Span at = ground.mention.empty() ? ground.sentence : ground.mention;
    if (!at.empty()) first = std::min(first, std::tuple(at.begin, at.end));
  }
  return first;
}

/// Keeps the used items in the order of their first mention. Returns old index → new index.
template <typename Item>
std::vector<ItemIndex> Compact(std::vector<Item>& items, const std::vector<bool>& used) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (used[i]) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return PositionOf(items[a].grounds) < PositionOf(items[b].grounds);
  });
  std::vector<ItemIndex> renumbered(items.size(), kNoItem);
  std::vector<Item> kept;
  kept.reserve(order.size());
  for (const std::size_t i : order) {
    renumbered[i] = static_cast<ItemIndex>(kept.size());
    kept.push_back(std::move(items[i]));
  }
  items = std::move(kept);
  return renumbered;
}

void Renumber(const std::vector<ItemIndex>& renumbered, ItemIndex& index) {
  const bool known = index >= 0 && static_cast<std::size_t>(index) < renumbered.size();
  index = known ? renumbered[index] : kNoItem;
}

/// Drops parts whose person or body is no item of the reading.
void Renumber(const std::vector<ItemIndex>& renumbered, std::vector<PartItem>& parts) {
  for (PartItem& part : parts) Renumber(renumbered, part.who);
  std::erase_if(parts, [](const PartItem& part) { return part.who == kNoItem; });
}

std::vector<bool> UsedOfficials(const Reading& reading) {
  std::vector<bool> used(reading.officials.size(), false);
  // A named person counts as an official by a post or by a part in a meeting or a document.
  // Who is moved to or from a post has one, even if it is not told which.
  for (std::size_t i = 0; i < used.size(); ++i) {
    const OfficialItem& official = reading.officials[i];
    used[i] =
        !official.roles.empty() || std::ranges::any_of(official.grounds, [](const Ground& ground) {
          return ground.rule == "person.moved" || ground.rule == "person.speaks_up";
        });
  }
  for (const MeetingItem& meeting : reading.meetings) {
    for (const auto* parts : {&meeting.chaired, &meeting.spoke, &meeting.attended}) {
      for (const PartItem& part : *parts) Use(used, part.who);
    }
  }
  for (const DirectiveItem& directive : reading.directives) {
    Use(used, directive.signer);
    for (const CitationItem& citation : directive.citations) Use(used, citation.speaker);
  }
  return used;
}

std::vector<bool> UsedBodies(const Reading& reading, const std::vector<bool>& officials) {
  std::vector<bool> used(reading.bodies.size(), false);
  for (std::size_t i = 0; i < used.size(); ++i) used[i] = !reading.bodies[i].grounds.empty();
  for (std::size_t i = 0; i < officials.size(); ++i) {
    if (!officials[i]) continue;
    for (const RoleItem& role : reading.officials[i].roles) Use(used, role.body);
  }
  for (const MeetingItem& meeting : reading.meetings) {
    for (const auto* parts : {&meeting.organisers, &meeting.participants}) {
      for (const PartItem& part : *parts) Use(used, part.who);
    }
  }
  for (const DirectiveItem& directive : reading.directives) Use(used, directive.issuer_body);
  for (const BodyRelation& relation : reading.body_relations) {
    Use(used, relation.from);
    Use(used, relation.to);
  }
  return used;
}

/// The name of a unit with its type word, as a heading would write it: "Huyện Krông Ana".
std::string FullNameOf(const UnitRow& unit) {
  // The long type of a municipality is never written before its name.
  const std::string_view type =
      unit.type.starts_with("thành phố") ? std::string_view("thành phố") : unit.type;
  std::string name = type.empty() ? std::string() : std::string(type) + ' ';
  name += unit.name;
  if (name.starts_with("đ")) name.replace(0, std::string_view("đ").size(), "Đ");
  if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name[0] - 32);
  return name;
}

std::vector<PlaceItem> CollectPlaces(const Draft& draft) {
  std::vector<PlaceItem> places;
  std::vector<std::pair<std::uint32_t, std::size_t>> known;  // unit row, index of its item
  for (const PlaceMention& mention : draft.places) {
    if (!mention.resolved || mention.inside_name || mention.units.empty()) continue;
    const std::uint32_t row = mention.units.front();
    auto at = std::find_if(known.begin(), known.end(), [&](auto& e) { return e.first == row; });
    if (at == known.end()) {
      const UnitRow& unit = draft.lexicon.units()[row];
      places.push_back({std::string(unit.uid), FullNameOf(unit), {}});
      at = known.insert(known.end(), {row, places.size() - 1});
    }
    places[at->second].grounds.push_back(draft.GroundAt(mention.tokens, "place.named", 1));
  }
  return places;
}

}  // namespace

Reading Assemble(Draft& draft) {
  Reading reading;
  reading.document = draft.article.id;
  reading.source_id = draft.article.source_id;
  reading.places = CollectPlaces(draft);
  reading.frame = std::move(draft.frame);
  reading.officials = std::move(draft.officials);
  reading.bodies = std::move(draft.bodies);
  reading.meetings = std::move(draft.meetings);
  reading.directives = std::move(draft.directives);
  reading.directive_relations = std::move(draft.directive_relations);
  reading.doubts = std::move(draft.doubts);

  const std::vector<bool> used_officials = UsedOfficials(reading);
  const auto bodies = Compact(reading.bodies, UsedBodies(reading, used_officials));
  const auto officials = Compact(reading.officials, used_officials);
  std::vector<bool> all(reading.meetings.size(), true);
  const auto meetings = Compact(reading.meetings, all);
  for (OfficialItem& official : reading.officials) {
    for (RoleItem& role : official.roles) Renumber(bodies, role.body);
  }
  for (MeetingItem& meeting : reading.meetings) {
    for (auto* parts : {&meeting.organisers, &meeting.participants}) Renumber(bodies, *parts);
    for (auto* parts : {&meeting.chaired, &meeting.spoke, &meeting.attended}) {
      Renumber(officials, *parts);
    }
  }
  for (DirectiveItem& directive : reading.directives) {
    Renumber(bodies, directive.issuer_body);
    Renumber(officials, directive.signer);
    for (CitationItem& citation : directive.citations) {
      Renumber(meetings, citation.meeting);
      Renumber(officials, citation.speaker);
    }
  }
  for (BodyRelation& relation : reading.body_relations) {
    Renumber(bodies, relation.from);
    Renumber(bodies, relation.to);
  }
  return reading;
}

}  // namespace chido
