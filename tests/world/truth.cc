#include "tests/world/truth.h"

#include <algorithm>
#include <string>

#include "graph/model/edtf.h"
#include "linker/resolve/features.h"
#include "linker/text/normal.h"

namespace chido::world {
namespace {

/// Puts a telling and its words into a reading.
class Reader {
 public:
  Reader(World& world, const Telling& telling, const Written& written)
      : world_(world), telling_(telling), written_(written) {}

  Reading Take() {
    reading_.document = written_.article.id;
    reading_.source_id = written_.article.source_id;
    reading_.frame.published = EdtfDate::Single(FromDays(telling_.published));
    if (telling_.home == kNone) {
      reading_.frame.jurisdiction = "Trung ương";
    } else if (telling_.home_told) {
      reading_.frame.jurisdiction = world_.atlas.Unit(telling_.home).name;
      reading_.frame.jurisdiction_uid = world_.atlas.Unit(telling_.home).uid;
    }
    for (std::uint32_t i = 0; i < written_.bodies.size(); ++i) AddBody(i);
    for (std::uint32_t i = 0; i < telling_.people.size(); ++i) AddOfficial(i);
    AddMeeting();
    for (std::uint32_t i = 0; i < telling_.directives.size(); ++i) AddDirective(i);
    return std::move(reading_);
  }

 private:
  std::vector<Ground> Grounds(Mark::Of of, std::uint32_t index) const {
    std::vector<Ground> grounds;
    for (const Mark& mark : written_.marks) {
      if (mark.of == of && mark.index == index) {
        grounds.push_back({mark.sentence, mark.span, "world", 1});
      }
    }
    return grounds;
  }

  bool PlaceTold(const Body& body) const {
    return telling_.home_told || body.unit == kNone || body.unit != telling_.home;
  }

  void AddBody(std::uint32_t index) {
    const Body& body = world_.atlas.body(written_.bodies[index]);
    BodyItem item;
    item.name = body.name;
    item.template_id = world_.atlas.RowOf(body).id;
    item.grounds = Grounds(Mark::Of::kBody, index);
    if (PlaceTold(body) && body.unit != kNone) {
      item.place = world_.atlas.Unit(body.unit).uid;
    } else if (body.unit != kNone) {
      const std::size_t place = world_.atlas.Unit(body.unit).name.size() + 1;
      item.name.resize(item.name.size() - std::min(place, item.name.size()));
    }
    reading_.bodies.push_back(std::move(item));
  }

  ItemIndex BodyItemOf(std::uint32_t body) const {
    const auto found = std::ranges::find(written_.bodies, body);
    return found == written_.bodies.end() ? kNoItem
                                          : static_cast<ItemIndex>(found - written_.bodies.begin());
  }

  void AddOfficial(std::uint32_t index) {
    const PersonTold& person = telling_.people[index];
    OfficialItem item;
    item.name = person.name;
    item.grounds = Grounds(Mark::Of::kPerson, index);
    for (const RoleTold& role : person.roles) {
      item.roles.push_back({role.post.title,
                            BodyItemOf(role.post.body),
                            role.former,
                            false,
                            false,
                            {item.grounds.front()}});
    }
    reading_.officials.push_back(std::move(item));
  }

  void AddMeeting() {
    const Event& event = telling_.event;
    MeetingItem item;
    item.title = telling_.title;
    item.kind = telling_.noun;
    item.date = written_.two_days ? EdtfDate::Between(FromDays(event.day), FromDays(event.last_day))
                                  : EdtfDate::Single(FromDays(event.day));
    if (written_.place_told) item.place_uid = world_.atlas.Unit(event.place).uid;
    item.grounds = Grounds(Mark::Of::kMeeting, 0);
    for (const std::uint32_t body : event.organisers) {
      const ItemIndex who = BodyItemOf(body);
      const char* const manner = item.organisers.empty() ? "lead" : "joint";
      if (who != kNoItem) item.organisers.push_back({who, manner, false, item.grounds});
    }
    for (std::uint32_t i = 0; i < telling_.people.size(); ++i) {
      const auto who = static_cast<ItemIndex>(i);
      const auto& grounds = reading_.officials[i].grounds;
      const Guest::Part part = telling_.people[i].part;
      item.attended.push_back({who, "present", false, grounds});
      if (part == Guest::Part::kChair) item.chaired.push_back({who, "chair", false, grounds});
      if (part == Guest::Part::kSpeaker) item.spoke.push_back({who, "directing", false, grounds});
    }
    reading_.meetings.push_back(std::move(item));
  }

  void AddDirective(std::uint32_t index) {
    const DirectiveTold& told = telling_.directives[index];
    const Directive& directive = told.directive;
    DirectiveItem item;
    item.type = directive.type;
    item.number = directive.number;
    if (told.issued) {
      item.issuer_body = BodyItemOf(world_.atlas.Intern(directive.issuer, directive.unit));
      item.issuer = reading_.bodies[static_cast<std::size_t>(item.issuer_body)].name;
    }
    if (told.dated) item.date = EdtfDate::Single(FromDays(directive.day));
    if (told.titled) item.title = directive.subject;
    // What the date or the words decide for, a perfect reader knows.
    if (told.dated || told.titled) item.known_id = directive.known_id;
    for (const Ground& ground : Grounds(Mark::Of::kDirective, index)) {
      item.citations.push_back({"implements", 0, kNoItem, ground});
    }
    reading_.directives.push_back(std::move(item));
  }

