#include "linker/resolve/official_model.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "graph/base/hash.h"
#include "graph/model/edtf.h"
#include "linker/resolve/model.h"

namespace chido {
namespace {

using model::Place;

/// When the last change of all units came: before and after it communes are counted.
constexpr std::string_view kBeforeMerger = "2025-06-30";
constexpr std::string_view kAfterMerger = "2025-07-01";

constexpr std::array<std::string_view, 4> kLevelNames{"central", "province", "district", "commune"};

bool IsValidOn(const UnitRow& unit, std::string_view day) {
  return unit.valid_from <= day && (unit.valid_to.empty() || day < unit.valid_to);
}

DaySpan DaysOf(const Mention& mention) {
  const Result<EdtfDate> date = ParseEdtf(mention.published);
  if (!date || date->empty()) return {};
  return {date->FirstDay(), date->LastDay()};
}

/// The part behind the last `mark`; empty if there is none.
std::string_view Behind(std::string_view text, char mark) {
  const std::size_t at = text.rfind(mark);
  return at == text.npos ? std::string_view() : text.substr(at + 1);
}

struct Shared {
  double share = 0;
  std::uint64_t key = 0;
};

/// The rarest thing that `a` tells of one kind and `b` of another.
std::optional<Shared> RarestShared(const OfficialProfile& a, FactKind of_a,
                                   const OfficialProfile& b, FactKind of_b) {
  std::optional<Shared> best;
  auto x = a.Begin(of_a);
  auto y = b.Begin(of_b);
  while (x != a.facts.end() && x->kind == of_a && y != b.facts.end() && y->kind == of_b) {
    if (x->key == y->key && x->of == y->of) {
      if (!best || x->share < best->share) best = Shared{x->share, x->key};
      ++x;
      ++y;
    } else if (std::tie(x->key, x->of) < std::tie(y->key, y->of)) {
      ++x;
    } else {
      ++y;
    }
  }
  return best;
}

std::optional<Shared> Rarer(const std::optional<Shared>& a, const std::optional<Shared>& b) {
  if (!a || !b) return a ? a : b;
  return a->share <= b->share ? a : b;
}

bool Has(const OfficialProfile& profile, FactKind kind) {
  const auto at = profile.Begin(kind);
  return at != profile.facts.end() && at->kind == kind;
}

Comparison Agreement(Place place, const Shared& shared) {
  const auto outcome = static_cast<std::uint8_t>(place);
  const double u = std::max(shared.share, model::kLeastShare);
  return {outcome, std::log2(model::kPlaceM.at(outcome) / u), shared.key};
}

Comparison Disagreement(Place place) {
  const auto outcome = static_cast<std::uint8_t>(place);
  const std::size_t at = outcome - static_cast<std::size_t>(Place::kUnknown);
  return {outcome, model::kPlaceWeight.at(at), 0};
}

/// The best of what both say of posts, bodies and units; none if they share nothing.
std::optional<Comparison> SharedPlace(const OfficialProfile& a, const OfficialProfile& b) {
  constexpr std::array kSame{
      std::pair(FactKind::kPost, Place::kPost), std::pair(FactKind::kBody, Place::kBody),
      std::pair(FactKind::kUnit, Place::kUnit), std::pair(FactKind::kProvince, Place::kProvince)};
  std::optional<Comparison> best;
  const auto offer = [&best](Place place, const std::optional<Shared>& shared) {
    if (!shared) return;
    const Comparison found = Agreement(place, *shared);
    if (!best || found.weight > best->weight) best = found;
  };
  for (const auto& [kind, place] : kSame) offer(place, RarestShared(a, kind, b, kind));
  offer(Place::kFollows, Rarer(RarestShared(a, FactKind::kEnded, b, FactKind::kGoesOn),
                               RarestShared(a, FactKind::kGoesOn, b, FactKind::kEnded)));
  offer(Place::kSuccessor, Rarer(RarestShared(a, FactKind::kSuccessor, b, FactKind::kProvince),
                                 RarestShared(a, FactKind::kProvince, b, FactKind::kSuccessor)));
  offer(Place::kArticle, Rarer(RarestShared(a, FactKind::kArticle, b, FactKind::kProvince),
                               RarestShared(a, FactKind::kProvince, b, FactKind::kArticle)));
  offer(Place::kArticle, RarestShared(a, FactKind::kArticle, b, FactKind::kArticle));
  return best;
}

/// Least number of years between posts that they hold in any provinces.
double YearsApart(const OfficialProfile& a, const OfficialProfile& b) {
  double least = -1;
  for (auto x = a.Begin(FactKind::kNow); x != a.facts.end() && x->kind == FactKind::kNow; ++x) {
    for (auto y = b.Begin(FactKind::kNow); y != b.facts.end() && y->kind == FactKind::kNow; ++y) {
      const double years = x->days.YearsTo(y->days);
      if (years >= 0 && (least < 0 || years < least)) least = years;
    }
  }
  return least;
}

Comparison ComparePlaces(const OfficialProfile& a, const OfficialProfile& b) {
  if (const auto shared = SharedPlace(a, b)) return *shared;
  if (Has(a, FactKind::kNow) && Has(b, FactKind::kNow)) {
    const double years = YearsApart(a, b);
    return Disagreement(years > 5   ? Place::kElsewhereLong
                        : years > 1 ? Place::kElsewhereLater
                                    : Place::kElsewhere);
  }
  const auto placed = [](const OfficialProfile& p) {
    return Has(p, FactKind::kArticle) || Has(p, FactKind::kProvince);
  };
  if (Has(a, FactKind::kBody) && Has(b, FactKind::kBody)) return Disagreement(Place::kOtherBody);
  const bool article = Has(a, FactKind::kArticle) || Has(b, FactKind::kArticle);
  return Disagreement(article && placed(a) && placed(b) ? Place::kArticleElsewhere
                                                        : Place::kUnknown);
}

Comparison CompareLevels(const OfficialProfile& a, const OfficialProfile& b) {
  if (a.levels == 0 || b.levels == 0) return {};
  std::size_t least = 3;
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < 4; ++j) {
      if ((a.levels >> i & 1) == 0 || (b.levels >> j & 1) == 0) continue;
      least = std::min(least, static_cast<std::size_t>(std::abs(i - j)));
    }
  }
  return {static_cast<std::uint8_t>(least + 1), model::kLevelWeight.at(least), 0};
}

