#include <fmt/format.h>

#include "linker/reading/explain.h"

namespace chido {
namespace {

/// Writes each statement of a reading with its first ground.
class StatementList {
 public:
  explicit StatementList(const Reading& reading) : reading_(reading) {
    Frame();
    for (const OfficialItem& official : reading.officials) Posts(official);
    for (const MeetingItem& meeting : reading.meetings) Meeting(meeting);
    for (const DirectiveItem& directive : reading.directives) Directive(directive);
    for (const DirectiveRelation& relation : reading.directive_relations) {
      Add({relation.ground}, relation.predicate,
          fmt::format("{} → {}", Label(reading.directives[relation.from]),
                      Label(reading.directives[relation.to])));
    }
  }

  std::vector<Finding> Take() { return std::move(out_); }

 private:
  Finding& Add(const std::vector<Ground>& grounds, std::string_view kind, std::string text) {
    const Ground none;
    const Ground& ground = grounds.empty() ? none : grounds.front();
    return out_.emplace_back(Finding{
        ground.sentence, std::string(kind), std::move(text), ground.rule, ground.confidence, {}});
  }

  static std::string Label(const DirectiveItem& directive) {
    return fmt::format("{} {}", directive.type,
                       directive.number.empty() ? directive.name : directive.number);
  }

  void Frame() {
    const FrameItem& frame = reading_.frame;
    Finding& finding = Add(frame.grounds, "jurisdiction", frame.jurisdiction);
    for (const std::string& candidate : frame.candidates) {
      finding.lost.push_back({candidate, "the evidence for it does not outweigh the others'"});
    }
  }

  void Posts(const OfficialItem& official) {
    for (const RoleItem& role : official.roles) {
      std::string text = fmt::format("{}: {}", official.name, role.title);
      if (role.body != kNoItem) text += fmt::format(", {}", reading_.bodies[role.body].name);
      if (role.former) text += " (former)";
      if (role.acting) text += " (acting)";
      if (role.doubtful) text += " (doubtful)";
      Add(role.grounds, "held", std::move(text));
    }
  }

  template <typename Items>
  void Parts(const MeetingItem& meeting, std::string_view predicate,
             const std::vector<PartItem>& parts, const Items& who) {
    for (const PartItem& part : parts) {
      std::string text =
          fmt::format("{}: {}", who[static_cast<std::size_t>(part.who)].name, meeting.title);
      if (!part.manner.empty()) text += fmt::format(" ({})", part.manner);
      Add(part.grounds, predicate, std::move(text));
    }
  }

  void Meeting(const MeetingItem& meeting) {
    const std::string date = FormatEdtf(meeting.date);
    Add(meeting.grounds, "meeting",
        fmt::format("{}, {}{}", meeting.title, date.empty() ? "day unknown" : date,
                    meeting.date_inferred ? " (inferred)" : ""));
    Parts(meeting, "organised", meeting.organisers, reading_.bodies);
    Parts(meeting, "took_part", meeting.participants, reading_.bodies);
    Parts(meeting, "chaired", meeting.chaired, reading_.officials);
    Parts(meeting, "spoke_at", meeting.spoke, reading_.officials);
    Parts(meeting, "attended", meeting.attended, reading_.officials);
  }

  void Directive(const DirectiveItem& directive) {
    for (const CitationItem& citation : directive.citations) {
      std::string text = fmt::format("{} ({})", Label(directive), citation.function);
      if (citation.speaker != kNoItem) {
        text += fmt::format(", said by {}", reading_.officials[citation.speaker].name);
      }
      Add({citation.ground}, "cites", std::move(text));
    }
  }

  const Reading& reading_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> ExplainStatements(const Reading& reading) {
  return StatementList(reading).Take();
}

}  // namespace chido
