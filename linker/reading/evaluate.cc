#include "linker/reading/evaluate.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "linker/reading/evaluate_align.h"
#include "linker/reading/evaluate_gold.h"
#include "linker/reading/evaluate_tally.h"

namespace chido {
namespace {

/// The judge's view of one article's pair of readings.
struct Pair {
  const JudgedReading& gold;
  const JudgedReading& system;
  std::map<std::string, std::string> canonical_person;  ///< form → gold name
  std::map<std::string, std::string> canonical_body;
  std::set<std::string> doubtful_people;

  Pair(const JudgedReading& g, const JudgedReading& s) : gold(g), system(s) {
    for (const JudgedOfficial& official : g.officials) {
      for (const std::string& form : official.forms) canonical_person[form] = official.name;
      if (official.doubtful) doubtful_people.insert(official.name);
    }
    for (const JudgedBody& body : g.bodies) {
      for (const std::string& form : body.forms) canonical_body[form] = body.name;
    }
  }
  const std::string& Who(const std::string& name) const {
    const auto at = canonical_person.find(name);
    return at == canonical_person.end() ? name : at->second;
  }
  const std::string& Body(const std::string& name) const {
    const auto at = canonical_body.find(name);
    return at == canonical_body.end() ? name : at->second;
  }
};

std::string NameOfId(const JudgedReading& reading, const std::string& id) {
  for (const JudgedOfficial& official : reading.officials) {
    if (official.id == id) return official.name;
  }
  return id;
}

std::string Join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += out.empty() ? part : " | " + part;
  return out;
}

GoldFact Exactly(std::string key) { return {key, {key}}; }

/// All tallies, in the order of the report.
class Judge {
 public:
  void Article(const JudgedReading& gold, const JudgedReading& system);
  Evaluation Take();

 private:
  Tally& At(std::string_view kind);
  void Officials(const Pair& pair);
  void Roles(const Pair& pair, std::string_view kind, bool with_title, bool with_body);
  void Bodies(const Pair& pair);
  void Meetings(const Pair& pair, const Alignment& alignment);
  void Parts(const Pair& pair, const Alignment& alignment, std::string_view part);
  void Directives(const Pair& pair);
  void DirectiveDetails(const Pair& pair);

  std::vector<Tally> tallies_;
};

Tally& Judge::At(std::string_view kind) {
  for (Tally& tally : tallies_) {
    if (tally.row().kind == kind) return tally;
  }
  return tallies_.emplace_back(std::string(kind));
}

void Judge::Officials(const Pair& pair) {
  std::vector<GoldFact> gold;
  std::set<std::string> neutral;
  for (const JudgedOfficial& official : pair.gold.officials) {
    if (official.doubtful) {
      neutral.insert(official.forms.begin(), official.forms.end());
    } else {
      gold.emplace_back(official.name, official.forms);
    }
  }
  std::vector<std::string> system;
  for (const JudgedOfficial& official : pair.system.officials) system.push_back(official.name);
  At("officials").Add(pair.gold.id, gold, system, neutral);
}

/// A seat in a standing committee is the same role whether the committee is named in the title or
/// as the body.
std::string RoleKey(const Pair& pair, const std::string& who, const JudgedRole& role,
                    bool with_title, bool with_body) {
  constexpr std::string_view kCommittee = "ban thường vụ ";
  std::string title = role.title;
  std::string body = pair.Body(role.body);
  if (body.starts_with(kCommittee) && title.starts_with("ủy viên")) {
    title = "ủy viên ban thường vụ";
    body = pair.Body(body.substr(kCommittee.size()));
  }
  std::string key = who;
  if (with_title) key += " | " + title;
  if (with_body) key += " | " + body;
  return key;
}

void Judge::Roles(const Pair& pair, std::string_view kind, bool with_title, bool with_body) {
  std::vector<GoldFact> gold;
  std::set<std::string> neutral;
  for (const JudgedOfficial& official : pair.gold.officials) {
    for (const JudgedRole& role : official.roles) {
      std::string key = RoleKey(pair, official.name, role, with_title, with_body);
      if (role.doubtful || pair.doubtful_people.contains(official.name)) {
        neutral.insert(std::move(key));
      } else {
        gold.push_back(Exactly(std::move(key)));
      }
    }
  }
  std::vector<std::string> system;
  for (const bool doubtful : {false, true}) {
    for (const JudgedOfficial& official : pair.system.officials) {
      const std::string& who = pair.Who(official.name);
      if (pair.doubtful_people.contains(who)) continue;
      for (const JudgedRole& role : official.roles) {
        if (role.doubtful != doubtful) continue;
        system.push_back(RoleKey(pair, who, role, with_title, with_body));
      }
    }
  }
  At(kind).Add(pair.gold.id, gold, system, neutral);
}

void Judge::Bodies(const Pair& pair) {
  std::vector<GoldFact> gold;
  std::set<std::string> neutral;
  for (const JudgedBody& body : pair.gold.bodies) {
    if (body.doubtful) {
      neutral.insert(body.forms.begin(), body.forms.end());
    } else {
      gold.emplace_back(body.name, body.forms);
    }
  }
  std::vector<std::string> system;
  for (const JudgedBody& body : pair.system.bodies) system.push_back(body.name);
  At("bodies").Add(pair.gold.id, gold, system, neutral);
}

/// A system meeting by the gold meeting that it answers; `extra` tells those that answer none
/// apart.
std::string MeetingKey(const Alignment& alignment, std::size_t system, const std::string& extra) {
  const int gold = alignment.gold_of[system];
  return gold >= 0 ? "meeting " + std::to_string(gold + 1) : "extra " + extra;
}

void Judge::Meetings(const Pair& pair, const Alignment& alignment) {
  std::vector<GoldFact> gold;
  std::set<std::string> neutral;
  const auto& meetings = pair.gold.meetings;
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    const std::string key = "meeting " + std::to_string(i + 1);
    if (meetings[i].doubtful) {
      neutral.insert(key);
    } else {
      gold.push_back(Exactly(key));
    }
  }
  std::vector<std::string> system;
  for (std::size_t j = 0; j < pair.system.meetings.size(); ++j) {
    system.push_back(MeetingKey(alignment, j, pair.system.meetings[j].title));
  }
  At("meetings").Add(pair.gold.id, gold, system, neutral);

