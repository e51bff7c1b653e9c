#include "linker/resolve/mention.h"

#include <algorithm>

#include "graph/base/bytes.h"
#include "graph/base/hash.h"
#include "linker/resolve/features.h"
#include "linker/text/normal.h"

namespace chido {
namespace {

EntityId HashedId(std::string_view type, std::string_view key) {
  const std::uint64_t hash = Hash64(key, Hash64(type));
  return EntityId{hash == 0 ? 1 : hash};
}

void WriteIds(ByteWriter& writer, const std::vector<EntityId>& ids) {
  writer.Varint(ids.size());
  for (const EntityId id : ids) writer.BigEndian64(id.value);
}

std::vector<EntityId> ReadIds(ByteReader& reader) {
  std::vector<EntityId> ids(reader.Count());
  for (EntityId& id : ids) id = EntityId{reader.BigEndian64()};
  return ids;
}

}  // namespace

EntityId BodyEntityId(const BodyItem& body, DocumentId document, const Lexicon& lexicon) {
  if (!NeedsPlace(body, lexicon)) return BodyEntityIdFromName(body.name);
  // A body of some unknown province is not the body of the same name in another article.
  if (body.place.empty()) {
    return HashedId("body", FoldKey(body.name) + "\n" + ToString(document));
  }
  return PlacedBodyEntityId(body.name, body.template_id,
                            UnitOfBody(lexicon, body.name, body.place));
}

EntityId PlacedBodyEntityId(std::string_view name, std::string_view template_id,
                            std::string_view unit_uid) {
  return HashedId("body",
                  FoldKey(name) + "\n" + std::string(template_id) + "\n" + std::string(unit_uid));
}

EntityId BodyEntityIdFromName(std::string_view name) { return HashedId("body", FoldKey(name)); }

EntityId PlaceEntityId(std::string_view uid) { return HashedId("place", uid); }

EntityId OfficeEntityId(std::string_view title) { return HashedId("office", FoldKey(title)); }

EntityId DirectiveEntityId(std::string_view identity, std::string_view date) {
  return HashedId("directive", std::string(identity) + "\n" + std::string(date));
}

EntityId AnchoredEntityId(std::string_view type, const Mention& oldest) {
  return HashedId(type, ToString(oldest.document) + "/" + std::to_string(oldest.index));
}

BlockRow ToBlockRow(const BlockedMention& blocked) {
  const Mention& mention = blocked.mention;
  ByteWriter writer;
  writer.BigEndian64(mention.entity.value);
  writer.String(mention.published);
  writer.String(mention.identity);
  writer.Varint(mention.keys.size());
  for (const std::string& key : mention.keys) writer.String(key);
  writer.Varint(mention.words.size());
  for (const std::uint64_t word : mention.words) writer.BigEndian64(word);
  writer.String(mention.date);
  return BlockRow{blocked.block, mention.document, mention.index, writer.Take()};
}

Result<Mention> FromBlockRow(const BlockRow& row) {
  ByteReader reader(row.bytes);
  Mention mention;
  mention.document = row.document;
  mention.index = row.mention;
  mention.entity = EntityId{reader.BigEndian64()};
  mention.published = reader.String();
  mention.identity = reader.String();
  mention.keys.resize(reader.Count());
  for (std::string& key : mention.keys) key = reader.String();
  mention.words.resize(reader.Count());
  for (std::uint64_t& word : mention.words) word = reader.BigEndian64();
  mention.date = reader.String();
  CHIDO_TRY(reader.status("a row of block '" + row.block + "'"));
  return mention;
}

std::string AssignmentBlock(DocumentId document) { return "document/" + ToString(document); }

BlockRow ToBlockRow(DocumentId document, const Assignment& assignment) {
  ByteWriter writer;
  for (const auto* ids : {&assignment.officials, &assignment.bodies, &assignment.places,
                          &assignment.meetings, &assignment.directives}) {
    WriteIds(writer, *ids);
  }
  return BlockRow{AssignmentBlock(document), document, 0, writer.Take()};
}

Result<Assignment> AssignmentFromBytes(std::string_view bytes) {
  ByteReader reader(bytes);
  Assignment assignment;
  for (auto* ids : {&assignment.officials, &assignment.bodies, &assignment.places,
                    &assignment.meetings, &assignment.directives}) {
    *ids = ReadIds(reader);
  }
  CHIDO_TRY(reader.status("the assignment of a document"));
  return assignment;
}

}  // namespace chido
