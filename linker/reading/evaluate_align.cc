#include "linker/reading/evaluate_align.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace chido {
namespace {

std::set<std::string> PeopleOf(const JudgedReading& reading, const JudgedMeeting& meeting) {
  std::set<std::string> people;
  for (const std::string_view part : kJudgedParts) {
    for (const std::string& id : meeting.parts.at(std::string(part))) {
      for (const JudgedOfficial& official : reading.officials) {
        if (official.id == id) people.insert(official.forms.begin(), official.forms.end());
      }
    }
  }
  return people;
}

std::size_t Common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& x) { return b.contains(x); }));
}

double Similarity(const JudgedMeeting& g, const JudgedMeeting& s,
                  const std::set<std::string>& gold_people,
                  const std::set<std::string>& system_people) {
  double who = 0;
  if (!gold_people.empty() && !system_people.empty()) {
    who = static_cast<double>(Common(gold_people, system_people)) /
          static_cast<double>(std::min(gold_people.size(), system_people.size()));
  }
  double title = 0;
  if (!g.words.empty() && !s.words.empty()) {
    title = 2 * static_cast<double>(Common(g.words, s.words)) /
            static_cast<double>(g.words.size() + s.words.size());
  }
  const double date = !g.date.empty() && g.date == s.date ? 1 : 0;
  return 0.35 * date + 0.35 * who + 0.3 * title;
}

}  // namespace

Alignment Align(const JudgedReading& gold_reading, const JudgedReading& system_reading) {
  constexpr double kLeast = 0.3;  // below this two meetings are not the same
  const auto& gold = gold_reading.meetings;
  const auto& system = system_reading.meetings;
  std::vector<std::tuple<double, int, int>> pairs;
  for (int i = 0; i < static_cast<int>(gold.size()); ++i) {
    const auto gold_people = PeopleOf(gold_reading, gold[i]);
    for (int j = 0; j < static_cast<int>(system.size()); ++j) {
      const double score =
          Similarity(gold[i], system[j], gold_people, PeopleOf(system_reading, system[j]));
      if (score >= kLeast) pairs.emplace_back(-score, i, j);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  Alignment out{std::vector<int>(gold.size(), -1), std::vector<int>(system.size(), -1)};
  for (const auto& [score, i, j] : pairs) {
    if (out.system_of[i] >= 0 || out.gold_of[j] >= 0) continue;
    out.system_of[i] = j;
    out.gold_of[j] = i;
  }
  return out;
}

}  // namespace chido
