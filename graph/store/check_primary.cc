#include "graph/store/check_primary.h"

#include <fmt/format.h>

#include "graph/store/block_key.h"
#include "graph/store/doc_statement_key.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"
#include "graph/store/reading_key.h"
#include "graph/store/validate.h"
#include "graph/store/values.h"

namespace chido {
namespace {

constexpr std::size_t kMaxRedirects = 1000;

/// Whether a code point begins at the offset, or the text ends there.
bool IsBorder(std::string_view text, std::uint32_t offset) {
  if (offset >= text.size()) return offset == text.size();
  return (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

bool LiesIn(std::string_view text, Span span) {
  return span.begin <= span.end && IsBorder(text, span.begin) && IsBorder(text, span.end);
}

}  // namespace

template <typename Each>
Status PrimaryCheck::ForEach(Family family, const Each& each) {
  const auto rows = database_.Rows(family, &pin_);
  for (rows->Seek(""); rows->Valid(); rows->Next()) {
    log_.CountRow();
    const Status status = each(rows->key(), rows->value());
    if (status) continue;
    if (status.error().code != Code::kCorruption) return status;
    log_.Primary(family, rows->key(), status.error().message);
  }
  return rows->status();
}

Status PrimaryCheck::Run() {
  CHIDO_TRY(Articles());
  CHIDO_TRY(Readings());
  CHIDO_TRY(Entities());
  CHIDO_TRY(Statements());
  CHIDO_TRY(Spans());
  CHIDO_TRY(Blocks());
  CHIDO_TRY(Redirects());
  return Pending();
}

Status PrimaryCheck::Articles() {
  return ForEach(Family::kArticle, [&](std::string_view key, std::string_view value) -> Status {
    CHIDO_ASSIGN(const DocumentId id, DecodeIdKey<DocumentId>(key));
    CHIDO_ASSIGN(const Article article, DecodeArticle(value));
    documents_.insert(id);
    if (article.id != id) {
      log_.Primary(Family::kArticle, key, "the article names another id than its key");
    }
    for (const Block& block : article.blocks) {
      if (LiesIn(article.text, block.span)) continue;
      log_.Primary(Family::kArticle, key,
                   fmt::format("block {}-{} does not lie in the text of {} bytes on borders of "
                               "characters",
                               block.span.begin, block.span.end, article.text.size()));
    }
    return {};
  });
}

Status PrimaryCheck::Readings() {
  return ForEach(Family::kReading, [&](std::string_view bytes, std::string_view) -> Status {
    CHIDO_ASSIGN(const ReadingKey key, DecodeReadingKey(bytes));
    if (!documents_.contains(key.document)) {
      log_.Primary(Family::kReading, bytes, "the reading's article is not stored");
    }
    return {};
  });
}

Status PrimaryCheck::Entities() {
  return ForEach(Family::kEntity, [&](std::string_view key, std::string_view value) -> Status {
    CHIDO_ASSIGN(const EntityId id, DecodeIdKey<EntityId>(key));
    CHIDO_ASSIGN(const EntityRecord record, DecodeEntity(id, value));
    types_.emplace(id, record.entity.type);
    return {};
  });
}

Status PrimaryCheck::Statements() {
  // Statements and evidence are both in order of statement ids, so one walk meets both.
  const auto evidence = database_.Rows(Family::kEvidence, &pin_);
  evidence->Seek("");
  CHIDO_TRY(
      ForEach(Family::kStatement, [&](std::string_view key, std::string_view value) -> Status {
        CHIDO_ASSIGN(const StatementId id, DecodeIdKey<StatementId>(key));
        while (evidence->Valid() && evidence->key().substr(0, 8) < key) OrphanEvidence(*evidence);
        const auto statement = DecodeStatement(id, value);
        if (statement) CheckStatement(key, *statement);
        CHIDO_TRY(EvidenceOf(*evidence, id, key, statement ? statement->evidence_count : 0));
        return statement ? Status() : std::unexpected(statement.error());
      }));
  while (evidence->Valid()) OrphanEvidence(*evidence);
  return evidence->status();
}

void PrimaryCheck::CheckStatement(std::string_view key, const Statement& statement) {
  const auto subject = types_.find(statement.subject);
  const auto object = types_.find(statement.object);
  if (subject == types_.end()) {
    log_.Primary(Family::kStatement, key,
                 fmt::format("the subject {} is not stored", ToString(statement.subject)));
  }
  if (object == types_.end()) {
    log_.Primary(Family::kStatement, key,
                 fmt::format("the object {} is not stored", ToString(statement.object)));
  }
  if (subject != types_.end() && object != types_.end()) {
    const Status fit = ValidateFit(statement, subject->second, object->second);
    if (!fit) log_.Primary(Family::kStatement, key, fit.error().message);
  }
  if (MakeStatementId(statement.subject, statement.predicate, statement.object,
                      statement.qualifiers) != statement.id) {
    log_.Primary(Family::kStatement, key, "the id is not that of what the statement says");
  }
}

Status PrimaryCheck::EvidenceOf(RowCursor& evidence, StatementId id, std::string_view key,
                                std::uint32_t counted) {
  std::uint32_t found = 0;
  std::uint32_t rows = 0;
  for (; evidence.Valid() && evidence.key().starts_with(key); evidence.Next(), ++rows) {
    log_.CountRow();
    const auto piece = DecodeEvidence(evidence.key(), evidence.value());
    if (!piece) {
      log_.Primary(Family::kEvidence, evidence.key(), piece.error().message);
      continue;
    }
    if (!piece->repeats) ++found;
    CheckEvidence(evidence.key(), *piece);
  }
  if (rows == 0) {
    log_.Primary(Family::kStatement, key,
                 fmt::format("statement {} has no evidence", ToString(id)));
  } else if (found != counted) {
    log_.Primary(Family::kStatement, key,
                 fmt::format("statement {} counts {} pieces of evidence, {} are stored",
                             ToString(id), counted, found));
  }
  return evidence.status();
}

void PrimaryCheck::CheckEvidence(std::string_view key, const Evidence& evidence) {
  if (!evidence.document || documents_.contains(evidence.document)) return;
  log_.Primary(Family::kEvidence, key,
               fmt::format("its document {} is not stored", ToString(evidence.document)));
}

void PrimaryCheck::OrphanEvidence(RowCursor& evidence) {
  log_.CountRow();
  log_.Primary(Family::kEvidence, evidence.key(), "its statement is not stored");
  evidence.Next();
}

Status PrimaryCheck::Spans() {
  const auto rows = database_.Rows(Family::kDocStatement, &pin_);
  Article article;
  for (rows->Seek(""); rows->Valid(); rows->Next()) {
    const auto key = DecodeDocStatementKey(rows->key());
    // Stray and damaged rows of this derived family are told of by `CheckDerived`.
    if (!key || !documents_.contains(key->document)) continue;
    if (article.id != key->document) {
      CHIDO_ASSIGN(const std::optional<std::string> bytes,
                   database_.Get(Family::kArticle, EncodeIdKey(key->document), &pin_));
      if (!bytes) continue;
      auto decoded = DecodeArticle(*bytes);
      if (!decoded) continue;
      article = std::move(*decoded);
    }
    CHIDO_TRY(SpansOf(article, key->statement));
  }
  return rows->status();
}

Status PrimaryCheck::SpansOf(const Article& article, StatementId statement) {
  const auto rows =
      database_.Rows(Family::kEvidence, EvidenceKeyPrefix(statement, article.id), &pin_);
  for (; rows->Valid(); rows->Next()) {
    const auto evidence = DecodeEvidence(rows->key(), rows->value());
    if (!evidence) continue;
    const bool inside = LiesIn(article.text, evidence->sentence) &&
                        LiesIn(article.text, evidence->subject) &&
                        LiesIn(article.text, evidence->object);
    if (inside) continue;
    log_.Primary(Family::kEvidence, rows->key(),
                 fmt::format("its sentence or a mention does not lie in the text of {} bytes on "
                             "borders of characters",
                             article.text.size()));
  }
  return rows->status();
}

Status PrimaryCheck::Blocks() {
  return ForEach(Family::kBlock, [&](std::string_view bytes, std::string_view) -> Status {
    CHIDO_ASSIGN(const BlockKey key, DecodeBlockKey(bytes));
    if (key.document && !documents_.contains(key.document)) {
      log_.Primary(Family::kBlock, bytes,
                   fmt::format("its document {} is not stored", ToString(key.document)));
    }
    return {};
  });
}

Status PrimaryCheck::Redirects() {
  std::unordered_map<EntityId, EntityId> redirects;
  CHIDO_TRY(ForEach(Family::kRedirect, [&](std::string_view key, std::string_view value) -> Status {
    CHIDO_ASSIGN(const EntityId from, DecodeIdKey<EntityId>(key));
    CHIDO_ASSIGN(const EntityId to, DecodeIdKey<EntityId>(value));
    redirects.emplace(from, to);
    return {};
  }));
  for (const auto& [from, to] : redirects) {
    const std::string key = EncodeIdKey(from);
    if (types_.contains(from)) {
      log_.Primary(Family::kRedirect, key, "the entity that it leads away from still lives");
      continue;
    }
    EntityId at = to;
    std::size_t hops = 0;
    for (; hops < kMaxRedirects && !types_.contains(at); ++hops) {
      const auto next = redirects.find(at);
      if (next == redirects.end()) break;
      at = next->second;
    }
    if (types_.contains(at)) continue;
    log_.Primary(Family::kRedirect, key,
                 hops == kMaxRedirects
                     ? std::string("it runs in a circle")
                     : fmt::format("it ends at {}, which is not stored", ToString(at)));
  }
  return {};
}

Status PrimaryCheck::Pending() {
  return ForEach(Family::kPending, [&](std::string_view key, std::string_view value) -> Status {
    CHIDO_ASSIGN(const EntityId id, DecodeIdKey<EntityId>(key));
    CHIDO_ASSIGN(std::vector<EntityId> named, DecodeIds(value));
    named.push_back(id);
    for (const EntityId entity : named) {
      if (types_.contains(entity)) continue;
      log_.Primary(Family::kPending, key,
                   fmt::format("it names {}, which is not stored", ToString(entity)));
    }
    return {};
  });
}

}  // namespace chido
