#include "graph/store/families.h"

namespace chido {
namespace {

struct FamilyInfo {
  std::string_view name;
  bool derived;
  bool content;
};

constexpr std::array<FamilyInfo, kFamilyCount> kInfos{{
    {"article", false, true},
    {"reading", false, true},
    {"entity", false, true},
    {"statement", false, true},
    {"out", true, false},
    {"in", true, false},
    {"evidence", false, true},
    {"doc_statement", true, false},
    {"name", true, false},
    {"block", false, true},
    {"redirect", false, false},
    {"judgement", false, true},
    {"counter", true, false},
    {"pending", false, true},
    {"meta", false, false},
}};

const FamilyInfo& InfoOf(Family family) { return kInfos.at(static_cast<std::size_t>(family)); }

}  // namespace

std::array<Family, kFamilyCount> AllFamilies() {
  std::array<Family, kFamilyCount> all{};
  for (std::size_t i = 0; i < kFamilyCount; ++i) all[i] = static_cast<Family>(i);
  return all;
}

std::string_view NameOf(Family family) { return InfoOf(family).name; }
bool IsDerived(Family family) { return InfoOf(family).derived; }
bool IsContent(Family family) { return InfoOf(family).content; }

}  // namespace chido
