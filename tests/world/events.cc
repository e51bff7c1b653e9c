#include "tests/world/events.h"

#include <algorithm>
#include <array>
#include <map>

#include "tests/datasets/read_tables.h"

namespace chido::world {
namespace {

constexpr std::array<std::string_view, 7> kNames{"review",    "session",   "work", "training",
                                                 "personnel", "agreement", "visit"};
constexpr int kTries = 40;
constexpr std::size_t kMostGuests = 7;

const std::vector<std::string>& TopicsOf(const std::string& template_id) {
  static const auto kTopics = [] {
    std::map<std::string, std::vector<std::string>, std::less<>> topics;
    for (const Record& row : ReadRawTable("../tests/world/topics.tsv").records) {
      topics[row.at("field")].push_back(row.at("topic"));
    }
    return topics;
  }();
  const std::string field = template_id.substr(template_id.rfind('.') + 1);
  const auto found = kTopics.find(field);
  return found == kTopics.end() ? kTopics.at("") : found->second;
}

/// Draws one meeting.
class Planner {
 public:
  Planner(World& world, std::uint64_t number)
      : world_(world), draw_(world.options.seed, "event", number) {
    event_.id = number;
  }

  Event Plan() {
    const std::array<double, 4> shares{0.55, 0.25, 0.13, 0.07};
    Wheel wheel;
    for (const double share : shares) wheel.Add(share);
    event_.articles = 1 + static_cast<int>(wheel.Spin(draw_));
    const auto move = PlannedMove();
    if (move != kNone) {
      PlanMove(world_.careers.stints[static_cast<std::size_t>(move)]);
    } else {
      PlanMeeting();
    }
    AddDirectives();
    return std::move(event_);
  }

 private:
  const Careers& careers() const { return world_.careers; }

  /// The stint whose move this meeting announces. The moves come one after the other, so that each
  /// is announced once.
  std::int32_t PlannedMove() const {
    const double rate = world_.options.moves;
    const auto before = static_cast<std::uint64_t>(static_cast<double>(event_.id) * rate);
    const auto after = static_cast<std::uint64_t>(static_cast<double>(event_.id + 1) * rate);
    if (before == after || before >= world_.moves.size()) return kNone;
    return static_cast<std::int32_t>(world_.moves[before]);
  }

  /// More is written in later years.
  std::int32_t SomeDay() {
    const double early = draw_.Fraction() * (0.5 + 0.5 * draw_.Fraction());
    return LastDay() - 5 - static_cast<std::int32_t>(early * (LastDay() - FirstDay() - 200));
  }

  const Stint* Holder(std::uint32_t office) const { return careers().At(office, event_.day); }

  /// Somebody in office among `offices` that `fits`; none if several tries fail.
  template <typename Fits>
  std::int32_t Find(const std::vector<std::uint32_t>& offices, const Fits& fits) {
    for (int i = 0; i < kTries && !offices.empty(); ++i) {
      const std::uint32_t office = draw_.Of(offices);
      if (Holder(office) != nullptr && fits(careers().offices[office])) {
        return static_cast<std::int32_t>(office);
      }
    }
    return kNone;
  }

  void Invite(std::int32_t office, Guest::Part part) {
    if (office == kNone || event_.guests.size() >= kMostGuests) return;
    const auto index = static_cast<std::uint32_t>(office);
    const std::uint32_t person = Holder(index)->person;
    const bool there = std::ranges::any_of(
        event_.guests, [person](const Guest& guest) { return guest.person == person; });
    if (!there) event_.guests.push_back({person, index, part, false});
  }

  Guest::Part SomePart() {
    return draw_.Chance(0.45) ? Guest::Part::kSpeaker : Guest::Part::kPresent;
  }

  /// The head of the office's body if there is one today, else the office itself.
  std::uint32_t HeadOf(std::uint32_t office) {
    const Office& own = careers().offices[office];
    for (const std::uint32_t other : careers().by_province.at(own.province)) {
      const Office& candidate = careers().offices[other];
      const bool head = candidate.body == own.body && candidate.IsHead();
      if (head && Holder(other) != nullptr && draw_.Chance(0.7)) return other;
    }
    return office;
  }

  void PlanMeeting() {
    std::int32_t lead = kNone;
    std::vector<std::uint32_t> all(1);
    while (lead == kNone) {
      event_.day = SomeDay();
      all[0] = static_cast<std::uint32_t>(draw_.Below(careers().offices.size()));
      lead = Find(all, [](const Office&) { return true; });
    }
    const std::uint32_t chair = HeadOf(static_cast<std::uint32_t>(lead));
    const Office& office = careers().offices[chair];
    event_.last_day = event_.day;
    event_.kind = SomeKind(office);
    event_.province = office.province;
    event_.place = office.unit;
    event_.organisers = {office.body};
    event_.topic = draw_.Of(TopicsOf(office.Kind().body));
    if (event_.kind == EventKind::kTraining) event_.last_day = event_.day + 1;
    Invite(static_cast<std::int32_t>(chair), Guest::Part::kChair);
    if (event_.kind == EventKind::kVisit) InviteCentre(Guest::Part::kSpeaker);
    if (event_.kind == EventKind::kAgreement) InvitePartner(office);
    InviteOthers(office);
    InviteFormer(office);
  }

