#include "tests/world/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "graph/model/edtf.h"

namespace chido::world {
namespace {

constexpr std::size_t kExamples = 3;   // of one part of a mistake
constexpr std::size_t kMostParts = 6;  // of a mistake

double Share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string BodyName(const Reading& reading, ItemIndex index) {
  if (index == kNoItem) return "-";
  const BodyItem& body = reading.bodies.at(static_cast<std::size_t>(index));
  return body.name + (body.place.empty() ? "" : " [" + body.place + "]");
}

std::string Describe(const Reading& reading, Kind kind, std::uint32_t item) {
  const std::string where = FormatEdtf(reading.frame.published) + " " +
                            (reading.frame.jurisdiction.empty() ? "?" : reading.frame.jurisdiction);
  std::string text;
  if (kind == Kind::kOfficials) {
    const OfficialItem& official = reading.officials.at(item);
    text = official.name;
    for (const RoleItem& role : official.roles) {
      text += fmt::format("; {}{} {}", role.former ? "former " : "", role.title,
                          BodyName(reading, role.body));
    }
  } else if (kind == Kind::kMeetings) {
    const MeetingItem& meeting = reading.meetings.at(item);
    text = FormatEdtf(meeting.date) + " " + meeting.title + " @" + meeting.place_uid;
    for (const PartItem& part : meeting.organisers) text += "; by " + BodyName(reading, part.who);
    for (const PartItem& part : meeting.attended) {
      text += "; " + reading.officials.at(static_cast<std::size_t>(part.who)).name;
    }
  } else if (kind == Kind::kDirectives) {
    const DirectiveItem& directive = reading.directives.at(item);
    text = fmt::format("{} {} of {} by {} ({}) {}", directive.type, directive.number,
                       FormatEdtf(directive.date), BodyName(reading, directive.issuer_body),
                       directive.issuer, directive.known_id);
  } else {
    text = BodyName(reading, static_cast<ItemIndex>(item));
  }
  return text + " | " + where;
}

std::string TruthName(const World& world, Kind kind, std::uint64_t truth) {
  if (kind == Kind::kBodies) return world.atlas.body(static_cast<std::uint32_t>(truth)).name;
  if (kind != Kind::kOfficials) return fmt::format("{:x}", truth);
  const Person& person = world.careers.people[truth];
  std::string text = fmt::format("#{} {}", truth, person.name);
  for (const std::uint32_t index : person.stints) {
    const Stint& stint = world.careers.stints[index];
    const Office& office = world.careers.offices[stint.office];
    text += fmt::format("; {} {} {}", FormatEdtf(EdtfDate::Single(FromDays(stint.life.from))),
                        office.Kind().title, world.atlas.body(office.body).name);
  }
  return text;
}

/// The parts of a mistake, the largest first, with some mentions each.
void PrintMistake(Run& run, Kind kind, const Linked& linked, const Mistake& mistake, bool merge,
                  std::ostream& out) {
  const auto part_of = [&](std::size_t i) {
    return merge ? linked.placed[i].truth : linked.placed[i].cluster;
  };
  std::vector<std::vector<std::size_t>> parts;
  for (const std::size_t i : mistake.mentions) {
    if (parts.empty() || part_of(parts.back().front()) != part_of(i)) parts.emplace_back();
    parts.back().push_back(i);
  }
  std::ranges::sort(parts, {}, [](const std::vector<std::size_t>& part) {
    return std::pair(-static_cast<std::ptrdiff_t>(part.size()), part.front());
  });
  const std::string whole =
      merge ? fmt::format("{:016x}", mistake.whole) : TruthName(run.world(), kind, mistake.whole);
  out << fmt::format("  {:.1f} lost, {} mentions in {} parts: {}\n", mistake.lost,
                     mistake.mentions.size(), parts.size(), whole);
  for (std::size_t p = 0; p < std::min(parts.size(), kMostParts); ++p) {
    const std::uint64_t key = part_of(parts[p].front());
    out << fmt::format("    {} of {}\n", parts[p].size(),
                       merge ? TruthName(run.world(), kind, key) : fmt::format("{:016x}", key));
    for (std::size_t i = 0; i < std::min(parts[p].size(), kExamples); ++i) {
      const Where& where = linked.where[parts[p][i]];
      out << "      " << Describe(run.ReadingOf(where.article), kind, where.item) << "\n";
    }
  }
}

void PrintMisses(std::string_view kind, const Misses& misses, std::ostream& out) {
  out << fmt::format("reader {:<10} told {:8} missed {:.4f} made up {:.4f}\n", kind, misses.told,
                     Share(misses.missed, misses.told), Share(misses.made_up, misses.told));
}

}  // namespace

void PrintFigures(Run& run, std::ostream& out) {
  for (const Kind kind : kKinds) {
    const BCubed score = ScoreOf(run.LinkedOf(kind).placed);
    out << fmt::format(
        "{:<10} precision {:.4f} recall {:.4f} F1 {:.4f}  mentions {} truths {} clusters {}\n",
        NameOf(kind), score.precision, score.recall, score.f1, score.mentions, score.truths,
        score.clusters);
  }
  const ReaderMisses& misses = run.misses();
  if (misses.officials.told > 0) {
    PrintMisses("officials", misses.officials, out);
    PrintMisses("meetings", misses.meetings, out);
    PrintMisses("directives", misses.directives, out);
    PrintMisses("bodies", misses.bodies, out);
  }
  out << fmt::format("{} articles in {:.1f} s, {:.0f} per second\n", run.articles(), run.seconds(),
                     static_cast<double>(run.articles()) / run.seconds());
}

void PrintErrors(Run& run, std::size_t count, std::ostream& out) {
  for (const Misses* misses : {&run.misses().officials, &run.misses().meetings,
                               &run.misses().directives, &run.misses().bodies}) {
    for (std::size_t i = 0; i < std::min(count, misses->examples.size()); ++i) {
      out << "missed by the reader in " << misses->examples[i] << "\n";
    }
  }
  for (const Kind kind : kKinds) {
    const Linked linked = run.LinkedOf(kind);
    out << NameOf(kind) << ": worst wrong merges\n";
    for (const Mistake& mistake : WorstMerges(linked.placed, count)) {
      PrintMistake(run, kind, linked, mistake, true, out);
    }
    out << NameOf(kind) << ": worst wrong splits\n";
    for (const Mistake& mistake : WorstSplits(linked.placed, count)) {
      PrintMistake(run, kind, linked, mistake, false, out);
    }
  }
}

void PrintArticles(World& world, std::size_t skip, std::size_t count, std::ostream& out) {
  Press press(world);
  for (std::size_t i = 0; i < skip; ++i) press.Next();
  for (std::size_t i = 0; i < count; ++i) {
    const Known known = press.Next();
    const Article& article = known.written.article;
    out << "=== " << article.source_id << " " << article.published << " " << article.url << "\n"
        << article.text << ReadingToJson(known.reading) << "\n\n";
  }
}

}  // namespace chido::world
