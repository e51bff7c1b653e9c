#include "tests/support/sample_store.h"

#include <string>
#include <vector>

#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"
#include "linker/resolve/resolver.h"

namespace chido::testing {
namespace {

constexpr const char* kDakLak = "P66@2004-01-01";
constexpr const char* kLaiChau = "P12@2004-01-01";

/// One article and the reading of it; the first line of the text is the title.
class Telling {
 public:
  Telling(std::string source_id, std::string published, std::string text) {
    article.source_id = std::move(source_id);
    article.text = std::move(text);
    article.title = article.text.substr(0, article.text.find('\n'));
    article.published = std::move(published);
    article.publisher = "Báo Ví dụ";
    article.url = "https://vidu.example/" + article.source_id;
    article.origin = "vidu/" + article.source_id + ".txt";
    article.id = ContentId(article.title, article.text);
    const auto end = static_cast<std::uint32_t>(article.text.size());
    const auto title = static_cast<std::uint32_t>(article.title.size());
    const auto caption = static_cast<std::uint32_t>(article.text.find("Ảnh: "));
    article.blocks = {{BlockKind::kTitle, {0, title}}};
    article.blocks.push_back({BlockKind::kBody, {title + 1, std::min(caption, end)}});
    if (caption < end) article.blocks.push_back({BlockKind::kCaption, {caption, end}});
    reading.document = article.id;
    reading.source_id = article.source_id;
    if (const auto day = ParseEdtf(article.published)) reading.frame.published = *day;
  }

  /// The first sentence (or line) that holds `start`, and the first `mention` from there on.
  Ground At(std::string_view start, std::string_view mention, std::string rule) const {
    const std::size_t inside = Offset(start, 0);
    std::size_t begin = article.text.rfind('\n', inside);
    begin = begin == std::string::npos ? 0 : begin + 1;
    const std::size_t end = std::min(article.text.find('\n', inside), article.text.size());
    const std::size_t at = Offset(mention, inside);
    Ground ground;
    ground.sentence = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    ground.mention = {static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + mention.size())};
    ground.rule = std::move(rule);
    ground.confidence = 0.9F;
    return ground;
  }

  void In(std::string province, std::string uid) {
    reading.frame.jurisdiction = std::move(province);
    reading.frame.jurisdiction_uid = std::move(uid);
  }

  ItemIndex Body(std::string name, std::string id, std::string place, Ground ground) {
    reading.bodies.push_back(
        {std::move(name), {}, std::move(id), std::move(place), false, {std::move(ground)}});
    return static_cast<ItemIndex>(reading.bodies.size()) - 1;
  }

  ItemIndex Official(std::string name, std::string title, ItemIndex body, const Ground& ground) {
    OfficialItem official;
    official.name = std::move(name);
    official.grounds = {ground};
    RoleItem role;
    role.title = std::move(title);
    role.body = body;
    role.grounds = {ground};
    official.roles.push_back(std::move(role));
    reading.officials.push_back(std::move(official));
    return static_cast<ItemIndex>(reading.officials.size()) - 1;
  }

  DirectiveItem& Directive(std::string type, std::string number, std::string issuer,
                           CitationItem citation) {
    DirectiveItem directive;
    directive.type = std::move(type);
    directive.number = std::move(number);
    directive.issuer = std::move(issuer);
    directive.citations.push_back(std::move(citation));
    reading.directives.push_back(std::move(directive));
    return reading.directives.back();
  }

  MeetingItem& Meeting(std::string title, EdtfDate date, const Ground& ground) {
    MeetingItem meeting;
    meeting.title = std::move(title);
    meeting.kind = "hội nghị";
    meeting.date = date;
    meeting.grounds = {ground};
    reading.meetings.push_back(std::move(meeting));
    return reading.meetings.back();
  }

  Article article;
  Reading reading;

