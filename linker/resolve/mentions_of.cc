#include <algorithm>

#include "linker/resolve/features.h"
#include "linker/resolve/mention.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

/// A meeting of several days is found under each of its first days, but solved under the first one
/// alone, so that its block is a function of the mention; longer gatherings are told by their
/// opening day.
std::string MeetingBlock(const MeetingItem& meeting) {
  return "meeting/" + FormatEdtf(EdtfDate::Single(*meeting.date.from));
}

Mention Start(const Reading& reading, std::size_t index) {
  Mention mention;
  mention.document = reading.document;
  mention.index = static_cast<std::uint32_t>(index);
  mention.published = FormatEdtf(reading.frame.published);
  return mention;
}

BlockedMention OfficialMention(const Reading& reading, std::size_t index,
                               std::vector<std::string> keys) {
  const OfficialItem& official = reading.officials[index];
  Mention mention = Start(reading, index);
  mention.identity = FoldKey(official.name);
  mention.keys = std::move(keys);
  return {"official/" + SearchKey(official.name), std::move(mention)};
}

BlockedMention MeetingMention(const Reading& reading, std::size_t index, const Lexicon& lexicon) {
  const MeetingItem& meeting = reading.meetings[index];
  Mention mention = Start(reading, index);
  mention.keys = MeetingKeys(reading, meeting, lexicon);
  mention.words = TitleWords(meeting.title);
  mention.date = FormatEdtf(meeting.date);
  // Without a day there is nothing to compare within: the block is the meeting's own.
  const bool dated = meeting.date.from && meeting.date.from->day != 0;
  std::string block = dated ? MeetingBlock(meeting)
                            : "meeting/" + ToString(reading.document) + "/" + std::to_string(index);
  return {std::move(block), std::move(mention)};
}

const KnownDirectiveRow* KnownRow(std::string_view id, const Lexicon& lexicon) {
  if (id.empty()) return nullptr;
  const auto rows = lexicon.known_directives();
  const auto found = std::ranges::find(rows, id, &KnownDirectiveRow::id);
  return found == rows.end() ? nullptr : &*found;
}

BlockedMention DirectiveMention(const Reading& reading, std::size_t index, const Lexicon& lexicon) {
  const DirectiveItem& directive = reading.directives[index];
  Mention mention = Start(reading, index);
  std::string name =
      directive.number.empty() ? FoldKey(directive.name) : FoldNumber(MendedNumber(directive));
  if (const KnownDirectiveRow* known = KnownRow(directive.known_id, lexicon)) {
    // However it is called: "Nghị quyết Trung ương 4 khóa XII" is 04-NQ/TW of 2016.
    name = KnownBlock(*known);
    mention.identity = KnownIdentity(*known);
    mention.keys.push_back("k:" + directive.known_id);
  } else {
    mention.identity =
        FoldKey(directive.type) + "|" + name + "|" + DirectiveScope(reading, directive, lexicon);
  }
  mention.words = TitleWords(directive.title);
  mention.date = FormatEdtf(directive.date);
  return {"directive/" + name, std::move(mention)};
}

}  // namespace

std::vector<BlockedMention> MentionsOf(const Reading& reading, const Lexicon& lexicon) {
  std::vector<BlockedMention> mentions;
  std::vector<std::vector<std::string>> keys = OfficialKeys(reading, lexicon);
  for (std::size_t i = 0; i < reading.officials.size(); ++i) {
    mentions.push_back(OfficialMention(reading, i, std::move(keys[i])));
  }
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    mentions.push_back(MeetingMention(reading, i, lexicon));
  }
  for (std::size_t i = 0; i < reading.directives.size(); ++i) {
    mentions.push_back(DirectiveMention(reading, i, lexicon));
  }
  return mentions;
}

}  // namespace chido
