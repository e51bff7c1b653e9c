#include <fmt/format.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_writer.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "graph/base/hash.h"
#include "graph/store/block_key.h"
#include "graph/store/counter_key.h"
#include "graph/store/derived.h"
#include "graph/store/evidence_key.h"
#include "graph/store/id_key.h"
#include "graph/store/reading_key.h"
#include "graph/store/store_parts.h"
#include "graph/store/validate.h"
#include "graph/store/values.h"

namespace chido {
namespace {

namespace fs = std::filesystem;

/// What a row takes beside its bytes while it waits.
constexpr std::size_t kRowOverhead = 2 * sizeof(std::string) + 16;

struct Row {
  std::string key;
  std::string value;
};

/// Of equal keys only the last stays; the writer wants strictly ascending ones.
void SortAndUnite(std::vector<Row>& rows) {
  std::ranges::stable_sort(rows, {}, &Row::key);
  const auto first = std::unique(rows.rbegin(), rows.rend(), [](const Row& a, const Row& b) {
                       return a.key == b.key;
                     }).base();
  rows.erase(rows.begin(), first);
}

Error AddedTwice(std::string_view what, std::string_view id) {
  return Error{Code::kConflict,
               fmt::format("a bulk load got {} {} twice: use Store::Apply for changes that replace "
                           "earlier ones",
                           what, id)};
}

bool HasDeletes(const Change& change) {
  return !change.delete_documents.empty() || !change.delete_entities.empty() ||
         !change.delete_statements.empty() || !change.delete_evidence.empty() ||
         !change.delete_block_rows.empty() || !change.delete_pending.empty() ||
         !change.delete_judgements.empty() || !change.delete_redirects.empty();
}

}  // namespace

struct BulkLoad::Parts {
  Parts(Store::Parts& store, std::uint64_t memory_bytes)
      : store(store), folder(store.database->folder() / "bulk"), memory(memory_bytes) {}

  void Put(Family family, std::string key, std::string value) {
    used += key.size() + value.size() + kRowOverhead;
    rows[static_cast<std::size_t>(family)].push_back({std::move(key), std::move(value)});
  }
  void Put(const DerivedRow& row) { Put(row.family, row.key, row.value); }

  Status PutArticles(const Change& change);
  Status PutEntities(const Change& change);
  Status PutStatements(const Change& change);
  Status PutEvidence(const Change& change);
  void PutOthers(const Change& change);
  void PutCounters();
  Status Spill();
  Status WriteFile(Family family, std::vector<Row>& sorted);
  Status RequireEmptyStore() const;
  Status Ingest();