 private:
  std::size_t Offset(std::string_view what, std::size_t from) const {
    const std::size_t at = article.text.find(what, from);
    if (at == std::string::npos) Abort("not in the sample text: " + std::string(what));
    return at;
  }
};

PartItem Part(ItemIndex who, std::string manner, Ground ground) {
  return {who, std::move(manner), false, {std::move(ground)}};
}

Telling DakLak2023() {
  Telling told("daklak-2023", "2023-07-22",
               "Đắk Lắk giao ban công tác tuyên giáo\n"
               "Ngày 21-7, tại huyện Krông Ana, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban.\n"
               "Đồng chí H'Wên Êban, Trưởng Ban Tuyên giáo Tỉnh ủy và đồng chí Trần Quang Vịnh, "
               "Phó Trưởng Ban Tuyên giáo Tỉnh ủy đồng chủ trì hội nghị.\n"
               "Kết luận hội nghị, đồng chí H'Wên Êban đề nghị sơ kết 5 năm thực hiện Nghị quyết "
               "35-NQ/TW của Bộ Chính trị và nhắc lại Quy chế 04-QC/TU của Tỉnh ủy.\n"
               "Ảnh: Đồng chí H'Wên Êban chủ trì hội nghị.");
  told.In("Đắk Lắk", kDakLak);
  const Ground organ = told.At("Ngày 21-7", "Ban Tuyên giáo Tỉnh ủy", "body.name");
  const ItemIndex board = told.Body("Ban Tuyên giáo Tỉnh ủy Đắk Lắk", "p.btg", kDakLak, organ);
  const ItemIndex party = told.Body("Tỉnh ủy Đắk Lắk", "p.tinhuy", kDakLak,
                                    told.At("Kết luận", "Tỉnh ủy", "body.name"));
  const Ground wen = told.At("Đồng chí H'Wên", "H'Wên Êban", "person.honorific");
  const Ground vinh = told.At("và đồng chí", "Trần Quang Vịnh", "person.honorific");
  const ItemIndex first = told.Official("H'Wên Êban", "Trưởng Ban", board, wen);
  const ItemIndex second = told.Official("Trần Quang Vịnh", "Phó Trưởng Ban", board, vinh);
  told.reading.places.push_back(
      {"D655@0", "Huyện Krông Ana", {told.At("Ngày 21-7", "huyện Krông Ana", "place.unit")}});
  MeetingItem& meeting =
      told.Meeting("Hội nghị giao ban công tác tuyên giáo", EdtfDate::Day(2023, 7, 21), organ);
  meeting.date_inferred = true;
  meeting.place = "Huyện Krông Ana";
  meeting.place_uid = "D655@0";
  meeting.organisers = {Part(board, "lead", organ)};
  Ground caption = told.At("Ảnh: ", "H'Wên Êban", "chair.verb");
  meeting.chaired = {Part(first, "co-chair", wen), Part(second, "co-chair", vinh)};
  meeting.chaired.front().grounds.push_back(caption);
  const Ground spoke = told.At("Kết luận", "H'Wên Êban", "speech.verb");
  meeting.spoke = {Part(first, "concluding", spoke)};
  meeting.attended = {Part(first, "present", wen), Part(second, "present", vinh)};
  told.Directive("Nghị quyết", "35-NQ/TW", "Bộ Chính trị",
                 {"reviews", 0, first, told.At("Kết luận", "Nghị quyết 35-NQ/TW", "cite.number")});
  told.Directive("Quy chế", "04-QC/TU", "Tỉnh ủy Đắk Lắk",
                 {"mentions", 0, first, told.At("Kết luận", "Quy chế 04-QC/TU", "cite.number")})
      .issuer_body = party;
  return told;
}

Telling DakLak2021() {
  Telling told("daklak-2021", "2021-03-11",
               "Quán triệt nghị quyết ở Đắk Lắk\n"
               "Ngày 10-3-2021, đồng chí H'Wên Êban, Phó Trưởng Ban Tuyên giáo Tỉnh ủy Đắk Lắk chủ "
               "trì hội nghị quán triệt Nghị quyết 35-NQ/TW.");
  told.In("Đắk Lắk", kDakLak);
  const ItemIndex board = told.Body("Ban Tuyên giáo Tỉnh ủy Đắk Lắk", "p.btg", kDakLak,
                                    told.At("Ngày", "Ban Tuyên giáo Tỉnh ủy", "body.name"));
  const Ground wen = told.At("Ngày", "H'Wên Êban", "person.honorific");
  const ItemIndex first = told.Official("H'Wên Êban", "Phó Trưởng Ban", board, wen);
  MeetingItem& meeting =
      told.Meeting("Hội nghị quán triệt Nghị quyết 35-NQ/TW", EdtfDate::Day(2021, 3, 10), wen);
  meeting.chaired = {Part(first, "chair", wen)};
  meeting.attended = {Part(first, "present", wen)};
  told.Directive("Nghị quyết", "35-NQ/TW", "Bộ Chính trị",
                 {"disseminates", 0, kNoItem, told.At("Ngày", "Nghị quyết 35", "cite.number")});
  return told;
}

Telling LaiChau2022() {
  Telling told("laichau-2022", "2022-05-06",
               "Lai Châu kiểm tra\n"
               "Ngày 05-5-2022, đồng chí Trần Quang Vinh, Bí thư Tỉnh ủy Lai Châu chủ trì hội nghị "
               "triển khai Quy chế 04-QC/TU và Nghị quyết 35-NQ/TW.");
  told.In("Lai Châu", kLaiChau);
  const ItemIndex party = told.Body("Tỉnh ủy Lai Châu", "p.tinhuy", kLaiChau,
                                    told.At("Ngày", "Tỉnh ủy Lai Châu", "body.name"));
  const Ground vinh = told.At("Ngày", "Trần Quang Vinh", "person.honorific");
  const ItemIndex first = told.Official("Trần Quang Vinh", "Bí thư", party, vinh);
  MeetingItem& meeting =
      told.Meeting("Hội nghị triển khai Quy chế 04-QC/TU", EdtfDate::Day(2022, 5, 5), vinh);
  meeting.chaired = {Part(first, "chair", vinh)};
  meeting.attended = {Part(first, "present", vinh)};
  told.Directive("Quy chế", "04-QC/TU", "Tỉnh ủy Lai Châu",
                 {"implements", 0, first, told.At("Ngày", "Quy chế 04-QC/TU", "cite.number")})
      .issuer_body = party;
  told.Directive("Nghị quyết", "35-NQ/TW", "Bộ Chính trị",
                 {"mentions", 0, first, told.At("Ngày", "Nghị quyết 35", "cite.number")});
  return told;
}

Telling NoPlace2024() {
  Telling told("noplace-2024", "2024-02-01",
               "Triển khai quy định mới\n"
               "Ông Trần Quang Vịnh, Giám đốc Sở Nội vụ chủ trì hội nghị triển khai Quyết định "
               "85-QĐ/TW, thay thế Quyết định 30-QĐ/TW.");
  const ItemIndex office =
      told.Body("Sở Nội vụ", "p.sonoivu", "", told.At("Ông", "Sở Nội vụ", "body.name"));
  const Ground vinh = told.At("Ông", "Trần Quang Vịnh", "person.honorific");
  const ItemIndex first = told.Official("Trần Quang Vịnh", "Giám đốc", office, vinh);
  MeetingItem& meeting = told.Meeting("Hội nghị triển khai Quyết định 85-QĐ/TW", {}, vinh);
  meeting.chaired = {Part(first, "chair", vinh)};
  meeting.attended = {Part(first, "present", vinh)};
  const Ground newer = told.At("Ông", "Quyết định 85-QĐ/TW", "cite.number");
  const Ground older = told.At("Ông", "Quyết định 30-QĐ/TW", "cite.number");
  told.Directive("Quyết định", "85-QĐ/TW", "Bộ Chính trị", {"implements", 0, first, newer});
  told.Directive("Quyết định", "30-QĐ/TW", "Bộ Chính trị", {"mentions", kNoItem, kNoItem, older});
  told.reading.directive_relations.push_back({0, 1, "replaces", newer});
  return told;
}

void Require(const Status& status) {
  if (!status) Abort(status.error().message);
}

}  // namespace

