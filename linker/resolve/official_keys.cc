#include <algorithm>
#include <set>

#include "graph/base/hash.h"
#include "linker/resolve/features.h"
#include "linker/resolve/mention.h"
#include "linker/resolve/model.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// Minister and above: so few hold these posts that two bearers of one full name among them are
/// rarer than a post misread.
constexpr std::int32_t kLowestLeader = 15;

/// Whether only a national leader is called so, whatever stands behind it (*Bộ trưởng*).
bool IsLeaderTitle(std::string_view title, const Lexicon& lexicon) {
  bool any = false;
  for (const Match& match : lexicon.Lookup(title)) {
    if (match.kind != EntryKind::kRole) continue;
    const RoleRow& row = lexicon.roles()[match.entry];
    if (row.title != title) continue;
    if (row.level != "central" || row.rank > kLowestLeader) return false;
    any = true;
  }
  return any;
}

/// Whether who holds `title` in the body is a national leader. Seats in the Central Committee and
/// in the National Assembly are too many to say so.
bool IsLeader(std::string_view title, std::string_view template_id, const Lexicon& lexicon) {
  if (template_id.starts_with("n.")) return false;  // of another country
  if (template_id == "c.bct" || template_id == "c.bbt" || template_id == "s.cp") return true;
  const bool presides = title.starts_with("Chủ tịch") || title.starts_with("Phó Chủ tịch");
  if (template_id == "s.qh" && presides) return true;
  return IsLeaderTitle(title, lexicon);
}

/// A seat that several hundred hold at once.
bool IsDeputy(const RoleItem& role) { return role.title.starts_with("Đại biểu"); }

/// Whether one person holds the post at a time.
bool IsExclusive(std::string_view title, std::string_view template_id, const Lexicon& lexicon) {
  return std::ranges::any_of(lexicon.Lookup(title), [&](const Match& match) {
    if (match.kind != EntryKind::kRole) return false;
    const RoleRow& row = lexicon.roles()[match.entry];
    return row.exclusive && row.title == title &&
           std::ranges::find(row.bodies, template_id) != row.bodies.end();
  });
}

/// The province that followed a province in the end; empty if it goes on or was split.
std::string_view LastSuccessor(const Lexicon& lexicon, std::string_view uid) {
  std::string_view last;
  for (int steps = 0; steps < 8; ++steps) {  // a table with a circle must not hang
    const auto row = lexicon.UnitByUid(last.empty() ? uid : last);
    if (!row || lexicon.units()[*row].successors.size() != 1) break;
    const std::string_view next = lexicon.units()[*row].successors.front();
    if (next.starts_with('~')) break;
    last = next;
  }
  return last;
}

/// Makes the keys of the officials of one reading.
class KeyMaker {
 public:
  KeyMaker(const Reading& reading, const Lexicon& lexicon)
      : reading_(reading), lexicon_(lexicon), keys_(reading.officials.size()) {}