  Store::Parts& store;
  fs::path folder;
  std::uint64_t memory;
  std::uint64_t used = 0;
  std::size_t file_count = 0;
  std::array<std::vector<Row>, kFamilyCount> rows;
  std::array<std::vector<std::string>, kFamilyCount> files;
  Counters counters;
  std::unordered_map<EntityId, EntityType> types;
  std::unordered_set<DocumentId> documents;
  std::unordered_set<StatementId> statements;
  std::unordered_set<std::uint64_t> evidence;
};

Status BulkLoad::Parts::PutArticles(const Change& change) {
  for (const Article& article : change.put_articles) {
    if (!documents.insert(article.id).second) {
      return std::unexpected(AddedTwice("document", ToString(article.id)));
    }
    Put(Family::kArticle, EncodeIdKey(article.id), EncodeArticle(article));
    for (const DerivedRow& row : UrlRowsOf(article)) Put(row);
    counters.AddDocument(1);
  }
  for (const StoredReading& reading : change.put_readings) {
    Put(Family::kReading, EncodeReadingKey({reading.document, reading.version}), reading.bytes);
  }
  return {};
}

Status BulkLoad::Parts::PutEntities(const Change& change) {
  for (const EntityRecord& record : change.put_entities) {
    if (!types.emplace(record.entity.id, record.entity.type).second) {
      return std::unexpected(AddedTwice("entity", ToString(record.entity.id)));
    }
    Put(Family::kEntity, EncodeIdKey(record.entity.id), EncodeEntity(record));
    for (const std::string& name : record.name_keys) {
      Put(NameRowOf(record.entity, name));
      for (const DerivedRow& row : TrigramRowsOf(name)) Put(row);
    }
    counters.AddEntity(record.entity.type, 1);
  }
  return {};
}

Status BulkLoad::Parts::PutStatements(const Change& change) {
  for (const Statement& statement : change.put_statements) {
    if (!statements.insert(statement.id).second) {
      return std::unexpected(AddedTwice("statement", ToString(statement.id)));
    }
    const auto subject = types.find(statement.subject);
    const auto object = types.find(statement.object);
    if (subject != types.end() && object != types.end()) {
      CHIDO_TRY(ValidateFit(statement, subject->second, object->second));
    }
    Put(Family::kStatement, EncodeIdKey(statement.id), EncodeStatement(statement));
    for (const DerivedRow& row : EdgeRowsOf(statement)) Put(row);
    counters.AddStatement(statement.predicate, 1);
  }
  return {};
}

Status BulkLoad::Parts::PutEvidence(const Change& change) {
  for (const Evidence& piece : change.put_evidence) {
    std::string key = EncodeEvidenceKey(EvidenceKeyOf(piece));
    if (!evidence.insert(Hash64(key)).second) {
      return std::unexpected(AddedTwice("evidence of statement", ToString(piece.statement)));
    }
    Put(Family::kEvidence, std::move(key), EncodeEvidence(piece));
    for (const DerivedRow& row : DocStatementRowsOf(piece)) Put(row);
    counters.AddEvidence(1);
  }
  return {};
}

void BulkLoad::Parts::PutOthers(const Change& change) {
  for (const BlockRow& row : change.put_block_rows) {
    Put(Family::kBlock, EncodeBlockKey(row.block, row.document, row.mention), row.bytes);
  }
  for (const auto& [from, to] : change.put_redirects) {
    Put(Family::kRedirect, EncodeIdKey(from), EncodeIdKey(to));
  }
  for (const auto& [key, value] : change.put_judgements) Put(Family::kJudgement, key, value);
  for (const PendingCitation& pending : change.put_pending) {
    Put(Family::kPending, EncodeIdKey(pending.directive), EncodeIds(pending.candidates));
  }
  for (const auto& [key, value] : change.put_meta) Put(Family::kMeta, key, value);
}

void BulkLoad::Parts::PutCounters() {
  for (std::size_t place = 0; place < Counters::size(); ++place) {
    if (counters.at(place) == 0) continue;
    Put(Family::kCounter, Counters::KeyAt(place), EncodeCounterValue(counters.at(place)));
  }
}

Status BulkLoad::Parts::WriteFile(Family family, std::vector<Row>& sorted) {
  std::error_code error;
  fs::create_directories(folder, error);
  const std::string path =
      (folder / fmt::format("{:06}-{}.sst", file_count++, NameOf(family))).string();
  const rocksdb::Options options =
      store.database->rocks().GetOptions(store.database->handle(family));
  rocksdb::SstFileWriter writer(rocksdb::EnvOptions(), options, store.database->handle(family));
  rocksdb::Status status = writer.Open(path);
  for (const Row& row : sorted) {
    if (!status.ok()) break;
    status = writer.Put(row.key, row.value);
  }
  if (status.ok()) status = writer.Finish();
  if (!status.ok()) return std::unexpected(FromRocks(status, "writing " + path));
  files[static_cast<std::size_t>(family)].push_back(path);
  return {};
}

Status BulkLoad::Parts::Spill() {
  for (const Family family : AllFamilies()) {
    std::vector<Row>& waiting = rows[static_cast<std::size_t>(family)];
    if (waiting.empty()) continue;
    SortAndUnite(waiting);
    CHIDO_TRY(WriteFile(family, waiting));
    waiting.clear();
  }
  used = 0;
  return {};
}

Status BulkLoad::Parts::RequireEmptyStore() const {
  for (const Family family : AllFamilies()) {
    if (family == Family::kMeta) continue;
    const auto first = store.database->Rows(family, "", nullptr);
    CHIDO_TRY(first->status());
    if (!first->Valid()) continue;
    return Fail(Code::kConflict,
                fmt::format("the store {} is not empty: a bulk load is for the first load only",
                            store.database->folder().string()));
  }
  return {};
}

Status BulkLoad::Parts::Ingest() {
  std::vector<rocksdb::IngestExternalFileArg> arguments;
  for (const Family family : AllFamilies()) {
    const auto& paths = files[static_cast<std::size_t>(family)];
    if (paths.empty()) continue;
    rocksdb::IngestExternalFileArg argument;
    argument.column_family = store.database->handle(family);
    argument.external_files = paths;
    argument.options.move_files = true;
    argument.options.write_global_seqno = false;
    arguments.push_back(std::move(argument));
  }
  if (arguments.empty()) return {};
  const rocksdb::Status status = store.database->rocks().IngestExternalFiles(arguments);
  if (!status.ok()) return std::unexpected(FromRocks(status, "ingesting a bulk load"));
  return {};
}

BulkLoad::BulkLoad(Store& store, std::uint64_t memory_bytes)
    : parts_(std::make_unique<Parts>(*store.parts_, memory_bytes)) {
  std::error_code error;  // what an interrupted load left; a new one fails later if it stays
  fs::remove_all(parts_->folder, error);
}

BulkLoad::~BulkLoad() {
  std::error_code error;
  fs::remove_all(parts_->folder, error);
}

Status BulkLoad::Add(const Change& change) {
  if (HasDeletes(change)) {
    return Fail(Code::kInvalidArgument, "a bulk load takes no deletes: use Store::Apply for them");
  }
  CHIDO_TRY(ValidateChange(change));
  CHIDO_TRY(parts_->PutArticles(change));
  CHIDO_TRY(parts_->PutEntities(change));
  CHIDO_TRY(parts_->PutStatements(change));
  CHIDO_TRY(parts_->PutEvidence(change));
  parts_->PutOthers(change);
  return parts_->used < parts_->memory ? Status() : parts_->Spill();
}

Status BulkLoad::Finish() {
  const std::lock_guard lock(parts_->store.writer);
  CHIDO_TRY(parts_->RequireEmptyStore());
  parts_->PutCounters();
  CHIDO_TRY(parts_->Spill());
  return parts_->Ingest();
}

}  // namespace chido
