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
    return out_.emplace_back(Finding{ground.sentence,
                                     std::string(kind),
                                     std::move(text),
                                     ground.rule,
                                     ground.confidence,
                                     {},
                                     {}});
  }

  static std::string Label(const DirectiveItem& directive) {
    return fmt::format("{} {}", directive.type,
                       directive.number.empty() ? directive.name : directive.number);
  }

  void Frame() {
    const FrameItem& frame = reading_.frame;
    Finding& finding = Add(frame.grounds, "jurisdiction", frame.jurisdiction);
    for (const std::string& candidate : frame.candidates) {
      finding.lost.push_back({candidate, Reason::kOutweighed, ""});
    }
  }

  void Posts(const OfficialItem& official) {
    for (const RoleItem& role : official.roles) {
      std::string text = fmt::format("{}: {}", official.name, role.title);
      if (role.body != kNoItem) text += fmt::format(", {}", reading_.bodies[role.body].name);
      Finding& finding = Add(role.grounds, "holds_role", std::move(text));
      if (role.former) finding.notes.push_back({"status", "former"});
      if (role.acting) finding.notes.push_back({"status", "acting"});
      if (role.doubtful) finding.notes.push_back({"status", "doubtful"});
    }
  }

  template <typename Items>
  void Parts(const MeetingItem& meeting, std::string_view predicate,
             const std::vector<PartItem>& parts, const Items& who) {
    for (const PartItem& part : parts) {
      const auto& name = who[static_cast<std::size_t>(part.who)].name;
      Finding& finding = Add(part.grounds, predicate, fmt::format("{}: {}", name, meeting.title));
      if (!part.manner.empty()) finding.notes.push_back({"manner", part.manner});
      if (part.doubtful) finding.notes.push_back({"status", "doubtful"});
    }
  }

  void Meeting(const MeetingItem& meeting) {
    Finding& finding = Add(meeting.grounds, "meeting", meeting.title);
    finding.notes.push_back({"date", FormatEdtf(meeting.date)});
    if (meeting.date_inferred) finding.notes.push_back({"status", "inferred"});
    if (meeting.doubtful) finding.notes.push_back({"status", "doubtful"});
    Parts(meeting, "organised", meeting.organisers, reading_.bodies);
    Parts(meeting, "took_part", meeting.participants, reading_.bodies);
    Parts(meeting, "chaired", meeting.chaired, reading_.officials);
    Parts(meeting, "spoke_at", meeting.spoke, reading_.officials);
    Parts(meeting, "attended", meeting.attended, reading_.officials);
  }

  void Directive(const DirectiveItem& directive) {
    for (const CitationItem& citation : directive.citations) {
      Finding& finding = Add({citation.ground}, "cites", Label(directive));
      finding.notes.push_back({"function", citation.function});
      if (citation.speaker != kNoItem) {
        finding.notes.push_back({"speaker", reading_.officials[citation.speaker].name});
      }
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
