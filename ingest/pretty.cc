#include "ingest/pretty.h"

#include <fmt/format.h>

#include <ostream>

namespace chido {
namespace {

constexpr std::size_t kQuoteBytes = 240;

std::string Or(const std::string& text, std::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : text;
}

/// The sentence on one line, cut at a code point.
std::string Quote(const Article& article, const Ground& ground) {
  std::string quote(ground.sentence.In(article.text));
  for (char& c : quote) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  if (quote.size() <= kQuoteBytes) return quote;
  std::size_t end = kQuoteBytes;
  while ((static_cast<unsigned char>(quote[end]) & 0xC0U) == 0x80U) --end;
  return quote.substr(0, end) + "…";
}

std::string RoleText(const Reading& reading, const RoleItem& role) {
  std::string text = role.title;
  if (role.body != kNoItem) text += ", " + reading.bodies[role.body].name;
  if (role.former) text += " (former)";
  if (role.acting) text += " (acting)";
  if (role.doubtful) text += " (?)";
  return text;
}

void PrintOfficials(const Reading& reading, std::ostream& out) {
  if (!reading.officials.empty()) out << "Officials\n";
  for (const OfficialItem& official : reading.officials) {
    out << "  " << official.name << (official.doubtful ? " (?)" : "") << '\n';
    for (const RoleItem& role : official.roles) out << "      " << RoleText(reading, role) << '\n';
  }
}

void PrintParts(std::string_view label, const std::vector<PartItem>& parts,
                const std::vector<std::string>& names, std::ostream& out) {
  if (parts.empty()) return;
  out << fmt::format("      {:<11}", label);
  const char* separator = "";
  for (const PartItem& part : parts) {
    out << separator << names.at(static_cast<std::size_t>(part.who));
    if (!part.manner.empty()) out << " (" << part.manner << (part.doubtful ? ", ?" : "") << ")";
    separator = "; ";
  }
  out << '\n';
}

void PrintMeetings(const Article& article, const Reading& reading, std::ostream& out) {
  std::vector<std::string> officials;
  for (const OfficialItem& official : reading.officials) officials.push_back(official.name);
  std::vector<std::string> bodies;
  for (const BodyItem& body : reading.bodies) bodies.push_back(body.name);
  if (!reading.meetings.empty()) out << "Meetings\n";
  for (const MeetingItem& meeting : reading.meetings) {
    out << "  " << Or(FormatEdtf(meeting.date), "date unknown")
        << (meeting.date_inferred ? " (year inferred)" : "") << "  " << meeting.title
        << (meeting.doubtful ? " (?)" : "") << '\n';
    if (!meeting.place.empty()) out << "      place      " << meeting.place << '\n';
    PrintParts("organised", meeting.organisers, bodies, out);
    PrintParts("chaired", meeting.chaired, officials, out);
    PrintParts("spoke", meeting.spoke, officials, out);
    PrintParts("attended", meeting.attended, officials, out);
    if (!meeting.grounds.empty()) {
      out << "      “" << Quote(article, meeting.grounds.front()) << "”\n";
    }
  }
}

void PrintDirectives(const Article& article, const Reading& reading, std::ostream& out) {
  if (!reading.directives.empty()) out << "Directives\n";
  for (const DirectiveItem& directive : reading.directives) {
    out << "  " << directive.type << ' '
        << (directive.number.empty() ? directive.name : directive.number)
        << (directive.doubtful ? " (?)" : "");
    if (!directive.issuer.empty()) out << ", " << directive.issuer;
    if (!directive.date.empty()) out << ", " << FormatEdtf(directive.date);
    out << '\n';
    for (const CitationItem& citation : directive.citations) {
      out << fmt::format("      {:<11}“{}”\n", citation.function, Quote(article, citation.ground));
    }
  }
}

}  // namespace

void PrintReading(const Article& article, const Reading& reading, std::ostream& out) {
  out << Or(article.title, Or(article.source_id, article.origin)) << '\n';
  out << "  " << article.origin << ", published "
      << Or(FormatEdtf(reading.frame.published), "unknown") << ", jurisdiction "
      << Or(reading.frame.jurisdiction, "unknown");
  for (std::size_t i = 0; i < reading.frame.candidates.size(); ++i) {
    out << (i == 0 ? " (perhaps " : ", ") << reading.frame.candidates[i];
  }
  out << (reading.frame.candidates.empty() ? "\n" : ")\n");
  PrintOfficials(reading, out);
  PrintMeetings(article, reading, out);
  PrintDirectives(article, reading, out);
  for (const std::string& doubt : reading.doubts) out << "Doubt: " << doubt << '\n';
  out << '\n';
}

}  // namespace chido
