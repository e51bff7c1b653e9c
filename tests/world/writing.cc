#include "tests/world/writing.h"

#include <algorithm>
#include <utility>

#include "graph/model/edtf.h"
#include "ingest/source/blocks.h"
#include "linker/resolve/body_name.h"
#include "linker/text/normal.h"
#include "tests/world/phrases.h"

namespace chido::world {
namespace {

/// Writes one article from top to bottom.
class Writer {
 public:
  Writer(World& world, const Telling& telling)
      : world_(world),
        telling_(telling),
        draw_(world.options.seed, "writing",
              telling.event.id * 8 + static_cast<std::uint64_t>(telling.version)) {
    with_year_ = draw_.Chance(0.6);
    // Else the first body of the province that is named tells it.
    const Body& organiser = world.atlas.body(telling.event.organisers.front());
    by_address_ = draw_.Chance(0.7) || organiser.unit != telling.home;
    told_in_full_.resize(telling.people.size());
  }

  Written Take() {
    const std::string title = Head();
    Paragraph("Cập nhật: " + DayPhrase(telling_.published, true, draw_));
    Lead();
    Sentences();
    Paragraph(Pick("filler"));
    Caption();
    Paragraph(Pick("byline"));
    if (draw_.Chance(0.3)) SetTonesTheOldWay(out_);
    FinishArticle(title);
    return std::move(written_);
  }

 private:
  const std::string& Pick(std::string_view part) {
    return Wording(draw_, part, telling_.event.kind);
  }

  std::uint32_t BodyIndex(std::uint32_t body) {
    const auto found = std::ranges::find(written_.bodies, body);
    if (found == written_.bodies.end()) written_.bodies.push_back(body);
    return static_cast<std::uint32_t>(std::ranges::find(written_.bodies, body) -
                                      written_.bodies.begin());
  }

  void PutMarked(Mark::Of of, std::uint32_t index, const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_ += text;
    written_.marks.push_back({of, index, {begin, static_cast<std::uint32_t>(out_.size())}, {}});
  }

  void PutBody(std::uint32_t body) {
    std::string text = BodyPhrase(world_, telling_, body, draw_);
    // Where the address does not tell the province, its first body does.
    const Body& told = world_.atlas.body(body);
    const bool first = written_.marks.empty() || !province_written_;
    if (first && telling_.home_told && !by_address_ && told.unit != kNone &&
        told.unit == telling_.home) {
      text = told.name;
      province_written_ = true;
    }
    PutMarked(Mark::Of::kBody, BodyIndex(body), text);
  }

  void PutPosts(const PersonTold& person, bool former) {
    bool first = true;
    for (const RoleTold& role : person.roles) {
      if (person.part == Guest::Part::kSubject && role.former != former) continue;
      if (!first) out_ += ", ";
      first = false;
      if (role.former && person.part != Guest::Part::kSubject) out_ += "nguyên ";
      const std::string body = BodyPhrase(world_, telling_, role.post.body, draw_);
      std::size_t at = 0;
      const std::string text = JoinPost(role.post.title, body, at);
      out_ += text.substr(0, at);
      const std::uint32_t index = BodyIndex(role.post.body);
      if (at < text.size()) PutMarked(Mark::Of::kBody, index, text.substr(at));
    }
  }

  std::string GivenOf(const std::string& name) const { return name.substr(name.rfind(' ') + 1); }

  void PutPerson(std::uint32_t index) {
    const PersonTold& person = telling_.people[index];
    const bool again = told_in_full_[index];
    told_in_full_[index] = true;
    const bool plain = again || person.roles.empty();
    std::string text = Pick(again ? "again" : plain ? "bare" : "person");
    const bool female = world_.careers.people[person.person].female;
    PutSlot(text, "{mr}", female ? "bà" : "ông");
    const bool short_name = text.find("{given}") != std::string::npos;
    const std::string name = short_name ? GivenOf(person.name) : person.name;
    const std::string slot = short_name ? "{given}" : "{name}";
    const std::size_t at = text.find(slot);
    out_ += text.substr(0, at);
    PutMarked(Mark::Of::kPerson, index, name);
    const std::string rest = text.substr(at + slot.size());
    const std::size_t posts = rest.find("{posts}");
    out_ += rest.substr(0, posts);
    if (posts != std::string::npos) PutPosts(person, true);
  }

  void PutPeople(const std::vector<std::uint32_t>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (i > 0) out_ += "; ";
      PutPerson(people[i]);
    }
  }

  void PutDirective(std::uint32_t index) {
    const DirectiveTold& told = telling_.directives[index];
    const Directive& directive = told.directive;
    std::string number = directive.number;
    if (draw_.Chance(0.05)) number.replace(number.find('-'), 1, " - ");
    const std::string before = directive.type + (draw_.Chance(0.6) ? " số " : " ");
    PutMarked(Mark::Of::kDirective, index, before + number);
    if (told.dated) out_ += ", ngày " + DayPhrase(directive.day, true, draw_);
    if (told.issued) {
      out_ += " của ";
      PutBody(world_.atlas.Intern(directive.issuer, directive.unit));
    }
    if (told.titled) out_ += " về " + directive.subject;
  }

  std::string PlacePhrase() {
    const std::int32_t place = telling_.event.place;
    if (place == kNone) return "Hà Nội";
    if (!telling_.home_told) return "trụ sở cơ quan";
    written_.place_told = true;
    const UnitRow& unit = world_.atlas.Unit(place);
    std::string name = UnitFullName(unit);
    std::string type = name.substr(0, name.size() - unit.name.size());
    return LowerCase(std::move(type)) + std::string(unit.name);
  }