  for (std::size_t i = 0; i < meetings.size(); ++i) {
    if (alignment.system_of[i] < 0) continue;
    const JudgedMeeting& answer = pair.system.meetings[alignment.system_of[i]];
    if (!meetings[i].date.empty()) {
      std::vector<std::string> dates;
      if (!answer.date.empty()) dates.push_back(answer.date);
      At("meeting dates").Add(pair.gold.id, {Exactly(meetings[i].date)}, dates);
    }
    std::vector<GoldFact> organisers;
    std::vector<std::string> answered;
    for (const auto& body : meetings[i].organisers) organisers.push_back(Exactly(pair.Body(body)));
    for (const auto& body : answer.organisers) answered.push_back(pair.Body(body));
    At("organisers").Add(pair.gold.id, organisers, answered);
  }
}

void Judge::Parts(const Pair& pair, const Alignment& alignment, std::string_view part) {
  std::vector<GoldFact> gold;
  std::set<std::string> neutral;
  const std::string sure(part);
  for (std::size_t i = 0; i < pair.gold.meetings.size(); ++i) {
    const JudgedMeeting& meeting = pair.gold.meetings[i];
    const std::string prefix = "meeting " + std::to_string(i + 1);
    const auto& open = meeting.parts.at("doubtful_" + sure);
    for (const std::string& id : meeting.parts.at(sure)) {
      const std::string name = NameOfId(pair.gold, id);
      const bool doubtful = meeting.doubtful || pair.doubtful_people.contains(name) ||
                            std::find(open.begin(), open.end(), id) != open.end();
      if (doubtful) {
        neutral.insert(Join({prefix, name}));
      } else {
        gold.push_back(Exactly(Join({prefix, name})));
      }
    }
    for (const std::string& id : open) neutral.insert(Join({prefix, NameOfId(pair.gold, id)}));
  }
  std::vector<std::string> system;
  for (std::size_t j = 0; j < pair.system.meetings.size(); ++j) {
    for (const std::string& id : pair.system.meetings[j].parts.at(sure)) {
      system.push_back(
          Join({MeetingKey(alignment, j, std::to_string(j)), pair.Who(NameOfId(pair.system, id))}));
    }
  }
  At(part).Add(pair.gold.id, gold, system, neutral);
}

void Judge::Directives(const Pair& pair) {
  std::vector<GoldFact> gold;
  std::set<std::string> neutral;
  for (const JudgedDirective& directive : pair.gold.directives) {
    if (directive.doubtful) {
      neutral.insert(directive.key);
    } else {
      gold.emplace_back(directive.key, directive.forms);
    }
  }
  std::vector<std::string> system;
  for (const JudgedDirective& directive : pair.system.directives) system.push_back(directive.key);
  At("directives").Add(pair.gold.id, gold, system, neutral);
}

