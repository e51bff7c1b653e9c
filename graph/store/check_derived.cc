#include "graph/store/check_derived.h"

#include <array>
#include <functional>
#include <unordered_set>

#include "graph/base/hash.h"
#include "graph/store/counter_key.h"
#include "graph/store/derived.h"
#include "graph/store/id_key.h"
#include "graph/store/values.h"

namespace chido {
namespace {

using Take = std::function<Status(const DerivedRow&)>;

std::uint64_t RowHash(std::string_view key, std::string_view value) {
  return Hash64(value, Hash64(key));
}

/// Goes over the primary families and tells every derived row, each once.
class ExpectedRows {
 public:
  ExpectedRows(const Database& database, const SnapshotPin& pin) : database_(database), pin_(pin) {}

  /// The counters are right after all of these.
  Status FromEntities(const Take& take);
  Status FromArticles(const Take& take);
  Status FromStatements(const Take& take);
  Status FromEvidence(const Take& take);
  const Counters& counters() const { return counters_; }

  /// The rows of one family.
  Status Of(Family family, const Take& take) {
    const Take only = [&](const DerivedRow& row) -> Status {
      return row.family == family ? take(row) : Status();
    };
    if (family == Family::kDocStatement) return FromEvidence(only);
    if (family != Family::kName) return FromStatements(only);
    CHIDO_TRY(FromEntities(only));
    return FromArticles(only);
  }

 private:
  template <typename Each>
  Status ForEach(Family family, const Each& each) {
    const auto rows = database_.Rows(family, &pin_);
    for (rows->Seek(""); rows->Valid(); rows->Next()) CHIDO_TRY(each(rows->key(), rows->value()));
    return rows->status();
  }

  const Database& database_;
  const SnapshotPin& pin_;
  Counters counters_;
};

Status ExpectedRows::FromEntities(const Take& take) {
  std::unordered_set<std::uint64_t> named;
  return ForEach(Family::kEntity, [&](std::string_view key, std::string_view value) -> Status {
    const auto id = DecodeIdKey<EntityId>(key);
    const auto record = id ? DecodeEntity(*id, value) : std::unexpected(id.error());
    if (!record) return {};
    counters_.AddEntity(record->entity.type, 1);
    for (const std::string& name : record->name_keys) {
      CHIDO_TRY(take(NameRowOf(record->entity, name)));
      if (!named.insert(Hash64(name)).second) continue;
      for (const DerivedRow& row : TrigramRowsOf(name)) CHIDO_TRY(take(row));
    }
    return {};
  });
}

Status ExpectedRows::FromArticles(const Take& take) {
  return ForEach(Family::kArticle, [&](std::string_view, std::string_view value) -> Status {
    const auto article = DecodeArticle(value);
    if (!article) return {};
    counters_.AddDocument(1);
    for (const DerivedRow& row : UrlRowsOf(*article)) CHIDO_TRY(take(row));
    return {};
  });
}

Status ExpectedRows::FromStatements(const Take& take) {
  return ForEach(Family::kStatement, [&](std::string_view key, std::string_view value) -> Status {
    const auto id = DecodeIdKey<StatementId>(key);
    const auto statement = id ? DecodeStatement(*id, value) : std::unexpected(id.error());
    if (!statement) return {};
    counters_.AddStatement(statement->predicate, 1);
    for (const DerivedRow& row : EdgeRowsOf(*statement)) CHIDO_TRY(take(row));
    return {};
  });
}

Status ExpectedRows::FromEvidence(const Take& take) {
  std::string last;
  return ForEach(Family::kEvidence, [&](std::string_view key, std::string_view value) -> Status {
    const auto evidence = DecodeEvidence(key, value);
    if (!evidence) return {};
    counters_.AddEvidence(1);
    for (const DerivedRow& row : DocStatementRowsOf(*evidence)) {
      // Pieces of one statement and document stand next to each other.
      if (row.key == last) continue;
      last = row.key;
      CHIDO_TRY(take(row));
    }
    return {};
  });
}

/// Goes through a family whose sum differs, row by row, both ways.
Status CompareRows(const Database& database, const SnapshotPin& pin, Family family,
                   ExpectedRows& expected, CheckLog& log) {
  std::unordered_set<std::uint64_t> keys;
  CHIDO_TRY(expected.Of(family, [&](const DerivedRow& row) -> Status {
    keys.insert(Hash64(row.key));
    CHIDO_ASSIGN(const std::optional<std::string> found, database.Get(family, row.key, &pin));
    return found == row.value ? Status() : log.Expected(row, found);
  }));
  const auto rows = database.Rows(family, &pin);
  for (rows->Seek(""); rows->Valid(); rows->Next()) {
    if (!keys.contains(Hash64(rows->key()))) CHIDO_TRY(log.Stray(family, rows->key()));
  }
  return rows->status();
}

Status CompareCounters(const Database& database, const SnapshotPin& pin, const Counters& counted,
                       CheckLog& log) {
  std::unordered_set<std::string> known;
  for (std::size_t place = 0; place < Counters::size(); ++place) {
    const std::string key = Counters::KeyAt(place);
    known.insert(key);
    CHIDO_ASSIGN(const std::optional<std::string> found, database.Get(Family::kCounter, key, &pin));
    const std::string value = EncodeCounterValue(counted.at(place));
    if (found == value || (!found && counted.at(place) == 0)) continue;
    CHIDO_TRY(log.Expected({Family::kCounter, key, value}, found));
  }
  const auto rows = database.Rows(Family::kCounter, &pin);
  for (rows->Seek(""); rows->Valid(); rows->Next()) {
    log.CountRow();
    if (known.contains(std::string(rows->key()))) continue;
    CHIDO_TRY(log.Stray(Family::kCounter, rows->key()));
  }
  return rows->status();
}

}  // namespace

Status CheckDerived(const Database& database, const SnapshotPin& pin, CheckLog& log) {
  std::array<std::uint64_t, kFamilyCount> sums{};
  ExpectedRows expected(database, pin);
  const Take add = [&](const DerivedRow& row) -> Status {
    sums[static_cast<std::size_t>(row.family)] += RowHash(row.key, row.value);
    return {};
  };
  CHIDO_TRY(expected.FromEntities(add));
  CHIDO_TRY(expected.FromArticles(add));
  CHIDO_TRY(expected.FromStatements(add));
  CHIDO_TRY(expected.FromEvidence(add));
  const Counters counted = expected.counters();
  for (const Family family : AllFamilies()) {
    if (!IsDerived(family) || family == Family::kCounter) continue;
    std::uint64_t& sum = sums[static_cast<std::size_t>(family)];
    const auto rows = database.Rows(family, &pin);
    for (rows->Seek(""); rows->Valid(); rows->Next()) {
      log.CountRow();
      sum -= RowHash(rows->key(), rows->value());
    }
    CHIDO_TRY(rows->status());
    if (sum != 0) CHIDO_TRY(CompareRows(database, pin, family, expected, log));
  }
  CHIDO_TRY(CompareCounters(database, pin, counted, log));
  return log.Commit();
}

}  // namespace chido