  EventKind SomeKind(const Office& office) {
    Wheel wheel;
    for (const double weight : {5.0, 2.0, office.rank() >= 4 ? 3.0 : 0.5, 1.2}) wheel.Add(weight);
    const auto kind = static_cast<EventKind>(wheel.Spin(draw_));
    if (office.province == kNone || office.rank() < 5) return kind;
    if (draw_.Chance(0.06)) return EventKind::kAgreement;
    return draw_.Chance(0.08) ? EventKind::kVisit : kind;
  }

  void InviteCentre(Guest::Part part) {
    const auto centre = careers().by_province.find(kNone);
    if (centre == careers().by_province.end()) return;
    Invite(Find(centre->second, [](const Office&) { return true; }), part);
  }

  void InvitePartner(const Office& office) {
    const auto& offices = careers().offices;
    for (int i = 0; i < 10 * kTries; ++i) {
      const auto other = static_cast<std::uint32_t>(draw_.Below(offices.size()));
      const bool fits = offices[other].Kind().body == office.Kind().body &&
                        offices[other].IsHead() && offices[other].province != office.province;
      if (!fits || Holder(other) == nullptr) continue;
      event_.organisers.push_back(offices[other].body);
      Invite(static_cast<std::int32_t>(other), Guest::Part::kChair);
      return;
    }
    event_.kind = EventKind::kReview;
  }

  void InviteOthers(const Office& office) {
    const auto local = careers().by_unit.find(office.unit);
    const auto& province = careers().by_province.at(office.province);
    const bool small = local != careers().by_unit.end();
    const int rank = office.rank();
    Invite(Find(province, [rank](const Office& o) { return o.rank() > rank; }),
           Guest::Part::kSpeaker);
    const std::size_t others = draw_.Below(4);
    for (std::size_t i = 0; i < others; ++i) {
      const auto& pool = small && draw_.Chance(0.7) ? local->second : province;
      Invite(Find(pool, [rank](const Office& o) { return std::abs(o.rank() - rank) <= 2; }),
             SomePart());
    }
    if (rank >= 5 && draw_.Chance(0.08)) InviteCentre(SomePart());
  }

  /// Somebody who once held an office of the province and holds none now.
  void InviteFormer(const Office& office) {
    if (!draw_.Chance(0.06)) return;
    const auto& province = careers().by_province.at(office.province);
    for (int i = 0; i < kTries; ++i) {
      const std::uint32_t other = draw_.Of(province);
      if (careers().by_office[other].empty() || careers().offices[other].rank() < 4) continue;
      const Stint& stint = careers().stints[careers().by_office[other].front()];
      const std::uint32_t last = careers().people[stint.person].stints.back();
      if (careers().stints[last].life.to >= event_.day) continue;
      event_.guests.push_back(
          {stint.person, careers().stints[last].office, Guest::Part::kPresent, true});
      return;
    }
  }

  void PlanMove(const Stint& stint) {
    const Office& office = world_.OfficeOf(stint);
    event_.kind = EventKind::kPersonnel;
    event_.day = stint.life.from;
    event_.last_day = event_.day;
    event_.province = office.province;
    event_.place = office.province;
    const Person& person = careers().people[stint.person];
    const auto own = std::ranges::find_if(person.stints, [&](std::uint32_t i) {
      return careers().stints[i].office == stint.office &&
             careers().stints[i].life.from == stint.life.from;
    });
    event_.from_stint = static_cast<std::int32_t>(*std::prev(own));
    const bool province = office.province != kNone;
    event_.organisers = {province ? world_.atlas.Intern("p.tinhuy", office.province) : office.body};
    event_.topic = "công tác cán bộ";
    const auto& pool = careers().by_province.at(office.province);
    Invite(Find(pool, [](const Office& o) { return o.rank() >= 6; }), Guest::Part::kChair);
    event_.guests.push_back({stint.person, stint.office, Guest::Part::kSubject, false});
    if (event_.guests.front().person == stint.person) {
      event_.guests.resize(1);
      event_.guests.front().part = Guest::Part::kSubject;
    }
    event_.articles = std::max(event_.articles, 2);
  }

  void AddDirectives() {
    const std::size_t count = event_.kind == EventKind::kPersonnel ? 0 : draw_.Below(4);
    for (std::size_t i = 0; i < count; ++i) {
      Directive directive = world_.library.Cite(draw_, event_.province, event_.day);
      const bool there = std::ranges::any_of(
          event_.directives, [&](const Directive& d) { return d.number == directive.number; });
      if (!there) event_.directives.push_back(std::move(directive));
    }
  }

  World& world_;
  Draw draw_;
  Event event_;
};

}  // namespace

std::string_view NameOf(EventKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

Event EventOf(World& world, std::uint64_t number) { return Planner(world, number).Plan(); }

}  // namespace chido::world
