#include "tests/support/random_readings.h"

#include <array>
#include <string>

namespace chido::testing {
namespace {

struct Unit {
  const char* name;
  const char* uid;
};

constexpr std::array<Unit, 4> kProvinces{{{"Lai Châu", "P12@2004-01-01"},
                                          {"Sơn La", "P14@1962"},
                                          {"Cà Mau", "P96@1997-01-01"},
                                          {"Bắc Kạn", "P06@1997-01-01"}}};
constexpr std::array<const char*, 5> kNames{"Lò Văn Thử", "Trần Thị Nghiệm", "Y Thí Niê", "Đỗ Mẫu",
                                            "Lò Văn Thứ"};
constexpr std::array<const char*, 3> kPosts{"Bí thư", "Phó Bí thư", "Ủy viên"};
constexpr std::array<const char*, 3> kTitles{"Hội nghị tổng kết công tác năm",
                                             "Hội nghị sơ kết công tác quý",
                                             "Hội nghị triển khai nhiệm vụ"};
constexpr std::array<const char*, 3> kNumbers{"05-CT/TW", "04-QC/TU", "35-NQ/TW"};
constexpr std::array<const char*, 3> kTypes{"Chỉ thị", "Quy chế", "Nghị quyết"};

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  Told Write(std::size_t number) {
    const Unit& province = kProvinces[Below(kProvinces.size())];
    Told told;
    reading_ = &told.reading;
    told.article.text =
        "Bai so " + std::to_string(number) + ". Hoi nghi dien ra tai tinh.\nChu thich.";
    told.article.id = ContentId("", told.article.text);
    const auto size = static_cast<std::uint32_t>(told.article.text.size());
    told.article.blocks = {{BlockKind::kBody, {0, size - 10}}};
    told.reading.document = told.article.id;
    if (Below(4) != 0) {
      told.reading.frame.published =
          EdtfDate::Day(2019 + static_cast<int>(Below(4)), 3, 1 + static_cast<int>(Below(4)));
      told.article.published = FormatEdtf(told.reading.frame.published);
    }
    if (Below(4) != 0) {
      told.reading.frame.jurisdiction = province.name;
      told.reading.frame.jurisdiction_uid = province.uid;
    }
    AddBodies(province);
    AddOfficials();
    AddMeetings(province);
    AddDirectives();
    return told;
  }

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }
  Ground Somewhere() {
    const auto begin = static_cast<std::uint32_t>(Below(2) * 4);
    const auto end = static_cast<std::uint32_t>(begin + 3 + Below(2));
    return {{0, 20}, {begin, end}, "test.rule", 0.5F + 0.1F * static_cast<float>(Below(5))};
  }
  void AddBodies(const Unit& province) {
    const bool placed = Below(4) != 0;
    const std::string place = placed ? std::string(" ") + province.name : "";
    const std::string uid = placed ? province.uid : "";
    reading_->bodies.push_back({"Tỉnh ủy" + place, {}, "p.tinhuy", uid, false, {Somewhere()}});
    reading_->bodies.push_back({"Ban Tuyên giáo Tỉnh ủy" + place, {}, "p.btg", uid, false, {}});
    reading_->bodies.push_back({"Bộ Chính trị", {}, "c.bct", "", false, {Somewhere()}});
    AddNamesakes();
  }
  /// Bodies of one name whose units are several: of other provinces, of other times, of another
  /// kind since; and one whose name no table has, placed by the article.
  void AddNamesakes() {
    constexpr std::array<const char*, 3> kTimes{"P75@1976", "P75@2025-07-01", "P75@2026-04-30"};
    const std::array<BodyItem, 5> all{{
        {"Huyện ủy Châu Thành", {}, "d.huyenuy", Below(2) == 0 ? "D708@0" : "D933@0", false, {}},
        {"Sở Y tế Đồng Nai", {}, "p.so.yt", kTimes[Below(3)], false, {Somewhere()}},
        {"Tỉnh ủy Đồng Nai", {}, "p.tinhuy", kTimes[Below(3)], false, {}},
        {"Hội Làm vườn tỉnh Đồng Nai", {}, "p.hoi", kTimes[Below(3)], false, {}},
        {"Công ty Thử Nghiệm",
         {},
         "e.congty",
         Below(2) == 0 ? kTimes[0] : "",
         false,
         {Somewhere()}},
    }};
    for (const BodyItem& body : all) {
      if (Below(3) == 0) reading_->bodies.push_back(body);
    }
  }
  void AddOfficials() {
    const std::size_t first = Below(kNames.size());
    for (std::size_t i = 0; i < 1 + Below(2); ++i) {
      OfficialItem official;
      official.name = kNames[(first + i) % kNames.size()];
      if (Below(3) == 0) official.gender = Below(8) == 0 ? "female" : "male";
      official.grounds = {Somewhere()};
      if (Below(3) != 0) {
        official.roles.push_back({kPosts[Below(kPosts.size())],
                                  static_cast<ItemIndex>(Below(3)),
                                  Below(6) == 0,
                                  false,
                                  false,
                                  {Somewhere()}});
      }
      if (Below(6) == 0) official.roles.push_back({"Giám đốc", kNoItem, false, false, false, {}});
      reading_->officials.push_back(std::move(official));
    }
  }
  void AddMeetings(const Unit& province) {
    if (Below(3) == 0) return;
    MeetingItem meeting;
    meeting.title = std::string(kTitles[Below(kTitles.size())]) + " 2021";
    meeting.kind = "hội nghị";
    if (Below(5) != 0) meeting.date = EdtfDate::Day(2021, 1, 14 + static_cast<int>(Below(2)));
    meeting.date_inferred = Below(2) == 0;
    meeting.place_uid = Below(2) == 0 ? province.uid : "";
    meeting.organisers = {{static_cast<ItemIndex>(Below(2)), "lead", false, {Somewhere()}}};
    meeting.chaired = {{0, "chair", false, {Somewhere()}}};
    meeting.attended = {{0, "present", false, {Somewhere()}}};
    if (reading_->officials.size() > 1) {
      meeting.attended.push_back({1, "present", false, {Somewhere()}});
    }
    meeting.grounds = {Somewhere()};
    reading_->meetings.push_back(std::move(meeting));
  }
  void AddDirectives() {
    const std::size_t which = Below(kNumbers.size());
    DirectiveItem directive;
    directive.type = kTypes[which];
    directive.number = kNumbers[which];
    if (Below(2) == 0) directive.date = EdtfDate::Day(2016 + 2 * static_cast<int>(Below(2)), 5, 15);
    directive.issuer_body = which == 1 ? 0 : Below(2) == 0 ? 2 : kNoItem;
    const ItemIndex meeting = reading_->meetings.empty() ? kNoItem : 0;
    directive.citations = {
        {"implements", meeting, Below(2) == 0 ? ItemIndex{0} : kNoItem, Somewhere()}};
    reading_->directives.push_back(std::move(directive));
  }

  std::mt19937_64 random_;
  Reading* reading_ = nullptr;
};

}  // namespace

std::vector<Told> RandomReadings(std::size_t count, std::uint64_t seed) {
  Writer writer(seed);
  std::vector<Told> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(writer.Write(i));
  return all;
}

}  // namespace chido::testing
