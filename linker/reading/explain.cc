#include "linker/reading/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "linker/reading/assemble.h"
#include "linker/reading/meeting_select.h"
#include "linker/reading/scan.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

constexpr std::size_t kMostRivals = 5;  // of one mention

/// The mentions of a draft that all stages have filled. Names are copied, since assembling takes
/// the items away.
class MentionList {
 public:
  explicit MentionList(const Draft& draft) : draft_(draft) {
    Places();
    Bodies();
    Persons();
    Directives();
    Meetings();
    std::ranges::stable_sort(out_, {}, [](const Finding& finding) { return finding.span; });
  }

  std::vector<Finding> Take() { return std::move(out_); }

 private:
  Finding& Add(TokenRange tokens, std::string_view kind, std::string taken_as,
               std::string_view rule, float confidence) {
    return out_.emplace_back(Finding{draft_.text.Stored(tokens),
                                     std::string(kind),
                                     std::move(taken_as),
                                     std::string(rule),
                                     confidence,
                                     {},
                                     {}});
  }

  std::string UnitName(std::uint32_t row) const {
    const UnitRow& unit = draft_.lexicon.units()[row];
    std::string name = fmt::format("{} {}", unit.type, unit.name);
    const auto province = draft_.lexicon.ProvinceOf(row);
    if (province && *province != row) {
      name += fmt::format(", {}", draft_.lexicon.units()[*province].name);
    }
    if (!unit.valid_to.empty()) name += fmt::format(" (…–{})", unit.valid_to);
    return name;
  }

  /// Whether the unit was there on the day of publication; unknown days do not tell.
  std::optional<Rival> OutOfTime(std::uint32_t row) const {
    const UnitRow& unit = draft_.lexicon.units()[row];
    const std::string day = FormatEdtf(draft_.frame.published);
    if (day.size() != std::string_view("2023-07-21").size()) return std::nullopt;
    if (!unit.valid_to.empty() && unit.valid_to <= day) {
      return Rival{UnitName(row), Reason::kEnded, std::string(unit.valid_to)};
    }
    if (unit.valid_from <= day) return std::nullopt;
    return Rival{UnitName(row), Reason::kNotBegun, std::string(unit.valid_from)};
  }

  Rival UnitThatLost(const PlaceMention& place, std::uint32_t row) const {
    if (!place.resolved) return {UnitName(row), Reason::kUndecided, ""};
    const auto& units = draft_.lexicon.units();
    const auto chosen = draft_.lexicon.ProvinceOf(place.units.front());
    const bool at_home = chosen && units[*chosen].uid == draft_.frame.jurisdiction_uid;
    if (at_home && chosen != draft_.lexicon.ProvinceOf(row)) {
      return {UnitName(row), Reason::kOutsideFrame, draft_.frame.jurisdiction};
    }
    if (auto rival = OutOfTime(row)) return *std::move(rival);
    const bool same_level = units[row].level == units[place.units.front()].level;
    return {UnitName(row), same_level ? Reason::kFarther : Reason::kOtherLevel, ""};
  }

  void Places() {
    for (const PlaceMention& place : draft_.places) {
      const bool kept = place.resolved && !place.inside_name && !place.units.empty();
      Finding& finding = Add(place.tokens, "place", kept ? UnitName(place.units.front()) : "",
                             kept ? "place.named" : "", 1);
      if (place.inside_name) {
        finding.lost.push_back(
            {place.units.empty() ? "" : UnitName(place.units.front()), Reason::kInsideName, ""});
        continue;
      }
      for (std::size_t i = kept ? 1 : 0; i < std::min(place.units.size(), kMostRivals); ++i) {
        finding.lost.push_back(UnitThatLost(place, place.units[i]));
      }
    }
  }

  void Bodies() {
    for (const BodyMention& mention : draft_.body_mentions) {
      const bool kept = !mention.generic && mention.item != kNoItem;
      Finding& finding = Add(mention.tokens, "body", kept ? draft_.bodies[mention.item].name : "",
                             kept ? "body.named" : "", 1);
      if (!kept) {
        finding.lost.push_back({scan::Plain(draft_.text, mention.tokens), Reason::kGeneric, ""});
      }
    }
  }

