#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"
#include "graph/model/ids.h"
#include "graph/store/change.h"
#include "linker/lexicon/lexicon.h"
#include "linker/reading/reading.h"

namespace chido {

/// What linking knows of one mention of an official, meeting or directive: a function of its own
/// reading alone, so that a block can be solved from its rows without opening documents.
struct Mention {
  DocumentId document;
  std::uint32_t index = 0;  ///< into the reading's list of its type
  EntityId entity;          ///< the entity it was last assigned to
  std::string published;    ///< EDTF day of the document, empty if unknown
  std::string identity;     ///< only mentions of equal identity can be one (empty for meetings)
  std::vector<std::string>
      keys;  ///< sorted; what two mentions may share, "b:" body, "p:" province, "c:" chair …
  std::vector<std::uint64_t> words;  ///< sorted hashes of the words of a title
  std::string date;                  ///< EDTF of the meeting or directive, empty if unknown
};

/// A mention with the block that it is solved in.
struct BlockedMention {
  std::string block;
  Mention mention;
};

/// The entities of a reading's items, by list. Bodies and places need no block: their name decides.
struct Assignment {
  std::vector<EntityId> officials;
  std::vector<EntityId> bodies;
  std::vector<EntityId> places;
  std::vector<EntityId> meetings;
  std::vector<EntityId> directives;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

/// By name, and where its template needs a unit, by that unit (`UnitOfBody`) too: two communes of
/// one name are two. Without the unit it is needed the body is its own document's alone.
EntityId BodyEntityId(const BodyItem& body, DocumentId document, const Lexicon& lexicon);
/// Of a body whose template needs no unit.
EntityId BodyEntityIdFromName(std::string_view name);
/// Of a body whose template needs a unit; `unit_uid` as `UnitOfBody` gives it.
EntityId PlacedBodyEntityId(std::string_view name, std::string_view template_id,
                            std::string_view unit_uid);
EntityId PlaceEntityId(std::string_view uid);
/// Of a post that no body stands behind (Chủ tịch nước): the office itself is the object.
EntityId OfficeEntityId(std::string_view title);
/// A directive is what its identity (type, number, scope) and date say; `date` is empty where none
/// is known.
EntityId DirectiveEntityId(std::string_view identity, std::string_view date);
/// An official or meeting is named after the oldest mention of its cluster.
EntityId AnchoredEntityId(std::string_view type, const Mention& oldest);

/// The mentions of a reading that need a block, officials first, then meetings, then directives;
/// `entity` not set.
std::vector<BlockedMention> MentionsOf(const Reading& reading, const Lexicon& lexicon);

/// Block row of a mention, and back. Error kCorruption for damaged bytes.
BlockRow ToBlockRow(const BlockedMention& mention);
Result<Mention> FromBlockRow(const BlockRow& row);

/// The block row under which a document's whole assignment is kept, and back.
BlockRow ToBlockRow(DocumentId document, const Assignment& assignment);
Result<Assignment> AssignmentFromBytes(std::string_view bytes);
/// The block of that row.
std::string AssignmentBlock(DocumentId document);

}  // namespace chido
