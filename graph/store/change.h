#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/article.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/statement.h"

namespace chido {

/// An entity with the folded keys under which search finds it (made by linker/text; the store does
/// not fold).
struct EntityRecord {
  Entity entity;
  std::vector<std::string> name_keys;  ///< sorted, unique, non-empty
  friend bool operator==(const EntityRecord&, const EntityRecord&) = default;
};

/// The reading of one document as opaque bytes; `version` is the reader's.
struct StoredReading {
  DocumentId document;
  std::uint32_t version = 0;
  std::string bytes;
};

/// One row of a resolution block: what a resolver needs to know of a mention without opening its
/// document.
struct BlockRow {
  std::string block;  ///< block key, e.g. "official/nguyen van hung"
  DocumentId document;
  std::uint32_t mention = 0;  ///< index of the item within the document's reading
  std::string bytes;          ///< features and the current assignment, opaque to the store
};

/// A directive of which it is not known which document it is: cited without a date, or without
/// telling whose number it is.
struct PendingCitation {
  EntityId directive;
  std::vector<EntityId> candidates;  ///< directives that may be meant, by id; often none
  friend bool operator==(const PendingCitation&, const PendingCitation&) = default;
};

/// Everything that one step changes, as a value that can be logged or sent. The only way into a
/// store. Puts replace what stood under the same key; deletes of absent keys do nothing. Within one
/// change deletes are applied before puts. Derived families (out, in, name, doc_statement, counter)
/// follow by themselves.
struct Change {
  std::vector<DocumentId>
      delete_documents;  ///< article and readings; not the evidence (name it apart)
  std::vector<EntityId> delete_entities;
  std::vector<StatementId> delete_statements;                       ///< with all their evidence
  std::vector<std::pair<StatementId, DocumentId>> delete_evidence;  ///< all pieces of that document
  std::vector<BlockRow> delete_block_rows;                          ///< `bytes` ignored
  std::vector<EntityId> delete_pending;
  std::vector<EntityId> delete_redirects;      ///< from; an id whose end was taken back
  std::vector<std::string> delete_judgements;  ///< keys; a judgement that was taken back

  std::vector<Article> put_articles;
  std::vector<StoredReading> put_readings;
  std::vector<EntityRecord> put_entities;
  std::vector<Statement> put_statements;
  std::vector<Evidence> put_evidence;
  std::vector<BlockRow> put_block_rows;
  std::vector<std::pair<EntityId, EntityId>> put_redirects;         ///< from → to
  std::vector<std::pair<std::string, std::string>> put_judgements;  ///< key → value, opaque
  std::vector<PendingCitation> put_pending;
  std::vector<std::pair<std::string, std::string>> put_meta;  ///< checkpoints, lexicon version

  bool empty() const;
};

}  // namespace chido