std::vector<std::string> RelationKeys(const JudgedReading& reading) {
  std::map<std::string, std::string> keys;
  for (const JudgedDirective& directive : reading.directives) keys[directive.id] = directive.key;
  std::vector<std::string> out;
  for (const JudgedRelation& relation : reading.relations) {
    if (!keys.contains(relation.from) || !keys.contains(relation.to)) continue;
    out.push_back(Join({keys[relation.from], relation.predicate, keys[relation.to]}));
  }
  return out;
}

void Judge::DirectiveDetails(const Pair& pair) {
  std::map<std::string, const JudgedDirective*> answers;
  for (const JudgedDirective& directive : pair.system.directives) {
    answers[directive.key] = &directive;
  }
  for (const JudgedDirective& directive : pair.gold.directives) {
    const auto answer = answers.find(directive.key);
    if (answer == answers.end() || directive.doubtful) continue;
    const auto add = [&](std::string_view kind, const std::string& gold, const std::string& said) {
      if (gold.empty()) return;
      std::vector<std::string> system;
      if (!said.empty()) system.push_back(said);
      At(kind).Add(pair.gold.id, {Exactly(gold)}, system);
    };
    add("directive issuers", pair.Body(directive.issuer), pair.Body(answer->second->issuer));
    add("directive dates", directive.date, answer->second->date);
    add("citation functions", directive.function, answer->second->function);
  }
  std::vector<GoldFact> gold;
  for (std::string& key : RelationKeys(pair.gold)) gold.push_back(Exactly(std::move(key)));
  At("directive relations").Add(pair.gold.id, gold, RelationKeys(pair.system));
}

void Judge::Article(const JudgedReading& gold, const JudgedReading& system) {
  const Pair pair(gold, system);
  Officials(pair);
  Roles(pair, "roles", true, true);
  Roles(pair, "roles: person and body", false, true);
  Roles(pair, "roles: person and title", true, false);
  Bodies(pair);
  const Alignment alignment = Align(gold, system);
  Meetings(pair, alignment);
  for (const std::string_view part : kJudgedParts) Parts(pair, alignment, part);
  Directives(pair);
  DirectiveDetails(pair);
  const auto frame = [&](std::string_view kind, const std::string& gold, const std::string& said) {
    if (gold.empty()) return;
    std::vector<std::string> answered;
    if (!said.empty()) answered.push_back(said);
    At(kind).Add(pair.gold.id, {Exactly(gold)}, answered);
  };
  frame("jurisdiction", gold.jurisdiction, system.jurisdiction);
  frame("published", gold.published, system.published);
}

Evaluation Judge::Take() {
  static constexpr std::string_view kOrder[] = {"officials",
                                                "roles",
                                                "roles: person and body",
                                                "roles: person and title",
                                                "bodies",
                                                "meetings",
                                                "meeting dates",
                                                "organisers",
                                                "chaired",
                                                "spoke",
                                                "attended",
                                                "directives",
                                                "directive issuers",
                                                "directive dates",
                                                "citation functions",
                                                "directive relations",
                                                "jurisdiction",
                                                "published"};
  Evaluation out;
  for (const std::string_view kind : kOrder) {
    for (const Tally& tally : tallies_) {
      if (tally.row().kind != kind) continue;
      out.rows.push_back(tally.row());
      out.errors.insert(out.errors.end(), tally.errors().begin(), tally.errors().end());
    }
  }
  return out;
}

}  // namespace

Result<Evaluation> EvaluateJson(std::string_view gold_jsonl, std::string_view system_jsonl) {
  CHIDO_ASSIGN(const auto gold, ParseReadings(gold_jsonl, "gold"));
  CHIDO_ASSIGN(const auto system, ParseReadings(system_jsonl, "readings"));
  std::map<std::string, const JudgedReading*> by_id;
  for (const JudgedReading& reading : system) by_id[reading.id] = &reading;
  const JudgedReading unanswered;
  Judge judge;
  for (const JudgedReading& reading : gold) {
    const auto answer = by_id.find(reading.id);
    judge.Article(reading, answer == by_id.end() ? unanswered : *answer->second);
  }
  return judge.Take();
}

Result<Evaluation> Evaluate(std::string_view gold_jsonl, std::span<const Reading> readings) {
  std::string system;
  for (const Reading& reading : readings) system += ReadingToJson(reading) + '\n';
  return EvaluateJson(gold_jsonl, system);
}

}  // namespace chido
