#include "tests/world/telling.h"

#include <algorithm>
#include <array>
#include <map>

#include "graph/base/error.h"
#include "graph/model/edtf.h"
#include "tests/datasets/read_tables.h"

namespace chido::world {
namespace {

constexpr double kBare = 0.06;       // of persons are told without a post
constexpr double kWithSeat = 0.4;    // of posts are told with the seat that comes with them
constexpr double kSeatAlone = 0.03;  // of persons with a seat are told with the seat alone
constexpr double kDated = 0.45;      // of citations have a date
constexpr double kLeftOut = 0.3;     // of guests but the chair
constexpr double kChairLeftOut = 0.04;

using ByPart = std::map<std::pair<std::string, std::string>, std::vector<std::string>, std::less<>>;

const ByPart& AllWordings() {
  static const ByPart kWordings = [] {
    ByPart wordings;
    for (const Record& row : ReadRawTable("../tests/world/wording.tsv").records) {
      wordings[{row.at("part"), row.at("kind")}].push_back(row.at("text"));
    }
    return wordings;
  }();
  return kWordings;
}

/// "6 tháng đầu năm 2023" and what comes after it.
std::pair<std::string, std::string> PeriodOf(CalendarDate date) {
  const std::string year = std::to_string(date.year);
  if (date.month >= 11) return {"năm " + year, "năm " + std::to_string(date.year + 1)};
  if (date.month <= 2) return {"năm " + std::to_string(date.year - 1), "năm " + year};
  if (date.month <= 5) return {"quý I năm " + year, "quý II năm " + year};
  if (date.month <= 8) return {"6 tháng đầu năm " + year, "6 tháng cuối năm " + year};
  return {"9 tháng đầu năm " + year, "3 tháng cuối năm " + year};
}

/// The first words of a title that name its kind.
std::string NounOf(const std::string& title) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNouns{
      {{"Hội nghị", "hội nghị"},
       {"Phiên họp", "phiên họp"},
       {"buổi làm việc", "buổi làm việc"},
       {"Lễ", "lễ"}}};
  for (const auto& [head, noun] : kNouns) {
    if (title.starts_with(head)) return std::string(noun);
  }
  Abort("wording.tsv: the kind of meeting is not known of: " + title);
}

/// Draws what one article says.
class Teller {
 public:
  Teller(World& world, const Event& event, int version)
      : world_(world),
        draw_(world.options.seed, "telling", event.id * 8 + static_cast<std::uint64_t>(version)) {
    telling_.event = event;
    telling_.version = version;
  }

  Telling Take() {
    const Event& event = telling_.event;
    telling_.published = event.last_day + static_cast<std::int32_t>(draw_.Below(4));
    telling_.home = event.province;
    if (event.kind == EventKind::kAgreement && telling_.version % 2 == 1) {
      telling_.home = world_.atlas.ProvinceOf(world_.atlas.body(event.organisers.back()).unit);
    }
    telling_.home_told = !MayLeaveProvinceOut() || !draw_.Chance(world_.options.missing_province);
    telling_.title = FillMeeting(Wording(draw_, "title", event.kind), event);
    telling_.noun = NounOf(telling_.title);
    for (const Guest& guest : event.guests) AddGuest(guest);
    for (const Directive& directive : event.directives) AddDirective(directive);
    return std::move(telling_);
  }

 private:
  bool MayLeaveProvinceOut() const {
    const Event& event = telling_.event;
    return event.province != kNone && event.place == event.province &&
           event.kind != EventKind::kPersonnel && event.kind != EventKind::kAgreement;
  }

  void AddGuest(const Guest& guest) {
    const Office& office = world_.careers.offices[guest.office];
    const bool subject = guest.part == Guest::Part::kSubject;
    const bool chair = guest.part == Guest::Part::kChair;
    if (!subject && draw_.Chance(chair ? kChairLeftOut : kLeftOut)) return;
    // Whoever is told with the name of a district would tell the province too.
    const bool elsewhere = office.province != kNone && office.unit != telling_.home;
    if (!telling_.home_told && elsewhere) return;
    PersonTold told;
    told.person = guest.person;
    told.part = guest.part;
    told.name = Misspelt(world_.careers.people[guest.person].name);
    if (!draw_.Chance(kBare) || subject) AddRoles(guest, office, told);
    telling_.people.push_back(std::move(told));
  }

