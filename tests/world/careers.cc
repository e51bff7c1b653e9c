#include "tests/world/careers.h"

#include <algorithm>
#include <set>

#include "tests/world/names.h"

namespace chido::world {
namespace {

constexpr std::size_t kPeoplePerProvince = 170;
constexpr std::int32_t kHalfYear = 182;
constexpr std::int32_t kShortest = 300;      // days in an office before the next
constexpr std::int32_t kLongest = 20 * 365;  // of a career
constexpr std::int32_t kTwoTerms = 8 * 365;  // in an office, after which most leave it
constexpr double kLeaves = 0.02;             // in half a year
constexpr double kLeavesLate = 0.25;         // the same after two terms
constexpr double kFromElsewhere = 0.2;       // of vacancies are filled from another province
constexpr double kCentreFromElsewhere = 0.6;
constexpr double kFromWithin = 0.75;
constexpr double kFilled = 0.85;  // of vacancies in one half-year

/// Moves time on in steps, at which people leave, are promoted, moved and brought in.
class Simulation {
 public:
  Simulation(Atlas& atlas, std::uint64_t seed, std::size_t people)
      : atlas_(atlas), draw_(seed, "careers"), limit_(people) {
    const std::size_t provinces = std::clamp<std::size_t>(people / kPeoplePerProvince, 3, 60);
    careers_.offices = MakeOffices(atlas, provinces, Draw(seed, "offices"));
    careers_.by_office.resize(careers_.offices.size());
    vacant_since_.assign(careers_.offices.size(), FirstDay());
    for (std::uint32_t i = 0; i < careers_.offices.size(); ++i) {
      const Office& office = careers_.offices[i];
      careers_.by_province[office.province].push_back(i);
      if (office.unit != office.province) careers_.by_unit[office.unit].push_back(i);
      by_rank_.push_back(i);
    }
    std::ranges::sort(by_rank_, {}, [this](std::uint32_t i) {
      return std::pair(-careers_.offices[i].rank(), i);
    });
  }

  Careers Run() {
    for (const std::int32_t day : Steps()) {
      End(day);
      for (const std::uint32_t office : by_rank_) Fill(office, day);
      displaced_.clear();
    }
    return std::move(careers_);
  }

 private:
  /// Every half-year, and each day on which an office begins.
  std::set<std::int32_t> Steps() const {
    std::set<std::int32_t> steps;
    for (std::int32_t day = FirstDay(); day < LastDay(); day += kHalfYear) steps.insert(day);
    for (const Office& office : careers_.offices) steps.insert(office.life.from);
    return steps;
  }

  Stint* HolderOf(std::uint32_t office) {
    const auto& stints = careers_.by_office[office];
    if (stints.empty()) return nullptr;
    Stint& last = careers_.stints[stints.back()];
    return last.life.to == kNever ? &last : nullptr;
  }

  void End(std::int32_t day) {
    for (std::uint32_t i = 0; i < careers_.offices.size(); ++i) {
      Stint* const stint = HolderOf(i);
      if (stint == nullptr) continue;
      const Office& office = careers_.offices[i];
      if (office.life.to <= day) {
        stint->life.to = std::max(office.life.to, stint->life.from + 1);
        displaced_[atlas_.UnitAt(office.province, day)].push_back(stint->person);
        continue;
      }
      const Stint& first = careers_.stints[careers_.people[stint->person].stints.front()];
      const bool late = day - stint->life.from > kTwoTerms;
      const bool leaves =
          draw_.Chance(late ? kLeavesLate : kLeaves) || day - first.life.from > kLongest;
      if (leaves && stint->life.from + kShortest < day) Leave(i, *stint, day);
    }
  }

  void Leave(std::uint32_t office, Stint& stint, std::int32_t day) {
    stint.life.to = std::min(day, careers_.offices[office].life.to);
    vacant_since_[office] = stint.life.to;
  }

  void Fill(std::uint32_t index, std::int32_t day) {
    const Office& office = careers_.offices[index];
    const bool fresh = office.life.from == day;
    if (!office.life.Holds(day) || HolderOf(index) != nullptr) return;
    if (!fresh && !draw_.Chance(kFilled)) return;
    const auto jitter = fresh ? 0 : static_cast<std::int32_t>(draw_.Below(120));
    const std::int32_t from = std::max(day + jitter, vacant_since_[index]);
    if (from >= office.life.to) return;
    const std::int32_t person = Choose(index, day, from);
    if (person == kNone) return;
    Person& who = careers_.people[static_cast<std::size_t>(person)];
    if (!who.stints.empty()) {
      Stint& before = careers_.stints[who.stints.back()];
      if (before.life.to == kNever) Leave(before.office, before, from);
    }
    const auto stint = static_cast<std::uint32_t>(careers_.stints.size());
    careers_.stints.push_back({static_cast<std::uint32_t>(person), index, {from, kNever}});
    careers_.by_office[index].push_back(stint);
    who.stints.push_back(stint);
  }