SampleStore::SampleStore() {
  Result<std::unique_ptr<Store>> opened =
      Store::Open(folder_ / "store", {.create_if_missing = true});
  if (!opened) Abort(opened.error().message);
  store_ = std::move(*opened);
  Resolver resolver(*store_, Lexicon::BuiltIn());
  for (const Telling& told : {DakLak2023(), DakLak2021(), LaiChau2022(), NoPlace2024()}) {
    Require(resolver.Add(told.article, told.reading));
  }
  const auto mention = [this](std::string_view label) {
    return JudgedMentionOf(*store_->Read(), Find(EntityType::kOfficial, label), Lexicon::BuiltIn())
        .value();
  };
  Require(resolver.Judge({.verdict = Verdict::kDifferent,
                          .a = mention("Trần Quang Vinh"),
                          .b = mention("H'Wên Êban"),
                          .author = "người kiểm",
                          .time = "2026-01-02T03:04:05Z"}));
  Change merged;
  merged.put_redirects.emplace_back(kMerged, Find(EntityType::kOfficial, "H'Wên Êban"));
  Require(store_->Apply(merged));
}

EntityId SampleStore::Find(EntityType type, std::string_view label) const {
  const auto page = store_->Read()->ScanEntities(type, 10'000);
  if (!page) Abort(page.error().message);
  for (const Entity& entity : page->items) {
    if (entity.label == label) return entity.id;
  }
  Abort("no entity of the sample store is called " + std::string(label));
}

EntityId SampleStore::Document(std::string_view source_id) const {
  const auto page = store_->Read()->ScanEntities(EntityType::kDocument, 10'000);
  if (!page) Abort(page.error().message);
  for (const Entity& entity : page->items) {
    if (entity.Attribute("source_id") == source_id) return entity.id;
  }
  Abort("no article of the sample store is called " + std::string(source_id));
}

}  // namespace chido::testing