  void AddRoles(const Guest& guest, const Office& office, PersonTold& told) {
    if (guest.part == Guest::Part::kSubject) {
      const Stint& left =
          world_.careers.stints[static_cast<std::size_t>(telling_.event.from_stint)];
      told.roles.push_back({world_.PostOf(world_.OfficeOf(left)), true});
      told.roles.push_back({world_.PostOf(office), false});
      return;
    }
    const std::vector<PostAt> seats = guest.former ? std::vector<PostAt>() : world_.SeatsOf(office);
    const bool seat_alone = !seats.empty() && draw_.Chance(kSeatAlone);
    if (seat_alone || draw_.Chance(kWithSeat)) {
      for (const PostAt& seat : seats) told.roles.push_back({seat, false});
    }
    if (!seat_alone) told.roles.push_back({world_.PostOf(office), guest.former});
  }

  void AddDirective(const Directive& directive) {
    if (draw_.Chance(0.25)) return;
    DirectiveTold told;
    told.directive = directive;
    // One that its number alone does not name must be told with its date.
    const bool newest = world_.library.InForce(directive, telling_.published) == directive.id;
    told.dated = !newest || draw_.Chance(kDated);
    // In the paper of another province it is not the home's own.
    const bool foreign = directive.unit != kNone && directive.unit != telling_.home;
    told.issued = foreign || draw_.Chance(0.5);
    told.titled = draw_.Chance(0.3);
    telling_.directives.push_back(std::move(told));
  }

  /// A name with another mark on its last syllable or without its middle, as happens.
  std::string Misspelt(const std::string& name) {
    if (!draw_.Chance(world_.options.slips)) return name;
    const std::size_t first = name.find(' ');
    const std::size_t last = name.rfind(' ');
    if (first != last && draw_.Chance(0.4)) {
      return name.substr(0, first) + name.substr(last);
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kMarks{{{"ù", "u"},
                                                                                   {"ấ", "ầ"},
                                                                                   {"ũ", "ủ"},
                                                                                   {"ơ", "ờ"},
                                                                                   {"ả", "ã"},
                                                                                   {"à", "á"},
                                                                                   {"ì", "i"},
                                                                                   {"ươ", "ướ"}}};
    for (const auto& [right, wrong] : kMarks) {
      const std::size_t at = name.find(right, last);
      if (at != std::string::npos) {
        return name.substr(0, at) + std::string(wrong) + name.substr(at + right.size());
      }
    }
    return name;
  }

  World& world_;
  Draw draw_;
  Telling telling_;
};

}  // namespace

Telling Tell(World& world, const Event& event, int version) {
  return Teller(world, event, version).Take();
}

std::vector<std::string> Wordings(std::string_view part, std::string_view kind) {
  std::vector<std::string> all;
  for (const std::string_view of : {kind, std::string_view("any")}) {
    const auto found = AllWordings().find(std::pair(std::string(part), std::string(of)));
    if (found == AllWordings().end() || (of == "any" && kind == "any" && !all.empty())) continue;
    all.insert(all.end(), found->second.begin(), found->second.end());
  }
  return all;
}

const std::string& Wording(Draw& draw, std::string_view part, EventKind kind) {
  const ByPart& all = AllWordings();
  const auto own = all.find(std::pair(std::string(part), std::string(NameOf(kind))));
  const auto any = all.find(std::pair(std::string(part), std::string("any")));
  const std::size_t own_count = own == all.end() ? 0 : own->second.size();
  const std::size_t any_count = any == all.end() ? 0 : any->second.size();
  if (own_count + any_count == 0) Abort("wording.tsv has no " + std::string(part));
  const std::size_t at = draw.Below(own_count + any_count);
  return at < own_count ? own->second[at] : any->second[at - own_count];
}

void PutSlot(std::string& text, std::string_view slot, std::string_view value) {
  const std::size_t at = text.find(slot);
  if (at != std::string::npos) text.replace(at, slot.size(), value);
}

std::string FillMeeting(std::string text, const Event& event) {
  const CalendarDate date = FromDays(event.day);
  const auto [period, next] = PeriodOf(date);
  const bool whole_year = date.month >= 11 || date.month <= 2;
  PutSlot(text, "{act}", whole_year ? "tổng kết" : "sơ kết");
  PutSlot(text, "{topic}", event.topic);
  PutSlot(text, "{period}", period);
  PutSlot(text, "{next}", next);
  PutSlot(text, "{month}", std::to_string(date.month));
  PutSlot(text, "{year}", std::to_string(date.year));
  PutSlot(text, "{later}", std::to_string(date.year + 5));
  return text;
}

}  // namespace chido::world