Comparison CompareTitles(const OfficialProfile& a, const OfficialProfile& b) {
  if (!Has(a, FactKind::kTitle) || !Has(b, FactKind::kTitle)) return {};
  if (const auto shared = Rarer(RarestShared(a, FactKind::kKind, b, FactKind::kKind),
                                RarestShared(a, FactKind::kTitle, b, FactKind::kTitle))) {
    return {1, std::log2(model::kSameTitleM / shared->share), shared->key};
  }
  return {2, model::kOtherTitle, 0};
}

Comparison CompareLeaders(const OfficialProfile& a, const OfficialProfile& b) {
  if (!a.leader && !b.leader) return {};
  if (a.leader && b.leader) return {2, model::kBothLeaders, 0};
  return {1, model::kOneLeader, 0};
}

/// Whether they hold one kind of exclusive post in two bodies at once.
Comparison CompareExclusive(const OfficialProfile& a, const OfficialProfile& b) {
  constexpr double kAtOnce = 1.0 / 12;
  for (auto x = a.Begin(FactKind::kExclusive); x != a.facts.end(); ++x) {
    for (auto y = b.Begin(FactKind::kExclusive); y != b.facts.end(); ++y) {
      if (x->key != y->key || x->of == y->of) continue;
      const double years = x->days.YearsTo(y->days);
      if (years >= 0 && years < kAtOnce) return {1, model::kExclusiveClash, x->key};
    }
  }
  return {};
}

Comparison CompareGenders(const OfficialProfile& a, const OfficialProfile& b) {
  if (a.genders == 0 || b.genders == 0) return {};
  if ((a.genders & b.genders) != 0) return {1, model::kSameGender, 0};
  return {2, model::kOtherGender, 0};
}

Comparison ComparePeers(const OfficialProfile& a, const OfficialProfile& b) {
  if (a.peers.empty() || b.peers.empty()) return {};
  std::size_t shared = 0;
  std::uint64_t key = 0;
  for (const std::uint64_t peer : a.peers) {
    if (!std::ranges::binary_search(b.peers, peer)) continue;
    if (shared++ == 0) key = peer;
  }
  const std::size_t outcome = std::min<std::size_t>(shared, 2);
  return {static_cast<std::uint8_t>(outcome + 1), model::kPeersWeight.at(outcome), key};
}

Comparison CompareDays(const OfficialProfile& a, const OfficialProfile& b) {
  const double years = a.days.YearsTo(b.days);
  if (years < 0) return {};
  const auto bucket = static_cast<std::size_t>(std::ranges::upper_bound(model::kGapYears, years) -
                                               model::kGapYears.begin());
  return {static_cast<std::uint8_t>(bucket + 1), model::kGapWeight.at(bucket), 0};
}