  World& world_;
  const Telling& telling_;
  const Written& written_;
  Reading reading_;
};

Truth TruthOf(World& world, const Telling& telling, const Written& written) {
  Truth truth;
  const auto hidden = [&telling](std::int32_t unit) {
    return !telling.home_told && unit != kNone && unit == telling.home;
  };
  for (const PersonTold& person : telling.people) truth.officials.push_back(person.person);
  for (const std::uint32_t index : written.bodies) {
    const Body& body = world.atlas.body(index);
    truth.bodies.push_back(hidden(body.unit) ? kNothing : body.same_as);
  }
  truth.meetings.push_back(telling.event.id);
  for (const DirectiveTold& told : telling.directives) {
    truth.directives.push_back(hidden(told.directive.unit) ? kNothing : told.directive.id);
  }
  return truth;
}

/// How much two spans have in common, in [0, 1].
double Overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  if (begin >= end) return 0;
  return static_cast<double>(end - begin) /
         static_cast<double>(a.size() + b.size() - (end - begin));
}

constexpr std::size_t kExamples = 30;

/// Finds which thing of the article an item is.
class Aligner {
 public:
  Aligner(const Known& known, Mark::Of of, std::size_t count)
      : known_(known), of_(of), found_(count, false) {}

  /// The thing whose marks the grounds meet best, of at least `least`; none if there is none.
  std::int32_t BySpan(const std::vector<Ground>& grounds, double least) const {
    std::int32_t best = kNone;
    for (const Mark& mark : known_.written.marks) {
      if (mark.of != of_) continue;
      for (const Ground& ground : grounds) {
        const double overlap = Overlap(mark.span, ground.mention);
        if (overlap < least || overlap == 0) continue;
        least = overlap;
        best = static_cast<std::int32_t>(mark.index);
      }
    }
    return best;
  }

  std::uint64_t Take(std::int32_t index, const std::vector<std::uint64_t>& truths, Misses& misses) {
    if (index == kNone) {
      ++misses.made_up;
      return kNothing;
    }
    found_[static_cast<std::size_t>(index)] = true;
    return truths[static_cast<std::size_t>(index)];
  }

  /// `name` tells a thing by its index, for people.
  template <typename Name>
  void Count(Misses& misses, const Name& name) const {
    misses.told += found_.size();
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i]) continue;
      ++misses.missed;
      if (misses.examples.size() == kExamples) continue;
      misses.examples.push_back(known_.written.article.source_id + ": " + name(i));
    }
  }

 private:
  const Known& known_;
  Mark::Of of_;
  std::vector<bool> found_;
};

template <typename Items, typename Fits>
std::int32_t ByName(const Items& items, const Fits& fits) {
  const auto found = std::ranges::find_if(items, fits);
  return found == items.end() ? kNone : static_cast<std::int32_t>(found - items.begin());
}

void AlignBodies(const Known& known, const Reading& reading, Misses& misses, Truth& truth) {
  Aligner aligner(known, Mark::Of::kBody, known.reading.bodies.size());
  for (const BodyItem& item : reading.bodies) {
    const std::string key = FoldKey(item.name);
    std::int32_t index =
        ByName(known.reading.bodies, [&](const BodyItem& b) { return FoldKey(b.name) == key; });
    if (index == kNone) index = aligner.BySpan(item.grounds, 0.6);
    truth.bodies.push_back(aligner.Take(index, known.truth.bodies, misses));
  }
  aligner.Count(misses, [&](std::size_t i) { return known.reading.bodies[i].name; });
}

void AlignDirectives(const Known& known, const Reading& reading, Misses& misses, Truth& truth) {
  Aligner aligner(known, Mark::Of::kDirective, known.reading.directives.size());
  for (const DirectiveItem& item : reading.directives) {
    const std::string number = FoldNumber(item.number);
    std::int32_t index = ByName(known.reading.directives, [&](const DirectiveItem& d) {
      return !number.empty() && FoldNumber(d.number) == number;
    });
    std::vector<Ground> grounds;
    for (const CitationItem& citation : item.citations) grounds.push_back(citation.ground);
    if (index == kNone) index = aligner.BySpan(grounds, 0.3);
    truth.directives.push_back(aligner.Take(index, known.truth.directives, misses));
  }
  aligner.Count(misses, [&](std::size_t i) { return known.reading.directives[i].number; });
}

void AlignMeetings(const Known& known, const Reading& reading, Misses& misses, Truth& truth) {
  Aligner aligner(known, Mark::Of::kMeeting, 1);
  const Event& event = known.telling.event;
  for (const MeetingItem& item : reading.meetings) {
    const bool on_the_day = !item.date.empty() && item.date.FirstDay() <= event.last_day &&
                            item.date.LastDay() >= event.day;
    const bool there = on_the_day || aligner.BySpan(item.grounds, 0) != kNone;
    truth.meetings.push_back(aligner.Take(there ? 0 : kNone, known.truth.meetings, misses));
  }
  aligner.Count(misses, [&](std::size_t i) { return known.reading.meetings[i].title; });
}

}  // namespace

Known Make(World& world, const Event& event, int version) {
  Known known;
  known.telling = Tell(world, event, version);
  known.written = Write(world, known.telling);
  known.reading = Reader(world, known.telling, known.written).Take();
  known.truth = TruthOf(world, known.telling, known.written);
  return known;
}

Truth Align(const Known& known, const Reading& reading, ReaderMisses& misses) {
  Truth truth;
  Aligner officials(known, Mark::Of::kPerson, known.reading.officials.size());
  for (const OfficialItem& item : reading.officials) {
    const std::int32_t index = officials.BySpan(item.grounds, 0);
    truth.officials.push_back(officials.Take(index, known.truth.officials, misses.officials));
  }
  officials.Count(misses.officials, [&](std::size_t i) { return known.reading.officials[i].name; });
  AlignBodies(known, reading, misses.bodies, truth);
  AlignMeetings(known, reading, misses.meetings, truth);
  AlignDirectives(known, reading, misses.directives, truth);
  return truth;
}

}  // namespace chido::world
