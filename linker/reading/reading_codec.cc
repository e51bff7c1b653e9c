#include <algorithm>
#include <utility>

#include "graph/base/bytes.h"
#include "linker/reading/reading.h"

namespace chido {
namespace {

// The stored form of a reading, in the order of the members of each item; a list is its count and
// its items; an index is a signed number. On disk: a changed form takes the next kCodecVersion.
constexpr std::uint64_t kCodecVersion = 1;

template <typename T, typename Writer>
void WriteList(ByteWriter& out, const std::vector<T>& items, Writer write) {
  out.Varint(items.size());
  for (const T& item : items) write(out, item);
}

template <typename T, typename Reader>
std::vector<T> ReadList(ByteReader& in, Reader read) {
  const std::size_t count = in.Count();
  std::vector<T> items;
  // Items outgrow their bytes in memory: the reservation is bounded, the list is not.
  items.reserve(std::min<std::size_t>(count, 256));
  for (std::size_t i = 0; i < count && in.ok(); ++i) items.push_back(read(in));
  return items;
}

void WriteSpan(ByteWriter& out, Span span) {
  out.Varint(span.begin);
  out.Varint(span.end);
}
Span ReadSpan(ByteReader& in) {
  const auto begin = static_cast<std::uint32_t>(in.Varint());
  const auto end = static_cast<std::uint32_t>(in.Varint());
  return {begin, end};
}

void WriteCalendar(ByteWriter& out, const std::optional<CalendarDate>& date) {
  out.Bool(date.has_value());
  if (!date) return;
  out.Signed(date->year);
  out.Varint(date->month);
  out.Varint(date->day);
}
std::optional<CalendarDate> ReadCalendar(ByteReader& in) {
  if (!in.Bool()) return std::nullopt;
  CalendarDate date;
  date.year = static_cast<std::int16_t>(in.Signed());
  date.month = static_cast<std::uint8_t>(in.Varint());
  date.day = static_cast<std::uint8_t>(in.Varint());
  return date;
}

void WriteDate(ByteWriter& out, const EdtfDate& date) {
  WriteCalendar(out, date.from);
  WriteCalendar(out, date.to);
  out.Bool(date.interval);
  out.Bool(date.approximate);
}
EdtfDate ReadDate(ByteReader& in) {
  EdtfDate date;
  date.from = ReadCalendar(in);
  date.to = ReadCalendar(in);
  date.interval = in.Bool();
  date.approximate = in.Bool();
  return date;
}

void WriteIndex(ByteWriter& out, ItemIndex index) { out.Signed(index); }
ItemIndex ReadIndex(ByteReader& in) { return static_cast<ItemIndex>(in.Signed()); }

void WriteString(ByteWriter& out, const std::string& text) { out.String(text); }
std::string ReadString(ByteReader& in) { return in.String(); }

void WriteGround(ByteWriter& out, const Ground& ground) {
  WriteSpan(out, ground.sentence);
  WriteSpan(out, ground.mention);
  out.String(ground.rule);
  out.Float(ground.confidence);
}
Ground ReadGround(ByteReader& in) {
  Ground ground;
  ground.sentence = ReadSpan(in);
  ground.mention = ReadSpan(in);
  ground.rule = in.String();
  ground.confidence = in.Float();
  return ground;
}

void WriteRole(ByteWriter& out, const RoleItem& role) {
  out.String(role.title);
  WriteIndex(out, role.body);
  out.Bool(role.former);
  out.Bool(role.acting);
  out.Bool(role.doubtful);
  WriteList(out, role.grounds, WriteGround);
}
RoleItem ReadRole(ByteReader& in) {
  RoleItem role;
  role.title = in.String();
  role.body = ReadIndex(in);
  role.former = in.Bool();
  role.acting = in.Bool();
  role.doubtful = in.Bool();
  role.grounds = ReadList<Ground>(in, ReadGround);
  return role;
}

void WriteOfficial(ByteWriter& out, const OfficialItem& official) {
  out.String(official.name);
  WriteList(out, official.alt, WriteString);
  out.String(official.gender);
  out.Bool(official.doubtful);
  WriteList(out, official.roles, WriteRole);
  WriteList(out, official.grounds, WriteGround);
}
OfficialItem ReadOfficial(ByteReader& in) {
  OfficialItem official;
  official.name = in.String();
  official.alt = ReadList<std::string>(in, ReadString);
  official.gender = in.String();
  official.doubtful = in.Bool();
  official.roles = ReadList<RoleItem>(in, ReadRole);
  official.grounds = ReadList<Ground>(in, ReadGround);
  return official;
}

void WriteBody(ByteWriter& out, const BodyItem& body) {
  out.String(body.name);
  WriteList(out, body.alt, WriteString);
  out.String(body.template_id);
  out.String(body.place);
  out.Bool(body.doubtful);
  WriteList(out, body.grounds, WriteGround);
}
BodyItem ReadBody(ByteReader& in) {
  BodyItem body;
  body.name = in.String();
  body.alt = ReadList<std::string>(in, ReadString);
  body.template_id = in.String();
  body.place = in.String();
  body.doubtful = in.Bool();
  body.grounds = ReadList<Ground>(in, ReadGround);
  return body;
}

void WritePlace(ByteWriter& out, const PlaceItem& place) {
  out.String(place.uid);
  out.String(place.name);
  WriteList(out, place.grounds, WriteGround);
}
PlaceItem ReadPlace(ByteReader& in) {
  PlaceItem place;
  place.uid = in.String();
  place.name = in.String();
  place.grounds = ReadList<Ground>(in, ReadGround);
  return place;
}

void WritePart(ByteWriter& out, const PartItem& part) {
  WriteIndex(out, part.who);
  out.String(part.manner);
  out.Bool(part.doubtful);
  WriteList(out, part.grounds, WriteGround);
}
PartItem ReadPart(ByteReader& in) {
  PartItem part;
  part.who = ReadIndex(in);
  part.manner = in.String();
  part.doubtful = in.Bool();
  part.grounds = ReadList<Ground>(in, ReadGround);
  return part;
}

void WriteMeeting(ByteWriter& out, const MeetingItem& meeting) {
  out.String(meeting.title);
  out.String(meeting.kind);
  WriteDate(out, meeting.date);
  out.Bool(meeting.date_inferred);
  out.String(meeting.place);
  out.String(meeting.place_uid);
  out.Bool(meeting.doubtful);
  for (const auto* parts : {&meeting.organisers, &meeting.participants, &meeting.chaired,
                            &meeting.spoke, &meeting.attended}) {
    WriteList(out, *parts, WritePart);
  }
  WriteList(out, meeting.grounds, WriteGround);
}
MeetingItem ReadMeeting(ByteReader& in) {
  MeetingItem meeting;
  meeting.title = in.String();
  meeting.kind = in.String();
  meeting.date = ReadDate(in);
  meeting.date_inferred = in.Bool();
  meeting.place = in.String();
  meeting.place_uid = in.String();
  meeting.doubtful = in.Bool();
  for (auto* parts : {&meeting.organisers, &meeting.participants, &meeting.chaired, &meeting.spoke,
                      &meeting.attended}) {
    *parts = ReadList<PartItem>(in, ReadPart);
  }
  meeting.grounds = ReadList<Ground>(in, ReadGround);
  return meeting;
}

void WriteCitation(ByteWriter& out, const CitationItem& citation) {
  out.String(citation.function);
  WriteIndex(out, citation.meeting);
  WriteIndex(out, citation.speaker);
  WriteGround(out, citation.ground);
}
CitationItem ReadCitation(ByteReader& in) {
  CitationItem citation;
  citation.function = in.String();
  citation.meeting = ReadIndex(in);
  citation.speaker = ReadIndex(in);
  citation.ground = ReadGround(in);
  return citation;
}

void WriteDirective(ByteWriter& out, const DirectiveItem& directive) {
  out.String(directive.type);
  out.String(directive.number);
  out.String(directive.name);
  WriteList(out, directive.alt, WriteString);
  out.String(directive.issuer);
  WriteIndex(out, directive.issuer_body);
  WriteIndex(out, directive.signer);
  WriteDate(out, directive.date);
  out.String(directive.title);
  out.String(directive.known_id);
  out.Bool(directive.doubtful);
  WriteList(out, directive.citations, WriteCitation);
}
DirectiveItem ReadDirective(ByteReader& in) {
  DirectiveItem directive;
  directive.type = in.String();
  directive.number = in.String();
  directive.name = in.String();
  directive.alt = ReadList<std::string>(in, ReadString);
  directive.issuer = in.String();
  directive.issuer_body = ReadIndex(in);
  directive.signer = ReadIndex(in);
  directive.date = ReadDate(in);
  directive.title = in.String();
  directive.known_id = in.String();
  directive.doubtful = in.Bool();
  directive.citations = ReadList<CitationItem>(in, ReadCitation);
  return directive;
}

void WriteDirectiveRelation(ByteWriter& out, const DirectiveRelation& relation) {
  WriteIndex(out, relation.from);
  WriteIndex(out, relation.to);
  out.String(relation.predicate);
  WriteGround(out, relation.ground);
}
DirectiveRelation ReadDirectiveRelation(ByteReader& in) {
  DirectiveRelation relation;
  relation.from = ReadIndex(in);
  relation.to = ReadIndex(in);
  relation.predicate = in.String();
  relation.ground = ReadGround(in);
  return relation;
}

void WriteBodyRelation(ByteWriter& out, const BodyRelation& relation) {
  WriteIndex(out, relation.from);
  WriteIndex(out, relation.to);
  out.String(relation.predicate);
  out.String(relation.kind);
  WriteDate(out, relation.date);
  WriteGround(out, relation.ground);
}
BodyRelation ReadBodyRelation(ByteReader& in) {
  BodyRelation relation;
  relation.from = ReadIndex(in);
  relation.to = ReadIndex(in);
  relation.predicate = in.String();
  relation.kind = in.String();
  relation.date = ReadDate(in);
  relation.ground = ReadGround(in);
  return relation;
}

void WriteFrame(ByteWriter& out, const FrameItem& frame) {
  out.String(frame.jurisdiction);
  out.String(frame.jurisdiction_uid);
  WriteList(out, frame.candidates, WriteString);
  WriteDate(out, frame.published);
  WriteList(out, frame.grounds, WriteGround);
}
FrameItem ReadFrameItem(ByteReader& in) {
  FrameItem frame;
  frame.jurisdiction = in.String();
  frame.jurisdiction_uid = in.String();
  frame.candidates = ReadList<std::string>(in, ReadString);
  frame.published = ReadDate(in);
  frame.grounds = ReadList<Ground>(in, ReadGround);
  return frame;
}

bool InRange(ItemIndex index, std::size_t size) {
  return index == kNoItem || (index >= 0 && static_cast<std::size_t>(index) < size);
}

bool InRange(const std::vector<PartItem>& parts, std::size_t size) {
  for (const PartItem& part : parts) {
    if (part.who == kNoItem || !InRange(part.who, size)) return false;
  }
  return true;
}

/// Whether every index names an item that is there: users of a reading do not ask again.
bool IndicesHold(const Reading& reading) {
  const std::size_t bodies = reading.bodies.size();
  const std::size_t officials = reading.officials.size();
  bool hold = true;
  for (const OfficialItem& official : reading.officials) {
    for (const RoleItem& role : official.roles) hold = hold && InRange(role.body, bodies);
  }
  for (const MeetingItem& m : reading.meetings) {
    hold = hold && InRange(m.organisers, bodies) && InRange(m.participants, bodies) &&
           InRange(m.chaired, officials) && InRange(m.spoke, officials) &&
           InRange(m.attended, officials);
  }
  for (const DirectiveItem& d : reading.directives) {
    hold = hold && InRange(d.issuer_body, bodies) && InRange(d.signer, officials);
    for (const CitationItem& citation : d.citations) {
      hold = hold && InRange(citation.meeting, reading.meetings.size()) &&
             InRange(citation.speaker, officials);
    }
  }
  for (const DirectiveRelation& relation : reading.directive_relations) {
    hold = hold && InRange(relation.from, reading.directives.size()) &&
           InRange(relation.to, reading.directives.size());
  }
  for (const BodyRelation& relation : reading.body_relations) {
    hold = hold && InRange(relation.from, bodies) && InRange(relation.to, bodies);
  }
  return hold;
}

}  // namespace

std::string EncodeReading(const Reading& reading) {
  ByteWriter out;
  out.Varint(kCodecVersion);
  out.BigEndian64(reading.document.value);
  out.String(reading.source_id);
  WriteFrame(out, reading.frame);
  WriteList(out, reading.officials, WriteOfficial);
  WriteList(out, reading.bodies, WriteBody);
  WriteList(out, reading.places, WritePlace);
  WriteList(out, reading.meetings, WriteMeeting);
  WriteList(out, reading.directives, WriteDirective);
  WriteList(out, reading.directive_relations, WriteDirectiveRelation);
  WriteList(out, reading.body_relations, WriteBodyRelation);
  WriteList(out, reading.doubts, WriteString);
  return out.Take();
}

Result<Reading> DecodeReading(std::string_view bytes) {
  ByteReader in(bytes);
  if (const std::uint64_t version = in.Varint(); in.ok() && version != kCodecVersion) {
    return Fail(Code::kCorruption,
                "the stored reading has an unknown form; run `chido reread` to make it anew");
  }
  Reading reading;
  reading.document = DocumentId{in.BigEndian64()};
  reading.source_id = in.String();
  reading.frame = ReadFrameItem(in);
  reading.officials = ReadList<OfficialItem>(in, ReadOfficial);
  reading.bodies = ReadList<BodyItem>(in, ReadBody);
  reading.places = ReadList<PlaceItem>(in, ReadPlace);
  reading.meetings = ReadList<MeetingItem>(in, ReadMeeting);
  reading.directives = ReadList<DirectiveItem>(in, ReadDirective);
  reading.directive_relations = ReadList<DirectiveRelation>(in, ReadDirectiveRelation);
  reading.body_relations = ReadList<BodyRelation>(in, ReadBodyRelation);
  reading.doubts = ReadList<std::string>(in, ReadString);
  CHIDO_TRY(in.status("reading"));
  if (!in.AtEnd() || !IndicesHold(reading)) {
    return Fail(Code::kCorruption, "the stored reading is damaged; run `chido reread` to mend it");
  }
  return reading;
}

}  // namespace chido