  void Persons() {
    for (const PersonMention& mention : draft_.persons) {
      const TokenRange tokens = mention.name.empty() ? mention.whole : mention.name;
      const bool kept = mention.official != kNoItem;
      Finding& finding = Add(tokens, "person", kept ? draft_.officials[mention.official].name : "",
                             kept ? mention.rule : "", mention.confidence);
      if (!kept) {
        const bool full = mention.form == PersonMention::Form::kFull;
        finding.lost.push_back({mention.text, full ? Reason::kNoPost : Reason::kNobodyNamed, ""});
      }
    }
  }

  void Directives() {
    for (const DirectiveMention& mention : draft_.directive_mentions) {
      if (mention.item == kNoItem) continue;
      const DirectiveItem& item = draft_.directives[mention.item];
      const std::string& label = item.number.empty() ? item.name : item.number;
      Add(mention.tokens, "directive", fmt::format("{} {}", item.type, label), "directive.citation",
          1);
    }
  }

  static Rival MeetingThatLost(std::string title, const meeting::Candidate& candidate) {
    const auto lost = [&](Reason reason, std::string detail = "") {
      return Rival{std::move(title), reason, std::move(detail)};
    };
    const auto score = [&](int least) { return fmt::format("{}/{}", candidate.score, least); };
    if (candidate.plural) return lost(Reason::kPlural);
    if (candidate.planned) return lost(Reason::kPlanned);
    if (candidate.recalled) return lost(Reason::kRecalled);
    if (candidate.score < meeting::kLeastScore) {
      return lost(Reason::kTooLittle, score(meeting::kLeastScore));
    }
    if (candidate.score >= meeting::kSecondScore) return lost(Reason::kNotApart);
    return lost(Reason::kAlreadyTold, score(meeting::kSecondScore));
  }

  void Meetings() {
    const meeting::Sheet sheet = meeting::MakeSheet(draft_);
    const auto candidates = meeting::FindCandidates(draft_, sheet);
    std::set<TokenRange> taken;
    for (const auto& gathering : meeting::SelectGatherings(draft_, sheet, candidates)) {
      taken.insert(gathering.best().anchor);
    }
    for (const meeting::Candidate& candidate : candidates) {
      const bool kept = taken.contains(candidate.anchor);
      const std::string title = scan::Plain(draft_.text, candidate.title);
      Finding& finding =
          Add(candidate.anchor, "meeting", kept ? title : "",
              !kept            ? ""
              : candidate.verb ? "meeting.verb"
                               : "meeting.noun",
              std::clamp(0.5F + 0.05F * static_cast<float>(candidate.score), 0.0F, 1.0F));
      if (!kept) finding.lost.push_back(MeetingThatLost(title, candidate));
    }
  }

  const Draft& draft_;
  std::vector<Finding> out_;
};

/// A person whom nothing used is no official of the reading.
void DropUnused(const Reading& reading, std::vector<Finding>& mentions) {
  std::set<std::string_view> officials;
  for (const OfficialItem& official : reading.officials) officials.insert(official.name);
  for (Finding& finding : mentions) {
    if (finding.kind != "person" || finding.taken_as.empty()) continue;
    if (officials.contains(finding.taken_as)) continue;
    finding.lost.push_back({std::move(finding.taken_as), Reason::kUnused, ""});
    finding.taken_as.clear();
    finding.rule.clear();
  }
}

}  // namespace

Result<Explanation> ExplainArticle(const Article& article, const Lexicon& lexicon) {
  CHIDO_ASSIGN(AnalysedText text, Analyse(article));
  Draft draft{.article = article, .lexicon = lexicon, .text = std::move(text)};
  RunStages(draft);
  Explanation explanation;
  explanation.mentions = MentionList(draft).Take();
  explanation.reading = Assemble(draft);
  DropUnused(explanation.reading, explanation.mentions);
  explanation.statements = ExplainStatements(explanation.reading);
  return explanation;
}

}  // namespace chido