  std::int32_t Choose(std::uint32_t index, std::int32_t day, std::int32_t from) {
    const Office& office = careers_.offices[index];
    const std::int32_t moved = TakeDisplaced(office);
    if (moved != kNone) return moved;
    std::int32_t person = kNone;
    const double from_elsewhere = office.province == kNone ? kCentreFromElsewhere : kFromElsewhere;
    if (draw_.Chance(from_elsewhere) && office.rank() >= 4) {
      const std::uint32_t other = static_cast<std::uint32_t>(draw_.Below(careers_.offices.size()));
      person = Promote(office, careers_.by_province.at(careers_.offices[other].province), from);
    } else if (draw_.Chance(kFromWithin)) {
      person = Promote(office, careers_.by_province.at(office.province), from);
    }
    return person != kNone ? person : Newcomer(office, day);
  }

  /// Someone of the offices who may rise to `office`.
  std::int32_t Promote(const Office& office, const std::vector<std::uint32_t>& pool,
                       std::int32_t from) {
    for (int tries = 0; tries < 12; ++tries) {
      const std::uint32_t index = draw_.Of(pool);
      const Stint* const stint = HolderOf(index);
      const int step = office.rank() - careers_.offices[index].rank();
      if (stint == nullptr || step < 0 || step > 2 || stint->life.from + kShortest >= from) {
        continue;
      }
      const bool rises = step > 0 || !careers_.offices[index].IsHead();
      if (rises && Fits(stint->person, office)) return static_cast<std::int32_t>(stint->person);
    }
    return kNone;
  }

  bool Fits(std::uint32_t person, const Office& office) const {
    return !office.ForWomen() || careers_.people[person].female;
  }

  /// Of those whose offices ended, who fits best: the same post of the same or the following body.
  std::int32_t TakeDisplaced(const Office& office) {
    std::vector<std::uint32_t>& waiting = displaced_[office.province];
    std::size_t best = waiting.size();
    int best_score = 0;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      const Stint& stint = careers_.stints[careers_.people[waiting[i]].stints.back()];
      const Office& old = careers_.offices[stint.office];
      const bool follows = old.Kind().body == office.Kind().body ||
                           atlas_.RowOf(atlas_.body(old.body)).successor == office.Kind().body;
      const int distance = std::abs(old.rank() - office.rank());
      const int score = !Fits(waiting[i], office)                            ? 0
                        : follows && old.Kind().title == office.Kind().title ? 3
                        : follows && distance <= 2                           ? 2
                        : distance <= 1                                      ? 1
                                                                             : 0;
      if (score > best_score) {
        best_score = score;
        best = i;
      }
    }
    if (best_score == 0) return kNone;
    const std::uint32_t person = waiting[best];
    waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(best));
    return static_cast<std::int32_t>(person);
  }

  /// Nobody once as many came as the time allows.
  std::int32_t Newcomer(const Office& office, std::int32_t day) {
    const double progress =
        static_cast<double>(day - FirstDay()) / static_cast<double>(LastDay() - FirstDay());
    const double quota = static_cast<double>(limit_) * std::min(1.0, 0.62 + 0.4 * progress);
    if (static_cast<double>(careers_.people.size()) >= quota) return kNone;
    Person person;
    person.female = office.ForWomen() || draw_.Chance(0.2);
    const std::string_view province =
        office.province == kNone ? "" : atlas_.Unit(office.province).name;
    person.name = names_.Name(draw_, province, person.female);
    careers_.people.push_back(std::move(person));
    return static_cast<std::int32_t>(careers_.people.size()) - 1;
  }

  Atlas& atlas_;
  Draw draw_;
  std::size_t limit_;
  NameBook names_;
  Careers careers_;
  std::vector<std::int32_t> vacant_since_;
  std::vector<std::uint32_t> by_rank_;
  std::map<std::int32_t, std::vector<std::uint32_t>> displaced_;  ///< people by province
};

const Stint* Latest(const std::vector<Stint>& stints, const std::vector<std::uint32_t>& list,
                    std::int32_t day) {
  const auto after = std::ranges::upper_bound(
      list, day, {}, [&stints](std::uint32_t i) { return stints[i].life.from; });
  if (after == list.begin()) return nullptr;
  const Stint& stint = stints[*std::prev(after)];
  return stint.life.Holds(day) ? &stint : nullptr;
}

}  // namespace

const Stint* Careers::At(std::uint32_t office, std::int32_t day) const {
  return Latest(stints, by_office[office], day);
}

const Stint* Careers::Of(std::uint32_t person, std::int32_t day) const {
  return Latest(stints, people[person].stints, day);
}

Careers MakeCareers(Atlas& atlas, std::uint64_t seed, std::size_t people) {
  return Simulation(atlas, seed, people).Run();
}

}  // namespace chido::world
