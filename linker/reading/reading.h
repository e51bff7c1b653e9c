#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/ids.h"
#include "linker/reading/items.h"

namespace chido {

/// Version of the rules. Stored with each reading; a higher one makes `chido reread` worth while.
inline constexpr std::uint32_t kReaderVersion = 3;

/// Everything that one article says: a pure function of (article, lexicon, kReaderVersion).
struct Reading {
  DocumentId document;
  std::string source_id;  ///< the article's
  FrameItem frame;
  std::vector<OfficialItem> officials;
  std::vector<BodyItem> bodies;
  std::vector<PlaceItem> places;
  std::vector<MeetingItem> meetings;
  std::vector<DirectiveItem> directives;
  std::vector<DirectiveRelation> directive_relations;
  std::vector<BodyRelation> body_relations;
  std::vector<std::string> doubts;
  friend bool operator==(const Reading&, const Reading&) = default;
};

/// The stored form (ByteWriter), and back. Error kCorruption for damaged bytes.
std::string EncodeReading(const Reading& reading);
Result<Reading> DecodeReading(std::string_view bytes);

/// One line of JSON in the form of datasets/gold/sample.jsonl (no line break at the end).
std::string ReadingToJson(const Reading& reading);

}  // namespace chido