/// The most namesakes of a name that both bear; of other names, the fewest.
double NamesakesOf(const OfficialProfile& a, const OfficialProfile& b) {
  double shared = 0;
  for (std::size_t i = 0; i < a.names.size(); ++i) {
    if (std::ranges::binary_search(b.names, a.names[i])) shared = std::max(shared, a.namesakes[i]);
  }
  if (shared > 0) return shared;
  return std::min(std::ranges::min(a.namesakes), std::ranges::min(b.namesakes));
}

Comparison CompareNames(const OfficialProfile& a, const OfficialProfile& b) {
  const double prior = -std::log2(NamesakesOf(a, b));
  return {0, std::clamp(prior, model::kWorstPrior, model::kBestPrior), 0};
}

Comparison CompareFame(const OfficialProfile& a, const OfficialProfile& b) {
  const auto [less, more] = std::minmax(a.mentions, b.mentions);
  const double bits = std::log2(static_cast<double>(more) / static_cast<double>(less));
  return {0, std::min(bits, model::kMostFame), 0};
}

}  // namespace

double OfficialScore::Total() const {
  double total = 0;
  for (const Comparison& field : fields) total += field.weight;
  return total;
}

double OfficialScore::Evidence() const {
  return Total() - (*this)[Field::kName].weight - (*this)[Field::kFame].weight;
}

OfficialModel::OfficialModel(const Lexicon& lexicon) : names_(lexicon) {
  CountTitles(lexicon);
  CountUnits(lexicon);
}

void OfficialModel::CountUnits(const Lexicon& lexicon) {
  const auto units = lexicon.units();
  for (const std::string_view day : {kBeforeMerger, kAfterMerger}) {
    std::unordered_map<std::uint32_t, double> communes;
    double all = 0;
    for (const UnitRow& unit : units) {
      if (unit.level != 3 || !IsValidOn(unit, day)) continue;
      ++all;
      auto at = static_cast<std::int32_t>(&unit - units.data());
      for (; at >= 0; at = units[static_cast<std::size_t>(at)].parent) {
        ++communes[static_cast<std::uint32_t>(at)];
      }
    }
    for (const auto& [row, count] : communes) {
      Unit& unit = units_[units[row].uid];
      unit = {std::max(unit.share, count / all), units[row].level};
    }
  }
}

void OfficialModel::CountTitles(const Lexicon& lexicon) {
  for (const RoleRow& row : lexicon.roles()) {
    const double people = row.position == "head"               ? 1
                          : row.position.starts_with("deputy") ? model::kDeputies
                                                               : model::kMembers;
    const auto level = std::ranges::find(kLevelNames, row.level) - kLevelNames.begin();
    const double units = model::kUnitsOfLevel.at(
        std::min<std::size_t>(static_cast<std::size_t>(level), model::kUnitsOfLevel.size() - 1));
    const auto bodies = static_cast<double>(std::max<std::size_t>(row.bodies.size(), 1));
    titles_[row.title] += bodies * units * people * model::kHolders / model::kOfficials;
  }
  for (auto& [title, share] : titles_) {
    share = std::clamp(share, model::kLeastTitle, model::kMostTitle);
  }
}

double OfficialModel::ShareOfTitle(std::string_view title) const {
  const auto found = titles_.find(title);
  return found == titles_.end() ? model::kUnknownTitle : found->second;
}

double OfficialModel::ShareOfKind(std::string_view kind) const {
  // Templates of a level begin with its letter; of any level they are taken for a province's.
  const std::size_t level = kind.starts_with("d.") ? 2 : kind.starts_with("x.") ? 3 : 1;
  return model::kOfLevel.at(level) * model::kBodyOfUnit * model::kPostOfBody;
}

double OfficialModel::ShareOfUnit(std::string_view uid) const {
  // Of units that ended before 2025 only the level is known, as the first letter of the uid.
  const auto found = units_.find(uid);
  if (found != units_.end()) return found->second.share;
  return uid.starts_with('P') ? 1.0 / 63 : uid.starts_with('D') ? 1.0 / 700 : 1.0 / 10'000;
}