  std::vector<std::vector<std::string>> Make() {
    std::vector<Keys> titles(keys_.size());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      AddPosts(reading_.officials[i], keys_[i], titles[i]);
    }
    const std::string home = ProvinceOfBodies(reading_.frame.jurisdiction_uid);
    std::vector<bool> leads;
    for (auto& keys : keys_) {
      leads.push_back(keys.contains("r:leader"));
      if (keys.empty() && !home.empty()) keys.insert("w:" + home);
    }
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::string& gender = reading_.officials[i].gender;
      keys_[i].merge(titles[i]);
      if (!gender.empty()) keys_[i].insert("g:" + gender);
      if (!leads[i]) AddPeers(i, leads);
    }
    std::vector<std::vector<std::string>> all;
    for (const auto& keys : keys_) all.emplace_back(keys.begin(), keys.end());
    return all;
  }

 private:
  using Keys = std::set<std::string>;

  std::string ProvinceOfBodies(std::string_view unit) const {
    const std::string province = ProvinceUid(lexicon_, unit);
    return province.empty() ? "" : std::string(UnitOfBody(lexicon_, "", province));
  }

  void AddPosts(const OfficialItem& official, Keys& keys, Keys& titles) const {
    for (const RoleItem& role : official.roles) {
      if (role.doubtful) continue;
      titles.insert("h:" + role.title);
      if (role.body != kNoItem) {
        AddPost(role, reading_.bodies.at(static_cast<std::size_t>(role.body)), keys, titles);
      } else if (IsLeaderTitle(role.title, lexicon_)) {
        keys.insert({"r:leader", "l:0"});
      }
    }
  }

  void AddPost(const RoleItem& role, const BodyItem& body, Keys& keys, Keys& titles) const {
    const bool leader = IsLeader(role.title, body.template_id, lexicon_);
    if (leader) keys.insert("r:leader");
    if (IsDeputy(role) && body.place.empty()) return;
    if (NeedsPlace(body, lexicon_)) titles.insert("y:" + body.template_id + "|" + role.title);
    if (NeedsPlace(body, lexicon_) && body.place.empty()) return;
    const std::string place = PlaceOf(body);
    const std::string id = BodyKey(body);
    keys.insert("b:" + id + "@" + place);
    keys.insert("t:" + id + "@" + place + "|" + role.title);
    AddProvince(body, role, keys);
    if (role.former) return;
    if (leader || place == "central") keys.insert("l:0");
    if (!body.place.empty()) AddLevel(body.place, keys);
    if (!role.acting && IsExclusive(role.title, body.template_id, lexicon_)) {
      keys.insert("x:" + body.template_id + "|" + role.title + "@" + id);
    }
  }

  /// Of a body with a unit its id; else the hash of its name, however the name's parts are set off
  /// (*Tài chính, Ngân sách*, *Tài chính - Ngân sách*).
  std::string BodyKey(const BodyItem& body) const {
    if (NeedsPlace(body, lexicon_)) {
      return ToString(BodyEntityId(body, reading_.document, lexicon_));
    }
    std::string words;
    for (const char c : FoldKey(body.name)) {
      if (c != ' ' && c != ',' && c != '-') words.push_back(c);
    }
    return ToHex(Hash64(words));
  }

  /// "central", "wide" for one of hundreds of members, the unit's uid, or nothing.
  std::string PlaceOf(const BodyItem& body) const {
    if (!body.place.empty()) return std::string(UnitOfBody(lexicon_, "", body.place));
    if (body.template_id == "c.bchtw" || body.template_id == "s.qh") return "wide";
    const auto row = lexicon_.BodyById(body.template_id);
    return row && lexicon_.bodies()[*row].level == "central" ? "central" : "";
  }

  void AddProvince(const BodyItem& body, const RoleItem& role, Keys& keys) const {
    if (body.place.empty()) return;
    keys.insert("u:" + std::string(UnitOfBody(lexicon_, "", body.place)));
    const std::string province = ProvinceOfBodies(body.place);
    if (province.empty()) return;
    keys.insert("p:" + province);
    if (!role.former) keys.insert("n:" + province);
    const std::string_view successor = LastSuccessor(lexicon_, province);
    const std::string last = std::string(UnitOfBody(lexicon_, "", successor));
    if (!last.empty()) keys.insert("s:" + last);
    const auto unit = lexicon_.UnitByUid(body.place);
    if (!unit || lexicon_.units()[*unit].level != 1 || body.template_id.empty()) return;
    const std::string post = LastTemplate(body.template_id) + "|" + role.title + "@";
    keys.insert(last.empty() ? "z:" + post + province : "e:" + post + last);
  }

  /// The template that followed in the end; itself if it goes on.
  std::string LastTemplate(std::string_view id) const {
    for (int steps = 0; steps < 8; ++steps) {  // a table with a circle must not hang
      const auto row = lexicon_.BodyById(id);
      if (!row || lexicon_.bodies()[*row].successor.empty()) break;
      id = lexicon_.bodies()[*row].successor;
    }
    return std::string(id);
  }

  void AddLevel(std::string_view place, Keys& keys) const {
    const auto unit = lexicon_.UnitByUid(place);
    if (unit) keys.insert("l:" + std::to_string(lexicon_.units()[*unit].level));
  }

  /// Who was at a meeting with them. Leaders are everywhere, so they tell nothing.
  void AddPeers(std::size_t official, const std::vector<bool>& leads) {
    const auto index = static_cast<ItemIndex>(official);
    Keys peers;
    for (const MeetingItem& meeting : reading_.meetings) {
      std::set<ItemIndex> people;
      for (const auto* parts : {&meeting.chaired, &meeting.spoke, &meeting.attended}) {
        for (const PartItem& part : *parts) people.insert(part.who);
      }
      if (!people.contains(index)) continue;
      for (const ItemIndex who : people) {
        const auto at = static_cast<std::size_t>(who);
        if (who != index && !leads.at(at)) peers.insert(FoldKey(reading_.officials[at].name));
      }
    }
    std::size_t count = 0;
    for (const std::string& peer : peers) {
      if (count++ == model::kMostPeersOfMention) break;
      keys_[official].insert("m:" + peer);
    }
  }

  const Reading& reading_;
  const Lexicon& lexicon_;
  std::vector<Keys> keys_;
};

}  // namespace

std::vector<std::vector<std::string>> OfficialKeys(const Reading& reading, const Lexicon& lexicon) {
  return KeyMaker(reading, lexicon).Make();
}

}  // namespace chido
