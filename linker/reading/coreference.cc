#include <algorithm>
#include <unordered_map>

#include "linker/reading/coreference_roles.h"
#include "linker/reading/scan.h"
#include "linker/reading/stages.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

using Form = PersonMention::Form;

/// How many sentences back a pronoun may point.
constexpr std::uint32_t kPronounReach = 4;

std::string_view LastSyllable(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

std::string_view LastTwoSyllables(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) return {};
  const std::size_t before = name.rfind(' ', blank - 1);
  return before == std::string_view::npos ? std::string_view() : name.substr(before + 1);
}

class Linker {
 public:
  explicit Linker(Draft& draft) : draft_(draft) {}

  void Link() {
    MendNames(draft_);
    GroupFullNames();
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) LinkMention(i);
    SettlePosts(draft_, person_of_);
    Collect();
  }

 private:
  struct Person {
    std::string name;  ///< fullest form
    std::string gender;
    std::vector<std::size_t> mentions;
    std::int32_t last = -1;  ///< last mention seen so far
    bool official = false;
  };

  void GroupFullNames() {
    person_of_.assign(draft_.persons.size(), -1);
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) {
      const PersonMention& mention = draft_.persons[i];
      if (mention.form != Form::kFull) continue;
      const auto [at, added] =
          by_name_.emplace(FoldKey(mention.text), static_cast<std::int32_t>(people_.size()));
      if (added) people_.push_back({mention.text, mention.gender, {}, -1, false});
      person_of_[i] = at->second;
    }
    // "Duy Khiêm" beside "Phan Duy Khiêm"
    std::unordered_map<std::string, std::vector<std::int32_t>> by_two;
    for (const auto& [key, person] : by_name_) {
      const std::string_view two = LastTwoSyllables(key);
      if (!two.empty() && two.size() < key.size()) by_two[std::string(two)].push_back(person);
    }
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) {
      if (person_of_[i] < 0) continue;
      const auto found = by_two.find(FoldKey(draft_.persons[i].text));
      if (found != by_two.end() && found->second.size() == 1) person_of_[i] = found->second[0];
    }
    JoinMisspelt();
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) {
      if (person_of_[i] < 0) continue;
      Person& person = PersonAt(i);
      const PersonMention& mention = draft_.persons[i];
      if (person.gender.empty()) person.gender = mention.gender;
      if (!mention.roles.empty() || mention.rule != "person.address") person.official = true;
    }
    for (std::size_t p = 0; p < people_.size(); ++p) {
      by_given_[FoldKey(LastSyllable(people_[p].name))].push_back(static_cast<std::int32_t>(p));
    }
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) {
      if (person_of_[i] < 0) continue;
      for (const RoleMention& role : draft_.persons[i].roles) {
        std::vector<std::int32_t>& holders = holders_[PostKey(role)];
        if (std::ranges::find(holders, person_of_[i]) == holders.end()) {
          holders.push_back(person_of_[i]);
        }
      }
    }
  }

  /// *Trần Thi Mai* and *Trần Thị Mai* in one post are one person, misspelt once.
  void JoinMisspelt() {
    std::unordered_map<std::string, std::int32_t> holder;
    std::vector<std::int32_t> same(people_.size(), -1);
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) {
      if (person_of_[i] < 0 || draft_.persons[i].name.size() < 3) continue;
      for (const RoleMention& role : draft_.persons[i].roles) {
        if (role.body == kNoItem) continue;
        const std::string key = SearchKey(PersonAt(i).name) + "|" + PostKey(role);
        const auto [at, added] = holder.emplace(key, person_of_[i]);
        if (at->second != person_of_[i]) same[static_cast<std::size_t>(person_of_[i])] = at->second;
      }
    }
    for (std::int32_t& person : person_of_) {
      if (person >= 0 && same[static_cast<std::size_t>(person)] >= 0) {
        person = same[static_cast<std::size_t>(person)];
      }
    }
  }

  Person& PersonAt(std::size_t mention) {
    return people_[static_cast<std::size_t>(person_of_[mention])];
  }

  static std::string PostKey(const RoleMention& role) {
    return role.title + "|" + std::to_string(role.body);
  }

  void LinkMention(std::size_t i) {
    const PersonMention& mention = draft_.persons[i];
    switch (mention.form) {
      case Form::kFull:
        break;
      case Form::kGiven:
        person_of_[i] = ByGiven(mention);
        break;
      case Form::kTitleOnly:
        person_of_[i] = ByTitle(mention);
        break;
      case Form::kPronoun:
        person_of_[i] = ByPronoun(mention);
        break;
    }
    if (person_of_[i] < 0) return;
    Person& person = PersonAt(i);
    person.mentions.push_back(i);
    person.last = static_cast<std::int32_t>(i);
    if (person.official) last_person_ = person_of_[i];
  }

  bool Fits(std::int32_t person, const PersonMention& mention) const {
    const std::string& gender = people_[static_cast<std::size_t>(person)].gender;
    return gender.empty() || mention.gender.empty() || gender == mention.gender;
  }

  /// The one of `candidates` that was mentioned last, else the only one.
  std::int32_t Nearest(const std::vector<std::int32_t>& candidates,
                       const PersonMention& mention) const {
    std::int32_t best = -1;
    std::size_t fitting = 0;
    for (const std::int32_t each : candidates) {
      if (!Fits(each, mention)) continue;
      ++fitting;
      const Person& person = people_[static_cast<std::size_t>(each)];
      if (best < 0 || person.last > people_[static_cast<std::size_t>(best)].last) best = each;
    }
    if (best >= 0 && people_[static_cast<std::size_t>(best)].last < 0 && fitting > 1) return -1;
    return best;
  }

  std::int32_t ByGiven(const PersonMention& mention) {
    const std::string key = FoldKey(mention.text);
    if (const auto found = by_given_.find(key); found != by_given_.end()) {
      return Nearest(found->second, mention);
    }
    // "đồng chí Đục" for Dục: one letter away, and nobody else is meant
    const std::string folded = SearchKey(mention.text);
    std::int32_t only = -1;
    for (const auto& [given, people] : by_given_) {
      if (SearchKey(given) != folded || people.size() != 1) continue;
      if (only >= 0) return -1;
      only = people[0];
    }
    return only;
  }

  std::int32_t ByTitle(const PersonMention& mention) {
    for (const RoleMention& role : mention.roles) {
      if (role.former) continue;
      if (const auto found = holders_.find(PostKey(role)); found != holders_.end()) {
        if (const std::int32_t person = Nearest(found->second, mention); person >= 0) {
          return person;
        }
      }
    }
    return -1;
  }

  std::int32_t ByPronoun(const PersonMention& mention) {
    if (last_person_ < 0 || !Fits(last_person_, mention)) return -1;
    const Person& person = people_[static_cast<std::size_t>(last_person_)];
    const std::uint32_t here = draft_.text.SentenceOf(mention.whole.begin);
    const std::uint32_t there =
        draft_.text.SentenceOf(draft_.persons[static_cast<std::size_t>(person.last)].whole.begin);
    return here - there <= kPronounReach ? last_person_ : -1;
  }

  void Collect() {
    std::vector<ItemIndex> item(people_.size(), kNoItem);
    for (std::size_t i = 0; i < draft_.persons.size(); ++i) {
      if (person_of_[i] < 0) continue;
      const auto index = static_cast<std::size_t>(person_of_[i]);
      const Person& person = people_[index];
      if (!person.official) continue;
      if (item[index] == kNoItem) {
        item[index] = static_cast<ItemIndex>(draft_.officials.size());
        OfficialItem official;
        official.name = person.name;
        official.gender = person.gender;
        draft_.officials.push_back(std::move(official));
      }
      PersonMention& mention = draft_.persons[i];
      mention.official = item[index];
      OfficialItem& official = draft_.officials[static_cast<std::size_t>(item[index])];
      const bool titled = mention.form == Form::kTitleOnly;
      official.grounds.push_back(draft_.GroundAt(
          mention.name.empty() ? mention.whole : mention.name, mention.rule, mention.confidence));
      if (!titled) AddRoles(draft_, mention, official);
      AddForm(mention, official);
    }
  }

  static void AddForm(const PersonMention& mention, OfficialItem& official) {
    if (mention.form != Form::kFull || FoldKey(mention.text) == FoldKey(official.name)) return;
    std::string other = mention.text;
    if (other.size() > official.name.size()) std::swap(official.name, other);
    const auto at = std::ranges::lower_bound(official.alt, other);
    if (at == official.alt.end() || *at != other) official.alt.insert(at, other);
  }

  Draft& draft_;
  std::vector<Person> people_;
  std::vector<std::int32_t> person_of_;  ///< per mention; -1 for none
  std::unordered_map<std::string, std::int32_t> by_name_;
  std::unordered_map<std::string, std::vector<std::int32_t>> by_given_;
  std::unordered_map<std::string, std::vector<std::int32_t>> holders_;
  std::int32_t last_person_ = -1;
};

}  // namespace

void ReadCoreference(Draft& draft) { Linker(draft).Link(); }

}  // namespace chido