double OfficialModel::ShareOfBody(std::string_view place) const {
  if (place.empty()) return model::kUnknownBody;
  if (place == "central") return model::kCentralBody;
  if (place == "wide") return model::kWideBody;
  const std::size_t level = place.starts_with('P') ? 1 : place.starts_with('D') ? 2 : 3;
  return ShareOfUnit(place) * model::kOfLevel.at(level) * model::kBodyOfUnit;
}

void OfficialModel::AddKey(std::string_view key, const DaySpan& days,
                           OfficialProfile& profile) const {
  const std::string_view text = key.substr(2);
  const auto add = [&](FactKind kind, std::string_view what, double share, std::string_view of) {
    profile.facts.push_back({kind, Hash64(what), of.empty() ? 0 : Hash64(of), share, days});
  };
  const std::size_t level = text.starts_with('P') ? 1 : text.starts_with('D') ? 2 : 3;
  // Of "BODY@PLACE|TITLE".
  const std::string_view body = text.substr(0, text.find('@'));
  const std::string_view placed = text.substr(0, text.find('|'));
  const std::string_view place = placed.substr(std::min(body.size() + 1, placed.size()));
  switch (key.front()) {
    case 'b':
      return add(FactKind::kBody, body, ShareOfBody(place), "");
    case 't':
      return add(FactKind::kPost, Behind(text, '|'), ShareOfBody(place) * model::kPostOfBody, body);
    case 'h':
      return add(FactKind::kTitle, text, ShareOfTitle(text), "");
    case 'y':
      return add(FactKind::kKind, text, ShareOfKind(text), "");
    case 'e':
    case 'z':
      return add(
          key.front() == 'e' ? FactKind::kEnded : FactKind::kGoesOn, text,
          ShareOfBody(text.substr(std::min(body.size() + 1, text.size()))) * model::kPostOfBody,
          "");
    case 'u':
      return add(FactKind::kUnit, text, ShareOfUnit(text) * model::kOfLevel.at(level), "");
    case 'p':
      return add(FactKind::kProvince, text, ShareOfUnit(text), "");
    case 's':
      return add(FactKind::kSuccessor, text, ShareOfUnit(text), "");
    case 'n':
      return add(FactKind::kNow, text, 0, "");
    case 'w':
      return add(FactKind::kArticle, text, ShareOfUnit(text), "");
    case 'x':
      return add(FactKind::kExclusive, text.substr(0, text.find('@')), 0, Behind(text, '@'));
    case 'r':
      profile.leader = true;
      return;
    case 'l':
      profile.levels |= static_cast<std::uint8_t>(1 << (text.front() - '0'));
      return;
    case 'g':
      profile.genders |= text == "male" ? 1 : 2;
      return;
    case 'm':
      profile.peers.push_back(Hash64(text));
      return;
    default:
      return;
  }
}

OfficialProfile OfficialModel::Profile(const Mention& mention, std::size_t rank) const {
  OfficialProfile profile;
  profile.names = {mention.identity};
  profile.namesakes = {std::max(names_.Of(mention.identity) * model::kOfficials, 1e-6)};
  profile.oldest = rank;
  profile.days = DaysOf(mention);
  for (const std::string& key : mention.keys) {
    if (key.size() > 2) AddKey(key, profile.days, profile);
  }
  const auto place = [](const OfficialFact& f) { return std::tie(f.kind, f.key, f.of); };
  std::ranges::sort(profile.facts, {}, place);
  std::ranges::sort(profile.peers);
  return profile;
}

OfficialScore OfficialModel::Compare(const OfficialProfile& a, const OfficialProfile& b) const {
  OfficialScore score;
  score[Field::kName] = CompareNames(a, b);
  score[Field::kFame] = CompareFame(a, b);
  score[Field::kPlace] = ComparePlaces(a, b);
  const auto place = static_cast<Place>(score[Field::kPlace].outcome);
  const bool vague =
      place == Place::kArticle || place == Place::kUnknown || place == Place::kArticleElsewhere;
  // What follows from the place is told once: who shares a unit shares its level, and of posts in
  // two bodies that the titles are equal tells nothing.
  if (place > Place::kUnit) score[Field::kLevel] = CompareLevels(a, b);
  if (place > Place::kBody) score[Field::kLeader] = CompareLeaders(a, b);
  if (vague && !(a.leader && b.leader)) score[Field::kTitle] = CompareTitles(a, b);
  score[Field::kExclusive] = CompareExclusive(a, b);
  score[Field::kGender] = CompareGenders(a, b);
  score[Field::kPeers] = ComparePeers(a, b);
  score[Field::kGap] = CompareDays(a, b);
  return score;
}

}  // namespace chido
