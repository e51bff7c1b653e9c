#include "tests/world/names.h"

#include "graph/base/error.h"
#include "linker/lexicon/lexicon.h"
#include "tests/datasets/read_tables.h"

namespace chido::world {
namespace {

constexpr std::string_view kKinh = "Kinh";

void Replace(std::string& text, std::string_view part, const std::string& value) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return;
  text.replace(at, part.size(), value);
  // An empty middle name leaves two blanks.
  const std::size_t blanks = text.find("  ");
  if (blanks != std::string::npos) text.erase(blanks, 1);
}

}  // namespace

NameBook::NameBook() {
  const auto add = [this](const std::string& part, const std::string& group,
                          const std::string& value, double weight) {
    Choice& choice = choices_[{part, group}];
    choice.values.push_back(value);
    choice.wheel.Add(weight);
  };
  for (const Record& row : ReadRawTable("../tests/world/names.tsv").records) {
    const std::string& gender = row.at("gender");
    const std::string group = gender == "any" ? row.at("group") : row.at("group") + "/" + gender;
    add(row.at("part"), group, row.at("value"), std::stod(row.at("weight")));
  }
  for (const SurnameRow& row : Lexicon::BuiltIn().surnames()) {
    if (row.frequency > 0) add("surname", "Kinh", std::string(row.surname), row.frequency);
  }
  for (const Record& row : ReadRawTable("../tests/world/peoples.tsv").records) {
    peoples_[row.at("province")].emplace_back(row.at("group"), std::stod(row.at("share")));
  }
}

const NameBook::Choice& NameBook::Find(const std::string& part, const std::string& group,
                                       bool female) const {
  const auto any = choices_.find({part, group});
  if (any != choices_.end()) return any->second;
  const auto own = choices_.find({part, group + (female ? "/female" : "/male")});
  if (own == choices_.end()) Abort("names.tsv has no " + part + " of the " + group);
  return own->second;
}

std::string NameBook::GroupOf(Draw& draw, std::string_view province) const {
  const auto found = peoples_.find(province);
  double at = draw.Fraction();
  if (found == peoples_.end()) return std::string(kKinh);
  for (const auto& [group, share] : found->second) {
    if (at < share) return group;
    at -= share;
  }
  return std::string(kKinh);
}

std::string NameBook::Name(Draw& draw, std::string_view province, bool female) const {
  const std::string group = GroupOf(draw, province);
  std::string name = Find("form", group, female).Spin(draw);
  for (const std::string part : {"surname", "middle", "given"}) {
    const std::string slot = "{" + part + "}";
    if (name.find(slot) == std::string::npos) continue;
    Replace(name, slot, Find(part, group, female).Spin(draw));
  }
  return name;
}

}  // namespace chido::world