  std::string DaysPhrase() {
    written_.two_days = true;
    const CalendarDate first = FromDays(telling_.event.day);
    return std::to_string(first.day) + " - " + DayPhrase(telling_.event.last_day, true, draw_);
  }

  /// What one slot of a wording stands for.
  void PutSlotOf(std::string_view slot, const std::vector<std::uint32_t>& people) {
    if (slot == "{organiser}") return PutBody(telling_.event.organisers.front());
    if (slot == "{partner}") return PutBody(telling_.event.organisers.back());
    if (slot == "{person}") return PutPerson(people.front());
    if (slot == "{people}") return PutPeople(people);
    if (slot == "{posts}") return PutPosts(telling_.people[people.front()], false);
    if (slot == "{directive}") return PutDirective(directive_);
    if (slot == "{meeting}") return PutMarked(Mark::Of::kMeeting, 0, telling_.title);
    if (slot == "{noun}") out_ += telling_.noun;
    if (slot == "{place}") out_ += PlacePhrase();
    if (slot == "{date}") out_ += DayPhrase(telling_.event.day, with_year_, draw_);
    if (slot == "{days}") out_ += DaysPhrase();
    if (slot == "{half}") out_ += telling_.event.id % 2 == 0 ? "Sáng" : "Chiều";
  }

  void Expand(const std::string& wording, const std::vector<std::uint32_t>& people = {}) {
    const std::size_t start = out_.size();
    std::size_t at = 0;
    while (at < wording.size()) {
      const std::size_t open = std::min(wording.find('{', at), wording.size());
      out_ += wording.substr(at, open - at);
      if (open == wording.size()) break;
      const std::size_t close = wording.find('}', open) + 1;
      PutSlotOf(std::string_view(wording).substr(open, close - open), people);
      at = close;
    }
    Capitalise(out_, start);
  }

  /// Ends a paragraph that began at `begin`, whose marks are those without a sentence.
  void End(std::size_t begin) {
    const Span paragraph{static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(out_.size())};
    for (Mark& mark : written_.marks) {
      if (mark.sentence.empty()) mark.sentence = paragraph;
    }
    out_ += "\n\n";
  }

  void Paragraph(const std::string& wording, const std::vector<std::uint32_t>& people = {}) {
    const std::size_t begin = out_.size();
    Expand(wording, people);
    End(begin);
  }

  std::string Head() {
    Paragraph(FillMeeting(Pick("head"), telling_.event));
    return out_.substr(0, out_.size() - 2);
  }

  void Lead() {
    const std::size_t begin = out_.size();
    std::string wording = Pick("lead");
    const bool over = FromDays(telling_.event.day).month != FromDays(telling_.event.last_day).month;
    while (over && wording.find("{days}") != std::string::npos) wording = Pick("lead");
    Expand(wording);
    out_ += " ";
    const std::vector<std::uint32_t> chairs = Of(Guest::Part::kChair);
    if (!chairs.empty()) Expand(Pick(chairs.size() > 1 ? "chairs" : "chair"), chairs);
    End(begin);
  }

  std::vector<std::uint32_t> Of(Guest::Part part) const {
    std::vector<std::uint32_t> people;
    for (std::uint32_t i = 0; i < telling_.people.size(); ++i) {
      if (telling_.people[i].part == part) people.push_back(i);
    }
    return people;
  }

  void Sentences() {
    std::vector<std::uint32_t> guests = Of(Guest::Part::kPresent);
    std::vector<std::uint32_t> speakers = Of(Guest::Part::kSpeaker);
    guests.insert(guests.end(), speakers.begin(), speakers.end());
    if (!guests.empty()) Paragraph(Pick("guests"), guests);
    for (const std::uint32_t subject : Of(Guest::Part::kSubject))
      Paragraph(Pick("move"), {subject});
    Paragraph(Pick("filler"));
    for (directive_ = 0; directive_ < telling_.directives.size(); ++directive_) {
      Paragraph(Pick("directive"));
    }
    for (const std::uint32_t speaker : speakers) Paragraph(Pick("speech"), {speaker});
    for (const std::uint32_t chair : Of(Guest::Part::kChair)) {
      if (draw_.Chance(0.6)) Paragraph(Pick("closing"), {chair});
    }
  }

  void Caption() {
    const std::vector<std::uint32_t> speakers = Of(Guest::Part::kSpeaker);
    if (!speakers.empty() && draw_.Chance(0.4)) Paragraph(Pick("caption"), {speakers.front()});
  }

  void FinishArticle(const std::string& title) {
    Article& article = written_.article;
    article.text = std::move(out_);
    article.title = article.text.substr(0, title.size());
    article.source_id = std::to_string(telling_.event.id) + "-" + std::to_string(telling_.version);
    article.published = FormatEdtf(EdtfDate::Single(FromDays(telling_.published)));
    if (telling_.home == kNone) {
      article.url = "https://tuyengiao.vn/tin/" + article.source_id;
    } else if (telling_.home_told && by_address_) {
      article.url = "https://" + Slug(world_.atlas.Unit(telling_.home).name) + ".gov.vn/tin/" +
                    article.source_id;
    }
    article.id = ContentId(article.title, article.text);
    article.blocks = ClassifyBlocks(article.text, article.title);
  }

  World& world_;
  const Telling& telling_;
  Draw draw_;
  Written written_;
  std::string out_;
  std::vector<bool> told_in_full_;
  std::uint32_t directive_ = 0;
  bool with_year_ = true;
  bool by_address_ = true;
  bool province_written_ = false;
};

}  // namespace

Written Write(World& world, const Telling& telling) { return Writer(world, telling).Take(); }

}  // namespace chido::world
